import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { ViewCount } from '../../../shared/contract/views.ts'
import type { ReadableDb } from '../db/types.ts'
import { allOnce, get } from '../db/statement.ts'
import type { Place } from './keyset.ts'
import type { Bucket, RuleList } from './rule-list.ts'
import type { RuleLane } from './rule-lanes.ts'
import { AFTER_ALL, startOf, stepEnd, stretchParams, stretchSql } from './rule-walk.ts'
import type { RulePlace } from './rule-walk.ts'

/** Rows looked at for one count; beyond them it is said that there are more. */
const MOST_ROWS = 400_000
/** So often a count begins again because somebody wrote meanwhile; then it is finished at one go. */
const TRIES = 3

type Sums = { all: number; service: number; support: number; both: number }
type Stretch = { readonly lane: RuleLane; readonly bucket: Bucket; readonly from: Place; readonly to: Place }

/** Sums of a stretch under every kind at once, folded as lists fold. */
function sumsOf(db: ReadableDb, list: RuleList, { to, ...stretch }: Stretch): Sums | null {
  const [sums] = allOnce<Sums>(
    db,
    `SELECT total(NOT folded) AS "all", total(kind = 'service') AS service, total(kind = 'support') AS support,
       total(paired = 1 AND NOT folded) AS "both"
     FROM (SELECT t.kind AS kind, t.is_paired AS paired, ${list.isFolded} AS folded
       ${stretchSql(list, { ...stretch, direction: 'down' })})`,
    stretchParams(list, stretch, to),
  )
  return sums ?? null
}

/** Gives way between two steps; without it a count is made at one go. */
export type Turns = { readonly yieldTurn: (() => Promise<void>) | null }

/** Somebody has written since: what was added up so far may be wrong. */
const versionOf = (db: ReadableDb): unknown => {
  if (!db.handle.open) throw new AppError(ErrorCode.DataUnavailable, 'No place is open')
  return get(db, 'PRAGMA data_version')
}
const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

type Counted = { readonly sums: Sums; readonly isWhole: boolean }
type Until = { readonly bucket: string; readonly place: Place }

/** One try; null when rows changed under it. */
async function countOnce(
  db: ReadableDb,
  list: RuleList,
  { until, yieldTurn }: Turns & { readonly until: Until | null },
): Promise<Counted | null> {
  const version = versionOf(db)
  const sums: Sums = { all: 0, service: 0, support: 0, both: 0 }
  let looked = 0
  for (const bucket of until === null ? [WHOLE] : bucketsUntil(list, until)) {
    const last = until !== null && bucket.name === until.bucket ? until.place : AFTER_ALL
    for (const lane of list.lanes) {
      let from: Place | null = startOf('down')
      while (from !== null) {
        const end = stepEnd(db, list, { lane, from, direction: 'down' })
        const isPast = end === null || !isBefore(end, last)
        const part = sumsOf(db, list, { lane, bucket, from, to: isPast ? last : end })
        for (const kind of ['all', 'service', 'support', 'both'] as const) sums[kind] += part?.[kind] ?? 0
        looked += list.stepRows
        from = isPast ? null : end
        if (looked >= MOST_ROWS && from !== null) return { sums, isWhole: false }
        if (yieldTurn === null) continue
        await yieldTurn()
        if (!isSame(version, versionOf(db))) return null
      }
    }
  }
  return { sums, isWhole: true }
}

const WHOLE: Bucket = { name: '', where: '', params: {} }
const isBefore = (left: Place, right: Place): boolean =>
  left.key > right.key || (left.key === right.key && left.id > right.id)

function bucketsUntil({ buckets }: RuleList, { bucket }: Until): readonly Bucket[] {
  const at = buckets.findIndex(({ name }) => name === bucket)
  return buckets.slice(0, at < 0 ? buckets.length : at + 1)
}

async function counted(
  db: ReadableDb,
  list: RuleList,
  how: Turns & { readonly until: Until | null },
): Promise<Counted> {
  for (let attempt = 1; attempt < TRIES; attempt += 1) {
    const done = await countOnce(db, list, how)
    if (done) return done
  }
  const done = await countOnce(db, list, { ...how, yieldTurn: null })
  return done ?? { sums: { all: 0, service: 0, support: 0, both: 0 }, isWhole: false }
}

/**
 * Tickets of a list under every kind, in steps between which others are served: as many as were there at one moment.
 * `isWhole` false: there are at least so many.
 */
export async function countRule(db: ReadableDb, list: RuleList, turns: Turns): Promise<ViewCount> {
  const { sums, isWhole } = await counted(db, list, { ...turns, until: null })
  return { ...sums, isWhole }
}

/** How many rows of a list under its kind stand at a place or before it. */
export async function countUpTo(
  db: ReadableDb,
  list: RuleList,
  { place, kind, ...turns }: Turns & { readonly place: RulePlace; readonly kind: keyof Sums },
): Promise<number> {
  const { sums } = await counted(db, list, { ...turns, until: { bucket: place.bucket, place } })
  return sums[kind]
}
