import type {
  ActivityFact,
  AgentFact,
  ClientFact,
  IssueFact,
  MergeFact,
  MessageFact,
  ReplyFact,
  SurveyFact,
  ThreadFact,
} from '../../board/facts.ts'
import { runningClocks } from '../../board/running-clocks.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

const THREAD = `SELECT id, ticket_id AS "ticketId", customer_id AS "customerId", kind, state, team_id AS "teamId",
  assignee_id AS "assigneeId", waiting_since_ms AS "waitingSinceMs", due_at_ms AS "dueAtMs",
  opened_at_ms AS "openedAtMs", solved_at_ms AS "solvedAtMs", reopened_count AS "reopenedCount",
  answered_at_ms AS "answeredAtMs", restored_at_ms AS "restoredAtMs", clocks_json AS clocks,
  solved_at_ms IS NOT NULL AND EXISTS (SELECT FROM closings c WHERE c.workspace_id = $1
    AND c.ticket_id = threads.ticket_id AND c.thread_id = threads.id AND c.at_ms >= threads.solved_at_ms
    AND c.answers_json ->> 'resolved' = 'false') AS "isUnresolved",
  CASE WHEN solved_at_ms IS NOT NULL THEN (SELECT min(o.created_at_ms) FROM ticket_links l JOIN tickets o
    ON o.workspace_id = $1 AND o.id = CASE l.ticket_id WHEN threads.ticket_id THEN l.other_ticket_id ELSE l.ticket_id END
    WHERE l.workspace_id = $1 AND (l.ticket_id = threads.ticket_id OR l.other_ticket_id = threads.ticket_id)
    AND o.created_at_ms > threads.solved_at_ms) END AS "linkedAtMs"
  FROM threads WHERE workspace_id = $1`

type ThreadRow = Omit<ThreadFact, 'clocks'> & { readonly clocks: unknown }

async function threadFacts(
  session: Session,
  where: string,
  values: readonly unknown[] = [],
): Promise<readonly ThreadFact[]> {
  const rows = await all<ThreadRow>(session, `${THREAD} AND ${where}`, values)
  return rows.map(row => ({ ...row, clocks: runningClocks(row.clocks) }))
}

/** Threads nobody has solved. */
export const readUnsolved = (session: Session): Promise<readonly ThreadFact[]> =>
  threadFacts(session, `solved_at_ms IS NULL AND state <> 'closed'`)

export const readSolvedSince = (session: Session, sinceMs: number): Promise<readonly ThreadFact[]> =>
  threadFacts(session, 'solved_at_ms > $2', [sinceMs])

export const readThreadFacts = (session: Session, ids: readonly string[]): Promise<readonly ThreadFact[]> =>
  threadFacts(session, 'id = ANY($2)', [ids])

/** Threads something was said about as they were closed. */
export const readThreadsOfClosings = (
  session: Session,
  closingIds: readonly string[],
): Promise<readonly ThreadFact[]> =>
  threadFacts(session, 'id IN (SELECT thread_id FROM closings WHERE workspace_id = $1 AND id = ANY($2))', [
    closingIds,
  ])

/** Threads of tickets that were linked or unlinked: by the link that came, or the event that tells. */
export const readThreadsOfLinks = (
  session: Session,
  { linkIds, eventIds }: { readonly linkIds: readonly string[]; readonly eventIds: readonly string[] },
): Promise<readonly ThreadFact[]> =>
  threadFacts(
    session,
    `ticket_id IN (
       SELECT unnest(ARRAY[ticket_id, other_ticket_id]) FROM ticket_links WHERE workspace_id = $1 AND id = ANY($2)
       UNION SELECT unnest(ARRAY[ticket_id, facts_json ->> 'otherTicketId']) FROM events
       WHERE workspace_id = $1 AND id = ANY($3) AND type IN ('ticket.linked', 'ticket.unlinked'))`,
    [linkIds, eventIds],
  )

/** A mail can be a megabyte; an error code stands at its beginning. */
const TEXT_LENGTH = 2000
const MESSAGE = `SELECT id, ticket_id AS "ticketId", direction, author_kind AS "authorKind", author_id AS "authorId",
  accepted_at_ms AS "acceptedAtMs",
  CASE WHEN direction = 'in' AND accepted_at_ms > $3 THEN left(body_text, ${TEXT_LENGTH}) END AS text
  FROM messages WHERE workspace_id = $1`

export type TextSince = { readonly textSinceMs: number }

export const readMessagesSince = (
  session: Session,
  { sinceMs, textSinceMs }: TextSince & { readonly sinceMs: number },
): Promise<readonly MessageFact[]> =>
  all(session, `${MESSAGE} AND accepted_at_ms >= $2`, [sinceMs, textSinceMs])

export const readMessageFacts = (
  session: Session,
  { ids, textSinceMs }: TextSince & { readonly ids: readonly string[] },
): Promise<readonly MessageFact[]> =>
  all(session, `${MESSAGE} AND id = ANY($2) AND accepted_at_ms IS NOT NULL`, [ids, textSinceMs])

