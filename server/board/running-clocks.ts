import { ThreadClocks } from '../../shared/domain/service-levels.ts'
import { isRunning } from '../../shared/rules/sla/clock.ts'
import { CLOCK_NAMES } from '../../shared/rules/sla/clock-names.ts'
import type { RunningClock } from './facts.ts'

/** The clocks of a thread that count down; none for clocks of a shape this hub does not know. */
export function runningClocks(raw: unknown): readonly RunningClock[] {
  const clocks = raw === null ? null : ThreadClocks.safeParse(raw).data
  if (!clocks) return []
  return CLOCK_NAMES.flatMap(name => {
    const clock = clocks[name]
    if (!isRunning(clock) || clock.dueAtMs === null) return []
    return [{ name, warnAtMs: clock.warnAtMs, dueAtMs: clock.dueAtMs }]
  })
}
