import { MOST_NAMED } from '../../../shared/protocol/session.ts'
import type { Connection } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import type { UnsentFacts } from '../reporter.ts'

type Counts = Pick<UnsentFacts, 'replies' | 'tickets' | 'claimed'>
const WAITING = "is_quiet = 0 AND state <> 'parked'"
const CLAIMED = "name IN ('thread.take', 'lease.take')"

/** What waits here beside its number: replies, tickets concerned, and tickets taken or held on this laptop. */
export function readUnsentFacts(db: Connection): UnsentFacts {
  const counts = get<Counts>(
    db,
    `SELECT count(*) FILTER (WHERE name = 'ticket.reply') AS replies, count(DISTINCT ticket_id) AS tickets,
       count(DISTINCT ticket_id) FILTER (WHERE ${CLAIMED}) AS claimed
     FROM outbox WHERE ${WAITING}`,
  )
  return {
    ...(counts ?? { replies: 0, tickets: 0, claimed: 0 }),
    ticketIds: named(db, WAITING),
    claimedIds: named(db, `${WAITING} AND ${CLAIMED}`),
  }
}

const named = (db: Connection, where: string): readonly string[] =>
  all<{ readonly id: string }>(
    db,
    `SELECT ticket_id AS id FROM outbox WHERE ${where} AND ticket_id IS NOT NULL
     GROUP BY ticket_id ORDER BY max(seq) DESC LIMIT ?`,
    [MOST_NAMED],
  ).map(({ id }) => id)
