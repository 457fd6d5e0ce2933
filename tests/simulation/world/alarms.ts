import type { Clock } from '../../../shared/clock.ts'

/** A clock that knows whether anything will still happen by itself: a timer, or the answer to something asked. */
export class Alarms implements Clock {
  private readonly clock: Clock
  private open = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  now = (): number => this.clock.now()

  after = (ms: number, callback: () => void): (() => void) => {
    const end = this.begin()
    const cancel = this.clock.after(ms, () => {
      end()
      callback()
    })
    return () => {
      end()
      cancel()
    }
  }

  /** Counts until the promise is settled. */
  during = <T>(work: Promise<T>): Promise<T> => {
    const end = this.begin()
    void work.then(end, end)
    return work
  }

  areSet(): boolean {
    return this.open > 0
  }

  private begin(): () => void {
    let isOpen = true
    this.open += 1
    return () => {
      if (isOpen) this.open -= 1
      isOpen = false
    }
  }
}
