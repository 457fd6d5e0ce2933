import type { ReadableDb, SqlValue } from '../db/types.ts'
import { allOnce } from '../db/statement.ts'
import { BEFORE_ALL, byPlace } from './keyset.ts'
import type { Place } from './keyset.ts'
import { KNOWN_STATES } from './rule-list.ts'
import type { Bucket, RuleList } from './rule-list.ts'
import type { RuleLane } from './rule-lanes.ts'
import { sortColumns } from './view-sql.ts'

export type Direction = 'down' | 'up'
/** A place in a list by a rule: in a bucket, at a key. */
export type RulePlace = Place & { readonly bucket: string }
export type FoundThread = RulePlace & { readonly localId: number }

export const AFTER_ALL: Place = { key: -Number.MAX_SAFE_INTEGER, id: '' }
export const startOf = (direction: Direction): Place => (direction === 'down' ? BEFORE_ALL : AFTER_ALL)

type Step = {
  readonly lane: RuleLane
  readonly bucket: Bucket
  readonly from: Place
  readonly direction: Direction
}

const paramsOf = (
  list: RuleList,
  { lane, bucket }: Pick<Step, 'lane' | 'bucket'>,
): Record<string, SqlValue> => ({
  ...list.params,
  ...lane.params,
  ...bucket.params,
})

/** The walk of a lane between two places in SQL: FROM, joins and WHERE. */
export function stretchSql(list: RuleList, { lane, bucket, direction }: Omit<Step, 'from'>): string {
  const sort = sortColumns[list.sort]
  const [beyond, within] = direction === 'down' ? ['<', '>='] : ['>', '<=']
  return `FROM threads t INDEXED BY ${lane.index} ${list.joins}
    WHERE ${lane.where} AND (t.${sort}, t.id) ${beyond} (:fromKey, :fromId)
      AND t.${sort} ${within} :toKey AND (t.${sort}, t.id) ${within} (:toKey, :toId)
      ${bucket.where} AND ${list.fits}`
}

export function stretchParams(
  list: RuleList,
  { from, ...step }: Omit<Step, 'direction'>,
  to: Place,
): Record<string, SqlValue> {
  return { ...paramsOf(list, step), fromKey: from.key, fromId: from.id, toKey: to.key, toId: to.id }
}

/** Where a step of so many rows along a lane ends; null: at the end of the lane. Read from the index alone. */
export function stepEnd(db: ReadableDb, list: RuleList, step: Omit<Step, 'bucket'>): Place | null {
  const { lane, from, direction } = step
  const sort = sortColumns[list.sort]
  const [beyond, order] = direction === 'down' ? ['<', 'DESC'] : ['>', 'ASC']
  const [end] = allOnce<Place>(
    db,
    `SELECT t.${sort} AS key, t.id FROM threads t INDEXED BY ${lane.index}
     WHERE ${lane.where} AND (t.${sort}, t.id) ${beyond} (:fromKey, :fromId)
     ORDER BY t.${sort} ${order}, t.id ${order} LIMIT 1 OFFSET ${list.stepRows - 1}`,
    { ...lane.params, fromKey: from.key, fromId: from.id },
  )
  return end ?? null
}

/** The nearest of the places where lanes stop: up to there, all of them are known. */
export function nearest(places: readonly (Place | null)[], direction: Direction): Place | null {
  const known = places.filter(place => place !== null).toSorted(byPlace)
  return (direction === 'down' ? known[0] : known.at(-1)) ?? null
}

type Stretch = Omit<Step, 'lane'> & { readonly to: Place; readonly limit: number }

function fitting(db: ReadableDb, list: RuleList, stretch: Stretch): readonly FoundThread[] {
  const { bucket, from, to, direction, limit } = stretch
  const sort = sortColumns[list.sort]
  const order = direction === 'down' ? 'DESC' : 'ASC'
  const folded = list.folds ? `AND NOT ${list.isFolded}` : ''
  const found = list.lanes.flatMap(lane =>
    allOnce<{ local_id: number; key: number; id: string }>(
      db,
      `SELECT t.local_id, t.${sort} AS key, t.id ${stretchSql(list, { lane, bucket, direction })}
       ${list.ofKind} ${folded}
       ORDER BY t.${sort} ${order}, t.id ${order} LIMIT :limit`,
      { ...stretchParams(list, { lane, bucket, from }, to), limit },
    ),
  )
  const sign = direction === 'down' ? 1 : -1
  return found
    .map(({ local_id, key, id }) => ({ localId: local_id, bucket: bucket.name, key, id }))
    .toSorted((left, right) => sign * byPlace(left, right))
    .slice(0, limit)
}

export type RuleWalk = {
  /** Null: from the end the walk begins at. */
  readonly from: RulePlace | null
  readonly limit: number
  readonly direction: Direction
  /** Most rows to look at; a walk that finds less until then says where it stopped. */
  readonly budget: number
}

export type Walked = {
  readonly found: readonly FoundThread[]
  /** Where to go on although fewer than `limit` were found; null: there is no more. */
  readonly stoppedAt: RulePlace | null
}

/** Buckets a walk still has before it, and where it enters the first of them. */
function ahead(list: RuleList, { from, direction }: RuleWalk): readonly Bucket[] {
  const along = direction === 'down' ? list.buckets : list.buckets.toReversed()
  if (from === null) return along
  const at = along.findIndex(({ name }) => name === from.bucket)
  // A tier that nobody has any more: its last customers went to the end.
  return at < 0 ? along.slice(-1) : along.slice(at)
}

/** The next threads of a list by a rule, nearest first, folded to one per ticket, in steps of a bounded size. */
export function walkRule(db: ReadableDb, list: RuleList, walk: RuleWalk): Walked {
  const { direction, limit } = walk
  const found: FoundThread[] = []
  let looked = 0
  let from: Place = walk.from ?? startOf(direction)
  for (const bucket of ahead(list, walk)) {
    for (;;) {
      const step = { bucket, from, direction }
      const end = nearest(
        list.lanes.map(lane => stepEnd(db, list, { lane, from, direction })),
        direction,
      )
      const to = end ?? startOf(direction === 'down' ? 'up' : 'down')
      found.push(...fitting(db, list, { ...step, to, limit: limit - found.length }))
      if (found.length >= limit) return { found, stoppedAt: null }
      looked += list.stepRows * list.lanes.length
      if (end === null) break
      if (looked >= walk.budget) return { found, stoppedAt: { ...end, bucket: bucket.name } }
      from = end
    }
    from = startOf(direction)
  }
  return { found, stoppedAt: null }
}

/** Where a ticket stands in a list by a rule; null when it is not in it. */
export function placeInRule(db: ReadableDb, list: RuleList, ticketId: string): RulePlace | null {
  const sort = sortColumns[list.sort]
  const folded = list.folds ? `AND NOT ${list.isFolded}` : ''
  for (const bucket of list.buckets) {
    const [found] = allOnce<Place>(
      db,
      `SELECT t.${sort} AS key, t.id FROM threads t INDEXED BY threads_by_ticket ${list.joins}
       WHERE t.ticket_id = :ticketId AND t.state IN (${KNOWN_STATES}) ${bucket.where} AND ${list.fits}
         ${list.ofKind} ${folded} LIMIT 1`,
      { ...list.params, ...bucket.params, ticketId },
    )
    if (found) return { ...found, bucket: bucket.name }
  }
  return null
}
