import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import type { ScopePolicy, ViewerState, WorkspaceSettings } from '../../sync/store.ts'
import { policyLock } from '../in-workspace.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** Throws `not-found` when the workspace does not exist. */
export async function readSettings(session: Session): Promise<WorkspaceSettings> {
  const rows = await all<WorkspaceSettings>(
    session,
    `SELECT id, name, slug, epoch, scope_policy AS "scopePolicy", scope_stamp AS "scopeStamp"
     FROM tandem.workspaces WHERE id = $1`,
  )
  if (rows[0]) return rows[0]
  throw new AppError(ErrorCode.NotFound, 'No such workspace', { workspaceId: session.workspaceId })
}

type ViewerRow = WorkspaceSettings & {
  readonly seq: number | null
  readonly horizonSeq: number | null
  readonly stamp: number | null
  readonly agent: Row<'agents'> | null
}

/** Everything a request asks about its agent, in one round trip. Throws `not-found` as above. */
export async function readViewer(session: Session, agentId: string): Promise<ViewerState> {
  const rows = await all<ViewerRow>(
    session,
    `SELECT w.id, w.name, w.slug, w.epoch, w.scope_policy AS "scopePolicy", w.scope_stamp AS "scopeStamp",
       c.seq, c.horizon_seq AS "horizonSeq", s.stamp, CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id,
         'name', a.name, 'email', a.email, 'role', a.role, 'teamIds', a.team_ids_json, 'isActive', a.is_active,
         'capacity', a.capacity) END AS agent
     FROM tandem.workspaces w
     LEFT JOIN tandem.feed_counter c ON c.workspace_id = w.id
     LEFT JOIN tandem.agents a ON a.workspace_id = w.id AND a.id = $2
     LEFT JOIN tandem.agent_scopes s ON s.workspace_id = w.id AND s.agent_id = $2
     WHERE w.id = $1`,
    [agentId],
  )
  const [row] = rows
  if (!row) throw new AppError(ErrorCode.NotFound, 'No such workspace', { workspaceId: session.workspaceId })
  const { seq, horizonSeq, stamp, agent, ...settings } = row
  return { settings, agent, agentStamp: stamp ?? 0, head: { seq: seq ?? 0, horizonSeq: horizonSeq ?? 0 } }
}

/** Waits for every open writer of the workspace: none may still follow the old policy after the new one stands. */
export async function writeScopePolicy(session: Session, policy: ScopePolicy): Promise<void> {
  await all(session, `SELECT pg_advisory_xact_lock(${policyLock('$1')})`)
  await run(session, 'UPDATE tandem.workspaces SET scope_policy = $2 WHERE id = $1', [policy])
}

export async function writeEpoch(session: Session, epoch: string): Promise<void> {
  await run(session, 'UPDATE tandem.workspaces SET epoch = $2 WHERE id = $1', [epoch])
}

export async function bumpScopeStamp(session: Session, agentId: string | null): Promise<void> {
  if (agentId === null) {
    await run(session, 'UPDATE tandem.workspaces SET scope_stamp = scope_stamp + 1 WHERE id = $1')
    return
  }
  await run(
    session,
    `INSERT INTO tandem.agent_scopes AS s (workspace_id, agent_id, stamp) VALUES ($1, $2, 1)
     ON CONFLICT (workspace_id, agent_id) DO UPDATE SET stamp = s.stamp + 1`,
    [agentId],
  )
}

export async function readAgentStamp(session: Session, agentId: string): Promise<number> {
  const sql = 'SELECT stamp FROM tandem.agent_scopes WHERE workspace_id = $1 AND agent_id = $2'
  return (await all<{ stamp: number }>(session, sql, [agentId]))[0]?.stamp ?? 0
}

/** Locks the counter until the end of the transaction; it exists from the first look on. */
export async function lockTicketCounter(session: Session): Promise<number> {
  const rows = await all<{ last: number }>(
    session,
    `INSERT INTO tandem.ticket_counter AS c (workspace_id) VALUES ($1)
     ON CONFLICT (workspace_id) DO UPDATE SET last_number = c.last_number RETURNING last_number AS last`,
  )
  return rows[0]?.last ?? 0
}

export async function writeTicketCounter(session: Session, lastNumber: number): Promise<void> {
  await run(session, 'UPDATE tandem.ticket_counter SET last_number = $2 WHERE workspace_id = $1', [
    lastNumber,
  ])
}
