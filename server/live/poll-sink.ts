import type { Clock } from '../../shared/clock.ts'
import type { LiveReader, LiveSink } from './sink.ts'
import { frameText } from './sink.ts'

export type Poll = {
  readonly sink: LiveSink
  /** The first frame that concerns the reader as text, or null when the wait is over without one. */
  readonly frame: Promise<string | null>
  readonly cancel: () => void
}

/** A long poll as a live reader: it takes one frame, the same a WebSocket would get. */
export function pollSink(reader: LiveReader, waitMs: number, clock: Clock): Poll {
  const { promise, resolve } = Promise.withResolvers<string | null>()
  const stopTimer = clock.after(waitMs, () => resolve(null))
  const finish = (text: string | null): void => {
    stopTimer()
    resolve(text)
  }
  return {
    frame: promise,
    cancel: () => finish(null),
    sink: {
      reader,
      hint: ({ text }) => finish(text),
      tell: frame => finish(frameText(frame)),
      close: reason => finish(frameText({ kind: 'bye', reason })),
    },
  }
}
