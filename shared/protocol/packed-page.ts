import { z } from 'zod'
import { FeedEntry, PullAnswer } from './pull.ts'

// Names of columns are a fifth of what a page of the feed weighs, packed. A client that asks for it gets them once a page.

type Json = Readonly<Record<string, unknown>>
type Columns = Record<string, readonly string[]>

/** Table and values of a row, in the order of the page's `columns` of that table. */
const PackedRow = z.tuple([z.string()]).rest(z.unknown())
const PlainRow = z.object({ table: z.string(), id: z.string(), row: z.record(z.string(), z.unknown()) })
/** The same behind its number. */
const PackedRowEntry = z.tuple([z.int(), z.string()]).rest(z.unknown())
const PackedEnter = z.object({
  kind: z.literal('enter'),
  seq: z.int(),
  customerId: z.string(),
  rows: z.array(z.union([PackedRow, PlainRow])),
})

/** A page asked for with `values=1`. Rows that have other columns than those of the page come as in a plain one. */
export const PackedPage = PullAnswer.options[0].extend({
  columns: z.record(z.string(), z.array(z.string())),
  entries: z.array(z.union([PackedRowEntry, PackedEnter, FeedEntry])),
})
export type PackedPage = z.infer<typeof PackedPage>

/** Values in the order of the table's columns, which its first row names; null for a row that has others. */
function valuesOf(columns: Columns, table: string, row: Json): readonly unknown[] | null {
  const names = (columns[table] ??= Object.keys(row))
  const isSame = names.length === Object.keys(row).length && names.every(name => Object.hasOwn(row, name))
  return isSame ? names.map(name => row[name]) : null
}

function packEntry(columns: Columns, entry: FeedEntry): PackedPage['entries'][number] {
  if (entry.kind === 'row') {
    const values = valuesOf(columns, entry.table, entry.row)
    return values ? [entry.seq, entry.table, ...values] : entry
  }
  if (entry.kind !== 'enter') return entry
  return {
    ...entry,
    rows: entry.rows.map(row => {
      const values = valuesOf(columns, row.table, row.row)
      return values ? ([row.table, ...values] as [string, ...unknown[]]) : row
    }),
  }
}

/** What the hub says to whoever asks for values; other answers stay as they are. */
export function packPage(answer: PullAnswer): PullAnswer | PackedPage {
  if (answer.kind !== 'page') return answer
  const columns: Columns = {}
  const entries = answer.entries.map(entry => packEntry(columns, entry))
  return { ...answer, columns: columns as Record<string, string[]>, entries }
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Null where the values are not those of the columns: whoever parses it refuses the page. */
function rowFrom(columns: Json, [table, ...values]: readonly unknown[]): Json | null {
  const names: unknown = typeof table === 'string' ? columns[table] : null
  if (!Array.isArray(names) || names.length !== values.length) return null
  const row = Object.fromEntries(names.map((name, index) => [String(name), values[index]]))
  return { table, id: row['id'], row }
}

function unpackEntry(columns: Json, entry: unknown): unknown {
  if (Array.isArray(entry)) {
    const [seq, ...rest] = entry as readonly unknown[]
    const row = rowFrom(columns, rest)
    return row && { kind: 'row', seq, ...row }
  }
  if (!isRecord(entry) || entry['kind'] !== 'enter' || !Array.isArray(entry['rows'])) return entry
  return {
    ...entry,
    rows: entry['rows'].map((row: unknown) =>
      Array.isArray(row) ? rowFrom(columns, row as readonly unknown[]) : row,
    ),
  }
}

/** A packed page as a plain one, before it is parsed; everything else, also what an older hub says, as it is. */
export function unpackPage(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value['columns']) || !Array.isArray(value['entries'])) return value
  const { columns, entries, ...page } = value
  return {
    ...page,
    entries: (entries as readonly unknown[]).map(entry => unpackEntry(columns as Json, entry)),
  }
}
