import { THREAD_STATES } from '../../../shared/domain/values.ts'
import type { ThreadState } from '../../../shared/domain/values.ts'
import type { ViewSort } from '../../../shared/rules/views.ts'
import { ME, MINE, NONE } from '../../../shared/rules/saved-views/fields.ts'
import type { Eyes } from '../../../shared/rules/saved-views/matches.ts'
import type { Condition, ConditionGroup, ViewRule } from '../../../shared/rules/saved-views/rule.ts'
import type { SqlValue } from '../db/types.ts'

/**
 * A stretch of one index that a rule's threads lie in, walked along the sort. A thread lies in one lane only; the rest
 * of the rule is looked at row by row.
 */
export type RuleLane = {
  readonly where: string
  readonly params: Readonly<Record<string, SqlValue>>
  readonly index: string
}

type States = ReadonlySet<ThreadState>
const EVERY: States = new Set(THREAD_STATES)
const both = (left: States, right: States): States => new Set([...left].filter(state => right.has(state)))
const either = (left: States, right: States): States => new Set([...left, ...right])

function statesOfCondition({ field, op, values }: Condition): States {
  if (field !== 'state') return EVERY
  return new Set(THREAD_STATES.filter(state => values.includes(state) === (op === 'any')))
}

function combine(parts: readonly States[], join: 'all' | 'any'): States {
  if (parts.length === 0) return EVERY
  return join === 'all' ? parts.reduce(both, EVERY) : parts.reduce(either, new Set<ThreadState>())
}

/** States a thread can be in and still fit. */
export const statesOf = ({ join, groups }: ViewRule): readonly ThreadState[] => [
  ...combine(
    groups.map(group => combine(group.conditions.map(statesOfCondition), group.join)),
    join,
  ),
]

/** Conditions that must hold whatever else does. */
function required({ join, groups }: ViewRule): readonly Condition[] {
  const must = ({ join: inner, conditions }: ConditionGroup): readonly Condition[] =>
    inner === 'all' || conditions.length === 1 ? conditions : []
  const [only] = groups
  if (groups.length === 1 && only) return must(only)
  return join === 'all' ? groups.flatMap(must) : []
}

/** Lanes more than this cost more to merge than one long one. */
const MOST_LANES = 12

/** Who, as the column holds it: ids, and null for nobody. Null when the rule does not say. */
function whoOf(
  conditions: readonly Condition[],
  field: 'owner' | 'team',
  { me }: Eyes,
): (string | null)[] | null {
  const asked = conditions.find(condition => condition.field === field && condition.op === 'any')
  if (!asked) return null
  const ids = asked.values.flatMap((value): (string | null)[] => {
    if (value === ME) return [me.id]
    if (value === MINE) return [...me.teamIds]
    return [value === NONE ? null : String(value)]
  })
  const once = [...new Set(ids)]
  return once.length <= MOST_LANES ? once : null
}

function openLanes(conditions: readonly Condition[], sort: ViewSort, eyes: Eyes): readonly RuleLane[] | null {
  for (const [field, column, by] of [
    ['owner', 'assignee_id', 'assignee'],
    ['team', 'team_id', 'team'],
  ] as const) {
    const who = whoOf(conditions, field, eyes)
    if (who)
      return who.map(id => ({
        where: `t.state = 'open' AND t.${column} ${id === null ? 'IS NULL' : '= :who'}`,
        params: id === null ? {} : { who: id },
        index: `threads_open_by_${by}_${sort}`,
      }))
  }
  return null
}

/**
 * Lanes that together hold every thread of a rule: one for each of its states, or, of open work of some people or
 * teams, one for each of those. States are literals out of a closed list, because partial indexes need them.
 */
export function ruleLanes(rule: ViewRule, sort: ViewSort, eyes: Eyes): readonly RuleLane[] {
  const states = statesOf(rule)
  const conditions = required(rule)
  const open = states.length === 1 && states[0] === 'open' ? openLanes(conditions, sort, eyes) : null
  if (open) return open
  const isPaired = conditions.some(({ field, op }) => field === 'paired' && op === 'yes')
  return states.map(state => ({
    where: `t.state = '${state}'${isPaired ? ' AND t.is_paired = 1' : ''}`,
    params: {},
    index: isPaired ? `threads_paired_by_${sort}` : `threads_by_state_${sort}`,
  }))
}
