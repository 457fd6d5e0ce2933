import type { OutboxEntry, ParkedVerdict } from './outbox-store.ts'
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

/** What the hub says of work about somebody who is not there. */
export const customerGone = (id: string): ParkedVerdict => ({ kind: 'gone', table: 'customers', id })

const PAGE = 200

/** Everything the hub has not decided, in order. */
export function* unfinished({ outbox }: LaptopStore): Generator<OutboxEntry> {
  for (let after = 0; ;) {
    const page = outbox.page(after, PAGE)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.seq
  }
}

/** More are erased in no epoch; the oldest would be forgotten first. */
const MOST_ERASED = 1_000

/** Customers who were erased while the hub was what it is now: work about them may still be on its way. */
export function erasedHere({ state }: LaptopStore): Set<string> {
  return new Set(JSON.parse(state.get('erased') ?? '[]') as string[])
}

const noteErased = ({ state }: LaptopStore, ids: ReadonlySet<string>): void =>
  state.set('erased', JSON.stringify([...ids].slice(-MOST_ERASED)))

/**
 * A person was erased: what the outbox quotes goes too, and so do drafts; the agent's own words in what was to leave stay. What has left already may have been
 * decided: it keeps its id, so the hub answers from its receipt, or that the customer is gone, and never does it with what
 * is left of it. What was accepted is forgotten: a hub restored to a time before must not be told about them again. Rows of
 * theirs that are still here are computed anew. Call inside the transaction that takes the tombstone of the customer.
 */
export function erasePerson(deps: RebaseDeps, customerId: string): void {
  const { store } = deps
  const isAbout = (entry: OutboxEntry): boolean => entry.customerId === customerId
  const touched: RowKey[] = []
  noteErased(store, erasedHere(store).add(customerId))
  for (const entry of [...unfinished(store)].filter(isAbout)) {
    touched.push(...store.outbox.linksOf(entry.mutationId))
    // The hub takes the drafts it knows; one it has not heard of goes the same way.
    if (entry.isQuiet) {
      store.outbox.remove(entry.mutationId)
      continue
    }
    // What the hub said of it may quote the person, and there is nothing left to decide.
    const isDecided = entry.state === 'parked' && entry.verdict?.kind !== 'group'
    store.outbox.update(entry.mutationId, {
      args: withoutPerson(entry.args),
      undo: [],
      ...(isDecided ? { verdict: customerGone(customerId) } : {}),
    })
  }
  for (const { mutationId } of store.outbox.doneSince(0).filter(isAbout)) store.outbox.dropDone(mutationId)
  if (touched.length > 0) rebase(deps, { incoming: [], touched, source: 'feed' })
}
