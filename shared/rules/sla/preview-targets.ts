import type { Priority } from '../../domain/values.ts'
import { limitFrom } from './clock.ts'
import { CLOCK_NAMES } from './clock-names.ts'
import type { ClockName } from './clock-names.ts'
import type { PolicyContent } from './policy-problems.ts'
import { targetOf } from './service-levels.ts'
import type { ServiceLevels } from './service-levels.ts'

/** When a clock that begins now would warn and run out, ms; null when its calendar never opens long enough. */
export type PreviewLine = {
  readonly clock: ClockName
  readonly warnAtMs: number | null
  readonly dueAtMs: number | null
}
type Arriving = { readonly priority: Priority; readonly tier: string | null; readonly atMs: number }

/** What a ticket that arrives at a moment would be promised, by the same arithmetic as the clocks of threads. Pure. */
export function previewTargets(
  content: PolicyContent,
  { priority, tier, atMs }: Arriving,
  levels: Pick<ServiceLevels, 'openTime'>,
): readonly PreviewLine[] {
  const target = targetOf(content, priority, tier)
  if (!target) return []
  const open = levels.openTime(target.calendarId)
  return CLOCK_NAMES.flatMap(clock => {
    const limit = limitFrom(target[`${clock}Minutes`], content.warnBefore)
    if (!limit) return []
    const { limitMs, warnMs } = limit
    return [{ clock, warnAtMs: open.add(atMs, limitMs - warnMs), dueAtMs: open.add(atMs, limitMs) }]
  })
}
