import type { SavedView } from '../../../shared/contract/views.ts'
import { isTimed } from '../../../shared/rules/saved-views/problems.ts'
import { unknownParts } from '../../../shared/rules/saved-views/problems.ts'
import { readBody } from '../../../shared/rules/saved-views/rule.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { get } from '../db/statement.ts'
import { whoAmI } from './me.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

type Stored = {
  readonly id: string
  readonly name: string
  readonly body: unknown
  readonly position: number
  readonly teamIds?: readonly string[]
}

function viewOf({ id, name, body: stored, position, teamIds }: Stored, isShared: boolean): SavedView {
  const body = readBody(stored)
  return {
    id,
    isShared,
    name,
    body,
    unknown: body ? unknownParts(body) : [''],
    isTimed: body !== null && isTimed(body.rule),
    teamIds: teamIds ?? [],
    position,
    stored,
  }
}

const ORDER = 'ORDER BY position, id'

function isSupervisor({ db, agentId }: QueryContext): boolean {
  const row = get<{ role: string }>(db, 'SELECT role FROM agents WHERE id = ?', [agentId])
  return row !== null && maySupervise(row.role === 'supervisor' || row.role === 'admin' ? row.role : 'other')
}

/** The agent's own views and those they are offered; supervisors are offered all, because they keep them. */
export function listViews(context: QueryContext): readonly SavedView[] {
  const { db, agentId } = context
  const { teamIds } = whoAmI(context)
  const own = selectRows(db, 'ownViews', { tail: `WHERE agent_id = ? ${ORDER}`, params: [agentId] })
  const shared = selectRows(db, 'sharedViews', { tail: ORDER, params: [] })
  const mayAll = isSupervisor(context)
  const offered = shared.filter(
    view => mayAll || view.teamIds.length === 0 || view.teamIds.some(id => teamIds.includes(id)),
  )
  return [...own.map(view => viewOf(view, false)), ...offered.map(view => viewOf(view, true))]
}

/** One view by id, whether it is offered or not; null when there is none. */
export function savedView({ db, agentId }: QueryContext, viewId: string): SavedView | null {
  const own = selectRow(db, 'ownViews', { tail: 'WHERE id = ? AND agent_id = ?', params: [viewId, agentId] })
  if (own) return viewOf(own, false)
  const shared = selectRow(db, 'sharedViews', { tail: 'WHERE id = ?', params: [viewId] })
  return shared && viewOf(shared, true)
}
