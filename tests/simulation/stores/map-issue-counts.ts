import type { AnyRow } from '../../../shared/domain/tables.ts'
import type { HubReader, IssueCounts } from '../../../server/sync/store.ts'
import type { HubState } from './map-hub-state.ts'

const distinct = (rows: readonly AnyRow[], column: string): number =>
  new Set(rows.map(row => row[column])).size

/** How many have a known issue, counted over everything. */
export function countIssue(state: HubState, issueId: string): IssueCounts {
  const links = [...(state.rows.get('issueLinks')?.values() ?? [])].filter(row => row['issueId'] === issueId)
  const open = new Set(
    [...(state.rows.get('threads')?.values() ?? [])]
      .filter(row => row['kind'] === 'support' && row['state'] !== 'solved' && row['state'] !== 'closed')
      .map(row => row['ticketId']),
  )
  return {
    ticketCount: distinct(links, 'ticketId'),
    customerCount: distinct(links, 'customerId'),
    openTicketCount: distinct(
      links.filter(row => open.has(row['ticketId'])),
      'ticketId',
    ),
  }
}

export const mapIssueCounts = (state: HubState): Pick<HubReader, 'issueCounts'> => ({
  issueCounts: async ids => new Map(ids.map(id => [id, countIssue(state, id)])),
})
