import type { Clock } from '../../shared/clock.ts'

/** Asked for the second time within this, leaving goes through: the window may hang, or the agent means it. */
const ASK_AGAIN_AFTER_MS = 15_000

export type QuitGuardDeps = {
  readonly clock: Clock
  /** Changes that wait on this laptop. */
  readonly waiting: () => number
  /** Asks the agent in the window; false where no window could ask. */
  readonly askToQuit: (waiting: number, isShutdown: boolean) => boolean
}

/**
 * Leaving with unsent work is a question, put by the window. Nothing would be lost: it stands on the disk and goes
 * out next time; but an agent at the end of a shift wants to know.
 */
export class QuitGuard {
  readonly #deps: QuitGuardDeps
  #isLeaving = false
  #askedAtMs: number | null = null
  #isShutdown = false

  constructor(deps: QuitGuardDeps) {
    this.#deps = deps
  }

  /** The end is decided: by the agent's answer, by the system, or by whoever started us. */
  leave(): void {
    this.#isLeaving = true
  }

  get isLeaving(): boolean {
    return this.#isLeaving
  }

  /** Whether to leave now; false puts the question. */
  mayLeave(isShutdown = false): boolean {
    const { clock, waiting, askToQuit } = this.#deps
    const count = waiting()
    if (this.#isLeaving || count === 0 || this.#wasJustAsked(isShutdown)) return true
    this.#askedAtMs = clock.now()
    this.#isShutdown = isShutdown
    return !askToQuit(count, isShutdown)
  }

  /** A question about the app is no answer about the computer: that one is put by itself. */
  #wasJustAsked(isShutdown: boolean): boolean {
    if (this.#askedAtMs === null || (isShutdown && !this.#isShutdown)) return false
    const sinceMs = this.#deps.clock.now() - this.#askedAtMs
    return sinceMs >= 0 && sinceMs < ASK_AGAIN_AFTER_MS
  }
}
