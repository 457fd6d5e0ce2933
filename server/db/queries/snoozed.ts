import type { ThreadId } from '../../../shared/domain/ids.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

export type Snoozed = { readonly threadId: ThreadId; readonly untilMs: number }

/** Snoozed threads whose time has come, the longest overdue first. */
export const readDueSnoozes = (session: Session, nowMs: number, limit: number): Promise<readonly Snoozed[]> =>
  all<Snoozed>(
    session,
    `SELECT id AS "threadId", snoozed_until_ms AS "untilMs" FROM threads
     WHERE workspace_id = $1 AND state = 'snoozed' AND snoozed_until_ms <= $2 ORDER BY snoozed_until_ms LIMIT $3`,
    [nowMs, limit],
  )
