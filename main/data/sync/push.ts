import type { Clock, Random } from '../../../shared/clock.ts'
import type { Actor } from '../../../shared/mutations/define.ts'
import type { Log } from '../../../shared/log.ts'
import type { PushAnswer } from '../../../shared/protocol/push.ts'
import { PROTOCOL, PUSH_LIMIT } from '../../../shared/protocol/version.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { BlobRef, Failure, Remote } from '../remote/remote.ts'
import { changeEpoch } from './epoch.ts'
import { letRequestLeave } from './let-request-leave.ts'
import type { LinkedEntry } from './outbox-store.ts'
import { pickBatch } from './pick-batch.ts'
import type { Batch } from './pick-batch.ts'
import { backoffMs } from './retry.ts'
import type { LaptopStore } from './store.ts'
import { park, takeVerdicts } from './verdicts.ts'

export type PushDeps = {
  readonly store: LaptopStore
  readonly remote: Remote
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly actor: () => Actor
  readonly clientId: string
  readonly quietMs: number
  /** Brings files to the hub before the intents that name them. Null: all are there. */
  readonly uploadBlobs: (blobs: readonly BlobRef[]) => Promise<Failure | null>
  /** Lets other work of the thread in, and what is to leave out. */
  readonly yieldTurn: () => Promise<void>
  readonly ahead: Ahead
}

/** A batch on its way to the hub, marked so on the disk. */
type Flight = {
  readonly entries: readonly LinkedEntry[]
  readonly answer: ReturnType<Remote['push']>
}
/** The batch that left before the verdicts of the one before it were taken. Forgotten, it goes again from the disk. */
export type Ahead = { flight: Flight | null }

export type PushOutcome =
  /** Something was sent and answered: look again. `seq`: the highest number among the rows of the answer. */
  | { readonly kind: 'sent'; readonly seq: number }
  /** Nothing can leave now. `nextDueAtMs`: when something waits for time only. */
  | { readonly kind: 'nothing'; readonly nextDueAtMs: number | null }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** What the loop knows about earlier attempts. */
export type PushHistory = {
  /** Failures in a row that may be the fault of what was sent. */
  readonly suspectFailures: number
  /** The hub has answered something else since: it is not simply down. */
  readonly isHubWell: boolean
}

/** Failures of a single entry, while the hub is well, after which it is laid aside for the agent. */
const MAX_LONE_FAILURES = 8

/** Failures that may be the fault of what was sent, not of the way: they are narrowed down to one entry. */
export const isSuspect = (failure: Failure): boolean =>
  failure.kind === 'server-error' || failure.kind === 'bad-answer'

/**
 * Sends one batch and takes the answer. While it takes one, the hub decides the next batch, if that can leave without
 * its files: never two at a time are there. Each suspect failure halves the batch, so that one entry no hub can digest
 * is found and the others get through.
 */
export async function pushOnce(deps: PushDeps, history: PushHistory): Promise<PushOutcome> {
  const departed = deps.ahead.flight ?? (await depart(deps, history))
  deps.ahead.flight = null
  if ('kind' in departed) return departed
  const { entries } = departed
  const answer = await departed.answer
  if (!answer.ok) return giveUp(deps, { batch: entries, failure: answer.failure, ...history })
  const next = history.suspectFailures === 0 ? departAhead(deps, answer.value) : null
  if (next) await letRequestLeave(deps.yieldTurn)
  const outcome = takeAnswer(deps, { batch: entries, ...history }, answer.value)
  // An answer of no use is asked for again first; whatever has left meanwhile goes again behind it.
  if (outcome.kind === 'sent') deps.ahead.flight = next
  return outcome
}

async function depart(deps: PushDeps, { suspectFailures }: PushHistory): Promise<Flight | PushOutcome> {
  const { store } = deps
  const epoch = store.state.get('epoch')
  if (epoch === null) return { kind: 'nothing', nextDueAtMs: null }
  const limit = Math.max(1, PUSH_LIMIT >> suspectFailures)
  const batch = pickForSending(deps, limit)
  let { entries } = batch
  if (entries.length === 0) return { kind: 'nothing', nextDueAtMs: batch.nextDueAtMs }
  const blobs = blobsOf(store, entries)
  if (blobs.length > 0) {
    const failure = await deps.uploadBlobs(blobs)
    if (failure) return { kind: 'failed', failure }
    // Meanwhile the agent has gone on with some, taken others back, and sent again what comes before them.
    entries = beforeOtherFiles(store, pickForSending(deps, limit).entries, blobs)
    if (entries.length === 0) return { kind: 'sent', seq: 0 }
  }
  return send(deps, entries, epoch)
}

/** Entries looked at for the batch that goes ahead: those the answer is about, and as many as fit behind them. */
const AHEAD_REACH = 3 * PUSH_LIMIT

/** The hub has decided what the answer is about: what comes behind it keeps its order there. */
function departAhead(deps: PushDeps, { epoch, verdicts }: PushAnswer): Flight | null {
  const { store, clock, quietMs } = deps
  if (epoch !== store.state.get('epoch')) return null
  const batch = pickBatch(store.outbox, {
    nowMs: clock.now(),
    author: deps.actor().id,
    quietMs,
    limit: PUSH_LIMIT,
    reach: AHEAD_REACH,
    answered: new Map(verdicts.map(({ mutationId, kind }) => [mutationId, kind === 'done'])),
  })
  const entries = beforeOtherFiles(store, batch.entries, [])
  return entries.length === 0 ? null : send(deps, entries, epoch)
}

