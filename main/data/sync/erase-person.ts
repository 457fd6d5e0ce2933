import type { OutboxEntry } from './outbox-store.ts'
import { rebase } from './rebase.ts'
import type { RebaseDeps } from './rebase.ts'
import type { LaptopStore, RowKey } from './store.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** What the agent wrote is the agent's; it can be read and copied, and goes nowhere any more. */
const OWN_WORDS: ReadonlySet<string> = new Set(['body', 'bodyText'])
/** Names of things, from closed sets. */
const CHOICES: ReadonlySet<string> = new Set(['channel', 'kind', 'mode', 'priority', 'state', 'direction'])

function keptText(key: string, value: string): string {
  return OWN_WORDS.has(key) || CHOICES.has(key) || UUID.test(value) ? value : ''
}

/** Arguments with everything about the person taken out: ids, numbers, choices and the agent's own words stay. */
export function withoutPerson(args: unknown): unknown {
  if (args === null || typeof args !== 'object') return args
  const pairs = Object.entries(args).map(([key, value]: [string, unknown]) => {
    if (key === 'bodyHtml') return [key, null]
    if (typeof value === 'string') return [key, keptText(key, value)]
    if (Array.isArray(value)) return [key, value.filter(each => typeof each === 'string' && UUID.test(each))]
    return [key, withoutPerson(value)]
  })
  return Object.fromEntries(pairs)
}

const PAGE = 200

function* unfinished({ outbox }: LaptopStore): Generator<OutboxEntry> {
  for (let after = 0; ;) {
    const page = outbox.page(after, PAGE)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.seq
  }
}

/** What may be on its way is not changed any more: its verdict comes within moments. */
const mayChange = ({ state, wasSent }: OutboxEntry): boolean =>
  state === 'parked' || (state === 'pending' && !wasSent)

/**
 * A person was erased: what the outbox and the memory of it quote goes too, the agent's own words stay. Rows of theirs that
 * are still here are computed anew. Call inside the transaction that takes the tombstone of the customer.
 */
export function erasePerson(deps: RebaseDeps, customerId: string): void {
  const { store } = deps
  const isAbout = (entry: OutboxEntry): boolean => entry.customerId === customerId
  const touched: RowKey[] = []
  for (const entry of [...unfinished(store)].filter(each => isAbout(each) && mayChange(each))) {
    touched.push(...store.outbox.linksOf(entry.mutationId))
    const isQuoting = entry.state === 'parked' && entry.verdict?.kind === 'conflict'
    store.outbox.update(entry.mutationId, {
      args: withoutPerson(entry.args),
      undo: [],
      ...(isQuoting ? { verdict: { kind: 'gone', table: 'customers', id: customerId } as const } : {}),
    })
  }
  for (const { acceptedAtMs, ...entry } of store.outbox.doneSince(0).filter(isAbout))
    store.outbox.keepDone({ ...entry, args: withoutPerson(entry.args), undo: [] }, acceptedAtMs)
  if (touched.length > 0) rebase(deps, { incoming: [], touched, source: 'feed' })
}
