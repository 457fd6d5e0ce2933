import type { Survey } from '../../domain/commerce.ts'

const DAY_MS = 86_400_000
/** An answer that has not come by then does not come. */
export const LINK_LASTS_MS = 30 * DAY_MS
/** Whoever has answered may put it right for so long. */
export const CHANGE_WITHIN_MS = DAY_MS

/** May the customer still answer by the link, or change what they answered? */
export const isAnswerable = (
  { score, askedAtMs, answeredAtMs }: Pick<Survey, 'score' | 'askedAtMs' | 'answeredAtMs'>,
  nowMs: number,
): boolean =>
  score === null
    ? nowMs - askedAtMs < LINK_LASTS_MS
    : answeredAtMs !== null && nowMs - answeredAtMs < CHANGE_WITHIN_MS
