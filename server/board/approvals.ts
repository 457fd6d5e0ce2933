import type { ApprovalFact } from './facts.ts'

/** What waits for a supervisor, and since when. */
export type WaitingApprovals = {
  readonly count: number
  readonly sinceMs: number
  /** The oldest first, each once. */
  readonly ticketIds: readonly string[]
}

/** Amounts over somebody's limit that nobody has decided about. */
export class Approvals {
  readonly #waiting = new Map<string, ApprovalFact>()

  put(fact: ApprovalFact): void {
    if (fact.isWaiting) this.#waiting.set(fact.id, fact)
    else this.#waiting.delete(fact.id)
  }

  remove(id: string): void {
    this.#waiting.delete(id)
  }

  /** Null: nothing waits. */
  waiting(): WaitingApprovals | null {
    const sorted = [...this.#waiting.values()].toSorted(
      (a, b) => a.requestedAtMs - b.requestedAtMs || (a.id < b.id ? -1 : 1),
    )
    const [first] = sorted
    if (!first) return null
    const ticketIds = new Set(sorted.flatMap(({ ticketId }) => ticketId ?? []))
    return { count: sorted.length, sinceMs: first.requestedAtMs, ticketIds: [...ticketIds] }
  }
}
