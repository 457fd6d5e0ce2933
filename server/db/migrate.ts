import type { Client } from 'pg'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations } from './migrations/index.ts'

/** Any number: hubs that start together take turns on it. */
const LOCK = 7_420_001

const FOUNDATION = `
  DO $$ BEGIN
    CREATE ROLE tandem_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
  CREATE SCHEMA IF NOT EXISTS tandem;
  GRANT USAGE ON SCHEMA tandem TO tandem_app;
  CREATE TABLE IF NOT EXISTS tandem.migrations (
    version bigint PRIMARY KEY,
    name text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  );
  ALTER TABLE tandem.migrations ENABLE ROW LEVEL SECURITY;
`

/**
 * Brings the schema up to date, one transaction a step; several hubs may start at once.
 * Throws `db-from-future` when the database knows a step this build does not.
 */
export async function migrate(
  owner: Client,
  steps: readonly Migration[] = migrations,
): Promise<readonly number[]> {
  await owner.query(`SELECT pg_advisory_lock(${LOCK})`)
  try {
    await owner.query(FOUNDATION)
    const { rows } = await owner.query<{ version: string }>('SELECT version FROM tandem.migrations')
    const applied = new Set(rows.map(row => Number(row.version)))
    assertKnown(applied, steps)
    const missing = steps.filter(step => !applied.has(step.version))
    for (const step of missing) await run(owner, step)
    return missing.map(step => step.version)
  } finally {
    await owner.query(`SELECT pg_advisory_unlock(${LOCK})`)
  }
}

function assertKnown(applied: ReadonlySet<number>, steps: readonly Migration[]): void {
  const newest = Math.max(0, ...steps.map(step => step.version))
  const found = Math.max(0, ...applied)
  if (found <= newest) return
  throw new AppError(ErrorCode.DbFromFuture, 'The database belongs to a newer hub', { found, newest })
}

async function run(owner: Client, { version, name, sql }: Migration): Promise<void> {
  await owner.query('BEGIN')
  try {
    await owner.query(sql)
    await owner.query('INSERT INTO tandem.migrations (version, name) VALUES ($1, $2)', [version, name])
    await owner.query('COMMIT')
  } catch (error) {
    await owner.query('ROLLBACK')
    throw error
  }
}
