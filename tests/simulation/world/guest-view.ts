import type { AnyRow } from '../../../shared/domain/tables.ts'
import { seenByGuest } from '../../../shared/rules/guests/what-guests-see.ts'
import type { TableRow } from '../../../server/sync/store.ts'
import { isForColleagues, limitsOf } from '../stores/map-hub-scope.ts'
import type { HubState } from '../stores/map-hub-state.ts'

/** Rows in scope as an agent is given them: colleagues as they stand, guests what an answer needs. Null: nothing of it. */
export function viewOf(hub: HubState, agentId: string): (entry: TableRow) => AnyRow | null {
  if (!limitsOf(hub, agentId).isGuest) return ({ row }) => row
  const teams = (hub.rows.get('agents')?.get(agentId)?.['teamIds'] ?? []) as readonly string[]
  const threads = [...(hub.rows.get('threads')?.values() ?? [])]
  const ticketIds = new Set(
    threads.flatMap(row => (teams.includes(String(row['teamId'])) ? [String(row['ticketId'])] : [])),
  )
  const customers = [...(hub.rows.get('customers')?.keys() ?? [])]
  const forColleagues = new Set(customers.filter(id => isForColleagues(hub, id)))
  // Behind a key stands the age of closed work.
  const isSeen = (id: string): boolean =>
    (hub.audiences.get(id) ?? []).some(key => teams.some(team => key.split('/')[0] === `team:${team}`))
  const seen = [...(hub.rows.get('customers')?.values() ?? [])].filter(({ id }) => isSeen(id))
  const organisationIds = new Set(seen.map(row => String(row['organisationId'])))
  return ({ table, row }) => seenByGuest(table, row, { ticketIds, forColleagues, organisationIds })
}
