import { localTime } from '../../shared/rules/local-time.ts'
import type { LocalTime } from '../../shared/rules/local-time.ts'
import { clockTime, region } from './format.ts'

/** City of an IANA zone: "Madrid" of "Europe/Madrid". */
export const cityOf = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')

/** The agent's zone; a laptop that travels takes it up when the window opens again. */
const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

export type CustomerTime = LocalTime & { readonly city: string; readonly isSameAsHere: boolean }

/** The customer's clock at a moment, and whether it shows the same as the agent's; null when the zone is unknown. */
export function customerTime(timeZone: string | null, atMs: number): CustomerTime | null {
  if (timeZone === null) return null
  const [theirs, mine] = [timeZone, ownZone].map(zone =>
    localTime({ timeZone: zone, nowMs: atMs, locale: region() }),
  )
  if (!theirs) return null
  const isSameAsHere = theirs.clock === mine?.clock && theirs.weekday === mine.weekday
  return { ...theirs, clock: clockTime(atMs, timeZone), city: cityOf(timeZone), isSameAsHere }
}
