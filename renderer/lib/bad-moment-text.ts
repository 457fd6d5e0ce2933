import i18next from 'i18next'
import type { BadMoment } from '../../shared/rules/experience/bad-moments.ts'
import { dynamicText } from './dynamic-text.ts'
import { span } from './format.ts'

const MINUTE_MS = 60_000

const causeText = (cause: string): string => dynamicText(`cause.${cause}`) ?? cause.replaceAll('-', ' ')
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(i18next.language) + text.slice(1)

/** A bad moment in a few words: what went wrong, and how much. */
export function badMomentText({ kind, detail }: Pick<BadMoment, 'kind' | 'detail'>): string {
  const { target, score, minutes, times, cause } = detail
  if (kind === 'reported' && cause) return capital(causeText(String(cause)))
  return i18next.t(`between.bad.${kind}`, {
    target: dynamicText(`target.${String(target)}`) ?? '',
    score,
    times,
    span: typeof minutes === 'number' ? span(minutes * MINUTE_MS) : '',
  })
}
