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
export type LiveDeps = {
  readonly clock: Clock
  readonly random: Random
  readonly remote: LiveRemote
  readonly upToSeq: () => number
  readonly onFrame: (frame: LiveFrame) => void
  /** Hints arrive now, or do not any more. */
  readonly onUp: (isUp: boolean) => void
}
export type Live = {
  readonly start: () => void
  /** The way or the session may be better now: tries at once. */
  readonly kick: () => void
  readonly send: (frame: LiveClientFrame) => void
  readonly isUp: () => boolean
  readonly stop: () => void
}

const SOCKET_TRIES = 2
const POLL_FOR_MS = 600_000
const POLL_WAIT_MS = 25_000

export function createLive(deps: LiveDeps): Live {
  const { clock, random, remote } = deps
  let socket: LiveSocket | null = null
  let isUp = false
  let isStopped = true
  let failures = 0
  let unopened = 0
  let pollUntilMs: number | null = null
  let cancelTimer = (): void => {}
  /** Answers of an attempt that was given up mean nothing any more. */
  let attempt = 0

  function setUp(next: boolean): void {
    if (isUp === next) return
    isUp = next
    deps.onUp(next)
  }

  function begin(): void {
    cancelTimer()
    attempt += 1
    socket?.close()
    socket = null
    if (isStopped) return
    if (pollUntilMs !== null && clock.now() < pollUntilMs) void poll(attempt)
    else connect(attempt)
  }

  function connect(mine: number): void {
    let hasOpened = false
    pollUntilMs = null
    socket = remote.connect({
      onOpen: () => {
        if (mine !== attempt) return
        hasOpened = true
        unopened = 0
        failures = 0
        setUp(true)
      },
      onFrame: frame => {
        if (mine === attempt) deps.onFrame(frame)
      },
      onEnd: failure => {
        if (mine !== attempt) return
        socket = null
        if (!hasOpened) unopened += 1
        if (unopened >= SOCKET_TRIES) pollUntilMs = clock.now() + POLL_FOR_MS
        again(failure)
      },
    })
  }

  async function poll(mine: number): Promise<void> {
    // What was heard once is not asked for again, even while pulling it takes its time.
    let heardSeq = 0
    while (mine === attempt && !isStopped) {
      const answer = await remote.poll({ after: Math.max(heardSeq, deps.upToSeq()), waitMs: POLL_WAIT_MS })
      if (mine !== attempt || isStopped) return
      if (!answer.ok) return again(answer.failure)
      failures = 0
      setUp(true)
      if (answer.value.kind === 'hint') heardSeq = Math.max(heardSeq, answer.value.seq)
      deps.onFrame(answer.value)
      if (pollUntilMs === null || clock.now() >= pollUntilMs) {
        unopened = SOCKET_TRIES - 1
        return begin()
      }
    }
  }

  function again(failure: Failure): void {
    setUp(false)
    const step = nextStep(failure, failures, random)
    failures += 1
    if (step.type === 'retry') cancelTimer = clock.after(step.inMs, begin)
  }

  return {
    start: () => {
      isStopped = false
      begin()
    },
    kick: () => {
      if (isStopped || isUp) return
      failures = 0
      begin()
    },
    send: frame => socket?.send(frame),
    isUp: () => isUp,
    stop: () => {
      isStopped = true
      setUp(false)
      begin()
    },
  }
}
