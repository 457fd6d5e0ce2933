import type { Clock } from './clock.ts'

/** One timer that is always set anew: the next look at something, until it is stopped for good. */
export class NextLook {
  readonly #clock: Clock
  readonly #look: () => void
  #cancel = (): void => {}
  #dueAtMs = 0
  #isStopped = false

  constructor(clock: Clock, look: () => void) {
    this.#clock = clock
    this.#look = look
  }

  /** When the next look was planned for, ms since 1970; 0 before the first plan. */
  get dueAtMs(): number {
    return this.#dueAtMs
  }

  get isStopped(): boolean {
    return this.#isStopped
  }

  /** The next look is in `ms` and at no other time; nothing once this is stopped. */
  plan(ms: number): void {
    this.#cancel()
    if (this.#isStopped) return
    this.#dueAtMs = this.#clock.now() + ms
    this.#cancel = this.#clock.after(ms, this.#look)
  }

  /** Sees to it that the next look is in `ms` at the latest. */
  atLatest(ms: number): void {
    if (this.#dueAtMs - this.#clock.now() > ms) this.plan(ms)
  }

  stop(): void {
    this.#isStopped = true
    this.#cancel()
  }
}
