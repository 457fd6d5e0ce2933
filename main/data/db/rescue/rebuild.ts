import { existsSync, rmSync, statSync } from 'node:fs'
import type { Rebuilt } from '../../../../shared/contract/session.ts'
import { AppError, ErrorCode } from '../../../../shared/errors.ts'
import { isReadable } from '../key-proof.ts'
import { migrate } from '../migrate.ts'
import { close, openReader, openWriter } from '../open.ts'
import type { OpenOptions } from '../open.ts'
import type { Connection } from '../types.ts'
import { createDatabase, write } from '../write.ts'
import type { Database } from '../write.ts'
import { markWhole, swapIn, unfinishedPath } from './paths.ts'
import { restoreLocalTables, restoreOutbox } from './restore.ts'
import { salvageOutbox } from './salvage-outbox.ts'
import type { SalvagedOutbox } from './salvage-outbox.ts'

const NOTHING_READABLE: SalvagedOutbox = { records: [], lost: new Set(), isCounted: false }
const SIDE_FILES = ['', '-wal', '-shm'] as const

/**
 * Makes a fresh database with everything of the damaged one that only this laptop has, and puts it in its place. The
 * damaged file is only read; it stays beside it unless nothing of it is missed. `replant` works out what the saved
 * entries touch. Cut off at any point, either the damaged file or the fresh one is there, whole.
 * Throws `disk-full`, `disk-read-only`; the damaged file is then where it was.
 */
export function rebuild(options: OpenOptions, replant: (fresh: Database) => void): Rebuilt {
  // One that was cut off after its new file was whole has nothing left to save.
  swapIn(options.path)
  const damaged = openDamaged(options)
  try {
    const outbox = damaged ? salvageOutbox(damaged) : NOTHING_READABLE
    makeFresh(options, database => {
      write(database, 'durable', tx => {
        if (damaged) restoreLocalTables(tx, damaged)
        restoreOutbox(tx, outbox)
      })
      replant(database)
    })
    if (damaged) close(damaged)
    return report(outbox, swapIn(options.path))
  } catch (error) {
    if (damaged) close(damaged)
    throw error
  }
}

/** Null when not even its first page says anything. Throws `data-unavailable` while the disk itself cannot be read. */
function openDamaged(options: OpenOptions): Connection | null {
  if (!existsSync(options.path) || statSync(options.path).size === 0) return null
  if (!isReadable(options.path))
    throw new AppError(ErrorCode.DataUnavailable, 'The database cannot be read for the moment')
  try {
    return openReader(options)
  } catch {
    return null
  }
}

function makeFresh({ path, key }: OpenOptions, fill: (database: Database) => void): void {
  const unfinished = unfinishedPath(path)
  for (const end of SIDE_FILES) rmSync(unfinished + end, { force: true })
  const db = openWriter({ path: unfinished, key })
  try {
    migrate(db, unfinished)
    fill(createDatabase(db, () => {}))
    db.handle.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    close(db)
  }
  markWhole(path)
}

function report({ records, lost, isCounted }: SalvagedOutbox, aside: string | null): Rebuilt {
  const isAllThere = isCounted && lost.size === 0
  if (isAllThere && aside !== null) for (const end of SIDE_FILES) rmSync(aside + end, { force: true })
  return {
    kept: records.filter(record => record['is_quiet'] === 0).length,
    lost: lost.size,
    isCounted,
    asideAt: isAllThere ? null : aside,
  }
}
