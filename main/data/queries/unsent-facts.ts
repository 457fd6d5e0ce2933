import type { Connection } from '../db/types.ts'
import { get } from '../db/statement.ts'
import type { UnsentFacts } from '../reporter.ts'

/** What waits here beside its number: replies, tickets concerned, and tickets taken or held on this laptop. */
export function readUnsentFacts(db: Connection): UnsentFacts {
  const found = get<UnsentFacts>(
    db,
    `SELECT count(*) FILTER (WHERE name = 'ticket.reply') AS replies, count(DISTINCT ticket_id) AS tickets,
       count(*) FILTER (WHERE name IN ('thread.take', 'lease.take')) AS claimed
     FROM outbox WHERE is_quiet = 0 AND state <> 'parked'`,
  )
  return found ?? { replies: 0, tickets: 0, claimed: 0 }
}
