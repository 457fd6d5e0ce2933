import { viewRules } from '../../../shared/rules/views.ts'
import type { KindFilter, Me, ViewName, ViewSort } from '../../../shared/rules/views.ts'
import type { SqlValue } from '../db/types.ts'

/** A view in SQL is one or more lanes: equalities that one index serves, each walked along the sort. */
export type Lane = { readonly where: string; readonly params: readonly SqlValue[]; readonly index: string }

/** Sort keys as columns; every sort is "largest first". */
export const sortColumns: Readonly<Record<ViewSort, string>> = {
  newest: 'last_activity_at_ms',
  waiting: 'sort_waiting',
  priority: 'sort_priority',
  due: 'sort_due',
}

export const kindSql: Readonly<Record<KindFilter, string>> = {
  all: '',
  service: "AND {t}.kind = 'service'",
  support: "AND {t}.kind = 'support'",
  both: 'AND {t}.is_paired = 1',
}

type View = { readonly view: ViewName; readonly kind: KindFilter; readonly sort: ViewSort }

type Owner = { readonly where: string; readonly params: readonly SqlValue[]; readonly index: string }

function ownersOf({ view, kind, sort }: View, me: Me): readonly Owner[] {
  switch (viewRules[view].owner) {
    case 'me':
      return [
        { where: 'AND {t}.assignee_id = ?', params: [me.id], index: `threads_open_by_assignee_${sort}` },
      ]
    case 'nobody':
      return [{ where: 'AND {t}.assignee_id IS NULL', params: [], index: `threads_open_by_assignee_${sort}` }]
    case 'teams':
      return me.teamIds.map(teamId => ({
        where: 'AND {t}.team_id = ?',
        params: [teamId],
        index: `threads_open_by_team_${sort}`,
      }))
    case 'anybody':
      return [
        {
          where: '',
          params: [],
          index: kind === 'both' ? `threads_paired_by_${sort}` : `threads_by_state_${sort}`,
        },
      ]
  }
}

/** The service thread of the same ticket is in the view too: then the ticket's row is that one. */
function foldCondition(
  { view, kind }: View,
  me: Me,
): { readonly where: string; readonly params: readonly SqlValue[] } {
  if (kind === 'service' || kind === 'support') return { where: '', params: [] }
  const { state, owner } = viewRules[view]
  const marks = me.teamIds.map(() => '?').join(', ')
  const owned =
    owner === 'me'
      ? { where: 'AND o.assignee_id = ?', params: [me.id] }
      : owner === 'nobody'
        ? { where: 'AND o.assignee_id IS NULL', params: [] }
        : owner === 'teams'
          ? { where: `AND o.team_id IN (${marks})`, params: me.teamIds }
          : { where: '', params: [] }
  return {
    where: `AND NOT ({t}.is_paired = 1 AND {t}.kind = 'support' AND EXISTS (
      SELECT 1 FROM threads o INDEXED BY threads_by_ticket
      WHERE o.ticket_id = {t}.ticket_id AND o.kind = 'service' AND o.state = '${state}' ${owned.where}))`,
    params: owned.params,
  }
}

/**
 * Lanes of a view, over the alias `t`. States and pairing are literals, because partial indexes need them; they come
 * from closed lists only. A view of teams has a lane for each team.
 */
export function lanesOf(view: View, me: Me): readonly Lane[] {
  const fold = foldCondition(view, me)
  const state = viewRules[view.view].state
  return ownersOf(view, me).map(owner => ({
    where: `{t}.state = '${state}' ${owner.where} ${kindSql[view.kind]} ${fold.where}`.replaceAll('{t}', 't'),
    params: [...owner.params, ...fold.params],
    index: owner.index,
  }))
}
