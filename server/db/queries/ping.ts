import type { Pool } from 'pg'

/** Resolves when the database answers. */
export async function ping(pool: Pool): Promise<void> {
  await pool.query('SELECT 1')
}
