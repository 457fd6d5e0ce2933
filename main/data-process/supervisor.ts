import type { Clock } from '../../shared/clock.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import { createRpcClient } from '../../shared/rpc/client.ts'
import type { RpcClient } from '../../shared/rpc/client.ts'
import { freshBudget, mayRestart, recordCrash } from './crash-budget.ts'
import type { CrashBudget } from './crash-budget.ts'
import type { ChildExit, DataChild } from './data-child.ts'
import { createGate } from './gate.ts'
import type { Gate } from './gate.ts'

const READY_WITHIN_MS = 20_000
/** After this the process is ended: what was acknowledged is on the disk in any case. */
const DRAIN_WITHIN_MS = 5_000
const EXIT_WITHIN_MS = 2_000

const EVENTS = [
  'data.ready',
  'data.fatal',
  'data.tokensChanged',
  'key.progressed',
  'data.changed',
  'sync.changed',
  'reminders.due',
  'presence.changed',
  'colleagues.changed',
  'board.changed',
  'arrivals',
] as const
export type DataEvent = (typeof EVENTS)[number]

export type SupervisorDeps = {
  readonly start: () => DataChild
  readonly clock: Clock
  readonly log: Log
  readonly onEvent: (name: DataEvent, payload: unknown) => void
  /** A process took the place of one that ended: gives it back what was open, before windows reach it. */
  readonly onRestarted: () => Promise<void>
  /** It crashed too often or could not be started. */
  readonly onDown: (code: string) => void
}

type Running = {
  readonly child: DataChild
  readonly link: RpcClient
  readonly ready: Gate
  readonly open: Gate
}

/** Keeps one data process alive: starts it, restarts it within the budget, answers for it while it is gone, ends it. */
export class Supervisor {
  readonly #deps: SupervisorDeps
  #running: Running | null = null
  #budget: CrashBudget = freshBudget
  #isEnding = false

  constructor(deps: SupervisorDeps) {
    this.#deps = deps
  }

  /**
   * For main itself: reaches the process as soon as it is ready, before a place is open in it. Such a call follows
   * from something an agent did, so it starts a process that was given up.
   */
  async callInternal(name: string, input: unknown): Promise<unknown> {
    this.start()
    const running = this.#needRunning()
    await running.ready.opened
    return running.link.call(name, input)
  }

  /** For windows: waits while a restarted process is given back its place. */
  async callForWindow(name: string, input: unknown): Promise<unknown> {
    const running = this.#needRunning()
    await running.open.opened
    return running.link.call(name, input)
  }

  /** Starts the process unless it runs, with a fresh budget. */
  start(): void {
    if (this.#running || this.#isEnding) return
    this.#budget = freshBudget
    this.#begin(false)
  }

  /** Lets the process finish and waits for its end. Nothing is started any more. */
  async end(): Promise<void> {
    this.#isEnding = true
    const running = this.#running
    if (!running) return
    const { child, link } = running
    const closed = link.call('data.close', {}).catch(() => {})
    await this.#within(DRAIN_WITHIN_MS, closed)
    child.port.close()
    if (await this.#within(EXIT_WITHIN_MS, child.exited)) return
    child.kill()
    await this.#within(EXIT_WITHIN_MS, child.exited)
  }

  #needRunning(): Running {
    if (this.#running) return this.#running
    throw new AppError(ErrorCode.DataUnavailable, 'The data process is not running')
  }

  #begin(isRestart: boolean): void {
    const { start, clock, onDown, log } = this.#deps
    let child: DataChild
    try {
      child = start()
    } catch (error) {
      log.error('data.not-started', { name: error instanceof Error ? error.name : typeof error })
      return onDown(ErrorCode.DataUnavailable)
    }
    const running = {
      child,
      link: createRpcClient(child.port, clock),
      ready: createGate(),
      open: createGate(),
    }
    this.#running = running
    for (const name of EVENTS) running.link.on(name, payload => this.#take(running, name, payload))
    child.onErrorLine(line => log.warn('data.said', { line }))
    void child.exited.then(exit => this.#ended(running, exit))
    void this.#settle(running, isRestart)
  }

  async #settle({ child, ready, open }: Running, isRestart: boolean): Promise<void> {
    // A process that hangs while starting would keep every call waiting.
    if (
      !(await this.#within(
        READY_WITHIN_MS,
        ready.opened.catch(() => {}),
      ))
    )
      return child.kill()
    if (isRestart) await this.#deps.onRestarted()
    open.unlock()
  }

  #take(running: Running, name: DataEvent, payload: unknown): void {
    if (name === 'data.ready') running.ready.unlock()
    this.#deps.onEvent(name, payload)
  }

  #ended(running: Running, { reason, lastWords }: ChildExit): void {
    const { clock, log, onDown } = this.#deps
    const gone = new AppError(ErrorCode.DataUnavailable, 'The data process ended')
    running.ready.fail(gone)
    running.open.fail(gone)
    if (this.#running === running) this.#running = null
    if (this.#isEnding) return log.info('data.ended', { reason })
    this.#budget = recordCrash(this.#budget, clock.now())
    log.error('data.crashed', { reason, recent: this.#budget.length, lastWords })
    if (!mayRestart(this.#budget)) return onDown(ErrorCode.DataUnavailable)
    this.#begin(true)
  }

  /** Whether the promise settled in time. */
  #within(ms: number, promise: Promise<unknown>): Promise<boolean> {
    return new Promise(resolve => {
      const cancel = this.#deps.clock.after(ms, () => resolve(false))
      void promise.finally(() => {
        cancel()
        resolve(true)
      })
    })
  }
}
