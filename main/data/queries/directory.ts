import type { Output } from '../../../shared/contract/index.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

/** Colleagues and teams by name. */
export function getDirectory({ db }: QueryContext): Output<'directory.get'> {
  return {
    agents: selectRows(db, 'agents', { tail: 'ORDER BY name, id', params: [] }),
    teams: selectRows(db, 'teams', { tail: 'ORDER BY name, id', params: [] }),
  }
}

/** Canned replies that are in use. */
export function listMacros({ db }: QueryContext): Output<'macros.list'> {
  return selectRows(db, 'macros', { tail: 'WHERE retired_at_ms IS NULL ORDER BY title, id', params: [] })
}

/** Own drafts of a ticket, newest first, those of other devices included. */
export function listDrafts({ db, clientId, agentId }: QueryContext, ticketId: string): Output<'drafts.list'> {
  const drafts = selectRows(db, 'drafts', {
    tail: 'WHERE ticket_id = ? AND agent_id = ? ORDER BY updated_at_ms DESC, id',
    params: [ticketId, agentId],
  })
  return drafts.map(draft => ({ ...draft, isHere: draft.clientId === clientId }))
}
