import type { AgentId, ClientId, TicketId } from '../../../shared/domain/ids.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** Copies of the hub listen on it; the payload is `workspace/ticket`. */
export const PRESENCE_CHANNEL = 'tandem_presence'

export type Presence = {
  readonly clientId: ClientId
  readonly agentId: AgentId
  readonly ticketId: TicketId
  readonly doing: string
  readonly untilMs: number
}

type Place = { readonly ticketId: TicketId; readonly doing: string }

async function readPlace(session: Session, clientId: ClientId): Promise<Place | null> {
  const sql = 'SELECT ticket_id AS "ticketId", doing FROM presence WHERE workspace_id = $1 AND client_id = $2'
  return (await all<Place>(session, sql, [clientId]))[0] ?? null
}

const announce = async ({ client, workspaceId }: Session, ticketId: TicketId): Promise<void> => {
  await client.query('SELECT pg_notify($1, $2)', [PRESENCE_CHANNEL, `${workspaceId}/${ticketId}`])
}

/** Says where a laptop is. Announced only when it changed: repeating it keeps it alive in silence. */
export async function setPresence(session: Session, presence: Presence): Promise<void> {
  const before = await readPlace(session, presence.clientId)
  await run(
    session,
    `INSERT INTO presence (workspace_id, client_id, agent_id, ticket_id, doing, until_ms) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (workspace_id, client_id) DO UPDATE SET agent_id = excluded.agent_id, ticket_id = excluded.ticket_id,
       doing = excluded.doing, until_ms = excluded.until_ms`,
    [presence.clientId, presence.agentId, presence.ticketId, presence.doing, presence.untilMs],
  )
  if (before?.ticketId === presence.ticketId && before.doing === presence.doing) return
  if (before && before.ticketId !== presence.ticketId) await announce(session, before.ticketId)
  await announce(session, presence.ticketId)
}

/** The laptop looks at no ticket any more. */
export async function clearPresence(session: Session, clientId: ClientId): Promise<void> {
  const before = await readPlace(session, clientId)
  if (!before) return
  await run(session, 'DELETE FROM presence WHERE workspace_id = $1 AND client_id = $2', [clientId])
  await announce(session, before.ticketId)
}

export type Watchers = {
  readonly customerId: string
  readonly agents: readonly { readonly id: AgentId; readonly doing: string }[]
}

/** Who has a ticket in front of them now, each agent once; null when the ticket does not exist. */
export async function readWatchers(
  session: Session,
  { ticketId, nowMs }: { readonly ticketId: TicketId; readonly nowMs: number },
): Promise<Watchers | null> {
  const tickets = await all<{ customerId: string }>(
    session,
    'SELECT customer_id AS "customerId" FROM tickets WHERE workspace_id = $1 AND id = $2',
    [ticketId],
  )
  const customerId = tickets[0]?.customerId
  if (customerId === undefined) return null
  const agents = await all<{ id: AgentId; doing: string }>(
    session,
    `SELECT agent_id AS id, max(doing) AS doing FROM presence
     WHERE workspace_id = $1 AND ticket_id = $2 AND until_ms > $3 GROUP BY agent_id ORDER BY agent_id`,
    [ticketId, nowMs],
  )
  return { customerId, agents }
}

export type Watcher = {
  readonly ticketId: TicketId
  readonly customerId: string
  readonly id: AgentId
  readonly doing: string
}

/** Everybody who has a ticket in front of them, each agent once a ticket. */
export const readAllWatchers = (session: Session, nowMs: number): Promise<readonly Watcher[]> =>
  all<Watcher>(
    session,
    `SELECT p.ticket_id AS "ticketId", t.customer_id AS "customerId", p.agent_id AS id, max(p.doing) AS doing
     FROM presence p JOIN tickets t ON t.workspace_id = p.workspace_id AND t.id = p.ticket_id
     WHERE p.workspace_id = $1 AND p.until_ms > $2
     GROUP BY p.ticket_id, t.customer_id, p.agent_id ORDER BY p.ticket_id, p.agent_id`,
    [nowMs],
  )

/** Laptops that vanished without a word. */
export const purgePresence = (session: Session, beforeMs: number): Promise<number> =>
  run(session, 'DELETE FROM presence WHERE workspace_id = $1 AND until_ms < $2', [beforeMs])
