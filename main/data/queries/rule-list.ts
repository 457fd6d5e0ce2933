import { THREAD_STATES } from '../../../shared/domain/values.ts'
import type { KindFilter, ViewSort } from '../../../shared/rules/views.ts'
import type { SavedSort } from '../../../shared/rules/saved-views/fields.ts'
import type { Eyes } from '../../../shared/rules/saved-views/matches.ts'
import type { ViewRule } from '../../../shared/rules/saved-views/rule.ts'
import type { ReadableDb, SqlValue } from '../db/types.ts'
import { ruleLanes } from './rule-lanes.ts'
import type { RuleLane } from './rule-lanes.ts'
import { ruleSql } from './rule-sql.ts'
import { tiersInUse } from './tiers.ts'
import { kindSql } from './view-sql.ts'

/** What a list by a rule is asked for. */
export type RuleListOf = {
  readonly rule: ViewRule
  readonly kind: KindFilter
  readonly sort: SavedSort
  readonly eyes: Eyes
}

/** A part of the list that stands before all later ones: a tier, when tiers sort it, else all of it. */
export type Bucket = {
  readonly name: string
  readonly where: string
  readonly params: Readonly<Record<string, SqlValue>>
}

/** A list by a rule, ready to be walked and counted. */
export type RuleList = {
  readonly lanes: readonly RuleLane[]
  /** Of the index; inside a bucket the list runs along it. */
  readonly sort: ViewSort
  readonly buckets: readonly Bucket[]
  /** Rows beside the thread that conditions look at. */
  readonly joins: string
  /** Whether a thread fits, kind and folding left out. */
  readonly fits: string
  /** Whether a thread steps back behind the service thread of its ticket, which fits too. */
  readonly isFolded: string
  /** Whether the kind lists a thread at all. */
  readonly ofKind: string
  /** Whether this kind shows the two threads of a ticket as one row. */
  readonly folds: boolean
  readonly params: Readonly<Record<string, SqlValue>>
  /** Rows of a lane that are looked at in one step. */
  readonly stepRows: number
}

/** A few ms: longer steps would let others wait. */
const STEP_ROWS = 2_000

/** A thread in a state of a newer version is in no list. */
export const KNOWN_STATES = THREAD_STATES.map(state => `'${state}'`).join(', ')

const WHOLE: readonly Bucket[] = [{ name: '', where: '', params: {} }]

/** Tiers in their order; whoever has none, or one that came up since, last. */
function tierBuckets(db: ReadableDb): readonly Bucket[] {
  const tiers = tiersInUse(db)
  const names = Object.fromEntries(tiers.map((tier, index) => [`tier${index}`, tier]))
  const list = Object.keys(names)
    .map(name => `:${name}`)
    .join(', ')
  return [
    ...tiers.map(tier => ({ name: `=${tier}`, where: 'AND c.tier = :tier', params: { tier } })),
    { name: '', where: `AND (c.tier IS NULL OR c.tier NOT IN (${list}))`, params: names },
  ]
}

export function ruleList(db: ReadableDb, { rule, kind, sort, eyes }: RuleListOf): RuleList {
  const isByTier = sort === 'tier'
  const along: ViewSort = isByTier ? 'newest' : sort
  const { where, joins, params } = ruleSql(rule, eyes, isByTier ? 'c.tier' : '')
  const on = (alias: string): string => where.replaceAll('{t}', alias)
  return {
    lanes: ruleLanes(rule, along, eyes),
    sort: along,
    buckets: isByTier ? tierBuckets(db) : WHOLE,
    joins,
    fits: on('t'),
    isFolded: `(t.is_paired = 1 AND t.kind = 'support' AND EXISTS (
      SELECT 1 FROM threads o INDEXED BY threads_by_ticket
      WHERE o.ticket_id = t.ticket_id AND o.kind = 'service'
        AND o.state IN (${KNOWN_STATES}) AND ${on('o')}))`,
    ofKind: kindSql[kind].replaceAll('{t}', 't'),
    folds: kind === 'all' || kind === 'both',
    params,
    stepRows: STEP_ROWS,
  }
}
