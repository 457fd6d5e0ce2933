import type { PoolClient } from 'pg'

type Window = {
  readonly key: string
  readonly windowStartMs: number
  /** Length of every window. */
  readonly windowMs: number
}

/** The policy of the table shows one key at a time. Needs a transaction. */
const choose = (client: PoolClient, key: string): Promise<unknown> =>
  client.query(`SELECT set_config('tandem.attempt_key', $1, true)`, [key])

/** Counts one attempt and answers how many the window now has. */
export async function countAttempt(
  client: PoolClient,
  { key, windowStartMs, windowMs }: Window,
): Promise<number> {
  await choose(client, key)
  const { rows } = await client.query<{ count: number }>(
    `INSERT INTO sign_in_attempts (key, window_start_ms, count) VALUES ($1, $2, 1)
     ON CONFLICT (key, window_start_ms) DO UPDATE SET count = sign_in_attempts.count + 1
     RETURNING count`,
    [key, windowStartMs],
  )
  // The window before stays: attempts that began in it, or on a copy whose clock is late, must meet its count.
  await client.query('DELETE FROM sign_in_attempts WHERE key = $1 AND window_start_ms < $2', [
    key,
    windowStartMs - windowMs,
  ])
  return rows[0]?.count ?? 1
}

/** Takes one attempt back: it turned out to be the right password. */
export async function forgiveAttempt(
  client: PoolClient,
  { key, windowStartMs }: Omit<Window, 'windowMs'>,
): Promise<void> {
  await choose(client, key)
  await client.query(
    'UPDATE sign_in_attempts SET count = count - 1 WHERE key = $1 AND window_start_ms = $2 AND count > 0',
    [key, windowStartMs],
  )
}
