import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import { openClient } from './pool.ts'

/** Oldest PostgreSQL the schema and its statements are tried on, as server_version_num counts. */
const OLDEST = 150_000

/** Throws `hub-refused` naming both versions when the server is too old, before anything is changed in it. */
export async function assertServerVersion(url: string, log: Log): Promise<void> {
  const client = await openClient(url, log)
  try {
    const { rows } = await client.query<{ number: number; name: string }>(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name`,
    )
    const found = rows[0]
    if (found && found.number >= OLDEST) return
    throw new AppError(ErrorCode.HubRefused, 'This PostgreSQL is too old: the hub needs 15 or newer', {
      found: found?.name ?? 'unknown',
    })
  } finally {
    await client.end()
  }
}
