import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../../shared/log.ts'
import type { PushAnswer, PushRequest, Verdict } from '../../shared/protocol/push.ts'
import type { Announce } from './feed.ts'
import type { Caller } from './caller.ts'
import { knowCaller } from './caller.ts'
import type { FeedPart } from './feed-part.ts'
import { partOf } from './feed-part.ts'
import { decideUnits } from './decide-units.ts'
import { prefetch } from './prefetch.ts'
import { receiptsOf, unitsOf } from './push-units.ts'
import type { PushRun } from './push-units.ts'
import { flushCounted } from './count-issues.ts'
import { RowBook } from './row-book.ts'
import { ServiceLevelBook } from './service-level-book.ts'
import { settle, versionsOf } from './settle.ts'
import type { EndWith, HubStore, HubTx } from './store.ts'
import { RowRefused } from './store.ts'
import { TicketNumbers } from './ticket-numbers.ts'
import { together } from './together.ts'
import { assertServed, upgradeEntry } from './upgrades.ts'
import { prepareVerdicts } from './verdict-rows.ts'

export type PushDeps = {
  readonly store: HubStore
  readonly clock: Clock
  readonly log: Log
  /** Called after the commit with the feed's new highest number. */
  readonly announce: Announce
}

/**
 * Decides up to 100 intents of one client, in order and in one transaction, each with a savepoint of its own; a group
 * is applied whole or not at all. Receipts are looked up first and written with the effect, so the same push may come
 * any number of times. The answer has one verdict per entry, in the order of the entries; rows in it stand as at the
 * end of the transaction, `row: null` for rows that are gone or outside of the agent's scope.
 *
 * Another epoch than the hub's decides nothing: every verdict is `retry` with code `epoch`, and the answer names the
 * epoch that stands. Throws `hub-too-new` and `hub-too-old` by protocol, `signed-out` for an agent without a place.
 */
export async function push(deps: PushDeps, caller: Caller, request: PushRequest): Promise<PushAnswer> {
  assertServed(request.protocol)
  const upgraded = {
    ...request,
    entries: request.entries.map(entry => upgradeEntry(entry, request.protocol)),
  }
  try {
    return await pushOnce(deps, caller, { request: upgraded, careful: false })
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error
    // Together they were written as a few statements and one value did not fit: find out whose, entry by entry.
    return pushOnce(deps, caller, { request: upgraded, careful: true })
  }
}

type Attempt = { readonly request: PushRequest; readonly careful: boolean }

async function pushOnce(deps: PushDeps, caller: Caller, attempt: Attempt): Promise<PushAnswer> {
  const { store, clock, announce } = deps
  const receivedAtMs = clock.now()
  const { answerAt, partAt, published } = await store.write(caller.workspaceId, (tx, endWith) =>
    decidePush({ deps, tx, endWith, caller }, { ...attempt, receivedAtMs }),
  )
  const seq = await published
  if (seq !== null) announce(caller.workspaceId, seq, partAt(seq))
  return { ...answerAt(seq ?? 0), hubTimeMs: clock.now() }
}

type Place = {
  readonly deps: PushDeps
  readonly tx: HubTx
  readonly endWith: EndWith
  readonly caller: Caller
}
type Decided = {
  /** By the number of the last change published. */
  readonly answerAt: (seq: number) => Omit<PushAnswer, 'hubTimeMs'>
  readonly partAt: (seq: number) => FeedPart | null
  /** Known with the commit; null: nothing changed. */
  readonly published: Promise<number | null>
}

async function decidePush(
  { deps, tx, endWith, caller }: Place,
  { request, careful, receivedAtMs }: Attempt & { readonly receivedAtMs: number },
): Promise<Decided> {
  const ids = request.entries.map(entry => entry.mutationId)
  const [, known, found] = await together([
    // First of all: a second push of the same client, sent because an answer was slow, must see what the first did.
    tx.lockClient(request.clientId),
    knowCaller(tx, caller),
    tx.receipts(request.clientId, ids),
  ])
  const { epoch } = known.state.settings
  if (request.epoch !== epoch)
    return {
      answerAt: () => ({ epoch, verdicts: request.entries.map(wrongEpoch) }),
      partAt: () => null,
      published: Promise.resolve(null),
    }

  const book = new RowBook(tx)
  const numbers = new TicketNumbers(tx)
  const levels = new ServiceLevelBook(tx)
  const run: PushRun = { tx, book, numbers, levels, known, request, receivedAtMs, careful, log: deps.log }
  const receipts = new Map(found.map(receipt => [receipt.mutationId, receipt]))
  const fresh = request.entries.filter(entry => !receipts.has(entry.mutationId))
  await prefetch(book, fresh)
  const outcomes = await decideUnits(run, unitsOf(request.entries), receipts)

  await flushCounted(book, tx)
  await numbers.flush()
  const changes = await settle(tx, known.state.settings, book.written())
  const verdicts = await prepareVerdicts(run, request.entries, outcomes)
  const stored = tx.putReceipts(request.clientId, receiptsOf(run, outcomes, receipts))
  // Last of all: from here to the commit every other writer of the workspace waits.
  const published = changes.length === 0 ? Promise.resolve(null) : tx.publish(changes, receivedAtMs)
  endWith(together([stored, published]))
  return {
    answerAt: seq => ({ epoch, verdicts: verdicts(versionsOf(changes, seq)) }),
    partAt: lastSeq => partOf({ rule: known.state.settings, changes, lastSeq, written: book.written() }),
    published,
  }
}

const wrongEpoch = ({ mutationId }: { readonly mutationId: string }): Verdict => ({
  kind: 'retry',
  mutationId,
  code: 'epoch',
  afterMs: 0,
})
