import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { close, openReader, openWriter } from '../../main/data/db/open.ts'
import { migrate, refuseFromFuture } from '../../main/data/db/migrate.ts'
import { migrations } from '../../main/data/db/migrations/index.ts'
import { sqliteStore } from '../../main/data/db/sqlite-store.ts'
import { createDatabase } from '../../main/data/db/write.ts'
import type { Changed, Database } from '../../main/data/db/write.ts'
import type { ReadableDb } from '../../main/data/db/types.ts'
import type { LaptopStore } from '../../main/data/sync/store.ts'
import { quickFolder } from './at-the-end.ts'

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

const TEMPLATES = join(import.meta.dirname, '..', '..', 'out', 'test-laptops')
let template: string | null = null

/**
 * A migrated empty file to copy: the schema's many tables take longer to make than most tests to run. Made once for
 * each schema there ever was; whoever makes the same at the same time makes the same.
 */
function templateFile(): string {
  if (template !== null) return template
  const schema = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
  const path = join(TEMPLATES, `${schema}.db`)
  if (!existsSync(path)) makeTemplate(path)
  template = path
  return path
}

function makeTemplate(target: string): void {
  mkdirSync(TEMPLATES, { recursive: true })
  const folder = mkdtempSync(join(TEMPLATES, 'making-'))
  try {
    const path = join(folder, 'tandem.db')
    const db = openWriter({ path, key: TEST_KEY })
    migrate(db, path)
    close(db)
    renameSync(path, target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A laptop's database in a temporary folder that goes when it is closed, or in the folder given. */
export function openLaptopDatabase(
  given: { readonly folder?: string; readonly key?: string } = {},
): LaptopDatabase {
  const folder = given.folder ?? quickFolder('laptop')
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
