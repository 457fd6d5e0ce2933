import type { Clock, Random } from '../../../shared/clock.ts'
import type { Failure } from '../remote/remote.ts'
import { nextStep } from './retry.ts'

/**
 * Decides when to push and when to pull. One instance, one step at a time, no clock of its own.
 *
 *                 mutation               at once, or 5 ms
 *   ┌─► asleep ───────────────► debouncing ─────────► pushing ◄─┐ something was sent,
 *   │     │                                            │   │    │ or a mutation came
 *   │     │ online, focus, timer, hint, signed-in      │   └────┘
 *   │     └──────────────────────────────────────► pulling ◄─┐ more to come
 *   │                                                  │  └──┘ (a mutation that comes goes first)
 *   └──────── nothing left to do ──────────────────────┘
 *             or a failure: wait, then both again
 */
export type LoopState = 'asleep' | 'debouncing' | 'pushing' | 'pulling'
export type WakeReason = 'mutation' | 'online' | 'focus' | 'timer' | 'hint' | 'signed-in' | 'start'

/** What a step found. 'again': there is more of the same. 'done': nothing left now; `nextInMs` when something comes due. */
export type StepResult =
  | { readonly kind: 'again'; readonly pushToo?: boolean }
  | { readonly kind: 'done'; readonly nextInMs: number | null }
  /** `goOn`: the other direction may work all the same. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly goOn: boolean }

export type LoopDeps = {
  readonly clock: Clock
  readonly random: Random
  readonly push: () => Promise<StepResult>
  readonly pull: () => Promise<StepResult>
  /** After everything else, while nothing is wanted: true while there is more. */
  readonly tidy: () => Promise<boolean>
  /** How long to sleep before looking again without a reason, ms. */
  readonly restMs: () => number
  readonly onState: (state: LoopState) => void
  readonly onFailure: (failure: Failure, retryAtMs: number | null) => void
  readonly onSuccess: () => void
  /** A defect: the loop stays alive and tries again later. */
  readonly onDefect: (error: unknown, retryAtMs: number) => void
}

export type Loop = {
  readonly wake: (reason: WakeReason) => void
  /** The way is gone (the system says so): sleeps until it is back, without trying. */
  readonly fail: (failure: Failure) => void
  /** Ends after the step under way. */
  readonly stop: () => Promise<void>
}

/** What is done one after the other leaves together. */
const DEBOUNCE_MS = 5
/** The first act after a pause of this length waits for nothing: those behind it leave with the next push. */
const PAUSE_MS = 10
const DEFECT_REST_MS = 5_000

/** Reasons that make another try worthwhile at once, whatever failed before. */
const isFresh = (reason: WakeReason): boolean => reason !== 'mutation' && reason !== 'timer'

export const createLoop = (deps: LoopDeps): Loop => new SyncLoop(deps)

class SyncLoop implements Loop {
  readonly #deps: LoopDeps
  #wantsPush = false
  #wantsPull = false
  /** Failures in a row. */
  #failures = 0
  /** Waits after a failure: nothing is tried before its time, unless a fresh reason comes. */
  #isResting = false
  #isStopped = false
  #running: Promise<void> | null = null
  #cancelTimer = (): void => {}
  #startedAtMs = Number.NEGATIVE_INFINITY

  constructor(deps: LoopDeps) {
    this.#deps = deps
  }

