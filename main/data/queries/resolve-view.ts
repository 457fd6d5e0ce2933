import { isStanding, savedId } from '../../../shared/contract/threads.ts'
import type { SortName, ViewRef } from '../../../shared/contract/threads.ts'
import type { ViewName, ViewSort } from '../../../shared/rules/views.ts'
import { unknownFields } from '../../../shared/rules/saved-views/problems.ts'
import { narrow } from '../../../shared/rules/saved-views/rule.ts'
import type { Condition, ViewRule } from '../../../shared/rules/saved-views/rule.ts'
import { standingRule } from '../../../shared/rules/saved-views/standing.ts'
import type { QueryContext } from './query-context.ts'
import { savedView } from './saved-views.ts'

export type AskedView = {
  readonly view: ViewRef
  readonly filter?: readonly Condition[] | undefined
  readonly sort: SortName
}

/**
 * What a view means: one of the standing lists, which have indexes and counts of their own; a rule; or nothing, when
 * it is gone, or asks for what this version does not know.
 */
export type Meant =
  | { readonly how: 'standing'; readonly view: ViewName; readonly sort: ViewSort }
  | { readonly how: 'rule'; readonly rule: ViewRule }
  | { readonly how: 'nothing' }

const NOTHING: Meant = { how: 'nothing' }

function ruleBehind(context: QueryContext, view: ViewRef): ViewRule | null {
  if (isStanding(view)) return standingRule(view)
  const saved = savedView(context, savedId(view) ?? '')
  return saved?.body && saved.unknown.length === 0 ? saved.body.rule : null
}

export function resolveView(context: QueryContext, { view, filter = [], sort }: AskedView): Meant {
  if (isStanding(view) && filter.length === 0 && sort !== 'tier') return { how: 'standing', view, sort }
  const behind = ruleBehind(context, view)
  const rule = behind && narrow(behind, filter)
  return rule && unknownFields(rule).length === 0 ? { how: 'rule', rule } : NOTHING
}
