import type { Clock, Random } from '../../../shared/clock.ts'
import type { Failure } from '../remote/remote.ts'
import { nextStep } from './retry.ts'

/**
 * Decides when to push and when to pull. One instance, one step at a time, no clock of its own.
 *
 *                 mutation                 5 ms over
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
  readonly onDefect: (error: unknown) => void
}

export type Loop = {
  readonly wake: (reason: WakeReason) => void
  /** The way is gone (the system says so): sleeps until it is back, without trying. */
  readonly fail: (failure: Failure) => void
  /** Ends after the step under way. */
  readonly stop: () => Promise<void>
}

const DEBOUNCE_MS = 5
const DEFECT_REST_MS = 5_000

/** Reasons that make another try worthwhile at once, whatever failed before. */
const isFresh = (reason: WakeReason): boolean => reason !== 'mutation' && reason !== 'timer'

export function createLoop(deps: LoopDeps): Loop {
  const { clock } = deps
  let wantsPush = false
  let wantsPull = false
  let failures = 0
  let isResting = false
  let isStopped = false
  let running: Promise<void> | null = null
  let cancelTimer = (): void => {}

  function timer(ms: number, callback: () => void): void {
    cancelTimer()
    cancelTimer = clock.after(ms, callback)
  }

  function start(): void {
    if (running || isStopped) return
    cancelTimer()
    running = run().finally(() => {
      running = null
      // Woken between the last look and now.
      if (!isResting && (wantsPush || wantsPull)) start()
    })
  }

  async function run(): Promise<void> {
    let nextInMs: number | null = null
    while (!isStopped && !isResting && (wantsPush || wantsPull)) {
      const isPush = wantsPush
      if (isPush) wantsPush = false
      else wantsPull = false
      const result = await takeStep(isPush)
      if (result.kind === 'again') {
        if (isPush || result.pushToo) wantsPush = true
        if (!isPush) wantsPull = true
      } else if (result.kind === 'done') {
        if (isPush) nextInMs = result.nextInMs
      } else if (result.goOn && isPush && wantsPull) {
        await goOnPulling(result.failure)
      } else rest(result.failure)
      await tidyUp()
    }
    if (isStopped || isResting) return
    deps.onState('asleep')
    timer(Math.min(nextInMs ?? Infinity, deps.restMs()), () => wake('timer'))
  }

  /** What can wait is done in small steps, as long as nobody wants anything. */
  async function tidyUp(): Promise<void> {
    for (;;) {
      if (isStopped || isResting || wantsPush || wantsPull || !(await deps.tidy())) return
    }
  }

  /** The push makes no sense to the hub; pulling shows whether the hub is well, then the wait begins. */
  async function goOnPulling(failure: Failure): Promise<void> {
    wantsPull = false
    const before = failures
    const pulled = await takeStep(false)
    failures = before
    rest(pulled.kind === 'failed' ? pulled.failure : failure)
  }

  async function takeStep(isPush: boolean): Promise<StepResult> {
    deps.onState(isPush ? 'pushing' : 'pulling')
    try {
      const result = await (isPush ? deps.push() : deps.pull())
      if (result.kind !== 'failed') {
        failures = 0
        deps.onSuccess()
      }
      return result
    } catch (error) {
      deps.onDefect(error)
      wantsPush = true
      wantsPull = true
      isResting = true
      deps.onState('asleep')
      timer(DEFECT_REST_MS, () => rouse())
      return { kind: 'done', nextInMs: null }
    }
  }

  function rest(failure: Failure): void {
    const step = nextStep(failure, failures, deps.random)
    failures += 1
    isResting = true
    wantsPush = true
    wantsPull = true
    deps.onState('asleep')
    deps.onFailure(failure, step.type === 'retry' ? clock.now() + step.inMs : null)
    if (step.type === 'retry') timer(step.inMs, () => rouse())
    else cancelTimer()
  }

  function rouse(): void {
    isResting = false
    start()
  }

  function wake(reason: WakeReason): void {
    if (isStopped) return
    wantsPush = true
    if (reason !== 'mutation') wantsPull = true
    if (isFresh(reason)) isResting = false
    if (isResting || running) return
    if (reason !== 'mutation') {
      start()
      return
    }
    deps.onState('debouncing')
    timer(DEBOUNCE_MS, start)
  }

  return {
    wake,
    fail: failure => {
      if (!isStopped && !isResting) rest(failure)
    },
    stop: async () => {
      isStopped = true
      cancelTimer()
      await running
    },
  }
}
