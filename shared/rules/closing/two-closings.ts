import type { Closing } from '../../domain/between.ts'
import type { Thread } from '../../domain/tickets.ts'
import { isDone, isRestored } from '../thread-life.ts'
import { isWithdrawn } from '../work-kind.ts'

/** Closing both parts within so long is one act: whoever did it knew how the other part stood. */
export const TOGETHER_MS = 15 * 60_000

type ThreadFacts = Pick<Thread, 'id' | 'kind' | 'state' | 'isPaired' | 'solvedAtMs' | 'restoredAtMs'>
type ClosingFacts = Pick<Closing, 'threadId' | 'relationship' | 'atMs'>

export type Finish = {
  /** Null: the ticket has no support part. */
  readonly function: 'open' | 'restored' | 'solved' | null
  /** Null: the ticket has no service part. */
  readonly relationship: 'open' | 'done' | 'waived' | null
  /** Nothing of it is left to do. */
  readonly isFinished: boolean
}

/** Waived for as long as the thread stays closed: a step that comes back is waived anew or done. */
const isWaived = (service: ThreadFacts, closings: readonly ClosingFacts[]): boolean =>
  closings.some(
    ({ threadId, relationship, atMs }) =>
      threadId === service.id && relationship === 'waived' && atMs >= (service.solvedAtMs ?? 0),
  )

function functionOf(support: ThreadFacts): 'open' | 'restored' | 'solved' {
  if (isDone(support)) return 'solved'
  return isRestored(support) ? 'restored' : 'open'
}

function relationshipOf(service: ThreadFacts, closings: readonly ClosingFacts[]): 'open' | 'done' | 'waived' {
  if (!isDone(service)) return 'open'
  return isWaived(service, closings) ? 'waived' : 'done'
}

/**
 * How a ticket stands between its two definitions of done: support restores function, service does the relationship
 * step or waives it with a reason. A ticket of one kind is finished with its one part.
 */
export function finishOf(threads: readonly ThreadFacts[], closings: readonly ClosingFacts[]): Finish {
  const live = threads.filter(thread => !isWithdrawn(thread))
  const support = live.find(({ kind }) => kind === 'support')
  const service = live.find(({ kind }) => kind === 'service')
  const part = support ? functionOf(support) : null
  const step = service ? relationshipOf(service, closings) : null
  const isFinished = live.length > 0 && (part ?? 'solved') === 'solved' && (step ?? 'done') !== 'open'
  return { function: part, relationship: step, isFinished }
}

/**
 * Support is being solved, and the service part beside it was closed before function was restored: its relationship
 * step is still to be done. Not when it was waived, and not when both were closed together.
 */
export function opensRelationship(
  support: ThreadFacts,
  service: ThreadFacts,
  { closings, nowMs }: { readonly closings: readonly ClosingFacts[]; readonly nowMs: number },
): boolean {
  if (support.kind !== 'support' || service.kind !== 'service' || isWithdrawn(service)) return false
  if (service.state !== 'solved' || service.solvedAtMs === null) return false
  if (isWaived(service, closings)) return false
  const restoredMs = support.restoredAtMs ?? nowMs
  return service.solvedAtMs < restoredMs - TOGETHER_MS
}
