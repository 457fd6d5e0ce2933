import type { Arrivals } from '../../../shared/contract/alerts.ts'

/** Tickets with news for this agent that no window has shown yet, for the number on the app's icon. */
export class UnreadTickets {
  readonly #tickets = new Set<string>()
  readonly #changed: (count: number) => void

  constructor(changed: (count: number) => void) {
    this.#changed = changed
  }

  take({ arrivals }: Arrivals, inFront: string | null): void {
    for (const { ticketId } of arrivals) if (ticketId !== inFront) this.#tickets.add(ticketId)
    this.#changed(this.#tickets.size)
  }

  seen(ticketId: string): void {
    if (this.#tickets.delete(ticketId)) this.#changed(this.#tickets.size)
  }

  clear(): void {
    if (this.#tickets.size === 0) return
    this.#tickets.clear()
    this.#changed(0)
  }
}
