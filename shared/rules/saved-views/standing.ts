import type { KindFilter, ViewName } from '../views.ts'
import { viewRules } from '../views.ts'
import { ME, MINE, NONE } from './fields.ts'
import { ruleOf } from './rule.ts'
import type { Condition, ViewRule } from './rule.ts'

const owners: Readonly<Record<'anybody' | 'me' | 'nobody' | 'teams', readonly Condition[]>> = {
  anybody: [],
  me: [{ field: 'owner', op: 'any', values: [ME] }],
  nobody: [{ field: 'owner', op: 'any', values: [NONE] }],
  teams: [{ field: 'team', op: 'any', values: [MINE] }],
}

/** A standing view as a rule: what a view made from it begins with. */
export function standingRule(name: ViewName): ViewRule {
  const { state, owner } = viewRules[name]
  return ruleOf({ field: 'state', op: 'any', values: [state] }, ...owners[owner])
}

/** The kinds above the list as conditions. */
export function kindConditions(kind: KindFilter): readonly Condition[] {
  if (kind === 'all') return []
  return [
    kind === 'both'
      ? { field: 'paired', op: 'yes', values: [] }
      : { field: 'kind', op: 'any', values: [kind] },
  ]
}
