import { APPROVALS_LIMIT } from '../../shared/protocol/approvals.ts'
import type { ApprovalsAnswer, WaitingOnHub } from '../../shared/protocol/approvals.ts'

type Held = readonly { readonly id: string }[]
type Known = {
  /** Waiting ones this laptop holds. */
  readonly held: Held
  /** Null: the hub has not said. */
  readonly answer: ApprovalsAnswer | null
  /** Decided here; the hub may still call them waiting. */
  readonly decided: ReadonlySet<string>
}

/** What the hub names beyond what this laptop holds. */
export function waitingBeyond({ held, answer, decided }: Known): readonly WaitingOnHub[] {
  const here = new Set(held.map(({ id }) => id))
  return (answer?.approvals ?? []).filter(({ id }) => !here.has(id) && !decided.has(id))
}

/** How many wait in the workspace as far as anybody here knows, each once. */
export function countWaiting(known: Known): number {
  const { held, answer } = known
  if (answer === null) return held.length
  const named = new Set(answer.approvals.map(({ id }) => id))
  // A full answer leaves out by number: what is held and not named is among those it only counts.
  const isFull = answer.approvals.length >= APPROVALS_LIMIT
  const here = isFull ? held.filter(({ id }) => named.has(id)).length : held.length
  return here + waitingBeyond(known).length + answer.others
}
