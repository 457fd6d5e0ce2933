import type { Clock, Random } from '../../../shared/clock.ts'
import type { Actor } from '../../../shared/mutations/define.ts'
import type { Log } from '../../../shared/log.ts'
import type { PushAnswer } from '../../../shared/protocol/push.ts'
import { PROTOCOL, PUSH_LIMIT } from '../../../shared/protocol/version.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { BlobRef, Failure, Remote } from '../remote/remote.ts'
import { changeEpoch } from './epoch.ts'
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
}

export type PushOutcome =
  /** Something was sent and answered: look again. */
  | { readonly kind: 'sent' }
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
 * Sends one batch and takes the answer. One push at a time. Each suspect failure halves the batch, so that one entry no
 * hub can digest is found and the others get through.
 */
export async function pushOnce(deps: PushDeps, history: PushHistory): Promise<PushOutcome> {
  const { store, remote, clock } = deps
  const epoch = store.state.get('epoch')
  if (epoch === null) return { kind: 'nothing', nextDueAtMs: null }
  const limit = Math.max(1, PUSH_LIMIT >> history.suspectFailures)
  const batch = pickForSending(deps, limit)
  const { entries } = batch
  if (entries.length === 0) return { kind: 'nothing', nextDueAtMs: batch.nextDueAtMs }
  const blobFailure = await deps.uploadBlobs(blobsOf(store, entries))
  if (blobFailure) return { kind: 'failed', failure: blobFailure }

  // Durable before it leaves: no crash may make an entry that arrived look unsent.
  store.transaction('durable', () => {
    for (const { mutationId } of entries) store.outbox.update(mutationId, { state: 'sending', wasSent: true })
  })
  const answer = await remote.push({
    protocol: PROTOCOL,
    clientId: deps.clientId,
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
  if (!answer.ok) return giveUp(deps, { batch: entries, failure: answer.failure, ...history })
  return takeAnswer(deps, { batch: entries, ...history }, answer.value)
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
      if (answer.epoch !== store.state.get('epoch')) changeEpoch(deps, answer.epoch)
      takeVerdicts(deps, {
        batch,
        answer,
        nowMs: clock.now(),
        restMs: attempts => backoffMs(attempts, random),
      })
    })
    return { kind: 'sent' }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== ErrorCode.BadAnswer) throw error
    return giveUp(deps, { ...sent, failure: { kind: 'bad-answer' } })
  }
}

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

/** Files named by attachment records that the entries make. */
function blobsOf({ rows }: LaptopStore, entries: readonly LinkedEntry[]): readonly BlobRef[] {
  return entries.flatMap(({ links }) =>
    links.flatMap(({ table, id, writes }) => {
      const row = table === 'attachments' && writes === 'whole' ? rows.get(table, id)?.row : undefined
      return row ? [{ customerId: String(row['customerId']), sha256: String(row['sha256']) }] : []
    }),
  )
}
