import type { Clock } from '../../shared/clock.ts'
import { sleep } from '../../shared/clock.ts'
import type { FeedRange } from './feed-range.ts'
import { hintWriter } from './hint-writer.ts'
import type { LiveSink } from './sink.ts'

/** Changes within this time travel in one hint. */
export const MERGE_MS = 10

export type ChannelDeps = {
  readonly clock: Clock
  readonly readRange: (fromSeq: number) => Promise<FeedRange>
  /** Looks at the sessions of all readers again; removes those that ended and refreshes the teams of the rest. */
  readonly revalidate: () => Promise<void>
  readonly onError: (error: unknown) => void
}

/** The readers of one workspace on this copy of the hub. */
export type Channel = {
  readonly sinks: Set<LiveSink>
  /** The feed has reached `seq`; older numbers and repeats do nothing. */
  readonly advance: (seq: number) => void
}

/**
 * Turns "the feed has reached N" into hints: the first at once, those within MERGE_MS of it as one. One range is
 * read at a time, so hints leave in order and each begins where the one before ended.
 */
export function createChannel({ clock, readRange, revalidate, onError }: ChannelDeps): Channel {
  const sinks = new Set<LiveSink>()
  let announced = -1
  let sent = -1
  let isRunning = false

  async function sendNext(): Promise<void> {
    const isFirst = sent < 0
    // Before the first announcement this copy knows no number to begin at: the hint is the number alone.
    const range: FeedRange = isFirst
      ? { fromSeq: announced, toSeq: announced, content: null, touchesAgents: false }
      : await readRange(sent)
    if (range.touchesAgents) await revalidate()
    // Another scope begins with a snapshot: whoever took rows from a hint would not ask for it until its next timer.
    const hintFor = hintWriter(range.touchesAgents ? { ...range, content: null } : range)
    for (const sink of sinks) sink.hint(hintFor(sink.reader))
    // A database restored to an older state stands behind what was announced: nothing is to be waited for then.
    sent = range.toSeq > sent ? range.toSeq : announced
  }

  async function run(): Promise<void> {
    isRunning = true
    try {
      while (announced > sent) {
        if (sinks.size > 0) await sendNext()
        else sent = announced
        await sleep(clock, MERGE_MS)
      }
    } catch (error) {
      // The next announcement reads the same range again; a reader that waits longer pulls by its own timer.
      onError(error)
    } finally {
      isRunning = false
    }
  }

  return {
    sinks,
    advance: seq => {
      announced = Math.max(announced, seq)
      if (!isRunning && announced > sent) void run()
    },
  }
}
