import type { ThreadId } from '../../../shared/domain/ids.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

type Found = { readonly threadId: ThreadId }
const idsOf = (rows: readonly Found[]): readonly ThreadId[] => rows.map(({ threadId }) => threadId)

/** Threads with a clock that has run out by `nowMs` and is not recorded as late, the longest overdue first. */
export const readBreached = async (
  session: Session,
  nowMs: number,
  limit: number,
): Promise<readonly ThreadId[]> =>
  idsOf(
    await all<Found>(
      session,
      `SELECT id AS "threadId" FROM threads
       WHERE workspace_id = $1 AND (clocks_json ->> 'breachAtMs') IS NOT NULL
         AND (clocks_json ->> 'breachAtMs')::bigint <= $2
       ORDER BY (clocks_json ->> 'breachAtMs')::bigint LIMIT $3`,
      [nowMs, limit],
    ),
  )

export type Promised = { readonly kind: string; readonly priority: string }

/** Open threads without clocks although something is promised for their kind and priority, in order of id. */
export const readUnclocked = async (
  session: Session,
  { kind, priority }: Promised,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly ThreadId[]> =>
  idsOf(
    await all<Found>(
      session,
      `SELECT id AS "threadId" FROM threads
       WHERE workspace_id = $1 AND clocks_json IS NULL AND state IN ('open', 'pending', 'snoozed')
         AND kind = $2 AND priority = $3 AND id > $4
       ORDER BY id LIMIT $5`,
      [kind, priority, page.after, page.limit],
    ),
  )
