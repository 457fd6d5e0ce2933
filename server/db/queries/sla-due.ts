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

/** A promise to customers of one tier, or, with null, to everybody whose tier is not named by the policy. */
export type Promised = {
  readonly kind: string
  readonly priority: string
  readonly tier: string | null
  readonly named: readonly string[]
}

/** Open threads without clocks although something is promised for their kind, priority and customer, in order of id. */
export const readUnclocked = async (
  session: Session,
  { kind, priority, tier, named }: Promised,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly ThreadId[]> =>
  idsOf(
    await all<Found>(
      session,
      `SELECT t.id AS "threadId" FROM threads t
       LEFT JOIN customers c ON c.workspace_id = t.workspace_id AND c.id = t.customer_id
       WHERE t.workspace_id = $1 AND t.clocks_json IS NULL AND t.state IN ('open', 'pending', 'snoozed')
         AND t.kind = $2 AND t.priority = $3 AND t.id > $4
         AND CASE WHEN $6::text IS NULL THEN coalesce(c.tier, '') <> ALL ($7::text[]) ELSE c.tier = $6 END
       ORDER BY t.id LIMIT $5`,
      [kind, priority, page.after, page.limit, tier, named],
    ),
  )
