import type { Pool } from 'pg'
import type { Clock } from '../../shared/clock.ts'
import { Role } from '../../shared/domain/values.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { isGuest, isStayOver } from '../../shared/rules/guests/what-guests-may.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { markAccessUsed, readSession } from '../db/queries/sessions.ts'
import { stampOf } from '../sync/cursor.ts'
import { sightStamp } from '../sync/sight.ts'
import type { Session } from './session.ts'
import { readToken } from './token.ts'

export type AuthenticateDeps = { readonly app: Pool; readonly clock: Clock }

/**
 * The session of an access token, read anew each time, so that a deactivated agent or a withdrawn session is refused
 * with the next request on every copy. A guest whose time is over is let in as somebody without teams: the next sync
 * takes what they held off their laptop. Throws `signed-out`.
 */
export async function authenticate({ app, clock }: AuthenticateDeps, text: string): Promise<Session> {
  const token = readToken(text)
  const row = token?.kind === 'a' ? await readSession(app, token) : null
  const nowMs = clock.now()
  if (!token || !row || !row.isActive || row.expiresAtMs <= nowMs) {
    throw new AppError(ErrorCode.SignedOut, 'The session is over')
  }
  const { workspaceId, hash } = token
  // Once in its life: the refresh that gave it out has arrived, so its predecessor is worth nothing any more.
  if (row.firstUsedAtMs === null) {
    await inWorkspace(app, { workspaceId }, client => markAccessUsed(client, { workspaceId, hash, nowMs }))
  }
  const role = Role.safeParse(row.role)
  const isOver = isStayOver(row, nowMs)
  const sight = sightStamp(isGuest(row.role) ? { isOver } : null)
  return {
    workspaceId,
    familyId: row.familyId,
    clientId: row.clientId,
    agent: {
      id: row.agentId,
      name: row.name,
      email: row.email,
      role: role.success ? role.data : 'other',
      teamIds: isOver ? [] : [...row.teamIds],
    },
    isStayOver: isOver,
    newest: { epoch: row.epoch, stamp: stampOf({ ...row, sight }), seq: row.seq },
  }
}
