import type { WholeBoard } from '../../../shared/protocol/board.ts'
import { ApprovalsList } from '../../components/approvals/approvals-list.tsx'
import { act } from '../../data/use-action.ts'

/** What waits for somebody who may give it, to be decided here; the board says when to ask again. */
export function ApprovalsSheet({ board: { alerts } }: { readonly board: WholeBoard }) {
  const alert = alerts.find(({ kind }) => kind === 'approvals-waiting')
  return (
    <ApprovalsList
      sign={`${alert?.count ?? 0} ${alert?.sinceMs ?? ''}`}
      onOpen={ticketId => void act('supervisor.openTicket', { ticketId })}
    />
  )
}
