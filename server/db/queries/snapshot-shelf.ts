import { createHash } from 'node:crypto'
import type { TableName } from '../../../shared/domain/tables.ts'
import { isTableName, tableNames, tables } from '../../../shared/domain/tables.ts'
import type { KeptPart, KeptRows, Shelf, ShelfPlace } from '../../sync/shelf-store.ts'
import type { HubTx } from '../../sync/store.ts'
import type { PartMemory } from '../part-memory.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** Lines of a release that knows other tables or columns are of another shape. */
const release = createHash('sha256')
  .update(JSON.stringify(tableNames.map(name => [name, Object.keys(tables[name].columns)])))
  .digest('base64url')
  .slice(0, 12)

const LOCK = `pg_advisory_xact_lock(hashtextextended('snapshot shelf ' || $1, 0))`

export async function readShelf(session: Session, epoch: string): Promise<Shelf | null> {
  const [shelf] = await all<Shelf>(
    session,
    `SELECT seq, expected_rows AS "expectedRows" FROM tandem.snapshot_shelves
     WHERE workspace_id = $1 AND release = $2 AND epoch = $3`,
    [release, epoch],
  )
  return shelf ?? null
}

export async function readKeptTables(session: Session): Promise<ReadonlySet<TableName>> {
  const rows = await all<{ name: string }>(
    session,
    `SELECT table_name AS name FROM tandem.snapshot_parts
     WHERE workspace_id = $1 AND release = $2 AND after_id = ''`,
    [release],
  )
  return new Set(rows.map(({ name }) => name).filter(isTableName))
}

type Found = Omit<KeptRows, 'last'> & { readonly lastId: string }

/** What a shelf holds for a place never changes, and one that was cleared is never begun at the same number again. */
export async function readKeptRows(
  session: Session,
  memory: PartMemory,
  { epoch, asOf, table, after }: ShelfPlace,
): Promise<KeptRows | null> {
  const [shelf] = await all<{ seq: number }>(
    session,
    `SELECT seq FROM tandem.snapshot_shelves
     WHERE workspace_id = $1 AND release = $2 AND epoch = $3 AND seq >= $4`,
    [release, epoch, asOf],
  )
  if (!shelf) {
    memory.forget(session.workspaceId)
    return null
  }
  const key = [session.workspaceId, epoch, shelf.seq, table, after].join()
  const known = memory.get(key)
  if (known) return known
  const [found] = await all<Found>(
    session,
    `SELECT row_count AS count, last_id AS "lastId", is_end AS "isEnd", packed FROM tandem.snapshot_parts
     WHERE workspace_id = $1 AND release = $2 AND table_name = $3 AND after_id = $4`,
    [release, table, after],
  )
  if (!found) return null
  const { lastId, ...rows } = found
  const kept = { ...rows, last: { customerId: '', id: lastId } }
  memory.put(key, kept)
  return kept
}

/** The lock is held until the end: whoever removes something is waited for, and the number read after them. */
export async function beginShelf(
  session: Session,
  { epoch, asOf, expectedRows }: Parameters<HubTx['beginShelf']>[0],
): Promise<void> {
  await session.client.query(`SELECT ${LOCK}`, [session.workspaceId])
  const removed = await run(
    session,
    `DELETE FROM tandem.snapshot_shelves WHERE workspace_id = $1 AND release = $2 AND (epoch <> $3 OR seq < $4)`,
    [release, epoch, asOf],
  )
  const begun = await run(
    session,
    `INSERT INTO tandem.snapshot_shelves (workspace_id, release, epoch, seq, expected_rows)
     SELECT c.workspace_id, $2, $3, c.seq, $4 FROM tandem.feed_counter c WHERE c.workspace_id = $1
     ON CONFLICT DO NOTHING`,
    [release, epoch, expectedRows],
  )
  if (removed > 0 || begun > 0) await clearParts(session)
}

const clearParts = (session: Session): Promise<number> =>
  run(session, 'DELETE FROM tandem.snapshot_parts WHERE workspace_id = $1 AND release = $2', [release])

/** Holds the shelf while it puts: who clears it waits, and removes this part too. */
export async function keepPart(
  session: Session,
  { epoch, asOf, table, after, last, count, isEnd, packed }: KeptPart,
): Promise<void> {
  await run(
    session,
    `WITH shelf AS (
       SELECT workspace_id, release FROM tandem.snapshot_shelves
       WHERE workspace_id = $1 AND release = $2 AND epoch = $3 AND seq <= $4 FOR KEY SHARE
     )
     INSERT INTO tandem.snapshot_parts
       (workspace_id, release, table_name, after_id, last_id, row_count, is_end, packed)
     SELECT workspace_id, release, $5, $6, $7, $8, $9, $10 FROM shelf ON CONFLICT DO NOTHING`,
    [release, epoch, asOf, table, after, last.id, count, isEnd, packed],
  )
}

/** Of all releases: another copy may be of an older one. Nobody begins another before this transaction ends. */
export async function clearShelf(session: Session, memory: PartMemory): Promise<void> {
  memory.forget(session.workspaceId)
  await session.client.query(`SELECT ${LOCK}`, [session.workspaceId])
  await run(session, 'DELETE FROM tandem.snapshot_shelves WHERE workspace_id = $1')
  await run(session, 'DELETE FROM tandem.snapshot_parts WHERE workspace_id = $1')
}

/** One that was begun so long ago leaves much to be pulled, and is not worth its room. */
const DAYS = 1
export async function purgeShelves(session: Session): Promise<number> {
  const old = `SELECT 1 FROM tandem.snapshot_shelves s WHERE s.workspace_id = $1 AND s.release = p.release
    AND s.begun_at > now() - interval '${DAYS} day'`
  await session.client.query(`SELECT ${LOCK}`, [session.workspaceId])
  await run(
    session,
    `DELETE FROM tandem.snapshot_shelves WHERE workspace_id = $1 AND begun_at <= now() - interval '${DAYS} day'`,
  )
  return run(session, `DELETE FROM tandem.snapshot_parts p WHERE workspace_id = $1 AND NOT EXISTS (${old})`)
}
