import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrate } from '../../main/data/db/migrate.ts'
import { sqliteStore } from '../../main/data/db/sqlite-store.ts'
import type { Connection, ReadableDb } from '../../main/data/db/types.ts'
import { createDatabase } from '../../main/data/db/write.ts'
import { openReader } from '../../main/data/db/open.ts'
import { fileIn, KEY } from './laptop.ts'
import type { BenchLaptop } from './laptop.ts'

/** As main/data/db/open.ts, without cipher and key. The product has no such file; only this comparison makes one. */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'wal_autocheckpoint = 4000',
  'secure_delete = ON',
  'foreign_keys = ON',
  'temp_store = MEMORY',
] as const

const CACHE_KIB = { filling: -64_000, working: -24_000 }

export function openPlainLaptop(folder: string): BenchLaptop {
  const path = fileIn(folder)
  const handle = new Sqlite(path)
  for (const pragma of PRAGMAS) handle.pragma(pragma)
  handle.pragma(`cache_size = ${CACHE_KIB.filling}`)
  const db: Connection = { handle, statements: new Map() }
  migrate(db, path)
  return {
    path,
    db,
    store: sqliteStore(createDatabase(db, () => {})),
    onCommit: () => {},
    reader: () => openPlainReader(path),
    close: () => {
      db.statements.clear()
      handle.close()
    },
  }
}

export function openPlainReader(path: string): ReadableDb {
  const handle = new Sqlite(path, { readonly: true, fileMustExist: true })
  handle.pragma(`cache_size = ${CACHE_KIB.working}`)
  handle.pragma('temp_store = MEMORY')
  return { handle, statements: new Map() } as Connection as ReadableDb
}

export const openEncryptedReader = (path: string): ReadableDb => openReader({ path, key: KEY })

/** How many files below a folder hold these bytes. */
export async function filesWith(folder: string, marker: string): Promise<number> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  let count = 0
  for (const entry of names)
    if (entry.isFile() && (await holds(join(entry.parentPath, entry.name), marker))) count += 1
  return count
}

async function holds(path: string, marker: string): Promise<boolean> {
  const wanted = Buffer.from(marker)
  let tail = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
    const bytes = Buffer.concat([tail, chunk as Buffer])
    if (bytes.includes(wanted)) return true
    tail = bytes.subarray(Math.max(0, bytes.length - wanted.length))
  }
  return false
}
