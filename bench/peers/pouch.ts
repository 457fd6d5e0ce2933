import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Sample } from '../lib/leg.ts'
import { hashTables, keyColumns } from '../lib/rows-in-memory.ts'
import type { Snapshot } from '../lib/rows-in-memory.ts'

type Document = { readonly _id: string } & Readonly<Record<string, unknown>>
type PouchStore = {
  readonly bulkDocs: (
    documents: readonly Document[],
  ) => Promise<readonly ({ readonly ok: true } | { readonly error: boolean })[]>
  readonly allDocs: (query: object) => Promise<{ readonly rows: readonly { readonly doc: Document }[] }>
  readonly destroy: () => Promise<unknown>
}
type Pouch = new (name: string) => PouchStore

const DOCUMENTS_PER_CALL = 2_000

/** The same rows into PouchDB on LevelDB: one document a row, as its own guide says to load many. */
export async function fillPouch(folder: string, { tables }: Snapshot): Promise<Sample> {
  const PouchDB = createRequire(import.meta.url)('pouchdb') as Pouch
  const store = new PouchDB(join(folder, 'pouch'))
  try {
    const documents = tables.flatMap(({ table, columns, rows }) =>
      rows.map((row): Document => {
        const values = Object.fromEntries(columns.map((key, index) => [key, row[index]]))
        return { _id: `${table}/${String(values['id'])}`, ...values }
      }),
    )
    const startedAt = performance.now()
    for (let at = 0; at < documents.length; at += DOCUMENTS_PER_CALL) {
      const answers = await store.bulkDocs(documents.slice(at, at + DOCUMENTS_PER_CALL))
      if (answers.some(answer => 'error' in answer)) throw new Error('PouchDB refused a document')
    }
    const times = [performance.now() - startedAt]
    const all = await store.allDocs({ include_docs: true })
    const byTable = Map.groupBy(all.rows, ({ doc }) => doc._id.slice(0, doc._id.indexOf('/')))
    const read = hashTables(table =>
      (byTable.get(table) ?? []).map(({ doc }) => keyColumns(table).map(key => doc[key] ?? null)),
    )
    return { times, ...read }
  } finally {
    await store.destroy()
  }
}
