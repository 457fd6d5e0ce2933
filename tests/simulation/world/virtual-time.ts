import type { Clock, Random } from '../../../shared/clock.ts'

type Event = { readonly atMs: number; readonly order: number; readonly run: () => void; isCancelled: boolean }

const isBefore = (left: Event, right: Event): boolean =>
  left.atMs < right.atMs || (left.atMs === right.atMs && left.order < right.order)

export const STARTS_AT_MS = Date.UTC(2026, 0, 5, 9)

/** Time that passes only when the simulation says so; who is due at the same moment goes in random order. */
export class VirtualTime {
  private nowMs = STARTS_AT_MS
  /** A binary heap, the next one first. */
  private readonly heap: Event[] = []
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  now(): number {
    return this.nowMs
  }

  after(ms: number, run: () => void): () => void {
    const event = { atMs: this.nowMs + Math.max(0, ms), order: this.random(), run, isCancelled: false }
    this.push(event)
    return () => {
      event.isCancelled = true
    }
  }

  /** Runs the next event not later than `untilMs`; false when there is none. Whatever it started has come to rest afterwards. */
  async step(untilMs: number): Promise<boolean> {
    for (let next = this.heap[0]; next?.isCancelled; next = this.heap[0]) this.pop()
    const next = this.heap[0]
    if (!next || next.atMs > untilMs) return false
    this.pop()
    this.nowMs = Math.max(this.nowMs, next.atMs)
    next.run()
    await settled()
    return true
  }

  private push(event: Event): void {
    const { heap } = this
    let at = heap.length
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent] as Event
      if (!isBefore(event, above)) break
      heap[at] = above
      at = parent
    }
    heap[at] = event
  }

  private pop(): void {
    const { heap } = this
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      const right = heap[child + 1]
      if (right && isBefore(right, heap[child] as Event)) child += 1
      const below = heap[child]
      if (!below || !isBefore(below, last)) break
      heap[at] = below
      at = child
    }
    heap[at] = last
  }
}

/** Every promise that can go on without time passing has gone on. */
export const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** A device's clock: it may be wrong and it may jump, but waiting takes as long as anywhere. */
export class DeviceClock implements Clock {
  private readonly time: VirtualTime
  private offsetMs: number
  /** Timers of a process that died never fire. */
  isAlive = true

  constructor(time: VirtualTime, offsetMs: number) {
    this.time = time
    this.offsetMs = offsetMs
  }

  now = (): number => Math.round(this.time.now() + this.offsetMs)

  after = (ms: number, callback: () => void): (() => void) =>
    this.time.after(ms, () => {
      if (this.isAlive) callback()
    })

  jump(byMs: number): void {
    this.offsetMs += byMs
  }

  offset(): number {
    return this.offsetMs
  }
}
