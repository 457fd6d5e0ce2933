import i18next from 'i18next'
import type { BadMoment } from '../../shared/rules/experience/bad-moments.ts'
import { dynamicText } from './dynamic-text.ts'
import { span } from './format.ts'

const MINUTE_MS = 60_000

/** A bad moment in a few words: what went wrong, and how much. */
export function badMomentText({ kind, detail }: Pick<BadMoment, 'kind' | 'detail'>): string {
  const { target, score, minutes, times, cause } = detail
  return i18next.t(`between.bad.${kind}`, {
    target: dynamicText(`target.${String(target)}`) ?? '',
    score,
    times,
    span: typeof minutes === 'number' ? span(minutes * MINUTE_MS) : '',
    cause: dynamicText(`cause.${String(cause)}`) ?? String(cause ?? '').replaceAll('-', ' '),
  })
}
