import type { HubTx } from './store.ts'

/**
 * Ticket numbers within one transaction: the counter is locked at the first number asked for and written once, so that
 * entries that fail leave no gap.
 */
export class TicketNumbers {
  readonly #tx: HubTx
  #stored: number | null = null
  #last = 0

  constructor(tx: HubTx) {
    this.#tx = tx
  }

  async next(): Promise<number> {
    if (this.#stored === null) {
      this.#stored = await this.#tx.lockTicketCounter()
      this.#last = this.#stored
    }
    this.#last += 1
    return this.#last
  }

  /** Numbers given so far, for `rollBack`. */
  mark(): number {
    return this.#stored === null ? 0 : this.#last - this.#stored
  }

  rollBack(mark: number): void {
    if (this.#stored !== null) this.#last = this.#stored + mark
  }

  async flush(): Promise<void> {
    if (this.#stored !== null && this.#last !== this.#stored) await this.#tx.setTicketCounter(this.#last)
  }
}
