import type { Clock, Random } from '../../../shared/clock.ts'
import type { LiveClientFrame, LiveFrame } from '../../../shared/protocol/pull.ts'
import type { Failure, LiveRemote, LiveSocket } from '../remote/remote.ts'
import { nextStep } from './retry.ts'

/**
 * Hears hints from the hub: by WebSocket, or by long polling where something on the way does not let sockets through.
 *
 *   off ──start──► connecting ──open──► open ──end──► waiting ──► connecting
 *                      │ ends twice without opening
 *                      ▼
 *                   polling ──10 minutes──► connecting        signed out: off until kicked
 */
export type LiveDeps<Frame = LiveFrame> = {
  readonly clock: Clock
  readonly random: Random
  readonly remote: LiveRemote<Frame>
  readonly upToSeq: () => number
  readonly onFrame: (frame: Frame) => void
  /** Hints arrive now, or do not any more. */
  readonly onUp: (isUp: boolean) => void
}
export type Live = {
  readonly start: () => void
  /** The way or the session may be better now: tries at once. */
  readonly kick: () => void
  /** The way is another one, or cut: what is open ends. */
  readonly reset: () => void
  readonly send: (frame: LiveClientFrame) => void
  readonly isUp: () => boolean
  /** A socket is open, so that frames can be sent. */
  readonly hasSocket: () => boolean
  readonly stop: () => void
}

const SOCKET_TRIES = 2
const POLL_FOR_MS = 600_000
const POLL_WAIT_MS = 25_000

type AnyFrame = { readonly kind: string; readonly seq?: number }

/** The same line for hints and for the board: they differ in their frames only. */
export const createLive = <Frame extends AnyFrame = LiveFrame>(deps: LiveDeps<Frame>): Live =>
  new LiveConnection(deps)

class LiveConnection<Frame extends AnyFrame> implements Live {
  readonly #deps: LiveDeps<Frame>
  #socket: LiveSocket | null = null
  #isUp = false
  #isStopped = true
  #failures = 0
  /** Sockets in a row that never opened. */
  #unopened = 0
  #pollUntilMs: number | null = null
  #cancelTimer = (): void => {}
  /** Answers of an attempt that was given up mean nothing any more. */
  #attempt = 0

  constructor(deps: LiveDeps<Frame>) {
    this.#deps = deps
  }

  start = (): void => {
    this.#isStopped = false
    this.#begin()
  }

  kick = (): void => {
    if (this.#isStopped || this.#isUp) return
    this.#failures = 0
    this.#begin()
  }

  reset = (): void => {
    if (this.#isStopped) return
    this.#setUp(false)
    this.#failures = 0
    this.#begin()
  }

  send = (frame: LiveClientFrame): void => this.#socket?.send(frame)

  isUp = (): boolean => this.#isUp

  hasSocket = (): boolean => this.#isUp && this.#socket !== null

  stop = (): void => {
    this.#isStopped = true
    this.#setUp(false)
    this.#begin()
  }

  #setUp(isUp: boolean): void {
    if (this.#isUp === isUp) return
    this.#isUp = isUp
    this.#deps.onUp(isUp)
  }

  #begin(): void {
    this.#cancelTimer()
    this.#attempt += 1
    this.#socket?.close()
    this.#socket = null
    if (this.#isStopped) return
    if (this.#pollUntilMs !== null && this.#deps.clock.now() < this.#pollUntilMs)
      void this.#poll(this.#attempt)
    else this.#connect(this.#attempt)
  }

  #connect(mine: number): void {
    let hasOpened = false
    this.#pollUntilMs = null
    this.#socket = this.#deps.remote.connect({
      onOpen: () => {
        if (mine !== this.#attempt) return
        hasOpened = true
        this.#unopened = 0
        this.#failures = 0
        this.#setUp(true)
      },
      onFrame: frame => {
        if (mine === this.#attempt) this.#deps.onFrame(frame)
      },
      onEnd: failure => {
        if (mine !== this.#attempt) return
        this.#socket = null
        if (!hasOpened) this.#unopened += 1
        if (this.#unopened >= SOCKET_TRIES) this.#pollUntilMs = this.#deps.clock.now() + POLL_FOR_MS
        this.#again(failure)
      },
    })
  }

  async #poll(mine: number): Promise<void> {
    const { remote, clock, upToSeq, onFrame } = this.#deps
    // What was heard once is not asked for again, even while pulling it takes its time.
    let heardSeq = 0
    while (mine === this.#attempt) {
      const answer = await remote.poll({ after: Math.max(heardSeq, upToSeq()), waitMs: POLL_WAIT_MS })
      if (mine !== this.#attempt) return
      if (!answer.ok) return this.#again(answer.failure)
      this.#failures = 0
      this.#setUp(true)
      // A number lower than before comes late, or from a hub that was restored: what follows it must be heard.
      if (answer.value.kind === 'hint') heardSeq = answer.value.seq ?? heardSeq
      onFrame(answer.value)
      if (this.#pollUntilMs !== null && clock.now() < this.#pollUntilMs) continue
      this.#unopened = SOCKET_TRIES - 1
      return this.#begin()
    }
  }

  #again(failure: Failure): void {
    this.#setUp(false)
    const step = nextStep(failure, this.#failures, this.#deps.random)
    this.#failures += 1
    if (step.type === 'retry') this.#cancelTimer = this.#deps.clock.after(step.inMs, () => this.#begin())
  }
}
