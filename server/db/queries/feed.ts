import { isTableName } from '../../../shared/domain/tables.ts'
import type { FeedChange, FeedHead, FeedRecord, RowRef } from '../../sync/store.ts'
import type { Session } from './session.ts'
import { forgetConflicts } from './receipts.ts'
import { all, run } from './session.ts'

/**
 * One statement: the counter's row lock orders the writers, and it is held only from here to the commit. An entry that
 * replaces an older one of the same row keeps the customers the row has been with, except the one it is with now.
 */
const PUBLISH = `
  WITH taken AS (
    INSERT INTO tandem.feed_counter AS c (workspace_id, seq) VALUES ($1, $2)
    ON CONFLICT (workspace_id) DO UPDATE SET seq = c.seq + excluded.seq
    RETURNING seq
  ), put AS (
    INSERT INTO tandem.feed AS f
      (workspace_id, seq, kind, table_name, row_id, group_id, prev_group_ids, agent_id, keys_before, at_ms)
    SELECT $1, taken.seq - $2 + v.place, v.kind, v."table", v."rowId", v."groupId", coalesce(v."prevGroupIds", '{}'),
      v."agentId", v."keysBefore", $4
    FROM taken, json_to_recordset($3::json) AS v(place bigint, kind text, "table" text, "rowId" text, "groupId" text,
      "prevGroupIds" text[], "agentId" text, "keysBefore" text[])
    ORDER BY v.place
    ON CONFLICT (workspace_id, row_id, table_name) WHERE kind <> 'scope' DO UPDATE SET
      seq = excluded.seq, kind = excluded.kind, group_id = excluded.group_id, agent_id = excluded.agent_id,
      at_ms = excluded.at_ms,
      prev_group_ids = CASE WHEN f.prev_group_ids = '{}' AND excluded.prev_group_ids = '{}' THEN '{}' ELSE ARRAY(
        SELECT DISTINCT g FROM unnest(f.prev_group_ids || excluded.prev_group_ids) AS g
        WHERE g IS DISTINCT FROM excluded.group_id) END
  )
  SELECT seq FROM taken`

/** Numbers and writes the entries; answers the number of the last. */
export async function publish(
  session: Session,
  changes: readonly FeedChange[],
  atMs: number,
): Promise<number> {
  if (changes.length === 0) return (await readHead(session)).seq
  const entries = changes.map((change, index) => ({ ...change, place: index + 1 }))
  const rows = await all<{ seq: number }>(session, PUBLISH, [changes.length, JSON.stringify(entries), atMs])
  return rows[0]?.seq ?? 0
}

/** Highest number and horizon; zeros before the first change. */
export async function readHead(session: Session): Promise<FeedHead> {
  const rows = await all<FeedHead>(
    session,
    'SELECT seq, horizon_seq AS "horizonSeq" FROM tandem.feed_counter WHERE workspace_id = $1',
  )
  return rows[0] ?? { seq: 0, horizonSeq: 0 }
}

type StoredEntry = {
  readonly seq: number
  readonly kind: 'row' | 'tombstone' | 'scope'
  readonly table: string | null
  readonly rowId: string | null
  readonly groupId: string | null
  readonly prevGroupIds: readonly string[]
  readonly agentId: string | null
  readonly keysBefore: readonly string[] | null
}

