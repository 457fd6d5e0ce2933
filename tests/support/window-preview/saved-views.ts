import type { SavedView } from '../../../shared/contract/views.ts'
import type { OwnView, SharedView } from '../../../shared/domain/views.ts'
import { isTimed, unknownParts } from '../../../shared/rules/saved-views/problems.ts'
import { ruleOf } from '../../../shared/rules/saved-views/rule.ts'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'
import { makeId } from './ids.ts'
import type { Tables } from './tables.ts'
import { me } from './world/people.ts'

const viewOf = (view: OwnView | SharedView): SavedView => ({
  id: view.id,
  isShared: 'teamIds' in view,
  name: view.name,
  body: view.body,
  unknown: unknownParts(view.body),
  isTimed: isTimed(view.body.rule),
  teamIds: 'teamIds' in view ? view.teamIds : [],
  position: view.position,
  stored: view.body,
})

export const savedViews = (tables: Tables): readonly SavedView[] =>
  [...tables.all('ownViews'), ...tables.all('sharedViews')]
    .map(viewOf)
    .toSorted((a, b) => Number(a.isShared) - Number(b.isShared) || a.position - b.position)

const any = (field: string, ...values: string[]): Condition => ({ field, op: 'any', values })
const open = any('state', 'open', 'pending')

/** Views as a team has them: short and long names, one of a newer version. */
export function putViews(tables: Tables, nowMs: number): void {
  const own = (name: string, position: number, ...conditions: Condition[]): void => {
    const body = { rule: ruleOf(...conditions), sort: 'waiting', columns: null }
    tables.put('ownViews', { id: makeId(), agentId: me.id, name, body, position, updatedAtMs: nowMs })
  }
  const shared = (name: string, position: number, ...conditions: Condition[]): void => {
    const body = { rule: ruleOf(...conditions), sort: 'tier', columns: null }
    const row = { id: makeId(), name, body, position, teamIds: [], createdBy: null, updatedAtMs: nowMs }
    tables.put('sharedViews', row)
  }
  own('Gold first', 1, open, any('tier', 'gold'))
  own('Waiting over four hours', 2, open, { field: 'waiting', op: 'longer', values: [240] })
  own('Spanish and Portuguese, without those of the outage, for the evening', 3, any('language', 'es', 'pt'))
  shared('Refunds above the limit', 1, any('tags', 'refund'))
  shared('Sentiment', 2, any('mood', 'angry'))
}
