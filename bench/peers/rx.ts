import { createRxDatabase } from 'rxdb'
import type { RxCollection, RxJsonSchema } from 'rxdb'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import type { Column, ColumnKind } from '../../shared/domain/table.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { tables as registry } from '../../shared/domain/tables.ts'
import type { Sample } from '../lib/leg.ts'
import { hashTables, keyColumns } from '../lib/rows-in-memory.ts'
import type { Snapshot } from '../lib/rows-in-memory.ts'

type Document = Record<string, unknown>

const DOCUMENTS_PER_CALL = 2_000
const TYPES: Readonly<Record<ColumnKind, string | readonly string[]>> = {
  text: 'string',
  integer: 'number',
  real: 'number',
  flag: 'boolean',
  json: ['object', 'array', 'string', 'number', 'boolean'],
}

function propertyOf({ kind, nullable }: Column): object {
  const type = TYPES[kind]
  return nullable ? { type: [type, 'null'].flat() } : { type }
}

/** A collection a table, ids as primary keys; no other index, which is to the peer's advantage. */
function schemaOf(table: TableName): RxJsonSchema<Document> {
  const columns: Readonly<Record<string, Column>> = registry[table].columns
  const properties = Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, propertyOf(column)]),
  )
  return {
    title: table,
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { ...properties, id: { type: 'string', maxLength: 36 } },
    required: ['id'],
  } as RxJsonSchema<Document>
}

let made = 0

/** A database with a collection a table, in memory. */
export async function openRx(names: readonly TableName[]) {
  made += 1
  const database = await createRxDatabase({
    name: `bench${made}`,
    storage: getRxStorageMemory(),
    multiInstance: false,
  })
  await database.addCollections(
    Object.fromEntries(names.map(table => [table.toLowerCase(), { schema: schemaOf(table) }])),
  )
  const collectionOf = (table: TableName): RxCollection<Document> => {
    const collection = database.collections[table.toLowerCase()]
    if (!collection) throw new Error(`No collection ${table}`)
    return collection as RxCollection<Document>
  }
  return { database, collectionOf }
}

/** The same rows into RxDB with its memory storage: nothing reaches a disk. */
export async function fillRx({ tables }: Snapshot): Promise<Sample> {
  const { database } = await openRx(tables.map(({ table }) => table))
  try {
    const parts = tables.map(({ table, columns, rows }) => ({
      table,
      documents: rows.map((row): Document =>
        Object.fromEntries(columns.map((key, index) => [key, row[index]])),
      ),
    }))
    const startedAt = performance.now()
    for (const { table, documents } of parts) {
      const collection = database.collections[table.toLowerCase()]
      for (let at = 0; at < documents.length; at += DOCUMENTS_PER_CALL) {
        const answer = await collection?.bulkInsert(documents.slice(at, at + DOCUMENTS_PER_CALL))
        if (!answer || answer.error.length > 0) throw new Error('RxDB refused a document')
      }
    }
    const times = [performance.now() - startedAt]
    const found = new Map<TableName, readonly Document[]>()
    for (const { table } of parts) {
      const all = (await database.collections[table.toLowerCase()]?.find().exec()) ?? []
      found.set(
        table,
        all.map(document => document.toJSON() as Document),
      )
    }
    const read = hashTables(table =>
      (found.get(table) ?? []).map(document => keyColumns(table).map(key => document[key] ?? null)),
    )
    return { times, ...read }
  } finally {
    await database.close()
  }
}
