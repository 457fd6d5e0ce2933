import type { TableName } from '../../../shared/domain/tables.ts'
import { keyText } from './links.ts'
import type { EntryOnRow, Link } from './outbox-store.ts'
import type { LaptopStore, RowKey, Shadow, StoredRow } from './store.ts'

/** Answers by key; what was changed is asked for anew. */
class Remembered<Value> {
  readonly #known = new Map<string, Value>()

  ask(key: string, read: () => Value): Value {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const value = read()
    this.#known.set(key, value)
    return value
  }
  peek = (key: string): Value | undefined => this.#known.get(key)
  forget = (key: string): void => void this.#known.delete(key)
  clear = (): void => this.#known.clear()
}

/** Gives what it was made of, after it has forgotten what that may change. */
const forgetting =
  <Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result,
    forget: (...args: Args) => void,
  ): ((...args: Args) => Result) =>
  (...args) => {
    forget(...args)
    return work(...args)
  }

/**
 * The same store for the length of one transaction: rows, bases and who touches a row are read once, however many intents
 * of a ticket ask for them. Whatever changes them has to go through it. What it hands out is nobody's to change.
 */
export function rememberReads(store: LaptopStore): LaptopStore {
  const { rows, shadows, outbox } = store
  const stored = new Remembered<StoredRow | null>()
  const bases = new Remembered<Shadow | null>()
  const onRows = new Remembered<readonly EntryOnRow[]>()
  const links = new Remembered<readonly Link[]>()
  const keyOf = (table: TableName, id: string): string => keyText({ table, id })
  const forgetRow = (table: TableName, id: string): void => stored.forget(keyOf(table, id))
  const forgetBase = (key: RowKey): void => bases.forget(keyText(key))
  const forgetRows = (): void => stored.clear()
  const forgetWork = (): void => {
    onRows.clear()
    links.clear()
  }
  return {
    ...store,
    rows: {
      ...rows,
      get: (table, id) => stored.ask(keyOf(table, id), () => rows.get(table, id)),
      version: (table, id) => {
        const known = stored.peek(keyOf(table, id))
        return known === undefined ? rows.version(table, id) : (known?.version ?? null)
      },
      put: forgetting(rows.put, (table, row) => forgetRow(table, String(row['id']))),
      patch: forgetting(rows.patch, forgetRow),
      remove: forgetting(rows.remove, forgetRow),
      removeMany: forgetting(rows.removeMany, forgetRows),
      removeGroups: forgetting(rows.removeGroups, forgetRows),
      removeHeads: forgetting(rows.removeHeads, forgetRows),
      forgetVersions: forgetting(rows.forgetVersions, () => {
        forgetRows()
        bases.clear()
      }),
      fill: forgetting(rows.fill, forgetRows),
    },
    shadows: {
      ...shadows,
      get: key => bases.ask(keyText(key), () => shadows.get(key)),
      put: forgetting(shadows.put, forgetBase),
      drop: forgetting(shadows.drop, forgetBase),
    },
    outbox: {
      ...outbox,
      onRow: (table, id) => onRows.ask(keyOf(table, id), () => outbox.onRow(table, id)),
      linksOf: mutationId => links.ask(mutationId, () => outbox.linksOf(mutationId)),
      append: forgetting(outbox.append, forgetWork),
      relink: forgetting(outbox.relink, forgetWork),
      renew: forgetting(outbox.renew, forgetWork),
      remove: forgetting(outbox.remove, forgetWork),
      reopen: forgetting(outbox.reopen, forgetWork),
    },
  }
}
