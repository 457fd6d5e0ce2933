import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { shape } from '../../main/data/db/row-codec.ts'
import type { Connection } from '../../main/data/db/types.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import { tables } from '../../shared/domain/tables.ts'
import { hashTables, keyColumns } from './rows-in-memory.ts'

/** Rows as they lie in a file of lines: a head for each table, then its values in the order of the head's columns. */
type Head = { readonly table: TableName; readonly columns: readonly string[] }
export type Parsed = ReadonlyMap<
  TableName,
  { readonly columns: readonly string[]; readonly rows: unknown[][] }
>

export type RowSource = Iterable<Head & { readonly rows: Iterable<readonly unknown[]> }>

/** Writes rows as lines; answers how many bytes. */
export async function writeRows(path: string, source: RowSource): Promise<number> {
  const file = createWriteStream(path)
  for (const { table, columns, rows } of source) {
    file.write(`${JSON.stringify({ table, columns })}\n`)
    for (const row of rows) if (!file.write(`${JSON.stringify(row)}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
  return file.bytesWritten
}

const NEW_LINE = 0x0a

/** One GET of the bytes, and every line parsed. */
export async function getAndParse(url: string): Promise<{ readonly ms: number; readonly parsed: Parsed }> {
  const startedAt = performance.now()
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  const parsed = new Map<TableName, { columns: readonly string[]; rows: unknown[][] }>()
  let rows: unknown[][] = []
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(NEW_LINE, at)
    const line = JSON.parse(bytes.toString('utf8', at, end)) as unknown[] | Head
    if (Array.isArray(line)) rows.push(line)
    else {
      rows = []
      parsed.set((line as Head).table, { columns: (line as Head).columns, rows })
    }
    at = end + 1
  }
  return { ms: performance.now() - startedAt, parsed }
}

export const hashParsed = (parsed: Parsed): { hash: string; rows: number } =>
  hashTables(table => {
    const found = parsed.get(table)
    if (!found) return []
    const places = keyColumns(table).map(key => found.columns.indexOf(key))
    return found.rows.map(row => places.map(place => row[place]))
  })

/** Tables of what was said and done on a ticket, in the order a snapshot sends them. */
export const TICKET_TABLES = [
  'threads',
  'messages',
  'notes',
  'attachments',
  'events',
] as const satisfies readonly TableName[]
type OfTicket = 'tickets' | (typeof TICKET_TABLES)[number]

const idColumn = (table: OfTicket): string => (table === 'tickets' ? 'id' : 'ticket_id')

/** Everything of some tickets, out of a laptop. */
export function* rowsOfTickets({ handle }: Connection, ids: readonly string[]): RowSource {
  for (const table of ['tickets', ...TICKET_TABLES] as const) {
    const columns = keyColumns(table)
    const { name, byKey } = shape(table)
    const list = columns.map(key => byKey.get(key)?.name ?? key).join(', ')
    const sql = `SELECT ${list} FROM ${name} WHERE ${idColumn(table)} IN (SELECT value FROM json_each(?))`
    yield { table, columns, rows: handle.prepare(sql).raw(true).all(JSON.stringify(ids)) as unknown[][] }
  }
}

export const hashTickets = (db: Connection, ids: readonly string[]): { hash: string; rows: number } =>
  hashParsed(
    new Map(
      [...rowsOfTickets(db, ids)].map(({ table, columns, rows }) => [
        table,
        { columns, rows: [...rows] as unknown[][] },
      ]),
    ),
  )

/** Looks whether as many rows of some tickets are there as should be; the tables that come last first. */
export function ticketsAreHere(
  { handle }: Connection,
  ids: readonly string[],
  expected: ReadonlyMap<TableName, number>,
): () => boolean {
  const wanted = JSON.stringify(ids)
  const counts = (['tickets', ...TICKET_TABLES] as const).toReversed().map(table => ({
    table,
    statement: handle
      .prepare(
        `SELECT count(*) FROM ${shape(table).name} WHERE ${idColumn(table)} IN (SELECT value FROM json_each(?))`,
      )
      .pluck(),
  }))
  return () =>
    counts.every(({ table, statement }) => Number(statement.get(wanted)) === (expected.get(table) ?? 0))
}

/** Rows of whole tables of a laptop, all columns. */
export function* rowsOfTables({ handle }: Connection, names: readonly TableName[]): RowSource {
  for (const table of names) {
    const columns = Object.keys(tables[table].columns)
    const { name, byKey } = shape(table)
    const list = columns.map(key => byKey.get(key)?.name ?? key).join(', ')
    yield {
      table,
      columns,
      rows: handle.prepare(`SELECT ${list} FROM ${name}`).raw(true).iterate() as Iterable<unknown[]>,
    }
  }
}
