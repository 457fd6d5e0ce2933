import type { Clock } from '../../../shared/clock.ts'
import { MOST_UNDO_SECONDS } from '../../../shared/rules/undo-window.ts'
import type { OutboxEntry } from './outbox-store.ts'
import type { LaptopStore } from './store.ts'

type Deps = { readonly store: LaptopStore; readonly clock: Pick<Clock, 'now'> }

const PAGE = 200

/** Resting: it has not been tried yet, and its time to be taken back has not been ended by a try or by the agent. */
const isResting = ({ state, wasSent, heldUntilMs }: OutboxEntry): boolean =>
  state === 'pending' && !wasSent && heldUntilMs !== null

function restingOf({ outbox }: LaptopStore): readonly OutboxEntry[] {
  const found: OutboxEntry[] = []
  let after = 0
  for (;;) {
    const page = outbox.page(after, PAGE)
    found.push(...page.filter(isResting))
    const last = page.at(-1)
    if (!last || page.length < PAGE) return found
    after = last.seq
  }
}

const AGAIN_MS = 10_000

/** As long as the agent had been promised. Longer than any may be: it has been given anew before. */
function restOf({ nowMs, heldUntilMs }: OutboxEntry): number {
  const promisedMs = (heldUntilMs ?? nowMs) - nowMs
  return promisedMs > 0 && promisedMs <= MOST_UNDO_SECONDS * 1_000 ? promisedMs : AGAIN_MS
}

/**
 * The app ended, by itself or not, while replies were in their undo window: they are safe, and get the whole of it
 * again from now on, so that nobody's second thought is lost with the window that showed it. Call once, before
 * anything can leave. Remembers which, for the window to say so.
 */
export function keepResting({ store, clock }: Deps): void {
  const resting = restingOf(store)
  if (resting.length === 0 && store.state.get('keptReplies') === null) return
  const nowMs = clock.now()
  store.transaction('relaxed', () => {
    for (const entry of resting) store.outbox.update(entry.mutationId, { heldUntilMs: nowMs + restOf(entry) })
    const ids = resting.map(({ mutationId }) => mutationId)
    store.state.set('keptReplies', ids.length === 0 ? null : JSON.stringify(ids))
  })
}

/** The agent does not want to wait: what rests leaves now. Answers how many; what is not resting is passed over. */
export function releaseResting({ store }: Pick<Deps, 'store'>, mutationIds: readonly string[]): number {
  return store.transaction('durable', () => {
    const asked = mutationIds.flatMap(id => store.outbox.get(id) ?? [])
    const groups = new Set(asked.flatMap(({ groupId }) => groupId ?? []))
    const members = [
      ...asked.filter(({ groupId }) => groupId === null),
      ...[...groups].flatMap(groupId => store.outbox.ofGroup(groupId)),
    ]
    const resting = members.filter(isResting)
    for (const { mutationId } of resting) store.outbox.update(mutationId, { heldUntilMs: null })
    return resting.length
  })
}
