import { decide } from '../../shared/mutations/decide.ts'
import type { Decision } from '../../shared/mutations/decide.ts'
import type {
  AnyMutation,
  Change,
  LoadedRows,
  MutationContext,
  Read,
  Reads,
} from '../../shared/mutations/define.ts'
import { mutationByName } from '../../shared/mutations/index.ts'
import { MOST_STEPS, nextReads } from '../../shared/mutations/read-steps.ts'
import type { MutationInput, MutationName } from '../../shared/mutations/index.ts'
import type { AnyRow, Row, TableName } from '../../shared/domain/tables.ts'

type Loaded = { readonly reads: Reads; readonly rows: LoadedRows }

/** Rows in maps: the smallest place in which a mutation can run. Not the simulator's storage; it keeps no history. */
export type World = {
  readonly put: <Name extends TableName>(table: Name, ...rows: readonly Row<Name>[]) => void
  readonly get: <Name extends TableName>(table: Name, id: string) => Row<Name> | null
  readonly all: <Name extends TableName>(table: Name) => readonly Row<Name>[]
  readonly forget: (table: TableName, id: string) => void
  readonly load: (mutation: AnyMutation, args: unknown) => Loaded
  readonly decide: <Name extends MutationName>(
    name: Name,
    args: MutationInput<Name>,
    context: MutationContext,
  ) => Decision
  /** Decides and applies; fails the test when the decision is not changes. */
  readonly run: <Name extends MutationName>(
    name: Name,
    args: MutationInput<Name>,
    context: MutationContext,
  ) => readonly Change[]
  readonly apply: (changes: readonly Change[]) => void
  /** Everything as one value, to compare two worlds. */
  readonly snapshot: () => Readonly<Record<string, readonly AnyRow[]>>
}

export function createWorld(): World {
  const store = new Map<string, Map<string, AnyRow>>()
  const rowsOf = (table: string): Map<string, AnyRow> => {
    const rows = store.get(table) ?? new Map<string, AnyRow>()
    store.set(table, rows)
    return rows
  }
  const read = (wanted: Read): unknown => {
    if (wanted.how !== 'many') return rowsOf(wanted.table).get(wanted.id) ?? null
    const { where, above } = wanted
    return [...rowsOf(wanted.table).values()].filter(row => {
      const isAbove = above === null || Number(row[above.column] ?? Number.NEGATIVE_INFINITY) > above.value
      return isAbove && Object.entries(where).every(([column, value]) => row[column] === value)
    })
  }
  const readAll = (reads: Reads): Record<string, unknown> =>
    Object.fromEntries(Object.entries(reads).map(([name, wanted]) => [name, read(wanted)]))

  const load: World['load'] = (mutation, args) => {
    const first = mutation.reads(args)
    const rows = readAll(first)
    const isThere = Object.entries(first).every(([name, { how }]) => how !== 'one' || rows[name] !== null)
    if (!isThere) return { reads: first, rows }
    let all = { reads: first, rows }
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const then = nextReads(mutation, args, all.rows)
      all = { reads: { ...all.reads, ...then }, rows: { ...all.rows, ...readAll(then) } }
    }
    return all
  }
  const decideHere: World['decide'] = (name, raw, context) => {
    const mutation = mutationByName(name)
    const args = mutation.args.parse(raw)
    return decide({ mutation, args, ...load(mutation, args), context })
  }
  const apply: World['apply'] = changes => {
    for (const change of changes) {
      const rows = rowsOf(change.table)
      const before = rows.get(change.id)
      if (change.how === 'insert') rows.set(change.id, { ...change.row, id: change.id })
      else if (change.how === 'remove') rows.delete(change.id)
      else if (before) rows.set(change.id, { ...before, ...change.fields })
      else throw new Error(`A plan patches ${change.table} ${change.id}, which is not there`)
    }
  }
  return {
    put: (table, ...rows) => {
      for (const row of rows) rowsOf(table).set(row.id, row as unknown as AnyRow)
    },
    get: (table, id) => (rowsOf(table).get(id) ?? null) as Row<typeof table> | null,
    all: table => [...rowsOf(table).values()] as unknown as readonly Row<typeof table>[],
    forget: (table, id) => void rowsOf(table).delete(id),
    load,
    decide: decideHere,
    run: (name, args, context) => {
      const decision = decideHere(name, args, context)
      if (decision.kind !== 'changes') throw new Error(`${name} was not taken: ${JSON.stringify(decision)}`)
      apply(decision.changes)
      return decision.changes
    },
    apply,
    snapshot: () =>
      Object.fromEntries(
        [...store].map(([table, rows]) => [
          table,
          [...rows.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        ]),
      ),
  }
}
