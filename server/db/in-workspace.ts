import type { Pool, PoolClient } from 'pg'
import { invariant } from '../../shared/assert.ts'
import { WorkspaceId } from '../../shared/domain/ids.ts'
import { TryAgain } from '../sync/store.ts'
import { codeOf } from './pool.ts'

const MAX_RUNS = 8
const AGAIN = new Set(['40001', '40P01'])

/** Name of the lock that holds the scope policy still. Shared by every writer of rows, exclusive for its change. */
export const policyLock = (workspace: string): string =>
  `hashtextextended('scope policy ' || ${workspace}, 0)`

/** One view for all statements of a read. */
const READ = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
export type AccessMode = 'read' | 'write' | 'sync'

/** One message to the database, so that opening costs one round trip. 'sync' holds the scope policy still. */
function openingOf(mode: AccessMode, workspaceId: string): string {
  const opening = `${mode === 'read' ? READ : 'BEGIN'}; SET LOCAL tandem.workspace = '${workspaceId}'`
  return mode === 'sync'
    ? `${opening}; SELECT pg_advisory_xact_lock_shared(${policyLock(`'${workspaceId}'`)})`
    : opening
}

/**
 * Runs `fn` in one transaction that sees this workspace only. Commits when it resolves, rolls back when it throws.
 * A deadlock, a serialisation failure or `TryAgain` runs it again, at most 8 times: `fn` must have no effect outside.
 */
export async function inWorkspace<T>(
  pool: Pool,
  { workspaceId, mode = 'write' }: { readonly workspaceId: string; readonly mode?: AccessMode },
  fn: (client: PoolClient) => Promise<T>,
): Promise<T> {
  // It becomes part of a statement.
  invariant(WorkspaceId.safeParse(workspaceId).success, 'a workspace id is a UUIDv7')
  return withSetting(pool, openingOf(mode, workspaceId), fn)
}

/** Runs `fn` in a transaction opened by the given statements. */
export async function withSetting<T>(
  pool: Pool,
  opening: string,
  fn: (client: PoolClient) => Promise<T>,
): Promise<T> {
  for (let runs = 1; ; runs += 1) {
    const client = await pool.connect()
    let isBroken = false
    try {
      await client.query(opening)
      const result = await fn(client)
      await client.query('COMMIT')
      return result
    } catch (error) {
      // A connection that cannot even roll back is not given to anybody else.
      isBroken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      )
      if (runs >= MAX_RUNS || !(error instanceof TryAgain || AGAIN.has(codeOf(error)))) throw error
    } finally {
      client.release(isBroken)
    }
  }
}
