import type { DoubtfulMessage } from '../../../shared/contract/sync.ts'
import type { Address } from '../../../shared/domain/values.ts'
import { all, get } from '../db/statement.ts'
import type { Connection } from '../db/types.ts'
import { namedByPerson } from './person-names.ts'
import type { QueryContext } from './query-context.ts'

/** More are decided in groups of so many. */
const MOST = 500
/** Of the words, to know it by. */
const EXCERPT = 160

/** Own ones, those on tickets of mine, and for supervisors everybody's; what waits for a decision that was made is not. */
const FOR_AGENT = `
  m.delivery = 'unknown' AND m.direction = 'out' AND (
    m.author_id = ?1
    OR EXISTS (SELECT 1 FROM threads t WHERE t.ticket_id = m.ticket_id AND t.assignee_id = ?1)
    OR EXISTS (SELECT 1 FROM agents g WHERE g.id = ?1 AND g.role IN ('supervisor', 'admin')))`
const DOUBTFUL = `
  SELECT m.id, m.ticket_id, k.number, k.subject, m.customer_id, NULL AS customer_name, m.to_json,
    substr(m.body_text, 1, ${EXCERPT}) AS excerpt, m.written_at_ms, a.name AS author_name,
    (SELECT count(*) FROM attachments f WHERE f.message_id = m.id) AS files
  FROM messages m INDEXED BY messages_doubtful
  CROSS JOIN tickets k ON k.id = m.ticket_id
  LEFT JOIN agents a ON a.id = m.author_id
  WHERE ${FOR_AGENT}
  ORDER BY m.written_at_ms, m.id LIMIT ${MOST}`

const COUNT = `
  SELECT count(*) AS count FROM messages m INDEXED BY messages_doubtful
  CROSS JOIN tickets k ON k.id = m.ticket_id WHERE ${FOR_AGENT}`

/** How many `listDoubtful` would name, if it named all. */
export const countDoubtful = (db: Connection, agentId: string): number =>
  get<{ count: number }>(db, COUNT, { 1: agentId })?.count ?? 0

type Found = {
  readonly id: string
  readonly ticket_id: string
  readonly number: number | null
  readonly subject: string
  readonly customer_id: string
  readonly customer_name: string | null
  readonly to_json: string
  readonly excerpt: string
  readonly written_at_ms: number
  readonly author_name: string | null
  readonly files: number
}

/** Messages of which nobody knows whether they have left, for whom it is to decide; oldest first. */
export function listDoubtful({ db, agentId }: QueryContext): readonly DoubtfulMessage[] {
  const found = namedByPerson(db, all<Found>(db, DOUBTFUL, { 1: agentId }))
  return found.map(each => ({
    messageId: each.id,
    ticketId: each.ticket_id,
    number: each.number,
    subject: each.subject,
    customerName: each.customer_name ?? '',
    to: (JSON.parse(each.to_json) as readonly Address[]).map(({ name, address }) => name || address),
    excerpt: each.excerpt,
    authorName: each.author_name,
    files: each.files,
    writtenAtMs: each.written_at_ms,
  }))
}
