import type { Clock } from '../../shared/clock.ts'
import { sleep } from '../../shared/clock.ts'
import type { FeedRange } from './feed-range.ts'
import { hintWriter } from './hint-writer.ts'
import type { LiveSink } from './sink.ts'

/** Changes within this time travel in one hint. */
export const MERGE_MS = 10
/**
 * Telling a thousand readers takes the thread from those who push and pull: it rests three times as long as it took, so
 * that it has a quarter of the time at most. The more there is to tell, the more of it travels in one hint.
 */
const RESTS = 3
/** Nobody waits longer than this for what is known, however long telling takes. */
const LONGEST_REST_MS = 200
/** How long after a number that comes too late the database is asked whether it still stands where it stood. */
const DOUBT_MS = 500

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
  /** The feed has reached `seq`; repeats do nothing, and older numbers only where the database was restored. */
  readonly advance: (seq: number) => void
}

const onlyNumber = (seq: number): FeedRange => ({
  fromSeq: seq,
  toSeq: seq,
  content: null,
  touchesAgents: false,
})

/** Asks for `work` after a while, once for all who ask meanwhile. */
function onceLater(clock: Clock, ms: number, work: () => void): () => void {
  let isComing = false
  return () => {
    if (isComing) return
    isComing = true
    clock.after(ms, () => {
      isComing = false
      work()
    })
  }
}

/** How long work took by the clock, ms. */
function took(clock: Clock, work: () => void): number {
  const startedAtMs = clock.now()
  work()
  return clock.now() - startedAtMs
}

const restAfter = (tookMs: number): number => Math.min(LONGEST_REST_MS, Math.max(MERGE_MS, RESTS * tookMs))

/**
 * Turns "the feed has reached N" into hints: the first at once, those within MERGE_MS of it as one. One range is
 * read at a time, so hints leave in order and each begins where the one before ended.
 */
export function createChannel({ clock, readRange, revalidate, onError }: ChannelDeps): Channel {
  const sinks = new Set<LiveSink>()
  let announced = -1
  let sent = -1
  let isRunning = false
  /** A number came that is older than what was sent: it is late, as often with several copies, or counting began anew. */
  let isInDoubt = false

  /** Answers how long telling took, ms. */
  async function sendNext(): Promise<number> {
    // Before the first announcement this copy knows no number to begin at: the hint is the number alone.
    const range = sent < 0 ? onlyNumber(announced) : await readRange(sent)
    if (range.toSeq === sent) {
      sent = announced
      return 0
    }
    if (range.touchesAgents) await revalidate()
    // A database restored to an older state stands behind what was sent: what it says from now on is new.
    const isRestored = range.toSeq < sent
    // Another scope begins with a snapshot: whoever took rows from a hint would not ask for it until its next timer.
    const hintFor = hintWriter(range.touchesAgents || isRestored ? { ...range, content: null } : range)
    const tookMs = took(clock, () => sinks.forEach(sink => sink.hint(hintFor(sink.reader))))
    if (isRestored) announced = range.toSeq
    sent = range.toSeq
    return tookMs
  }

  async function run(): Promise<void> {
    isRunning = true
    try {
      while (announced > sent || isInDoubt) {
        isInDoubt = false
        let tookMs = 0
        if (sinks.size > 0) tookMs = await sendNext()
        else sent = announced
        await sleep(clock, restAfter(tookMs))
      }
    } catch (error) {
      // The next announcement reads the same range again; a reader that waits longer pulls by its own timer.
      onError(error)
    } finally {
      isRunning = false
    }
  }

  const doubt = onceLater(clock, DOUBT_MS, () => {
    isInDoubt = true
    if (!isRunning) void run()
  })

  return {
    sinks,
    advance: seq => {
      if (seq < sent) doubt()
      announced = Math.max(announced, seq)
      if (!isRunning && announced > sent) void run()
    },
  }
}
