import type { BoardFlow } from '../../shared/protocol/board.ts'
import type { KindMask, MessageFact } from './facts.ts'
import { isOfKind, SERVICE, SUPPORT } from './facts.ts'

export const STEP_MS = 6 * 60_000
export const STEPS = 30

type Kept = { readonly ticketId: string; readonly isArrival: boolean }
type Lists = BoardFlow['all']

/** Which way a message goes on the board: automation and imports are neither. */
function directionOf({ direction, authorKind }: MessageFact): 'arrival' | 'reply' | null {
  if (direction === 'in') return 'arrival'
  return authorKind === 'agent' ? 'reply' : null
}

/** Messages of the last three hours in steps of six minutes. */
export class Flow {
  /** By step, counted from 1970; a message that changes later is not counted twice. */
  readonly #steps = new Map<number, Map<string, Kept>>()

  put(message: MessageFact): void {
    const direction = directionOf(message)
    if (direction === null) return
    const step = Math.floor(message.acceptedAtMs / STEP_MS)
    const kept = this.#steps.get(step) ?? new Map<string, Kept>()
    this.#steps.set(step, kept)
    kept.set(message.id, { ticketId: message.ticketId, isArrival: direction === 'arrival' })
  }

  remove(id: string): void {
    for (const step of this.#steps.values()) step.delete(id)
  }

  forget(nowMs: number): void {
    for (const step of this.#steps.keys())
      if (step <= Math.floor(nowMs / STEP_MS) - STEPS) this.#steps.delete(step)
  }

  ticketIds(): ReadonlySet<string> {
    return new Set(
      [...this.#steps.values()].flatMap(step => [...step.values()].map(({ ticketId }) => ticketId)),
    )
  }

  picture(nowMs: number, kindsOf: (ticketId: string) => KindMask): BoardFlow {
    const last = Math.floor(nowMs / STEP_MS)
    const first = last - STEPS + 1
    const lists = { all: emptyLists(), service: emptyLists(), support: emptyLists() }
    for (const [step, messages] of this.#steps) {
      const place = step - first
      if (place < 0 || place >= STEPS) continue
      for (const { ticketId, isArrival } of messages.values()) {
        const mask = kindsOf(ticketId)
        for (const [name, kind] of [
          ['all', 0],
          ['service', SERVICE],
          ['support', SUPPORT],
        ] as const) {
          if (!isOfKind(mask, kind)) continue
          const list = isArrival ? lists[name].arrivals : lists[name].replies
          list[place] = (list[place] ?? 0) + 1
        }
      }
    }
    return { fromMs: first * STEP_MS, stepMs: STEP_MS, ...lists }
  }
}

const emptyLists = (): Lists => ({
  arrivals: Array.from({ length: STEPS }, () => 0),
  replies: Array.from({ length: STEPS }, () => 0),
})
