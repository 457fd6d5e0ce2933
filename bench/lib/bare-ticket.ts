import type { Connection } from '../../main/data/db/types.ts'

const PAGE = 51

/** What opening a ticket asks of the tables, written by hand: one statement for each table, values as they are. */
const STATEMENTS = {
  ticket: `SELECT k.id, k.customer_id, k.number, k.subject, k.channel, k.tags_json, k.fields_json, k.last_message_seq,
      k.created_at_ms, k.created_by, k.merged_into_id, c.name, n.number
    FROM tickets k LEFT JOIN customers c ON c.id = k.customer_id LEFT JOIN local_numbers n ON n.ticket_id = k.id WHERE k.id = ?1`,
  threads: `SELECT id, ticket_id, customer_id, kind, state, assignee_id, team_id, priority, is_paired, last_activity_at_ms,
      waiting_since_ms, snoozed_until_ms, due_at_ms, opened_at_ms, solved_at_ms, reopened_count
    FROM threads WHERE ticket_id = ?1 ORDER BY kind`,
  links: `SELECT l.id, l.kind, k.id, k.number, k.subject FROM ticket_links l JOIN tickets k ON k.id = l.other_ticket_id WHERE l.ticket_id = ?1
    UNION ALL SELECT l.id, l.kind, k.id, k.number, k.subject FROM ticket_links l JOIN tickets k ON k.id = l.ticket_id WHERE l.other_ticket_id = ?1`,
  pending: `SELECT r.table_name, r.row_id, o.mutation_id, o.state FROM outbox o JOIN outbox_rows r ON r.seq = o.seq
    WHERE o.ticket_id = ?1 AND o.is_quiet = 0 AND r.writes_json IS NOT NULL ORDER BY o.seq`,
  messages: `SELECT m.id, m.ticket_id, m.customer_id, m.seq, m.direction, m.channel, m.author_kind, m.author_id, m.from_json, m.to_json,
      m.cc_json, m.message_id, m.delivery, m.written_at_ms, m.accepted_at_ms, m.body_text, m.body_html,
      CASE m.direction WHEN 'in' THEN coalesce(m.from_json ->> 'name', c.name) ELSE a.name END
    FROM messages m LEFT JOIN agents a ON a.id = m.author_id LEFT JOIN customers c ON c.id = m.customer_id WHERE m.ticket_id = ?1 ORDER BY m.written_at_ms DESC, m.id DESC LIMIT ${PAGE}`,
  notes: `SELECT n.id, n.ticket_id, n.customer_id, n.thread_id, n.author_kind, n.author_id, n.created_at_ms, n.edited_at_ms, n.body, a.name
    FROM notes n LEFT JOIN agents a ON a.id = n.author_id WHERE n.ticket_id = ?1 ORDER BY n.created_at_ms DESC, n.id DESC LIMIT ${PAGE}`,
  events: `SELECT e.id, e.ticket_id, e.customer_id, e.thread_id, e.type, e.kind, e.actor_id, e.at_ms, e.facts_json, a.name
    FROM events e LEFT JOIN agents a ON a.id = e.actor_id WHERE e.ticket_id = ?1 ORDER BY e.at_ms DESC, e.id DESC LIMIT ${PAGE}`,
  attachments: `SELECT id, message_id, note_id, file_name, media_type, size_bytes, sha256, content_id
    FROM attachments WHERE ticket_id = ?1`,
} as const
type Part = keyof typeof STATEMENTS
const PARTS = Object.keys(STATEMENTS) as readonly Part[]

export type BareTicket = Readonly<Record<Part, readonly (readonly unknown[])[]>>

export const bareSql = PARTS.map(part => STATEMENTS[part].replace(/\s+/g, ' ')).join('; ')

/** Everything of a ticket as arrays of values. */
export function bareTicketReader({ handle }: Connection): (ticketId: string) => BareTicket {
  const prepared = PARTS.map(part => [part, handle.prepare(STATEMENTS[part]).raw(true)] as const)
  return ticketId =>
    Object.fromEntries(
      prepared.map(([part, statement]) => [part, statement.all({ 1: ticketId })]),
    ) as unknown as BareTicket
}

type Item = { readonly atMs: number; readonly id: string; readonly row: readonly unknown[] }

/** What identifies an opened ticket: its threads and the newest page of what was said and done. */
export function keysOfBare({
  ticket,
  threads,
  messages,
  notes,
  events,
}: BareTicket): readonly (readonly unknown[])[] {
  const items: Item[] = [
    ...messages.map(row => ({ atMs: Number(row[13]), id: String(row[0]), row: [row[0], row[15], row[17]] })),
    ...notes.map(row => ({ atMs: Number(row[6]), id: String(row[0]), row: [row[0], row[8], row[9]] })),
    ...events.map(row => ({ atMs: Number(row[7]), id: String(row[0]), row: [row[0], row[4], row[9]] })),
  ]
  const page = items.toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1)).slice(0, PAGE - 1)
  return [
    ...ticket.map(row => [row[0], row[3], row[11]]),
    ...threads.map(row => [row[0], row[3], row[4], row[5]]),
    ...page.map(({ row }) => row),
  ]
}