function send(
  { store, remote, clock, clientId }: PushDeps,
  entries: Flight['entries'],
  epoch: string,
): Flight {
  // Durable before it leaves: no crash may make an entry that arrived look unsent.
  store.transaction('durable', () => {
    for (const { mutationId } of entries) store.outbox.update(mutationId, { state: 'sending', wasSent: true })
  })
  const answer = remote.push({
    protocol: PROTOCOL,
    clientId,
    epoch,
    sentAtMs: clock.now(),
    entries: entries.map(({ mutationId, groupId, name, args, nowMs, isReplayed }) => ({
      mutationId,
      groupId,
      name,
      args,
      nowMs,
      replayed: isReplayed,
    })),
  })
  // Whoever asks for it hears of its failure; maybe nobody does.
  answer.catch(() => {})
  return { entries, answer }
}

/** The entries up to the first whose files have not gone ahead; a group stays whole. */
function beforeOtherFiles(
  store: LaptopStore,
  entries: readonly LinkedEntry[],
  ahead: readonly BlobRef[],
): readonly LinkedEntry[] {
  const known = new Set(ahead.map(({ sha256 }) => sha256))
  const other = entries.find(entry => blobsOf(store, [entry]).some(({ sha256 }) => !known.has(sha256)))
  if (!other) return entries
  const isInTheWay = (entry: LinkedEntry): boolean =>
    other.groupId === null ? entry === other : entry.groupId === other.groupId
  return entries.slice(0, entries.findIndex(isInTheWay))
}

/** A group never spans two pushes: when only one fits, it goes alone whatever the limit. */
function pickForSending({ store, clock, actor, quietMs }: PushDeps, limit: number): Batch {
  const input = { nowMs: clock.now(), author: actor().id, quietMs }
  const batch = pickBatch(store.outbox, { ...input, limit })
  if (batch.entries.length > 0 || limit === PUSH_LIMIT) return batch
  const whole = pickBatch(store.outbox, { ...input, limit: PUSH_LIMIT })
  const first = whole.entries[0]
  return { ...whole, entries: whole.entries.filter(entry => entry.groupId === first?.groupId) }
}

type Sent = PushHistory & { readonly batch: readonly LinkedEntry[] }

function takeAnswer(deps: PushDeps, sent: Sent, answer: PushAnswer): PushOutcome {
  const { store, clock, random } = deps
  const { batch } = sent
  try {
    store.transaction('relaxed', () => {
      if (answer.epoch !== store.state.get('epoch')) changeEpoch(deps, answer.epoch, batch)
      takeVerdicts(deps, {
        batch,
        answer,
        nowMs: clock.now(),
        restMs: attempts => backoffMs(attempts, random),
      })
    })
    return { kind: 'sent', seq: highestIn(answer) }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== ErrorCode.BadAnswer) throw error
    return giveUp(deps, { ...sent, failure: { kind: 'bad-answer' } })
  }
}

const highestIn = ({ verdicts }: PushAnswer): number =>
  Math.max(0, ...verdicts.flatMap(verdict => ('rows' in verdict ? verdict.rows : []).map(row => row.version)))

/** The batch stays as it is; a lone entry that fails again and again is laid aside so that the lane moves on. */
function giveUp(
  deps: PushDeps,
  { batch, failure, isHubWell }: Sent & { readonly failure: Failure },
): PushOutcome {
  const { store, clock, random, log } = deps
  const isAlone = new Set(batch.map(entry => entry.groupId ?? entry.mutationId)).size === 1
  const isSuspected = isAlone && isHubWell && isSuspect(failure)
  const neverLeft = 'neverLeft' in failure
  log.info('push.failed', { kind: failure.kind, entries: batch.length })
  store.transaction('relaxed', () => {
    for (const { mutationId, attempts: before, wasSent } of batch) {
      // No connection came about: the agent can still take it back. Its time to do so in peace is over all the same.
      if (neverLeft) store.outbox.update(mutationId, { wasSent, heldUntilMs: null })
      const attempts = before + (isSuspected ? 1 : 0)
      if (attempts >= MAX_LONE_FAILURES) park(store, mutationId, { kind: 'failed', code: failure.kind })
      else if (!isSuspected) store.outbox.update(mutationId, { state: 'pending' })
      else {
        const nextAttemptAtMs = clock.now() + backoffMs(attempts, random)
        store.outbox.update(mutationId, { state: 'pending', attempts, nextAttemptAtMs })
      }
    }
  })
  return { kind: 'failed', failure }
}

/**
 * Files the entries enclose: as their records say, and by what the agent asked for where there is no record, because
 * later work has removed it or a restored hub is given again what still stands here.
 */
function blobsOf({ rows }: LaptopStore, entries: readonly LinkedEntry[]): readonly BlobRef[] {
  return entries.flatMap(({ links, isReplayed, customerId, args }) => {
    const asked = filesIn(args)
    if (asked.length === 0) return []
    const made = new Map(
      links.flatMap(({ table, id, writes }) => {
        const row = table === 'attachments' && writes === 'whole' ? rows.get(table, id)?.row : undefined
        return row ? [[String(row['sha256']), String(row['customerId'])] as const] : []
      }),
    )
    return asked.flatMap(sha256 => {
      const owner = made.get(sha256) ?? customerId
      return owner === null ? [] : [{ customerId: owner, sha256, isDoubtful: isReplayed }]
    })
  })
}

const enclosedIn = (holder: unknown): readonly string[] => {
  const files = (holder as { readonly attachments?: unknown } | null | undefined)?.attachments
  return Array.isArray(files) ? files.map(file => String((file as { readonly sha256: unknown }).sha256)) : []
}

/** Hashes of the files enclosed in an intent, or in the message or note it begins with. */
function filesIn(args: unknown): readonly string[] {
  const { message, note } = args as { readonly message?: unknown; readonly note?: unknown }
  return [args, message, note].flatMap(enclosedIn)
}
