import type { Fields } from '../../shared/domain/values.ts'
import { spokenField } from './ticket-field-lines.ts'

/** What something runs in, a piece each. A number alone says nothing, with or without its unit: it goes with its name. */
export const environmentWords = (environment: Fields): readonly string[] =>
  Object.entries(environment).flatMap(([name, value]) => {
    if (value === null || value === '') return []
    const isWord = typeof value === 'string' && !/^\d/u.test(value)
    return [isWord ? value : `${spokenField(name)}: ${String(value)}`]
  })
