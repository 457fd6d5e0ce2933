import { FIND_LIMIT } from '../../../shared/protocol/find.ts'
import type { FoundOnHub } from '../../../shared/protocol/find.ts'
import { nameOfPerson } from './families.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

const WORDS = 8
/** Customers whose tickets are looked at; with more the words say too little. */
const MOST_CUSTOMERS = 200

/** Every word as a prefix; null when there is none. */
function prefixQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.length === 0
    ? null
    : words
        .slice(0, WORDS)
        .map(word => `${word}:*`)
        .join(' & ')
}

export type FindQuery = {
  readonly text: string
  /** Keys without ages of the customers that may be found; null: any. */
  readonly keys: readonly string[] | null
}

const FIND = `
  WITH named AS (
    SELECT k.id, k.customer_id FROM tandem.tickets k WHERE k.workspace_id = $1 AND k.number = $2
    UNION
    (SELECT k.id, k.customer_id FROM tandem.tickets k
      WHERE k.workspace_id = $1 AND to_tsvector('simple', k.subject) @@ to_tsquery('simple', $3)
      ORDER BY k.id DESC LIMIT ${MOST_CUSTOMERS})
    UNION
    SELECT k.id, c.id FROM (
      (SELECT id FROM tandem.customers
        WHERE workspace_id = $1 AND to_tsvector('simple', name) @@ to_tsquery('simple', $3)
        ORDER BY id DESC LIMIT ${MOST_CUSTOMERS})
      UNION
      SELECT customer_id FROM tandem.contact_points WHERE workspace_id = $1 AND value IN ($4, lower($4))
    ) c LEFT JOIN tandem.tickets k ON k.workspace_id = $1 AND k.customer_id = c.id
  )
  SELECT n.customer_id AS "customerId", ${nameOfPerson('c.id')} AS "customerName", n.id AS "ticketId", k.number,
    coalesce(k.subject, '') AS subject, coalesce(t.at, c.created_at_ms) AS "lastActivityAtMs"
  FROM named n
  JOIN tandem.customers c ON c.workspace_id = $1 AND c.id = n.customer_id
  LEFT JOIN tandem.tickets k ON k.workspace_id = $1 AND k.id = n.id
  LEFT JOIN LATERAL (SELECT max(last_activity_at_ms) AS at FROM tandem.threads t
    WHERE t.workspace_id = $1 AND t.ticket_id = n.id) t ON true
  WHERE $5::text[] IS NULL OR EXISTS (SELECT FROM tandem.group_audience a, unnest(a.keys) AS key
    WHERE a.workspace_id = $1 AND a.customer_id = n.customer_id AND split_part(key, '/', 1) = ANY($5))
  ORDER BY (k.number = $2) DESC NULLS LAST, "lastActivityAtMs" DESC, n.customer_id LIMIT $6`

const MOST_NUMBER = 2_147_483_647

/** Tickets by number, words of the subject, or by the name or an address of their customer; the newest first. */
export async function findTickets(
  session: Session,
  { text, keys }: FindQuery,
): Promise<readonly FoundOnHub[]> {
  const digits = /^#?(\d{1,10})$/.exec(text)?.[1]
  const number = digits && Number(digits) <= MOST_NUMBER ? Number(digits) : null
  const words = prefixQuery(text)
  if (words === null) return []
  return all<FoundOnHub>(session, FIND, [number, words, text, keys, FIND_LIMIT])
}
