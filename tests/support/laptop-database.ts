import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { close, openReader, openWriter } from '../../main/data/db/open.ts'
import { migrate, refuseFromFuture } from '../../main/data/db/migrate.ts'
import { sqliteStore } from '../../main/data/db/sqlite-store.ts'
import { createDatabase } from '../../main/data/db/write.ts'
import type { Changed, Database } from '../../main/data/db/write.ts'
import type { ReadableDb } from '../../main/data/db/types.ts'
import type { LaptopStore } from '../../main/data/sync/store.ts'

/** A key of 32 bytes; each test may use its own. */
export const TEST_KEY = '5e'.repeat(32)

export type LaptopDatabase = {
  readonly path: string
  readonly database: Database
  readonly store: LaptopStore
  /** A connection of its own, as the reader thread has one. */
  readonly reader: () => ReadableDb
  /** The store as a fresh start of the process sees it. */
  readonly reopened: () => LaptopStore
  /** What each committed transaction announced. */
  readonly announced: Changed[]
  readonly close: () => void
}

let template: string | null = null

/** A migrated empty file to copy: the schema's many tables take longer to make than most tests to run. */
function templateFile(): string {
  if (template !== null) return template
  const folder = mkdtempSync(join(tmpdir(), 'tandem-template-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const options = { path: join(folder, 'tandem.db'), key: TEST_KEY }
  const db = openWriter(options)
  migrate(db, options.path)
  close(db)
  template = options.path
  return template
}

/** A laptop's database in a temporary folder that goes when it is closed, or in the folder given. */
export function openLaptopDatabase(
  given: { readonly folder?: string; readonly key?: string } = {},
): LaptopDatabase {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'tandem-laptop-'))
  const options = { path: join(folder, 'tandem.db'), key: given.key ?? TEST_KEY }
  if (!existsSync(options.path) && options.key === TEST_KEY) copyFileSync(templateFile(), options.path)
  refuseFromFuture(options)
  const announced: Changed[] = []
  const database = createDatabase(openWriter(options), changed => announced.push(new Map(changed)))
  migrate(database.db, options.path)
  const readers: ReadableDb[] = []
  return {
    path: options.path,
    database,
    store: sqliteStore(database),
    reader: () => {
      const reader = openReader(options)
      readers.push(reader)
      return reader
    },
    reopened: () => sqliteStore(createDatabase(database.db, () => {})),
    announced,
    close: () => {
      for (const reader of readers) close(reader)
      close(database.db)
      if (!given.folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}
