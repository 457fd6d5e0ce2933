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

/**
 * How an empty field is filled in, in the window's words and in the order the engine asks for; null where it says so
 * itself in the same language.
 */
export function orderInWords(withTime: boolean): string | null {
  if (engineLanguage() === i18next.language.slice(0, 2)) return null
  const asked = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'short',
    ...(withTime ? { timeStyle: 'short' } : {}),
  })
  const names = new Intl.DisplayNames(i18next.language, { type: 'dateTimeField' })
  const fields = asked.formatToParts(0).flatMap(({ type }) => FIELDS.find(field => field === type) ?? [])
  return fields.map(field => names.of(field) ?? field).join(' · ')
}

const FIELDS = ['day', 'month', 'year', 'hour', 'minute'] as const

const engineLanguage = (): string => new Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2)
