import { copyFileSync, existsSync } from 'node:fs'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Connection } from './types.ts'
import type { Migration } from './migration.ts'
import { withSqliteErrors } from './sqlite-error.ts'
import { close, openReader } from './open.ts'
import type { OpenOptions } from './open.ts'
import { migrations } from './migrations/index.ts'

const newestOf = (steps: readonly Migration[]): number => steps.at(-1)?.version ?? 0

export const schemaVersion = (db: Connection): number =>
  withSqliteErrors(() => Number(db.handle.pragma('user_version', { simple: true })))

/**
 * Refuses a file that a newer app has written, through a reading connection: nothing of the file changes.
 * Throws `db-from-future` with both versions, and what `openReader` throws.
 */
export function refuseFromFuture(options: OpenOptions, steps: readonly Migration[] = migrations): void {
  if (options.path === ':memory:' || !existsSync(options.path)) return
  const reader = openReader(options)
  const version = schemaVersion(reader)
  close(reader)
  const known = newestOf(steps)
  if (version > known) {
    throw new AppError(ErrorCode.DbFromFuture, 'The database was written by a newer version', {
      version,
      known,
    })
  }
}

/** Where a copy of the file lies that was put aside before the steps after `version`. */
export const copyPath = (path: string, version: number): string => `${path}.before-${version}`

/**
 * Brings the schema up to date, each step in a transaction of its own. A file that already holds data is copied first.
 * Throws `disk-full` and the like; the file is then as after the last whole step.
 */
export function migrate(db: Connection, path: string, steps: readonly Migration[] = migrations): void {
  withSqliteErrors(() => {
    const from = schemaVersion(db)
    const due = steps.filter(step => step.version > from)
    if (due.length === 0) return
    if (from > 0 && path !== ':memory:') putCopyAside(db, path, from)
    for (const step of due) apply(db, step)
  })
}

function putCopyAside(db: Connection, path: string, version: number): void {
  db.handle.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(path, copyPath(path, version))
}

function apply(db: Connection, step: Migration): void {
  db.handle.transaction(() => {
    db.handle.exec(step.sql)
    db.handle.pragma(`user_version = ${step.version}`)
  })()
}