/** Entries above a number, in order. */
export async function readFeed(
  session: Session,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly FeedRecord[]> {
  const rows = await all<StoredEntry>(
    session,
    `SELECT seq, kind, table_name AS "table", row_id AS "rowId", group_id AS "groupId",
       prev_group_ids AS "prevGroupIds", agent_id AS "agentId", keys_before AS "keysBefore"
     FROM tandem.feed WHERE workspace_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [after, limit],
  )
  return rows.map(toRecord)
}

function toRecord({
  seq,
  kind,
  table,
  rowId,
  groupId,
  prevGroupIds,
  agentId,
  keysBefore,
}: StoredEntry): FeedRecord {
  if (kind === 'scope') return { seq, kind, groupId: groupId ?? '', keysBefore: keysBefore ?? [] }
  if (!isTableName(table)) throw new Error(`The feed names an unknown table: ${table ?? 'none'}`)
  return { seq, kind, table, rowId: rowId ?? '', groupId, prevGroupIds, agentId }
}

/** Customers are removed only when the person is erased: their tombstones are the hub's memory of it, and stay. */
const ERASED = `kind = 'tombstone' AND table_name = 'customers'`

/** Erased by a release that still forgot tombstones of customers: only the record of the act is left. */
const ERASED_LONG_AGO = `SELECT e.customer_id AS id, 0 AS seq FROM tandem.erasures e
  JOIN tandem.feed_counter c ON c.workspace_id = e.workspace_id
  WHERE e.workspace_id = $1 AND $2 < c.horizon_seq AND NOT EXISTS (SELECT FROM tandem.feed f
    WHERE f.workspace_id = e.workspace_id AND f.row_id = e.customer_id AND f.table_name = 'customers' AND f.kind <> 'scope')`

/** Ids of customers who were erased above a number, in order; before them those without a number, if it may be theirs. */
export async function readErased(session: Session, after: number): Promise<readonly string[]> {
  const rows = await all<{ id: string }>(
    session,
    `SELECT id FROM (SELECT row_id AS id, seq FROM tandem.feed WHERE workspace_id = $1 AND seq > $2 AND ${ERASED}
       UNION ${ERASED_LONG_AGO}) AS erased ORDER BY seq, id`,
    [after],
  )
  return rows.map(({ id }) => id)
}

/** Tombstones of tickets stay, too: a draft names its ticket only, and its person may be erased long after the ticket. */
const OF_TICKET = `kind = 'tombstone' AND table_name = 'tickets'`
const TICKET_OF_ERASED = `feed.kind = 'tombstone' AND feed.table_name = 'tickets' AND EXISTS (SELECT 1 FROM tandem.feed c
  WHERE c.workspace_id = feed.workspace_id AND c.row_id = feed.group_id AND c.table_name = 'customers'
    AND c.kind = 'tombstone')`

/** The erased customer behind one of these tickets. */
export async function readErasedBehind(
  session: Session,
  ticketIds: readonly string[],
): Promise<string | null> {
  const rows = await all<{ id: string }>(
    session,
    `SELECT group_id AS id FROM tandem.feed
     WHERE workspace_id = $1 AND row_id = ANY($2) AND ${TICKET_OF_ERASED} LIMIT 1`,
    [ticketIds],
  )
  return rows[0]?.id ?? null
}

/** Removed rows of these customers whose tombstones stand. */
export const readFormerRows = (
  session: Session,
  customerIds: readonly string[],
): Promise<readonly RowRef[]> =>
  all<RowRef>(
    session,
    `SELECT table_name AS table, row_id AS id FROM tandem.feed
     WHERE workspace_id = $1 AND kind = 'tombstone' AND group_id = ANY($2)`,
    [customerIds],
  )

/**
 * Removes what only old cursors need, and makes those cursors invalid. What receipts quote of removed rows goes with their
 * tombstones: nobody could tell any more whose it was.
 */
export async function purgeFeed(session: Session, beforeMs: number): Promise<number> {
  const gone = await all<{ count: number; newest: number | null; rowIds: readonly string[] | null }>(
    session,
    `WITH removed AS (
       DELETE FROM tandem.feed
       WHERE workspace_id = $1 AND kind <> 'row' AND at_ms < $2
         AND NOT (${ERASED}) AND NOT (${OF_TICKET}) RETURNING seq, row_id
     ), settled AS (
       UPDATE tandem.feed SET prev_group_ids = '{}'
       WHERE workspace_id = $1 AND kind = 'row' AND at_ms < $2 AND prev_group_ids <> '{}' RETURNING seq, NULL AS row_id
     )
     SELECT count(*) AS count, max(seq) AS newest, array_agg(row_id) FILTER (WHERE row_id IS NOT NULL) AS "rowIds"
     FROM (TABLE removed UNION ALL TABLE settled) AS gone`,
    [beforeMs],
  )
  const { count = 0, newest = null, rowIds = null } = gone[0] ?? {}
  if (rowIds !== null) await forgetConflicts(session, rowIds)
  if (newest !== null) {
    const sql =
      'UPDATE tandem.feed_counter SET horizon_seq = greatest(horizon_seq, $2) WHERE workspace_id = $1'
    await run(session, sql, [newest])
  }
  return count
}
