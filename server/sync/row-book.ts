import type { AnyRow } from '../../shared/domain/tables.ts'
import type { HubTx, RowRef } from './store.ts'
import type { ManyRead } from '../../shared/mutations/look-ups.ts'

export const keyOf = ({ table, id }: RowRef): string => `${table}/${id}`

export function matchesRead(row: AnyRow, { where, above }: ManyRead): boolean {
  for (const key in where) if (row[key] !== where[key]) return false
  if (above === null) return true
  const value = row[above.column]
  return typeof value === 'number' && value > above.value
}

const readKey = ({ table, where, above }: ManyRead): string =>
  JSON.stringify([table, Object.entries(where).toSorted(([a], [b]) => (a < b ? -1 : 1)), above])

type Step = { readonly key: string; readonly wasDirty: boolean; readonly before: AnyRow | null }
/** A place to return to. */
export type Mark = { readonly steps: number; readonly written: ReadonlyMap<string, AnyRow | null> }

/**
 * The rows of one transaction: what was locked, what was changed on top, what of that is written. Rows are locked when
 * first looked at and never read twice, so a hundred entries cost a handful of statements. Changes stay in memory until
 * `flush` writes them; `mark` and `rollBack` are the savepoint of an entry.
 */
export class RowBook {
  readonly #tx: HubTx
  /** As locked; null: not there. A row inserted without a look has no entry. */
  readonly #origin = new Map<string, AnyRow | null>()
  /** As first seen, whatever was locked again since. */
  readonly #before = new Map<string, AnyRow | null>()
  readonly #current = new Map<string, AnyRow | null>()
  #written = new Map<string, AnyRow | null>()
  readonly #refs = new Map<string, RowRef>()
  readonly #answers = new Map<string, readonly string[]>()
  readonly #steps: Step[] = []

  constructor(tx: HubTx) {
    this.#tx = tx
  }

  /** Locks rows ahead, in one go. */
  async lock(refs: readonly RowRef[]): Promise<void> {
    const unseen = new Map(refs.filter(ref => !this.#knows(keyOf(ref))).map(ref => [keyOf(ref), ref]))
    if (unseen.size === 0) return
    for (const [key, ref] of unseen) this.#remember(key, ref, null)
    for (const { table, row } of await this.#tx.lockRows([...unseen.values()])) {
      this.#remember(keyOf({ table, id: row.id }), { table, id: row.id }, row)
    }
  }

  /** Answers look-ups ahead, in one go. */
  async lockMany(reads: readonly ManyRead[]): Promise<void> {
    const unseen = new Map(
      reads.filter(read => !this.#answers.has(readKey(read))).map(read => [readKey(read), read]),
    )
    if (unseen.size === 0) return
    const wanted = [...unseen]
    const answers = await this.#tx.lockMany(wanted.map(([, read]) => read))
    for (const [index, [key, { table }]] of wanted.entries()) {
      const rows = answers[index] ?? []
      for (const row of rows) {
        const ref = { table, id: row.id }
        if (!this.#knows(keyOf(ref))) this.#remember(keyOf(ref), ref, row)
      }
      this.#answers.set(
        key,
        rows.map(row => keyOf({ table, id: row.id })),
      )
    }
  }

  async one(ref: RowRef): Promise<AnyRow | null> {
    await this.lock([ref])
    return this.now(ref) ?? null
  }

  async many(read: ManyRead): Promise<readonly AnyRow[]> {
    await this.lockMany([read])
    const keys = new Set(this.#answers.get(readKey(read)))
    for (const [key, ref] of this.#refs) if (ref.table === read.table && this.#current.has(key)) keys.add(key)
    const rows = [...keys].flatMap(key => this.#value(key) ?? []).filter(row => matchesRead(row, read))
    return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** The row as this transaction sees it; undefined when it never looked. */
  now(ref: RowRef): AnyRow | null | undefined {
    return this.#value(keyOf(ref))
  }

  set(ref: RowRef, row: AnyRow | null): void {
    const key = keyOf(ref)
    this.#steps.push({ key, wasDirty: this.#current.has(key), before: this.#current.get(key) ?? null })
    this.#refs.set(key, ref)
    this.#current.set(key, row)
  }

  mark(): Mark {
    return { steps: this.#steps.length, written: new Map(this.#written) }
  }

  /** Forgets changes made since the mark; what was locked stays locked. */
  rollBack(mark: Mark): void {
    while (this.#steps.length > mark.steps) {
      const step = this.#steps.pop()
      if (!step) break
      if (step.wasDirty) this.#current.set(step.key, step.before)
      else this.#current.delete(step.key)
    }
    this.#written = new Map(mark.written)
  }

  /** After a savepoint of the database was undone: locks taken inside are gone, so those rows are looked at again. */
  rollBackWithLocks(mark: Mark): void {
    this.rollBack(mark)
    this.#origin.clear()
    this.#answers.clear()
  }

  /** Rows changed since they were last written, with what the database holds; `undefined`: never looked. */
  *unwritten(): Generator<{ ref: RowRef; stored: AnyRow | null | undefined; row: AnyRow | null }> {
    for (const [key, row] of this.#current) {
      const ref = this.#refs.get(key)
      const stored = this.#written.has(key) ? this.#written.get(key) : this.#origin.get(key)
      if (ref && stored !== row) yield { ref, stored, row }
    }
  }

  noteWritten(ref: RowRef, row: AnyRow | null): void {
    this.#written.set(keyOf(ref), row)
  }

  /** Rows really written, in the order of their first change, with what they were before the transaction. */
  *written(): Generator<{ ref: RowRef; before: AnyRow | null; row: AnyRow | null }> {
    for (const [key, row] of this.#current) {
      const ref = this.#refs.get(key)
      if (ref && this.#written.has(key)) yield { ref, before: this.#before.get(key) ?? null, row }
    }
  }

  #knows(key: string): boolean {
    return this.#origin.has(key) || this.#current.has(key)
  }

  #value(key: string): AnyRow | null | undefined {
    return this.#current.has(key) ? this.#current.get(key) : this.#origin.get(key)
  }

  #remember(key: string, ref: RowRef, row: AnyRow | null): void {
    this.#refs.set(key, ref)
    this.#origin.set(key, row)
    // A row is remembered as absent first and corrected in the same look.
    if (!(this.#before.get(key) ?? null)) this.#before.set(key, row)
  }
}
