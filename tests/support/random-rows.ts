import fc from 'fast-check'
import type { Column } from '../../shared/domain/table.ts'
import { tableOf } from '../../shared/domain/codec.ts'
import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import type { AnyMutation, LoadedRows, Read, Reads } from '../../shared/mutations/define.ts'
import { nextReads } from '../../shared/mutations/read-steps.ts'
import { idOf } from './builders.ts'

const address = fc.record({ name: fc.option(fc.string()), address: fc.string() })
const LISTS_OF_ADDRESSES = new Set(['to', 'cc'])
const RECORDS = new Set(['fields', 'facts', 'environment'])

const ms = fc.integer({ min: 0, max: 2_000_000_000_000 })
const clock = fc.record({
  limitMs: fc.integer({ min: 60_000, max: 500_000_000 }),
  warnMs: fc.integer({ min: 0, max: 60_000 }),
  usedMs: fc.integer({ min: 0, max: 500_000_000 }),
  sinceMs: ms,
  stoppedAtMs: fc.option(ms),
  warnAtMs: fc.option(ms),
  dueAtMs: fc.option(ms),
  isBreached: fc.boolean(),
})
/** Clocks under a policy that may be here or not, and now and then of a shape of a newer hub. */
const clocks = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      policyId: fc.constantFrom(idOf(71), idOf(72), idOf(79)),
      calendarId: fc.constantFrom(idOf(70), idOf(79)),
      isAdopted: fc.boolean(),
      first: fc.option(clock),
      next: fc.option(clock),
      solve: fc.option(clock),
      breachAtMs: fc.option(ms),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ newer: true }) },
)

/** What a view lists, now and then of a shape of a newer version. */
const viewBody = fc.oneof(
  fc.record({
    rule: fc.record({
      join: fc.constantFrom('all', 'any'),
      groups: fc.array(fc.record({ join: fc.constantFrom('all', 'any'), conditions: fc.constant([]) }), {
        maxLength: 2,
      }),
    }),
    sort: fc.constantFrom('newest', 'tier', 'mood'),
    columns: fc.option(fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 3 })),
  }),
  fc.constant({ newer: true }),
)

/** Steps of a template, now and then as a newer version writes them. */
const steps = fc.array(
  fc.record({
    title: fc.string({ maxLength: 10 }),
    kind: fc.constantFrom('service', 'support'),
    days: fc.integer({ min: 0, max: 900 }),
    owner: fc.constantFrom('owner', 'team'),
  }),
  { maxLength: 3 },
)

/** What one card gave another, now and then as a newer version writes it. */
const givenAway = fc.oneof(
  fc.record({
    fields: fc.array(
      fc.record({
        field: fc.constantFrom('tier', 'name', 'mood'),
        was: fc.option(fc.string({ maxLength: 5 })),
        is: fc.string({ minLength: 1, maxLength: 5 }),
      }),
      { maxLength: 2 },
    ),
    labels: fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 2 }),
    words: fc.string({ maxLength: 10 }),
  }),
  fc.constant({ newer: true }),
)

function jsonValue(key: string, table: TableName): fc.Arbitrary<unknown> {
  if (table === 'planTemplates' && key === 'steps') return steps
  if (key === 'clocks') return clocks
  if (key === 'body') return viewBody
  if (key === 'from') return address
  if (key === 'givenAway') return givenAway
  if (key === 'scores' || key === 'done') return fc.dictionary(fc.string({ maxLength: 4 }), fc.nat())
  if (key === 'sharedWith') return fc.array(fc.integer({ min: 0, max: 12 }).map(idOf), { maxLength: 3 })
  if (key === 'items')
    return fc.array(fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), text: fc.string() }), {
      maxLength: 3,
    })
  if (LISTS_OF_ADDRESSES.has(key)) return fc.array(address, { maxLength: 3 })
  if (RECORDS.has(key))
    return fc.dictionary(fc.string({ maxLength: 4 }), fc.oneof(fc.string(), fc.integer(), fc.boolean()))
  return fc.array(fc.string({ maxLength: 5 }), { maxLength: 4 })
}

function plainValue(key: string, column: Column, table: TableName): fc.Arbitrary<unknown> {
  if (column.oneOf) return fc.constantFrom(...column.oneOf, 'other')
  switch (column.kind) {
    case 'text':
      // Few ids, so that rows meet each other as often as they miss.
      return /Id$|^id$/.test(key) ? fc.integer({ min: 0, max: 12 }).map(idOf) : fc.string({ maxLength: 40 })
    case 'integer':
      return fc.integer({ min: 0, max: 2_000_000_000_000 })
    case 'real':
      return fc.double({ noNaN: true })
    case 'flag':
      return fc.boolean()
    case 'json':
      return jsonValue(key, table)
  }
}

/** A row of any content its table allows, unknown enum values and nulls included; `fixed` columns are as given. */
export function randomRow(
  table: TableName,
  fixed: Readonly<Record<string, unknown>> = {},
): fc.Arbitrary<AnyRow> {
  const { columns } = tableOf(table)
  const fields = Object.entries(columns).map(([key, column]) => {
    const value = plainValue(key, column, table)
    return [key, column.nullable ? fc.option(value) : value] as const
  })
  return fc.record(Object.fromEntries(fields)).map(row => ({ ...row, ...fixed }) as AnyRow)
}

function manyRow({ table, where, above }: Extract<Read, { how: 'many' }>): fc.Arbitrary<AnyRow> {
  const row = randomRow(table, where)
  if (above === null) return row
  const beyond = fc.integer({ min: above.value + 1, max: above.value + 1_000 })
  return fc.tuple(row, beyond).map(([each, value]) => ({ ...each, [above.column]: value }))
}

/** The same rows as a storage gives them for other arguments: what lies not above any more is left out. */
export function reread(mutation: AnyMutation, args: unknown, rows: LoadedRows): LoadedRows {
  const reads: Reads = { ...mutation.reads(args), ...mutation.alsoReads(rows as never, args) }
  const kept = Object.entries(rows).map(([name, value]) => {
    const read = reads[name]
    if (read?.how !== 'many' || read.above === null || !Array.isArray(value)) return [name, value] as const
    const { column, value: least } = read.above
    return [name, value.filter((row: AnyRow) => Number(row[column]) > least)] as const
  })
  return Object.fromEntries(kept)
}

function answerTo(read: Read): fc.Arbitrary<unknown> {
  switch (read.how) {
    case 'one':
      return randomRow(read.table, { id: read.id })
    case 'maybe':
      return fc.option(randomRow(read.table, { id: read.id }))
    case 'many':
      return fc.uniqueArray(manyRow(read), { maxLength: 3, selector: row => row.id })
  }
}

const answersTo = (reads: Reads): fc.Arbitrary<LoadedRows> =>
  fc.record(Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, answerTo(read)])))

/** Steps beyond the first: random records lead to random records, and each step reads three times as many. */
const STEPS = 2

const withMore = (
  { mutation, args }: { readonly mutation: AnyMutation; readonly args: unknown },
  rows: LoadedRows,
  steps: number,
): fc.Arbitrary<LoadedRows> =>
  steps === 0
    ? fc.constant(rows)
    : answersTo(nextReads(mutation, args, rows)).chain(then =>
        withMore({ mutation, args }, { ...rows, ...then }, steps - 1),
      )

/** Anything a storage could answer to what a mutation reads for these arguments. */
export const randomRowsFor = (mutation: AnyMutation, args: unknown): fc.Arbitrary<LoadedRows> =>
  answersTo(mutation.reads(args)).chain(first => withMore({ mutation, args }, first, STEPS))