/** Tickets an agent replied to lately. */
export async function readRepliedSince(session: Session, sinceMs: number): Promise<readonly string[]> {
  const sql = `SELECT DISTINCT ticket_id AS id FROM messages
    WHERE workspace_id = $1 AND accepted_at_ms > $2 AND direction = 'out' AND author_kind = 'agent'`
  return (await all<{ id: string }>(session, sql, [sinceMs])).map(({ id }) => id)
}

export const readReplyFacts = (
  session: Session,
  ticketIds: readonly string[],
): Promise<readonly ReplyFact[]> =>
  all(
    session,
    `SELECT ticket_id AS "ticketId",
       min(accepted_at_ms) FILTER (WHERE direction = 'in') AS "firstInAtMs",
       min(accepted_at_ms) FILTER (WHERE direction = 'out' AND author_kind = 'agent') AS "firstOutAtMs",
       count(*) FILTER (WHERE direction = 'out' AND author_kind = 'agent') AS replies
     FROM messages WHERE workspace_id = $1 AND ticket_id = ANY($2) GROUP BY ticket_id`,
    [ticketIds],
  )

export type TicketKinds = { readonly ticketId: string; readonly kinds: readonly string[] }
export const readTicketKinds = (
  session: Session,
  ticketIds: readonly string[],
): Promise<readonly TicketKinds[]> =>
  all(
    session,
    `SELECT ticket_id AS "ticketId", array_agg(kind) AS kinds FROM threads
     WHERE workspace_id = $1 AND ticket_id = ANY($2) GROUP BY ticket_id`,
    [ticketIds],
  )

const SURVEY = `SELECT id, ticket_id AS "ticketId", customer_id AS "customerId", score, asked_at_ms AS "askedAtMs",
  answered_at_ms AS "answeredAtMs" FROM surveys WHERE workspace_id = $1 AND kind = 'csat'`

export const readSurveysSince = (session: Session, sinceMs: number): Promise<readonly SurveyFact[]> =>
  all(session, `${SURVEY} AND asked_at_ms > $2`, [sinceMs])

export const readSurveyFacts = (session: Session, ids: readonly string[]): Promise<readonly SurveyFact[]> =>
  all(session, `${SURVEY} AND id = ANY($2)`, [ids])

export const readAgentFacts = (session: Session): Promise<readonly AgentFact[]> =>
  all(
    session,
    `SELECT id, role, team_ids_json AS "teamIds", is_active AS "isActive", capacity FROM agents WHERE workspace_id = $1`,
  )

export const readIssueFacts = (session: Session): Promise<readonly IssueFact[]> =>
  all(
    session,
    'SELECT id, state, error_codes_json AS codes FROM known_issues WHERE workspace_id = $1 ORDER BY id',
  )

const MERGE = `SELECT id, merged_into_id AS "mergedIntoId" FROM customers WHERE workspace_id = $1`

/** Every record that is a duplicate of another. */
export const readMergedPeople = (session: Session): Promise<readonly MergeFact[]> =>
  all(session, `${MERGE} AND merged_into_id IS NOT NULL`)

export const readMerges = (session: Session, ids: readonly string[]): Promise<readonly MergeFact[]> =>
  all(session, `${MERGE} AND id = ANY($2)`, [ids])

/** When agents last did something that left a trace. */
export const readActivitySince = (session: Session, sinceMs: number): Promise<readonly ActivityFact[]> =>
  all(
    session,
    `SELECT actor_id AS "agentId", max(at_ms) AS "atMs" FROM events
     WHERE workspace_id = $1 AND at_ms > $2 AND actor_id IS NOT NULL GROUP BY actor_id`,
    [sinceMs],
  )

export const readActivityOf = (
  session: Session,
  eventIds: readonly string[],
): Promise<readonly ActivityFact[]> =>
  all(
    session,
    `SELECT actor_id AS "agentId", at_ms AS "atMs" FROM events
     WHERE workspace_id = $1 AND id = ANY($2) AND actor_id IS NOT NULL`,
    [eventIds],
  )

export const readClientFacts = (session: Session): Promise<readonly ClientFact[]> =>
  all(
    session,
    `SELECT client_id AS "clientId", agent_id AS "agentId", name, platform, version,
       signed_in_at_ms AS "signedInAtMs", reported_at_ms AS "reportedAtMs", unsent, unsent_replies AS "unsentReplies",
       unsent_tickets AS "unsentTickets", claimed, unsent_ticket_ids AS "unsentTicketIds",
       claimed_ticket_ids AS "claimedTicketIds", oldest_unsent_at_ms AS "oldestUnsentAtMs",
       last_pulled_at_ms AS "lastPulledAtMs", is_encrypted AS "isEncrypted", skew_ms AS "skewMs", status,
       status_until_ms AS "statusUntilMs", status_set_at_ms AS "statusSetAtMs", live_until_ms AS "liveUntilMs"
     FROM clients WHERE workspace_id = $1`,
  )

/** Agents who write on some ticket now. */
export async function readWriters(session: Session, nowMs: number): Promise<ReadonlySet<string>> {
  const sql = `SELECT DISTINCT agent_id AS id FROM presence WHERE workspace_id = $1 AND doing = 'typing' AND until_ms > $2`
  return new Set((await all<{ id: string }>(session, sql, [nowMs])).map(({ id }) => id))
}
