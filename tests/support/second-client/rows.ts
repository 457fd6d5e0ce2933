import type { Entry, State, WireRow, WireRowState } from './state.ts'
import { keyOf } from './state.ts'

export type FeedEntry = { readonly seq: number } & (
  | { readonly kind: 'row'; readonly table: string; readonly id: string; readonly row: WireRow }
  | { readonly kind: 'tombstone' | 'evict'; readonly table: string; readonly id: string }
  | {
      readonly kind: 'enter'
      readonly customerId: string
      readonly rows: readonly { readonly table: string; readonly id: string; readonly row: WireRow }[]
    }
  | { readonly kind: 'leave'; readonly customerId: string }
)

const OF_CUSTOMER =
  'contactPoints tickets threads messages notes attachments events ticketLinks issueLinks leases orders orderLines ' +
  'returnCases invoices charges assets surveys followUps promises closings handshakes handOvers takeovers ' +
  'approvals disputes goodwills loyaltyEntries complaints recoverySteps needs preferences pins portraits'
const ofCustomer = new Set(OF_CUSTOMER.split(' '))
const known = new Set([
  ...ofCustomer,
  ...'agents teams organisations products knownIssues articles macros customers drafts'.split(' '),
])

/** The customer a row comes and goes with; null for rows of the workspace or of an agent. */
export function groupOf(table: string, row: WireRow): string | null {
  if (table === 'customers') return row.id
  return ofCustomer.has(table) ? String(row['customerId']) : null
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every id an intent names, wherever it stands in its arguments. */
export function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(idsIn) : []
}
export const idsOf = ({ args }: Pick<Entry, 'args'>): ReadonlySet<string> => new Set(idsIn(args))

/** Customers that unsent work or a draft holds here. */
function heldGroups({ outbox, rows }: State): ReadonlySet<string> {
  const ids = new Set(outbox.flatMap(({ entry }) => idsIn(entry.args)))
  for (const { table, row } of rows.values()) if (table === 'drafts') ids.add(String(row['ticketId']))
  const groups = [...rows.values()].filter(({ row }) => ids.has(row.id))
  return new Set(groups.flatMap(({ table, row }) => groupOf(table, row) ?? []))
}

export function put(state: State, { table, id, version, row }: WireRowState): void {
  const key = keyOf(table, id)
  const held = state.rows.get(key)
  if (!known.has(table) || (held && held.version > version)) return
  state.leaving.delete(key)
  if (row) state.rows.set(key, { table, row, version })
  else state.rows.delete(key)
}

/** Takes rows away, or marks them when work still needs them. */
export function letGo(state: State, keys: readonly string[]): void {
  const groups = heldGroups(state)
  for (const key of keys) {
    const held = state.rows.get(key)
    if (!held) continue
    if (groups.has(groupOf(held.table, held.row) ?? '')) state.leaving.add(key)
    else state.rows.delete(key)
  }
}

/** To be called when work was finished: what it held and is out of scope goes now. */
export function releaseLeaving(state: State): void {
  const keys = [...state.leaving]
  state.leaving.clear()
  letGo(state, keys)
}

/** A person was erased while this client was away: all rows of theirs go, whatever needs them, with drafts on their tickets. */
export function forget(state: State, customerId: string): void {
  const ofGroup = [...state.rows].filter(([, { table, row }]) => groupOf(table, row) === customerId)
  const ids = new Set(ofGroup.map(([, { row }]) => row.id))
  const drafts = [...state.rows].filter(
    ([, { table, row }]) => table === 'drafts' && ids.has(String(row['ticketId'])),
  )
  for (const [key] of [...ofGroup, ...drafts]) {
    state.rows.delete(key)
    state.leaving.delete(key)
  }
}

export function take(state: State, entry: FeedEntry): void {
  switch (entry.kind) {
    case 'row':
      return put(state, { ...entry, version: entry.seq })
    case 'tombstone': {
      const key = keyOf(entry.table, entry.id)
      const held = state.rows.get(key)
      if (held && held.version > entry.seq) return
      state.rows.delete(key)
      state.leaving.delete(key)
      return
    }
    case 'evict':
      return letGo(state, [keyOf(entry.table, entry.id)])
    case 'enter': {
      const named = new Set(entry.rows.map(({ table, id }) => keyOf(table, id)))
      for (const [key, { table, row, version }] of state.rows) {
        const isOfIt = groupOf(table, row) === entry.customerId && version < entry.seq
        if (isOfIt && !named.has(key)) {
          state.rows.delete(key)
          state.leaving.delete(key)
        }
      }
      for (const row of entry.rows) put(state, { ...row, version: entry.seq })
      return
    }
    case 'leave': {
      const ofGroup = [...state.rows].filter(([, { table, row }]) => groupOf(table, row) === entry.customerId)
      return letGo(
        state,
        ofGroup.map(([key]) => key),
      )
    }
  }
}
