import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { TableName } from '../../shared/domain/tables.ts'
import { fromSql, shape } from '../../main/data/db/row-codec.ts'
import type { Sample } from '../lib/leg.ts'
import type { BoundRows } from '../lib/rows-in-memory.ts'
import { hashTables, keyColumns } from '../lib/rows-in-memory.ts'
import { openRx } from './rx.ts'

/** Rows of a catch-up as documents, the newest of each. */
type Document = { readonly id: string } & Readonly<Record<string, unknown>>
export type Documents = ReadonlyMap<TableName, readonly Document[]>

export function documentsOf(parts: readonly BoundRows[]): Documents {
  const byTable = new Map<TableName, Map<string, Document>>()
  for (const { table, rows } of parts) {
    const documents = byTable.get(table) ?? new Map<string, Document>()
    byTable.set(table, documents)
    for (const values of rows) {
      const { columns } = shape(table)
      const fields = columns.map((column, index) => [column.key, fromSql(column, values[index] ?? null)])
      // Behind the columns stand what is unknown and the version, where they stand at all.
      const feedVersion = Number(values[columns.length + 1] ?? 0)
      const document = { ...Object.fromEntries(fields), feedVersion } as unknown as Document
      documents.set(document.id, document)
    }
  }
  return new Map([...byTable].map(([table, documents]) => [table, [...documents.values()]]))
}

const CALL = 2_000
const hashOf = (byTable: Documents): { hash: string; rows: number } =>
  hashTables(table =>
    (byTable.get(table) ?? []).map(row => [
      ...keyColumns(table).map(key => row[key] ?? null),
      row['feedVersion'],
    ]),
  )

type PouchDocument = { readonly _id: string; readonly _rev?: string } & Readonly<Record<string, unknown>>
type PouchStore = {
  readonly bulkDocs: (documents: readonly PouchDocument[]) => Promise<readonly object[]>
  readonly allDocs: (query: object) => Promise<{
    readonly rows: readonly {
      readonly id?: string
      readonly value?: { readonly rev: string }
      readonly doc?: PouchDocument
    }[]
  }>
  readonly destroy: () => Promise<unknown>
}
type Pouch = new (name: string) => PouchStore

const keyed = (byTable: Documents): PouchDocument[] =>
  [...byTable].flatMap(([table, documents]) =>
    documents.map(document => ({ _id: `${table}/${document.id}`, ...document })),
  )

async function pouchPut(store: PouchStore, documents: readonly PouchDocument[]): Promise<void> {
  for (let at = 0; at < documents.length; at += CALL) {
    const answers = await store.bulkDocs(documents.slice(at, at + CALL))
    if (answers.some(answer => 'error' in answer)) throw new Error('PouchDB refused a document')
  }
}

/** The laptop as it went offline in PouchDB, then the changes: revisions asked for in one call, documents put in many. */
export async function catchUpPouch(folder: string, before: Documents, changes: Documents): Promise<Sample> {
  const PouchDB = createRequire(import.meta.url)('pouchdb') as Pouch
  const store = new PouchDB(join(folder, 'pouch'))
  try {
    await pouchPut(store, keyed(before))
    const changed = keyed(changes)
    const startedAt = performance.now()
    const known = await store.allDocs({ keys: changed.map(({ _id }) => _id) })
    const revs = new Map(
      known.rows.flatMap(({ id, value }) => (id && value ? [[id, value.rev] as const] : [])),
    )
    await pouchPut(
      store,
      changed.map(document => {
        const rev = revs.get(document._id)
        return rev === undefined ? document : { ...document, _rev: rev }
      }),
    )
    const times = [performance.now() - startedAt]
    const all = await store.allDocs({ keys: changed.map(({ _id }) => _id), include_docs: true })
    const found = Map.groupBy(
      all.rows.flatMap(({ doc }) => doc ?? []),
      ({ _id }) => _id.slice(0, _id.indexOf('/')) as TableName,
    )
    return { times, ...hashOf(found as unknown as Documents) }
  } finally {
    await store.destroy()
  }
}

/** The same in RxDB's memory storage: nothing reaches a disk. */
export async function catchUpRx(before: Documents, changes: Documents): Promise<Sample> {
  const { database, collectionOf } = await openRx([...new Set([...before.keys(), ...changes.keys()])])
  try {
    for (const [table, documents] of before)
      for (let at = 0; at < documents.length; at += CALL)
        await collectionOf(table).bulkInsert(documents.slice(at, at + CALL))
    const startedAt = performance.now()
    for (const [table, documents] of changes)
      for (let at = 0; at < documents.length; at += CALL) {
        const { error } = await collectionOf(table).bulkUpsert(documents.slice(at, at + CALL))
        if (error.length > 0) throw new Error('RxDB refused a document')
      }
    const times = [performance.now() - startedAt]
    const found = new Map<TableName, readonly Document[]>()
    for (const [table, documents] of changes) {
      const byId = await collectionOf(table)
        .findByIds(documents.map(({ id }) => id))
        .exec()
      found.set(
        table,
        [...byId.values()].map(document => document.toJSON() as Document),
      )
    }
    return { times, ...hashOf(found) }
  } finally {
    await database.close()
  }
}
