export type LocalTime = {
  /** As people there write it, for example "14:05". */
  readonly clock: string
  /** Hour of the day there, 0 to 23. */
  readonly hour: number
  /** Day of the week there, 1 Monday to 7 Sunday. */
  readonly weekday: number
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const facts = new Map<string, Intl.DateTimeFormat | null>()
const clocks = new Map<string, Intl.DateTimeFormat>()

/** Zones come from imports and other systems, so a name nobody knows is a fact of life. */
function factsOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = facts.get(timeZone)
  if (known !== undefined) return known
  let made: Intl.DateTimeFormat | null = null
  try {
    made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23', weekday: 'short' })
  } catch {
    made = null
  }
  facts.set(timeZone, made)
  return made
}

function clockOf(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`
  const known = clocks.get(key)
  if (known) return known
  const options = { timeZone, hour: '2-digit', minute: '2-digit' } as const
  let made: Intl.DateTimeFormat
  try {
    made = new Intl.DateTimeFormat(locale, options)
  } catch {
    made = new Intl.DateTimeFormat('en', options)
  }
  clocks.set(key, made)
  return made
}

export type LocalTimeInput = {
  /** IANA name, or null when nobody knows where the customer is. */
  readonly timeZone: string | null
  readonly nowMs: number
  /** BCP 47, for how the clock is written. */
  readonly locale: string
}

/** The customer's local time; null without a zone, with an unknown one, or for a time no calendar has. */
export function localTime({ timeZone, nowMs, locale }: LocalTimeInput): LocalTime | null {
  if (timeZone === null || timeZone.trim() === '' || Math.abs(nowMs) > 8.64e15 || Number.isNaN(nowMs))
    return null
  const format = factsOf(timeZone)
  if (!format) return null
  const parts = format.formatToParts(nowMs)
  const part = (type: string): string => parts.find(each => each.type === type)?.value ?? ''
  return {
    clock: clockOf(locale, timeZone).format(nowMs),
    hour: Number(part('hour')) % 24,
    weekday: WEEKDAYS.indexOf(part('weekday')) + 1,
  }
}

const FIRST_HOUR = 8
const LAST_HOUR = 20
const SATURDAY = 6

/** Hours at which a call disturbs nobody: weekdays from 8 to 20 o'clock there. */
export const isCallTime = ({ hour, weekday }: LocalTime): boolean =>
  weekday < SATURDAY && hour >= FIRST_HOUR && hour < LAST_HOUR
