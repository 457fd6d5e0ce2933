import type { Log } from '../../shared/log.ts'
import type { PushEntry, PushRequest } from '../../shared/protocol/push.ts'
import { ErrorCode } from '../../shared/errors.ts'
import type { Outcome } from './apply.ts'
import type { Known } from './caller.ts'
import type { RowBook } from './row-book.ts'
import type { ServiceLevelBook } from './service-level-book.ts'
import type { HubTx, Receipt, StoredVerdict } from './store.ts'
import type { TicketNumbers } from './ticket-numbers.ts'

/** One push inside its transaction. */
export type PushRun = {
  readonly tx: HubTx
  readonly book: RowBook
  readonly numbers: TicketNumbers
  readonly levels: ServiceLevelBook
  readonly known: Known
  readonly request: PushRequest
  /** Hub clock at arrival, ms. */
  readonly receivedAtMs: number
  /** Write each entry by itself, so that one whose values do not fit is found. */
  readonly careful: boolean
  readonly log: Log
}

/** What became of an entry. `waitsFor` and `retry` decided nothing and leave no receipt. */
export type EntryOutcome =
  | Exclude<Outcome, { kind: 'blob-missing' }>
  | { readonly kind: 'waitsFor'; readonly waitsFor: string }
  | { readonly kind: 'retry'; readonly code: string; readonly afterMs: number }
  /** This hub does not know the mutation, a later version will: refused without a receipt. */
  | { readonly kind: 'unknown' }

/** Entries that stand or fall together: a group, or one entry by itself. */
export type Unit = readonly PushEntry[]

/** Units in the order of their first entries. */
export function unitsOf(entries: readonly PushEntry[]): readonly Unit[] {
  const units = new Map<string, PushEntry[]>()
  for (const entry of entries) {
    const key = entry.groupId === null ? `entry ${entry.mutationId}` : `group ${entry.groupId}`
    units.set(key, [...(units.get(key) ?? []), entry])
  }
  return [...units.values()]
}

function storedVerdict(outcome: EntryOutcome): StoredVerdict | null {
  switch (outcome.kind) {
    case 'done':
    case 'gone':
    case 'conflict':
    case 'rejected':
      return outcome
    case 'waitsFor':
    case 'retry':
    case 'unknown':
      return null
  }
}

/** Receipts to write: of every final verdict that has none yet. */
export function receiptsOf(
  { known, request, receivedAtMs }: PushRun,
  outcomes: ReadonlyMap<string, EntryOutcome>,
  existing: ReadonlyMap<string, Receipt>,
): readonly Receipt[] {
  const replayed = new Set(request.entries.filter(entry => entry.replayed).map(entry => entry.mutationId))
  return [...outcomes].flatMap(([mutationId, outcome]) => {
    const verdict = existing.has(mutationId) ? null : storedVerdict(outcome)
    if (!verdict) return []
    const isReplayed = replayed.has(mutationId)
    return [{ mutationId, authorId: known.agent.id, verdict, isReplayed, acceptedAtMs: receivedAtMs }]
  })
}

/** The verdict that was given before. Somebody else's receipt is not shown: its rows are none of this agent's business. */
export function repeatOf(receipt: Receipt, agentId: string): EntryOutcome {
  if (receipt.authorId === agentId) return receipt.verdict
  return { kind: 'rejected', code: ErrorCode.NotAllowed, refs: [] }
}
