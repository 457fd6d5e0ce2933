import type { Clock, Random } from '../../../shared/clock.ts'

type Event = { readonly atMs: number; readonly order: number; readonly run: () => void }

/** Time that passes only when the simulation says so; who is due at the same moment goes in random order. */
export class VirtualTime {
  private nowMs = Date.UTC(2026, 0, 5, 9)
  private events: Event[] = []
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  now(): number {
    return this.nowMs
  }

  after(ms: number, run: () => void): () => void {
    const event = { atMs: this.nowMs + Math.max(0, ms), order: this.random(), run }
    this.events.push(event)
    return () => {
      this.events = this.events.filter(each => each !== event)
    }
  }

  /** Runs the next event not later than `untilMs`; false when there is none. Whatever it started has come to rest afterwards. */
  async step(untilMs: number): Promise<boolean> {
    let next: Event | null = null
    for (const event of this.events) {
      if (event.atMs > untilMs) continue
      if (!next || event.atMs < next.atMs || (event.atMs === next.atMs && event.order < next.order))
        next = event
    }
    if (!next) return false
    const chosen = next
    this.events = this.events.filter(each => each !== chosen)
    this.nowMs = Math.max(this.nowMs, chosen.atMs)
    chosen.run()
    await settled()
    return true
  }

  skipTo(atMs: number): void {
    this.nowMs = Math.max(this.nowMs, atMs)
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
