import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import type { AgentLimits, ScopeSettings, ViewerState, WorkspaceSettings } from '../../sync/store.ts'
import { policyLock } from '../in-workspace.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

const SCOPE = {
  scopePolicy: 'scope_policy',
  scopeDays: 'scope_days',
  scopeMegabytes: 'scope_megabytes',
  scopeAlsoTeamIds: 'scope_also_team_ids',
  scopeMayFetch: 'scope_may_fetch',
  scopeAsOfMs: 'scope_as_of_ms',
  scopeSweptMs: 'scope_swept_ms',
  scopeSizedMs: 'scope_sized_ms',
  scopeVersion: 'scope_version',
  scopeGuests: 'scope_guests',
} as const satisfies Record<keyof ScopeSettings, string>
const isScopeKey = (key: string): key is keyof ScopeSettings => Object.hasOwn(SCOPE, key)
/** They say what was done, not what is to be done: no writer goes by them. */
const MARKS: ReadonlySet<string> = new Set(['scopeSweptMs', 'scopeSizedMs'])

const SETTINGS = ['id', 'name', 'slug', 'epoch', 'scope_stamp AS "scopeStamp"']
  .concat(Object.entries(SCOPE).map(([key, column]) => `${column} AS "${key}"`))
  .map(column => `w.${column}`)
  .join(', ')

/** Throws `not-found` when the workspace does not exist. */
export async function readSettings(session: Session): Promise<WorkspaceSettings> {
  const rows = await all<WorkspaceSettings>(
    session,
    `SELECT ${SETTINGS} FROM tandem.workspaces w WHERE w.id = $1`,
  )
  if (rows[0]) return rows[0]
  throw new AppError(ErrorCode.NotFound, 'No such workspace', { workspaceId: session.workspaceId })
}

/** With the aliases a, p and s of the agent, their policy and scope. */
const LIMITS = `p.days, p.megabytes, s.days_cap AS cap, coalesce(a.role = 'guest', false) AS "isGuest",
  coalesce(p.without_team_ids_json, '[]'::jsonb) AS "withoutTeamIds"`

type ViewerRow = WorkspaceSettings & {
  readonly seq: number | null
  readonly horizonSeq: number | null
  readonly stamp: number | null
  readonly agent: Row<'agents'> | null
} & AgentLimits

/** Everything a request asks about its agent, in one round trip. Throws `not-found` as above. */
export async function readViewer(session: Session, agentId: string): Promise<ViewerState> {
  const rows = await all<ViewerRow>(
    session,
    `SELECT ${SETTINGS}, ${LIMITS}, c.seq, c.horizon_seq AS "horizonSeq", s.stamp, CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id,
         'name', a.name, 'email', a.email, 'role', a.role, 'teamIds', a.team_ids_json, 'isActive', a.is_active,
         'capacity', a.capacity, 'guestUntilMs', a.guest_until_ms, 'guestHours', a.guest_hours) END AS agent
     FROM tandem.workspaces w
     LEFT JOIN tandem.feed_counter c ON c.workspace_id = w.id
     LEFT JOIN tandem.agents a ON a.workspace_id = w.id AND a.id = $2
     LEFT JOIN tandem.agent_scopes s ON s.workspace_id = w.id AND s.agent_id = $2
     LEFT JOIN tandem.scope_policies p ON p.workspace_id = w.id AND p.id = $2 AND p.agent_id = $2
     WHERE w.id = $1`,
    [agentId],
  )
  const [row] = rows
  if (!row) throw new AppError(ErrorCode.NotFound, 'No such workspace', { workspaceId: session.workspaceId })
  const { seq, horizonSeq, stamp, agent, days, megabytes, cap, isGuest, withoutTeamIds, ...settings } = row
  const limits = { days, megabytes, cap, isGuest, withoutTeamIds }
  const head = { seq: seq ?? 0, horizonSeq: horizonSeq ?? 0 }
  return { settings, agent, agentStamp: stamp ?? 0, limits, head }
}

/** Agents who hold less than others, guests among them. */
export async function readAgentLimits(session: Session): Promise<ReadonlyMap<string, AgentLimits>> {
  const rows = await all<AgentLimits & { readonly id: string }>(
    session,
    `SELECT a.id, ${LIMITS} FROM tandem.agents a
     LEFT JOIN tandem.agent_scopes s ON s.workspace_id = a.workspace_id AND s.agent_id = a.id
     LEFT JOIN tandem.scope_policies p ON p.workspace_id = a.workspace_id AND p.id = a.id AND p.agent_id = a.id
     WHERE a.workspace_id = $1 AND (p.id IS NOT NULL OR s.days_cap IS NOT NULL OR a.role = 'guest')`,
  )
  return new Map(rows.map(({ id, ...limits }) => [id, limits]))
}

/** Waits for every open writer of the workspace: none may still follow the old rule after the new one stands. */
export async function writeScope(session: Session, change: Partial<ScopeSettings>): Promise<void> {
  const entries = Object.entries(change)
  if (!entries.every(([key]) => MARKS.has(key)))
    await all(session, `SELECT pg_advisory_xact_lock(${policyLock('$1')})`)
  const sets = entries.flatMap(([key], index) => (isScopeKey(key) ? [`${SCOPE[key]} = $${index + 2}`] : []))
  if (sets.length === 0) return
  const values = entries.map(([, value]) => value)
  await run(session, `UPDATE tandem.workspaces SET ${sets.join(', ')} WHERE id = $1`, values)
}

export async function writeAgentCap(session: Session, agentId: string, cap: number | null): Promise<void> {
  await run(
    session,
    `INSERT INTO tandem.agent_scopes AS s (workspace_id, agent_id, stamp, days_cap) VALUES ($1, $2, 0, $3)
     ON CONFLICT (workspace_id, agent_id) DO UPDATE SET days_cap = excluded.days_cap`,
    [agentId, cap],
  )
}

export async function writeEpoch(session: Session, epoch: string): Promise<void> {
  await run(
    session,
    `UPDATE tandem.workspaces SET epoch = $2, epoch_seq =
       coalesce((SELECT seq FROM tandem.feed_counter WHERE workspace_id = $1), 0) WHERE id = $1`,
    [epoch],
  )
}

export async function doubtQueued(session: Session, atMs: number): Promise<void> {
  await run(session, 'UPDATE tandem.workspaces SET doubt_at_ms = $2 WHERE id = $1', [atMs])
  await run(
    session,
    `UPDATE tandem.messages SET delivery = 'unknown' WHERE workspace_id = $1 AND delivery = 'queued'`,
  )
  await run(
    session,
    `UPDATE tandem.issue_updates SET rest_plan_json = rest_plan_json || '{"mayHaveLeft": true}'
     WHERE workspace_id = $1 AND rest_state = 'requested' AND rest_plan_json IS NOT NULL`,
  )
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
