import type { TimeSpec } from './map-schema.ts'
import { textOf, valueAt } from './read-value.ts'

const EARLIEST_MS = Date.UTC(1970, 0, 2)
const LATEST_MS = Date.UTC(2200, 0, 1)
const MINUTE_MS = 60_000

const HAS_ZONE = /(?:z|[+-]\d\d:?\d\d|gmt|utc|[ecmp][sd]t)\s*(?:\([^)]*\))?$/i
const DAY_PARTS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T,]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/

function fromParts(text: string, isDayFirst: boolean): number | null {
  const parts = DAY_PARTS.exec(text)
  if (!parts) return null
  const [first, second, year, hour, minute, seconds] = parts.slice(1).map(part => Number(part ?? 0))
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  if (!day || !month || !year || month > 12 || day > 31) return null
  const ms = Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0, seconds ?? 0)
  // 31 February would silently become a day of March.
  return new Date(ms).getUTCDate() === day ? ms : null
}

function parse(text: string, spec: Exclude<TimeSpec, string>): number | null {
  const offset = spec.offsetMinutes * MINUTE_MS
  switch (spec.as) {
    case 'seconds':
      return /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * 1000) : null
    case 'milliseconds':
      return /^\d+$/.test(text) ? Number(text) : null
    case 'day-first':
    case 'month-first': {
      const ms = fromParts(text, spec.as === 'day-first')
      return ms === null ? null : ms - offset
    }
    case 'iso': {
      const hasZone = HAS_ZONE.test(text)
      const ms = Date.parse(hasZone ? text : `${text.replace(' ', 'T')}${/\d:\d/.test(text) ? 'Z' : ''}`)
      return Number.isNaN(ms) ? null : hasZone ? ms : ms - offset
    }
  }
}

export type ReadTime = { readonly ms: number | null } | { readonly wrong: string; readonly column: string }

/** A time as the mapping says it is written, ms; null when the field is empty, `wrong` when it is no such time. */
export function readTime(record: unknown, spec: TimeSpec | undefined): ReadTime {
  if (spec === undefined) return { ms: null }
  const full = typeof spec === 'string' ? { from: spec, as: 'iso' as const, offsetMinutes: 0 } : spec
  const text = textOf(valueAt(record, full.from))
  if (text === null) return { ms: null }
  const ms = parse(text, full)
  if (ms === null || ms < EARLIEST_MS || ms > LATEST_MS) return { wrong: text, column: full.from }
  return { ms }
}