  wake = (reason: WakeReason): void => {
    if (this.#isStopped) return
    this.#wantsPush = true
    if (reason !== 'mutation') this.#wantsPull = true
    if (isFresh(reason)) this.#isResting = false
    if (this.#isResting || this.#running) return
    if (reason !== 'mutation') {
      this.#start()
      return
    }
    this.#deps.onState('debouncing')
    this.#timer(this.#hasPaused ? 0 : DEBOUNCE_MS, () => this.#start())
  }

  fail = (failure: Failure): void => {
    if (!this.#isStopped && !this.#isResting) this.#rest(failure)
  }

  stop = async (): Promise<void> => {
    this.#isStopped = true
    this.#cancelTimer()
    await this.#running
  }

  #timer(ms: number, callback: () => void): void {
    this.#cancelTimer()
    this.#cancelTimer = this.#deps.clock.after(ms, callback)
  }

  /** A clock that was set back counts as a pause. */
  get #hasPaused(): boolean {
    return Math.abs(this.#deps.clock.now() - this.#startedAtMs) > PAUSE_MS
  }

  get #isBusy(): boolean {
    return !this.#isStopped && !this.#isResting && (this.#wantsPush || this.#wantsPull)
  }

  #start(): void {
    if (this.#running || this.#isStopped) return
    this.#cancelTimer()
    this.#startedAtMs = this.#deps.clock.now()
    this.#running = this.#run().finally(() => {
      this.#running = null
      // Woken between the last look and now.
      if (this.#isBusy) this.#start()
    })
  }

  async #run(): Promise<void> {
    let nextInMs: number | null = null
    while (this.#isBusy) {
      const isPush = this.#wantsPush
      if (isPush) this.#wantsPush = false
      else this.#wantsPull = false
      const result = await this.#takeStep(isPush)
      if (result.kind === 'done' && isPush) nextInMs = result.nextInMs
      await this.#follow(result, isPush)
      await this.#tidyUp()
    }
    if (this.#isStopped || this.#isResting) return
    this.#deps.onState('asleep')
    this.#timer(Math.min(nextInMs ?? Infinity, this.#deps.restMs()), () => this.wake('timer'))
  }

  async #follow(result: StepResult, isPush: boolean): Promise<void> {
    switch (result.kind) {
      case 'again':
        if (isPush || result.pushToo) this.#wantsPush = true
        if (!isPush) this.#wantsPull = true
        return
      case 'done':
        return
      case 'failed':
        if (result.goOn && isPush && this.#wantsPull) await this.#goOnPulling(result.failure)
        else this.#rest(result.failure)
    }
  }

  /** What can wait is done in small steps, as long as nobody wants anything. */
  async #tidyUp(): Promise<void> {
    for (;;) {
      if (this.#isStopped || this.#isResting || this.#isBusy || !(await this.#deps.tidy())) return
    }
  }

  /** The push makes no sense to the hub; pulling shows whether the hub is well, then the wait begins. */
  async #goOnPulling(failure: Failure): Promise<void> {
    this.#wantsPull = false
    const before = this.#failures
    const pulled = await this.#takeStep(false)
    this.#failures = before
    this.#rest(pulled.kind === 'failed' ? pulled.failure : failure)
  }

  async #takeStep(isPush: boolean): Promise<StepResult> {
    const { clock, push, pull, onState, onSuccess, onDefect } = this.#deps
    onState(isPush ? 'pushing' : 'pulling')
    try {
      const result = await (isPush ? push() : pull())
      if (result.kind !== 'failed') {
        this.#failures = 0
        onSuccess()
      }
      return result
    } catch (error) {
      this.#sleepFor(DEFECT_REST_MS)
      onDefect(error, clock.now() + DEFECT_REST_MS)
      return { kind: 'done', nextInMs: null }
    }
  }

  #rest(failure: Failure): void {
    const { random, clock, onFailure } = this.#deps
    const step = nextStep(failure, this.#failures, random)
    this.#failures += 1
    this.#sleepFor(step.type === 'retry' ? step.inMs : null)
    onFailure(failure, step.type === 'retry' ? clock.now() + step.inMs : null)
  }

  /** Null: until a fresh reason comes. */
  #sleepFor(ms: number | null): void {
    this.#isResting = true
    this.#wantsPush = true
    this.#wantsPull = true
    this.#deps.onState('asleep')
    this.#cancelTimer()
    if (ms === null) return
    this.#timer(ms, () => {
      this.#isResting = false
      this.#start()
    })
  }
}
