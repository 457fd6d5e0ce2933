import { isTableName } from '../../../shared/domain/tables.ts'
import { splitWireRow } from '../../../shared/domain/codec.ts'
import type { Conflict } from '../../../shared/mutations/define.ts'
import { ErrorCode } from '../../../shared/errors.ts'
import type { PushAnswer, Verdict, VersionedRow } from '../../../shared/protocol/push.ts'
import { customerGone, erasedHere } from './erase-person.ts'
import { isWrite } from './links.ts'
import type { LinkedEntry, ParkedVerdict } from './outbox-store.ts'
import { rebase } from './rebase.ts'
import type { Incoming, RebaseDeps } from './rebase.ts'
import { settleDepartures } from './scope.ts'
import type { LaptopStore, RowKey } from './store.ts'

export type VerdictInput = {
  readonly batch: readonly LinkedEntry[]
  readonly answer: PushAnswer
  readonly nowMs: number
  /** How long an entry rests whose decision must wait, by the attempts it has had. */
  readonly restMs: (attempts: number) => number
}

const LONG_REST_MS = 300_000

/** Rows of an answer as the engine takes them. Tables of a newer hub are passed over. Throws `bad-answer`. */
export function incomingFrom(rows: readonly VersionedRow[]): readonly Incoming[] {
  return rows.flatMap(({ table, id, version, row }) => {
    if (!isTableName(table)) return []
    return [{ table, id, version, row: row === null ? null : splitWireRow(table, row).row }]
  })
}

const rowsIn = (verdict: Verdict): readonly VersionedRow[] => ('rows' in verdict ? verdict.rows : [])

function parkedVerdict(verdict: Verdict): ParkedVerdict | null {
  switch (verdict.kind) {
    case 'conflict':
      return { kind: 'conflict', conflict: verdict.conflict as Conflict }
    case 'rejected':
      return { kind: 'rejected', code: verdict.code }
    case 'gone':
      return { kind: 'gone', table: verdict.table, id: verdict.id }
    case 'done':
    case 'waitsFor':
    case 'retry':
      return null
  }
}

/** A hub that does not know this kind of intent will, once it is updated: nothing for the agent to decide. */
const waitsForUpdate = (verdict: Verdict): boolean =>
  verdict.kind === 'rejected' && verdict.code === ErrorCode.HubTooOld

/**
 * Takes what the hub decided about a batch, in one transaction: done entries go and their rows become base, refused ones
 * are parked with their verdict and stay applied, the others wait. Nothing flickers. Throws `bad-answer`, with nothing
 * changed, when a row of the answer does not fit.
 */
export function takeVerdicts(deps: RebaseDeps, input: VerdictInput): void {
  const { store } = deps
  const byId = new Map(input.answer.verdicts.map(verdict => [verdict.mutationId, verdict]))
  const erased = erasedHere(store)
  // Their rows went while the answer was on its way; whoever else is named in it comes with the feed.
  const late = new Map(
    input.batch.flatMap(({ mutationId, customerId }) =>
      customerId !== null && erased.has(customerId) ? [[mutationId, customerId] as const] : [],
    ),
  )
  const incoming = input.answer.verdicts.flatMap(verdict => {
    const rows = incomingFrom(rowsIn(verdict))
    return late.has(verdict.mutationId) ? [] : rows
  })
  store.transaction('relaxed', () => {
    const touched: RowKey[] = []
    for (const entry of input.batch) {
      const verdict = byId.get(entry.mutationId)
      const whoIsGone = late.get(entry.mutationId)
      const refusal = verdict && !waitsForUpdate(verdict) ? parkedVerdict(verdict) : null
      if (verdict?.kind === 'done')
        touched.push(...finish(deps, entry, whoIsGone === undefined ? input.answer.hubTimeMs : null))
      // What the hub says of a conflict quotes the person.
      else if (refusal)
        park(store, entry.mutationId, whoIsGone === undefined ? refusal : customerGone(whoIsGone))
      else rest(deps, entry, { ...input, verdict })
    }
    parkGroups(deps, input.batch)
    rebase(deps, { incoming, touched, source: 'answer' })
    settleDepartures(store)
  })
}

/**
 * `acceptedAtMs` is the hub's time: how long the entry is kept must not hang on the clock of a laptop. Null: it is not
 * kept, the person it is about was erased while it was on its way.
 */
function finish(
  { store: { outbox } }: RebaseDeps,
  entry: LinkedEntry,
  acceptedAtMs: number | null,
): readonly RowKey[] {
  const written = outbox.linksOf(entry.mutationId).filter(isWrite)
  outbox.remove(entry.mutationId)
  if (acceptedAtMs === null) return written
  outbox.keepDone(entry, acceptedAtMs)
  return written
}

export function park(store: LaptopStore, mutationId: string, verdict: ParkedVerdict): void {
  store.outbox.update(mutationId, { state: 'parked', verdict })
}

type Rest = Pick<VerdictInput, 'nowMs' | 'restMs'> & { readonly verdict: Verdict | undefined }

function rest({ store: { outbox } }: RebaseDeps, entry: LinkedEntry, { nowMs, restMs, verdict }: Rest): void {
  // Nothing was decided about it because of the epoch: it goes again at once, under the new one.
  if (verdict?.kind === 'retry' && verdict.code === 'epoch') {
    outbox.update(entry.mutationId, { state: 'pending' })
    return
  }
  const attempts = entry.attempts + 1
  const asked =
    verdict?.kind === 'retry' ? verdict.afterMs : verdict && waitsForUpdate(verdict) ? LONG_REST_MS : 0
  outbox.update(entry.mutationId, {
    state: 'pending',
    attempts,
    nextAttemptAtMs: nowMs + Math.max(asked, restMs(attempts)),
  })
}

/** All of a group is accepted or none: where one member is refused the others wait with it for the agent. */
function parkGroups({ store }: RebaseDeps, batch: readonly LinkedEntry[]): void {
  for (const groupId of new Set(batch.flatMap(entry => entry.groupId ?? []))) {
    const members = store.outbox.ofGroup(groupId)
    if (!members.some(member => member.state === 'parked')) continue
    for (const member of members)
      if (member.state !== 'parked') park(store, member.mutationId, { kind: 'group' })
  }
}
