import type { SourceItem } from './problems.ts'

type Row = Extract<SourceItem, { kind: 'row' }>
type Flat = Readonly<Record<string, unknown>>

/** Columns of these begin a part of their own, one each row: several rows with the key of one record. */
const PARTS: Readonly<Record<string, string>> = { line: 'lines', charge: 'charges' }
const TRUE: ReadonlySet<string> = new Set(['true', 'yes', '1'])

/** A cell as what its column holds: numbers and moments in digits, lists apart by semicolons. */
function valueOf(name: string, cell: string): unknown {
  if (name === 'tags') return cell.split(';').map(tag => tag.trim())
  if (name === 'isActive') return TRUE.has(cell.toLowerCase())
  const isCounted = /(?:Minor|quantity|At|Since)$/u.test(name)
  return isCounted && /^\d{1,15}$/u.test(cell) ? Number(cell) : cell
}

/** One row: `customer.email` is the e-mail address of its customer, `line.title` the title of its one line. */
function nested(record: Flat): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [column, cell] of Object.entries(record)) {
    if (typeof cell !== 'string' || cell.trim() === '') continue
    const [first = '', second] = column.split('.', 2)
    const before = made[first]
    made[first] =
      second === undefined
        ? valueOf(first, cell.trim())
        : { ...(typeof before === 'object' ? before : {}), [second]: valueOf(second, cell.trim()) }
  }
  return made
}

const keyOf = (row: Row): string => {
  const { record } = row
  const key = typeof record === 'object' && record !== null && 'key' in record ? record.key : ''
  return typeof key === 'string' ? key.trim() : ''
}

function together(rows: readonly Row[]): Row | null {
  const [first] = rows
  if (!first) return null
  const parts: Record<string, unknown[]> = {}
  let record: Record<string, unknown> = {}
  for (const row of rows) {
    const all = nested(row.record as Flat)
    for (const [name, list] of Object.entries(PARTS)) {
      if (all[name] !== undefined) (parts[list] ??= []).push(all[name])
      delete all[name]
    }
    record = { ...all, ...record }
  }
  const raw = rows.map(row => row.raw).join('\n')
  return { kind: 'row', line: first.line, raw, record: { ...record, ...parts } }
}

/** Rows of a table as records with their parts; rows of one key that follow each other are one record. */
export async function* nestRecords(items: AsyncIterable<SourceItem>): AsyncGenerator<SourceItem> {
  let rows: Row[] = []
  for await (const item of items) {
    const first = rows[0]
    const isNext = item.kind === 'row' && first && keyOf(first) !== '' && keyOf(first) === keyOf(item)
    if (!isNext) {
      const whole = together(rows)
      if (whole) yield whole
      rows = []
    }
    if (item.kind === 'row') rows.push(item)
    else yield item
  }
  const last = together(rows)
  if (last) yield last
}
