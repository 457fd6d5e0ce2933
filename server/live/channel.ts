import type { Clock } from '../../shared/clock.ts'
import { sleep } from '../../shared/clock.ts'
import type { FeedPart } from '../sync/feed-part.ts'
import type { FeedRange } from './feed-range.ts'
import { rangeOf } from './feed-range.ts'
import { hintWriter } from './hint-writer.ts'
import type { PartShelf } from './part-shelf.ts'
import { partShelf } from './part-shelf.ts'
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
  /**
   * The feed has reached `seq`; repeats do nothing, and older numbers only where the database was restored. `parts`:
   * what this copy published itself, which it need not read.
   */
  readonly advance: (seq: number, parts?: readonly FeedPart[]) => void
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

type Sources = { readonly shelf: PartShelf; readonly readRange: ChannelDeps['readRange'] }
type Place = { readonly sent: number; readonly announced: number; readonly mustRead: boolean }

/** What this copy published itself is told as it was; for all else the database is asked. */
function nextRange({ shelf, readRange }: Sources, { sent, announced, mustRead }: Place) {
  // Before the first announcement this copy knows no number to begin at: the hint is the number alone.
  if (sent < 0) return onlyNumber(announced)
  const known = mustRead ? null : shelf.between(sent, announced)
  return known ? rangeOf(known) : readRange(sent)
}

function tell(sinks: Iterable<LiveSink>, range: FeedRange, isRestored: boolean): void {
  // Another scope begins with a snapshot: whoever took rows from a hint would not ask for it until its next timer.
  const hintFor = hintWriter(range.touchesAgents || isRestored ? { ...range, content: null } : range)
  for (const sink of sinks) sink.hint(hintFor(sink.reader))
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
  const shelf = partShelf()

  function haveTold(): number {
    shelf.forgetUpTo(announced)
    sent = announced
    return 0
  }

  /** Answers how long telling took, ms. */
  async function sendNext(): Promise<number> {
    const mustRead = isInDoubt
    isInDoubt = false
    if (sinks.size === 0) return haveTold()
    const range = await nextRange({ shelf, readRange }, { sent, announced, mustRead })
    if (range.toSeq === sent) return haveTold()
    if (range.touchesAgents) await revalidate()
    // A database restored to an older state stands behind what was sent: what it says from now on is new.
    const isRestored = range.toSeq < sent
    const tookMs = took(clock, () => tell(sinks, range, isRestored))
    if (isRestored) announced = range.toSeq
    sent = range.toSeq
    // Counting began anew: numbers of before say nothing of what is there now.
    shelf.forgetUpTo(isRestored ? Infinity : sent)
    return tookMs
  }

  async function run(): Promise<void> {
    isRunning = true
    try {
      while (announced > sent || isInDoubt) await sleep(clock, restAfter(await sendNext()))
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
    advance: (seq, more = []) => {
      if (seq < sent) doubt()
      shelf.add(more)
      announced = Math.max(announced, seq)
      if (!isRunning && announced > sent) void run()
    },
  }
}
