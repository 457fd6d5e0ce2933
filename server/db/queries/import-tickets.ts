import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** A ticket that went in, by its digest and the count among rows of the same contents. */
export type ImportedTicket = {
  readonly keyDigest: string
  readonly occurrence: number
  readonly contentDigest: string
  readonly ticketId: string
}

/** Keeps two imports of one source apart until the connection ends, also by a kill. False: another one is running. */
export async function lockSource(session: Session, source: string): Promise<boolean> {
  const rows = await all<{ mine: boolean }>(
    session,
    `SELECT pg_try_advisory_lock(hashtextextended('tandem-import:' || $1::text || ':' || $2::text, 0)) AS mine`,
    [source],
  )
  return rows[0]?.mine === true
}

export async function unlockSource(session: Session, source: string): Promise<void> {
  await run(
    session,
    `SELECT pg_advisory_unlock(hashtextextended('tandem-import:' || $1::text || ':' || $2::text, 0))`,
    [source],
  )
}

export async function readImported(
  session: Session,
  source: string,
  digests: readonly string[],
): Promise<readonly ImportedTicket[]> {
  return all<ImportedTicket>(
    session,
    `SELECT key_digest AS "keyDigest", occurrence, content_digest AS "contentDigest", ticket_id AS "ticketId"
     FROM tandem.import_tickets WHERE workspace_id = $1 AND source = $2 AND key_digest = ANY($3)`,
    [source, digests],
  )
}

export async function addImported(
  session: Session,
  source: string,
  tickets: readonly ImportedTicket[],
): Promise<void> {
  if (tickets.length === 0) return
  await run(
    session,
    `INSERT INTO tandem.import_tickets (workspace_id, source, key_digest, occurrence, content_digest, ticket_id)
     SELECT $1, $2, v."keyDigest", v.occurrence, v."contentDigest", v."ticketId"
     FROM json_to_recordset($3::json)
       AS v("keyDigest" text, occurrence bigint, "contentDigest" text, "ticketId" text)`,
    [source, JSON.stringify(tickets)],
  )
}

export async function readSeen(
  session: Session,
  runId: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await all<{ key: string; seen: number }>(
    session,
    `SELECT key_digest AS key, seen FROM tandem.import_seen
     WHERE workspace_id = $1 AND run_id = $2 AND key_digest = ANY($3)`,
    [runId, digests],
  )
  return new Map(rows.map(({ key, seen }) => [key, seen]))
}

export async function writeSeen(
  session: Session,
  runId: string,
  seen: ReadonlyMap<string, number>,
): Promise<void> {
  if (seen.size === 0) return
  await run(
    session,
    `INSERT INTO tandem.import_seen (workspace_id, run_id, key_digest, seen)
     SELECT $1, $2, key, seen FROM unnest($3::text[], $4::bigint[]) AS v(key, seen)
     ON CONFLICT (workspace_id, run_id, key_digest) DO UPDATE SET seen = excluded.seen`,
    [runId, [...seen.keys()], [...seen.values()]],
  )
}

/** More steps are never taken: whoever merges looks for the record that stands for the person. */
const MOST_STEPS = 50
const BY_EMAIL = `
  WITH RECURSIVE found AS (
    SELECT value AS email, min(customer_id) AS id FROM tandem.contact_points
    WHERE workspace_id = $1 AND value = ANY($2) AND kind = 'email' GROUP BY value
  ), up(email, id, step) AS (
    SELECT email, id, 0 FROM found
    UNION ALL
    SELECT u.email, p.id, u.step + 1 FROM up u
    JOIN tandem.customers c ON c.workspace_id = $1 AND c.id = u.id
    JOIN tandem.customers p ON p.workspace_id = $1 AND p.id = c.merged_into_id
    WHERE u.step < ${MOST_STEPS}
  )
  SELECT DISTINCT ON (email) email, id AS "customerId" FROM up ORDER BY email, step DESC`

/**
 * Customers who have one of these e-mail addresses (lower case), by address. For a record that was merged: whoever
 * stands for the person, so that what comes by mail begins there.
 */
export async function customersByEmail(
  session: Session,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (emails.length === 0) return new Map()
  const rows = await all<{ email: string; customerId: string }>(session, BY_EMAIL, [emails])
  return new Map(rows.map(({ email, customerId }) => [email, customerId]))
}
