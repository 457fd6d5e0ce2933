const DAY_MS = 86_400_000
const SECOND_MS = 1000

/** A stretch of time in which the clocks of a zone stand `offsetMs` ahead of UTC. */
export type ZoneStretch = { readonly fromMs: number; readonly toMs: number; readonly offsetMs: number }

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  let made: Intl.DateTimeFormat | null = null
  try {
    made = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    made = null
  }
  formats.set(timeZone, made)
  return made
}

/** Whether this computer knows the IANA zone. Bare offsets such as "+02:00" have no summer time and are refused. */
export const isKnownZone = (timeZone: string): boolean =>
  /^[A-Za-z]/.test(timeZone) && formatOf(timeZone) !== null

/** How far the zone's clocks are ahead of UTC at a moment, ms; a zone nobody knows counts as UTC. */
export function zoneOffset(timeZone: string, atMs: number): number {
  const format = formatOf(timeZone)
  if (!format) return 0
  const parts: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(atMs)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / SECOND_MS) * SECOND_MS
}

/** The first whole second after `fromMs` with another offset than `fromMs` has; `toMs` has another one. */
function transition(timeZone: string, fromMs: number, toMs: number): number {
  const before = zoneOffset(timeZone, fromMs)
  let low = fromMs / SECOND_MS
  let high = toMs / SECOND_MS
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (zoneOffset(timeZone, middle * SECOND_MS) === before) low = middle
    else high = middle
  }
  return high * SECOND_MS
}

const years = new Map<string, readonly ZoneStretch[]>()

/**
 * The stretches of constant offset of one UTC year, in order and without gaps. Zones are looked at once a day: none
 * changes its clocks twice between two midnights.
 */
export function zoneStretches(timeZone: string, year: number): readonly ZoneStretch[] {
  const key = `${year} ${timeZone}`
  const known = years.get(key)
  if (known) return known
  const endMs = Date.UTC(year + 1, 0, 1)
  const found: ZoneStretch[] = []
  let fromMs = Date.UTC(year, 0, 1)
  let offsetMs = zoneOffset(timeZone, fromMs)
  for (let dayMs = fromMs + DAY_MS; dayMs <= endMs; dayMs += DAY_MS) {
    const next = zoneOffset(timeZone, dayMs)
    if (next === offsetMs) continue
    const toMs = transition(timeZone, dayMs - DAY_MS, dayMs)
    // A change at the very end of the year belongs to the next one.
    if (toMs >= endMs) break
    found.push({ fromMs, toMs, offsetMs })
    fromMs = toMs
    offsetMs = next
  }
  found.push({ fromMs, toMs: endMs, offsetMs })
  years.set(key, found)
  return found
}
