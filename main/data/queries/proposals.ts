import type { NamedProposal, ProposalLine, ProposalView } from '../../../shared/contract/proposals.ts'
import type { Proposal } from '../../../shared/domain/proposals.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { filesOf } from './files-of.ts'
import { namedByPerson } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

const OF_TICKET = 20
const MOST_WAITING = 100
const MOST_OWN = 30

/** Names of these agents, as far as this laptop knows them. */
function agentNames(db: ReadableDb, ids: readonly (string | null)[]): ReadonlyMap<string, string> {
  const wanted = JSON.stringify([...new Set(ids.filter(id => id !== null))])
  const rows = all<{ id: string; name: string }>(
    db,
    'SELECT a.id, a.name FROM json_each(?) j JOIN agents a ON a.id = j.value',
    [wanted],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function withNames(db: ReadableDb, rows: readonly Proposal[]): readonly NamedProposal[] {
  const names = agentNames(
    db,
    rows.flatMap(({ authorId, decidedBy }) => [authorId, decidedBy]),
  )
  return rows.map(row => ({
    ...row,
    authorName: names.get(row.authorId ?? '') ?? null,
    decidedByName: names.get(row.decidedBy ?? '') ?? null,
  }))
}

type About = {
  readonly id: string
  readonly customer_id: string
  readonly customer_name: string
  readonly subject: string | null
  readonly number: number | null
}
const ABOUT = `
  SELECT p.id, p.customer_id, coalesce(c.name, '') AS customer_name, k.subject, k.number
  FROM json_each(?) j JOIN proposals p ON p.id = j.value
  LEFT JOIN customers c ON c.id = p.customer_id
  LEFT JOIN tickets k ON k.id = p.ticket_id`

function linesOf(db: ReadableDb, rows: readonly Proposal[]): readonly ProposalLine[] {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const about = new Map(namedByPerson(db, all<About>(db, ABOUT, [ids])).map(row => [row.id, row]))
  return withNames(db, rows).map(row => {
    const found = about.get(row.id)
    return {
      ...row,
      customerName: found?.customer_name ?? '',
      subject: found?.subject ?? '',
      number: found?.number ?? null,
    }
  })
}

/** Suggested answers of one ticket, the newest first. */
export function proposalsOf({ db }: QueryContext, ticketId: string): readonly ProposalView[] {
  const tail = `WHERE ticket_id = ? ORDER BY created_at_ms DESC, id DESC LIMIT ${OF_TICKET}`
  const rows = withNames(db, selectRows(db, 'proposals', { tail, params: [ticketId] }))
  const ids = rows.map(({ id }) => id)
  const files = filesOf(db, 'proposal_id', ids)
  return rows.map(row => ({ ...row, attachments: files.get(row.id) ?? [] }))
}

/** What waits for a colleague, the oldest first; what the agent of this console suggested is for others. */
export function waitingProposals({ db, agentId }: QueryContext): readonly ProposalLine[] {
  const tail = `INDEXED BY proposals_waiting WHERE state = 'proposed' AND author_id IS NOT ?
    ORDER BY created_at_ms, id LIMIT ${MOST_WAITING}`
  return linesOf(db, selectRows(db, 'proposals', { tail, params: [agentId] }))
}

/** What the agent of this console suggested, the newest first. */
export function ownProposals({ db, agentId }: QueryContext): readonly ProposalLine[] {
  const tail = `WHERE author_id = ? ORDER BY created_at_ms DESC, id DESC LIMIT ${MOST_OWN}`
  return linesOf(db, selectRows(db, 'proposals', { tail, params: [agentId] }))
}
