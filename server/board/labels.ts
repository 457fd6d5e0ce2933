import type { BoardMeasures } from '../../shared/protocol/board.ts'
import { firstKindOf, kindTurnOf } from '../../shared/rules/triage/mislabel.ts'
import { ticketKindOf } from '../../shared/rules/work-kind.ts'
import type { KindMask, LabelFact } from './facts.ts'
import { isOfKind, SERVICE, SUPPORT } from './facts.ts'

/** Tickets that came in within this are what the mislabel rate is about. */
export const LABEL_PERIOD_MS = 7 * 86_400_000

type Kept = { readonly receivedAtMs: number; readonly isWrong: boolean; readonly mask: KindMask }

/** Which of the tickets that came lately were labelled wrongly; each counts for the kind it came with. */
export class Labels {
  readonly #tickets = new Map<string, Kept>()

  put({ ticketId, receivedAtMs, isMerged, changes, threads }: LabelFact): void {
    if (isMerged) return this.remove(ticketId)
    const turn = kindTurnOf(changes)
    const first = firstKindOf(turn, ticketKindOf(threads))
    const mask =
      (first === 'service' || first === 'both' ? SERVICE : 0) |
      (first === 'support' || first === 'both' ? SUPPORT : 0)
    this.#tickets.set(ticketId, { receivedAtMs, isWrong: turn !== null, mask })
  }

  remove(ticketId: string): void {
    this.#tickets.delete(ticketId)
  }

  forget(nowMs: number): void {
    for (const [id, { receivedAtMs }] of this.#tickets)
      if (receivedAtMs <= nowMs - LABEL_PERIOD_MS) this.#tickets.delete(id)
  }

  measure(nowMs: number, kind: KindMask): NonNullable<BoardMeasures['mislabelled']> {
    const found = { count: 0, tickets: 0 }
    for (const { receivedAtMs, isWrong, mask } of this.#tickets.values()) {
      if (receivedAtMs <= nowMs - LABEL_PERIOD_MS || receivedAtMs > nowMs || !isOfKind(mask, kind)) continue
      found.tickets += 1
      if (isWrong) found.count += 1
    }
    return found
  }
}
