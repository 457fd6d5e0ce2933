import i18next from 'i18next'
import { fullDay, fullMoment } from './format.ts'

/**
 * What a field for days or times says, in words of the window's language; null where there is nothing to say. The
 * fields are the engine's own: they write in its language, which is the window's from the next start on, and on some
 * systems never.
 */
export function inWords(atMs: number | null, withTime: boolean): string | null {
  if (atMs === null || engineLanguage() === i18next.language.slice(0, 2)) return null
  return withTime ? fullMoment(atMs) : fullDay(atMs)
}

const engineLanguage = (): string => new Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2)
