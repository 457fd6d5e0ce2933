import type { Pool, PoolClient } from 'pg'
import { invariant } from '../../shared/assert.ts'
import { WorkspaceId } from '../../shared/domain/ids.ts'
import { TryAgain } from '../sync/store.ts'
import type { EndWith } from '../sync/store.ts'
import { together } from '../sync/together.ts'
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

type Work<T> = (client: PoolClient, endWith: EndWith) => Promise<T>

/**
 * Runs `fn` in one transaction that sees this workspace only. Commits when it resolves, rolls back when it throws.
 * A deadlock, a serialisation failure or `TryAgain` runs it again, at most 8 times: `fn` must have no effect outside.
 */
export async function inWorkspace<T>(
  pool: Pool,
  { workspaceId, mode = 'write' }: { readonly workspaceId: string; readonly mode?: AccessMode },
  fn: Work<T>,
): Promise<T> {
  // It becomes part of a statement.
  invariant(WorkspaceId.safeParse(workspaceId).success, 'a workspace id is a UUIDv7')
  return withSetting(pool, { opening: openingOf(mode, workspaceId), isRead: mode === 'read' }, fn)
}

type Setting = {
  readonly opening: string
  /** Nothing was written: the answer need not wait for the transaction's end. */
  readonly isRead?: boolean
}

/** Runs `fn` in a transaction opened by the given statements. */
export async function withSetting<T>(
  pool: Pool,
  { opening, isRead = false }: Setting,
  fn: Work<T>,
): Promise<T> {
  for (let runs = 1; ; runs += 1) {
    const client = await pool.connect()
    /** A connection that cannot even end its transaction is not given to anybody else. */
    const end = (how: 'COMMIT' | 'ROLLBACK'): Promise<void> =>
      client.query(how).then(
        () => client.release(),
        () => client.release(true),
      )
    let last: Promise<unknown> = Promise.resolve()
    const endWith: EndWith = statement => {
      last = statement
      // Told below, with the commit that it turned into a roll-back.
      statement.catch(() => {})
    }
    let result: T
    try {
      // The first statements travel right behind the opening. Where that fails they find no transaction, and no workspace.
      ;[, result] = await together([client.query(opening), fn(client, endWith)])
      if (!isRead) await together([last, client.query('COMMIT')])
    } catch (error) {
      await end('ROLLBACK')
      if (runs >= MAX_RUNS || !(error instanceof TryAgain || AGAIN.has(codeOf(error)))) throw error
      continue
    }
    if (isRead) void end('COMMIT')
    else client.release()
    return result
  }
}
