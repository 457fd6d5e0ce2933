import type { SinceMessage } from '../../../shared/contract/sync.ts'
import { all } from '../db/statement.ts'
import { namedByPerson } from './person-names.ts'
import type { QueryContext } from './query-context.ts'

/** Letters of each that are shown; the ticket has the rest. */
const SHOWN = 700
const MOST = 20

/** What people wrote on a ticket since: automatic answers and the agent's own words hold nothing. */
const SINCE = `
  SELECT m.id, m.direction, m.written_at_ms, substr(m.body_text, 1, ${SHOWN + 1}) AS text, m.from_json,
    a.name AS agent_name, m.customer_id, c.name AS customer_name
  FROM messages m
  LEFT JOIN agents a ON a.id = m.author_id
  LEFT JOIN customers c ON c.id = m.customer_id
  WHERE m.ticket_id = ? AND m.seq > ?
    AND NOT (m.direction = 'out' AND m.author_kind IN ('automation', 'bot'))
    AND NOT (m.author_kind = 'agent' AND m.author_id = ? AND m.direction = 'out')
  ORDER BY m.seq LIMIT ${MOST}`

type Found = {
  readonly id: string
  readonly direction: string
  readonly written_at_ms: number
  readonly text: string
  readonly from_json: string | null
  readonly agent_name: string | null
  readonly customer_id: string
  readonly customer_name: string | null
}

const senderIn = (json: string | null): string | null =>
  json === null ? null : ((JSON.parse(json) as { readonly name?: string | null }).name ?? null)

/** What colleagues wrote among themselves since. */
const SINCE_NOTES = `
  SELECT n.id, n.created_at_ms, substr(n.body, 1, ${SHOWN + 1}) AS text, a.name AS agent_name
  FROM notes n LEFT JOIN agents a ON a.id = n.author_id
  WHERE n.ticket_id = ? AND n.created_at_ms > ? AND n.author_kind = 'agent' AND n.author_id IS NOT ?
    AND n.id NOT IN (SELECT value FROM json_each(?))
  ORDER BY n.created_at_ms, n.id LIMIT ${MOST}`

type FoundNote = Pick<Found, 'id' | 'text' | 'agent_name'> & { readonly created_at_ms: number }

export type SeenNotes = { readonly sinceMs: number; readonly ids: readonly string[] }

/** Notes of colleagues the agent had not seen, oldest first. */
function sinceNotes(
  { db, agentId }: Pick<QueryContext, 'db' | 'agentId'>,
  ticketId: string,
  { sinceMs, ids }: SeenNotes,
): readonly SinceMessage[] {
  const found = all<FoundNote>(db, SINCE_NOTES, [ticketId, sinceMs, agentId, JSON.stringify(ids)])
  return found.map(note => ({
    id: note.id,
    isFromCustomer: false,
    isNote: true,
    authorName: note.agent_name,
    atMs: note.created_at_ms,
    text: note.text.slice(0, SHOWN),
    isCut: note.text.length > SHOWN,
  }))
}

type Seen = { readonly ticketId: string; readonly seenUpToSeq: number; readonly seenNotes: SeenNotes | null }

/** What was written since: messages behind the newest one the agent had seen, and notes of colleagues, oldest first. */
export function writtenSince(
  context: Pick<QueryContext, 'db' | 'agentId'>,
  seen: Seen,
): readonly SinceMessage[] {
  const { ticketId, seenNotes } = seen
  const notes = seenNotes ? sinceNotes(context, ticketId, seenNotes) : []
  return [...sinceMessages(context, seen), ...notes].toSorted((a, b) => a.atMs - b.atMs)
}

/** Messages behind the newest one the agent had seen, oldest first. */
function sinceMessages(
  { db, agentId }: Pick<QueryContext, 'db' | 'agentId'>,
  { ticketId, seenUpToSeq }: Pick<Seen, 'ticketId' | 'seenUpToSeq'>,
): readonly SinceMessage[] {
  return namedByPerson(db, all<Found>(db, SINCE, [ticketId, seenUpToSeq, agentId])).map(found => {
    const isFromCustomer = found.direction === 'in'
    const customer = senderIn(found.from_json) || found.customer_name || null
    return {
      id: found.id,
      isFromCustomer,
      isNote: false,
      authorName: isFromCustomer ? customer : found.agent_name,
      atMs: found.written_at_ms,
      text: found.text.slice(0, SHOWN),
      isCut: found.text.length > SHOWN,
    }
  })
}
