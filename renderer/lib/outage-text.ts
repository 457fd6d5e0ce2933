import i18next from 'i18next'
import type { Impact } from '../../shared/domain/incidents.ts'
import { moment } from './format.ts'

/** Since when something does not work, or from when it did not until it was restored. */
export function outageSince(
  { scope, downSinceMs, restoredAtMs }: Pick<Impact, 'scope' | 'downSinceMs' | 'restoredAtMs'>,
  nowMs: number,
): string {
  const time = moment(downSinceMs, nowMs)
  const isSlow = scope === 'degraded'
  if (restoredAtMs === null) return i18next.t(isSlow ? 'impact.degradedSince' : 'support.downSince', { time })
  return i18next.t(isSlow ? 'impact.wasDegraded' : 'impact.wasDown', { time })
}
