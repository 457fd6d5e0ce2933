import { isMutationName, mutationByName } from '../../shared/mutations/index.ts'
import { parseArgs } from '../../shared/mutations/decide.ts'
import { ErrorCode } from '../../shared/errors.ts'
import { isGuest } from '../../shared/rules/guests/what-guests-may.ts'
import type { PushEntry } from '../../shared/protocol/push.ts'
import { apply, MutationFault } from './apply.ts'
import { Dependencies } from './dependencies.ts'
import { flush } from './flush.ts'
import type { EntryOutcome, PushRun, Unit } from './push-units.ts'
import { repeatOf } from './push-units.ts'
import type { Receipt } from './store.ts'
import { RowRefused } from './store.ts'

/** After a fault of the hub itself; the laptop adds its own back-off. */
const RETRY_AFTER_MS = 5000
/** The bytes of an attachment travel beside the push. */
const BLOB_AFTER_MS = 500

export type Outcomes = Map<string, EntryOutcome>

/** Decides all entries in the order of the units; the outcomes by mutation id. */
export async function decideUnits(
  run: PushRun,
  units: readonly Unit[],
  receipts: ReadonlyMap<string, Receipt>,
): Promise<Outcomes> {
  const outcomes: Outcomes = new Map()
  const dependencies = new Dependencies()
  for (const unit of units) {
    const decided = await decideUnit({ run, receipts, dependencies }, unit)
    for (const [index, entry] of unit.entries()) {
      const outcome = decided[index]
      if (!outcome) continue
      outcomes.set(entry.mutationId, outcome)
      dependencies.note(entry, outcome)
    }
  }
  return outcomes
}

type Surroundings = {
  readonly run: PushRun
  readonly receipts: ReadonlyMap<string, Receipt>
  readonly dependencies: Dependencies
}

async function decideUnit(surroundings: Surroundings, unit: Unit): Promise<readonly EntryOutcome[]> {
  const { run, receipts } = surroundings
  const known = unit.flatMap(({ mutationId }) => receipts.get(mutationId) ?? [])
  const failed = known.find(receipt => receipt.verdict.kind !== 'done')
  // The group failed before: the member at fault has its receipt, the others never left a trace.
  if (failed)
    return unit.map(entry => ofFailedGroup(entry, failed.mutationId, repeatOf(failed, run.known.agent.id)))
  return run.careful ? inSavepoint(surroundings, unit) : inMemory(surroundings, unit)
}

function ofFailedGroup(entry: PushEntry, failedId: string, outcome: EntryOutcome): EntryOutcome {
  return entry.mutationId === failedId ? outcome : { kind: 'waitsFor', waitsFor: failedId }
}

async function inMemory(surroundings: Surroundings, unit: Unit): Promise<readonly EntryOutcome[]> {
  const { run, receipts, dependencies } = surroundings
  const mark = run.book.mark()
  const numbers = run.numbers.mark()
  const outcomes: EntryOutcome[] = []
  for (const entry of unit) {
    const receipt = receipts.get(entry.mutationId)
    const outcome = receipt
      ? repeatOf(receipt, run.known.agent.id)
      : await decideEntry(run, dependencies, entry)
    if (outcome.kind !== 'done') {
      run.book.rollBack(mark)
      run.numbers.rollBack(numbers)
      return unit.map(member => {
        const earlier = receipts.get(member.mutationId)
        return earlier
          ? repeatOf(earlier, run.known.agent.id)
          : ofFailedGroup(member, entry.mutationId, outcome)
      })
    }
    outcomes.push(outcome)
    if (run.careful) await flushFor(run, entry)
  }
  return outcomes
}

/** Names the entry whose values the storage refused. */
class EntryRefused extends Error {
  readonly mutationId: string
  constructor(mutationId: string, cause: unknown) {
    super('The values of an entry do not fit', { cause })
    this.mutationId = mutationId
  }
}

async function flushFor({ book, tx }: PushRun, { mutationId }: PushEntry): Promise<void> {
  try {
    await flush(book, tx)
  } catch (error) {
    if (error instanceof RowRefused) throw new EntryRefused(mutationId, error)
    throw error
  }
}

async function inSavepoint(surroundings: Surroundings, unit: Unit): Promise<readonly EntryOutcome[]> {
  const { run } = surroundings
  const mark = run.book.mark()
  const numbers = run.numbers.mark()
  try {
    return await run.tx.savepoint(() => undoing(inMemory(surroundings, unit)))
  } catch (error) {
    run.book.rollBackWithLocks(mark)
    run.numbers.rollBack(numbers)
    if (error instanceof GroupFailed) return error.outcomes
    if (!(error instanceof EntryRefused)) throw error
    const { mutationId } = error
    const outcome: EntryOutcome = { kind: 'rejected', code: ErrorCode.BadRequest, refs: [] }
    return unit.map(entry => ofFailedGroup(entry, mutationId, outcome))
  }
}

/** Carries the outcomes of a unit out of its savepoint, so that what its first members wrote is undone. */
class GroupFailed extends Error {
  readonly outcomes: readonly EntryOutcome[]
  constructor(outcomes: readonly EntryOutcome[]) {
    super('A group failed')
    this.outcomes = outcomes
  }
}

async function undoing(deciding: Promise<readonly EntryOutcome[]>): Promise<readonly EntryOutcome[]> {
  const outcomes = await deciding
  if (outcomes.some(outcome => outcome.kind !== 'done')) throw new GroupFailed(outcomes)
  return outcomes
}

async function decideEntry(
  run: PushRun,
  dependencies: Dependencies,
  entry: PushEntry,
): Promise<EntryOutcome> {
  const waitsFor = dependencies.undecidedBefore(entry)
  if (waitsFor !== null) return { kind: 'waitsFor', waitsFor }
  if (!isMutationName(entry.name)) return { kind: 'unknown' }
  const mutation = mutationByName(entry.name)
  const parsed = parseArgs(mutation, entry.args)
  if (!parsed) return { kind: 'rejected', code: ErrorCode.BadRequest, refs: [] }
  try {
    const outcome = await apply(run, { ...whenAndWho(run, entry), mutation, args: parsed.args })
    if (outcome.kind === 'blob-missing')
      return { kind: 'retry', code: ErrorCode.BlobMissing, afterMs: BLOB_AFTER_MS }
    const maker = outcome.kind === 'gone' ? dependencies.failedMakerOf(outcome) : null
    return maker === null ? outcome : { kind: 'waitsFor', waitsFor: maker }
  } catch (error) {
    if (!(error instanceof MutationFault)) throw error
    run.log.error('push.mutation-fault', { mutation: entry.name, mutationId: entry.mutationId })
    return { kind: 'retry', code: ErrorCode.Internal, afterMs: RETRY_AFTER_MS }
  }
}

/** The laptop's time is corrected by the skew measured at this push and is never later than the arrival. */
function whenAndWho({ request, receivedAtMs, known }: PushRun, { mutationId, nowMs, replayed }: PushEntry) {
  const corrected = nowMs + (receivedAtMs - request.sentAtMs)
  return {
    mutationId,
    actor: known.actor,
    nowMs: Math.min(corrected, receivedAtMs),
    acceptedAtMs: receivedAtMs,
    mayHaveLeft: replayed,
    bounds: isGuest(known.actor.role) ? known.viewer : null,
  }
}
