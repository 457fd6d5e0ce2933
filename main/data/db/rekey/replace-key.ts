import { closeSync, existsSync, fsyncSync, openSync, renameSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError, ErrorCode } from '../../../../shared/errors.ts'
import { keepKeyProof } from '../key-proof.ts'
import { markFileKeysDue } from '../store-blob-keys.ts'
import { close, openCopy, openReader, openWriter, setKey } from '../open.ts'
import type { OpenOptions } from '../open.ts'
import { syncFolder } from '../rescue/paths.ts'
import { withSqliteErrors } from '../sqlite-error.ts'
import type { Connection } from '../types.ts'
import { copyWhole } from './copy-whole.ts'
import type { CopyMarks } from './copy-whole.ts'
import { rekeyingPath, removeMigrationCopies, removeUnfinishedRekey } from './paths.ts'

export type RekeyNeeds = {
  /** Size of what is to be locked anew. */
  readonly bytes: number
  readonly freeBytes: number
  readonly neededBytes: number
}
export type RekeyTell = {
  /** Share that is copied, 0 to 1. */
  readonly copied: (share: number) => void
  /** The copy is whole: from now on it can be watched how it changes. */
  readonly marked: (marks: CopyMarks) => void
}

/** Room for everything else that writes meanwhile. */
const SPARE_BYTES = 64 * 2 ** 20

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

/** What replacing the key asks of the disk: there are two copies for a while. */
export function rekeyNeeds(path: string): RekeyNeeds {
  return withSqliteErrors(() => {
    const bytes = sizeOf(path) + sizeOf(`${path}-wal`)
    const { bavail, bsize } = statfsSync(dirname(path))
    return { bytes, freeBytes: bavail * bsize, neededBytes: bytes + SPARE_BYTES }
  })
}

function refuseLittleRoom(path: string): void {
  const { freeBytes, neededBytes } = rekeyNeeds(path)
  if (freeBytes >= neededBytes) return
  throw new AppError(ErrorCode.DiskFull, 'There is too little room to replace the key', {
    freeBytes,
    neededBytes,
  })
}

/**
 * The file alone is the whole database, and nobody else opens it until this connection is closed: neither a process
 * that outlived its app nor the one that was started after it.
 */
function holdAlone(options: OpenOptions): Connection {
  const db = openWriter(options)
  try {
    const mode: unknown = db.handle.pragma('journal_mode = DELETE', { simple: true })
    if (mode !== 'delete') throw new AppError(ErrorCode.DbLocked, 'Somebody else has the database open')
    db.handle.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    close(db)
    throw error
  }
}

type Figures = Readonly<Record<'pages' | 'pageBytes' | 'schema' | 'unsent', number>>

/** What must be the same in the file and in its copy under another key. */
function figuresOf(db: Connection): Figures {
  const pragma = (name: string): number => Number(db.handle.pragma(name, { simple: true }))
  const unsent = db.handle.prepare('SELECT count(*) FROM outbox').pluck().get()
  return {
    pages: pragma('page_count'),
    pageBytes: pragma('page_size'),
    schema: pragma('user_version'),
    unsent: Number(unsent),
  }
}

/**
 * Nobody else knows the copy and it can be made again: it is written without journal and without waiting. Answers what
 * is in it.
 */
function lockAnew(options: OpenOptions, nextKey: string, expected: Figures): Figures {
  const db = openCopy(options)
  let figures: Figures
  try {
    refuseOther(figuresOf(db), expected)
    markFileKeysDue(db)
    figures = figuresOf(db)
    setKey(db, nextKey)
  } finally {
    close(db)
  }
  const file = openSync(options.path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return figures
}

function refuseOther(found: Figures, expected: Figures): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new AppError(ErrorCode.Internal, 'The copy under the new key is not what was copied')
}

function refuseOtherCopy(copy: OpenOptions, expected: Figures): void {
  const db = openReader(copy)
  try {
    refuseOther(figuresOf(db), expected)
  } finally {
    close(db)
  }
}

function exchange(path: string, held: Connection): void {
  // Windows renames over nothing that is open. Who opens the file in between keeps it: then the rename fails.
  if (process.platform === 'win32') close(held)
  renameSync(rekeyingPath(path), path)
  syncFolder(path)
}

function makeAndExchange(options: OpenOptions, nextKey: string, tell: RekeyTell): void {
  const { path } = options
  // Opened before SQLite opens the file: closing any descriptor of a file lets go of every lock its process has there.
  const source = openSync(path, 'r')
  try {
    const held = holdAlone(options)
    try {
      const figures = figuresOf(held)
      const target = rekeyingPath(path)
      tell.marked(copyWhole({ ...figures, source, target, tell: tell.copied }))
      const locked = lockAnew({ path: target, key: options.key }, nextKey, figures)
      refuseOtherCopy({ path: target, key: nextKey }, locked)
      removeMigrationCopies(path)
      exchange(path, held)
    } finally {
      close(held)
    }
  } finally {
    closeSync(source)
  }
}

/**
 * Puts a copy of the database under another key in its place. Cut off at any point the file is whole, under the old key
 * or under the new one: whoever keeps both until this has ended loses nothing. The place is closed.
 * Throws `disk-full` (with `freeBytes` and `neededBytes` where it was seen beforehand), `db-locked`, `db-key-wrong`,
 * `db-corrupt`; the file is then as it was.
 */
export function replaceKey(options: OpenOptions, nextKey: string, tell: RekeyTell): void {
  withSqliteErrors(() => {
    removeUnfinishedRekey(options.path)
    refuseLittleRoom(options.path)
    try {
      makeAndExchange(options, nextKey, tell)
    } finally {
      removeUnfinishedRekey(options.path)
    }
    keepKeyProof({ path: options.path, key: nextKey })
  })
}
