import { answered } from '../remote/remote.ts'
import type { Answered, Remote } from '../remote/remote.ts'
import { letRequestLeave } from './let-request-leave.ts'

/** Answers that are there, or on their way, before anybody wants them: each is given to one who asks. */
type Ahead<T> = {
  readonly ask: (key: string) => Promise<T> | null
  readonly begin: (key: string, answer: Promise<T>) => void
  readonly drop: () => void
}

function createAhead<T>(): Ahead<T> {
  const waiting = new Map<string, Promise<T>>()
  return {
    ask: key => {
      const found = waiting.get(key) ?? null
      // Whoever asks for another one has gone elsewhere: what waits was read for nobody.
      if (found) waiting.delete(key)
      else waiting.clear()
      return found
    },
    begin: (key, answer) => {
      waiting.set(key, answer)
      // Whoever asks for it hears of its failure; maybe nobody does.
      answer.catch(() => {})
    },
    drop: () => waiting.clear(),
  }
}

type Of<Name extends 'pull' | 'snapshot'> = Awaited<ReturnType<Remote[Name]>> & Answered<unknown>

/** Requests for parts that nobody has begun to put away. */
const MOST_AHEAD = 3

/** One snapshot as it is read: parts that are there, and those that were asked for. */
type Reading = {
  /** The number all of them were asked with: the last part names by it who was erased. */
  readonly since: number | null
  readonly parts: Map<string, Promise<Of<'snapshot'>>>
  /** Asked for and not begun to be put away, by the position of the first part. */
  readonly requests: Set<string>
  /** Behind everything that has come; null where it is asked for already, or the end. */
  next: string | null
}
const freshReading = (since: number | null): Reading => ({
  since,
  parts: new Map(),
  requests: new Set(),
  next: null,
})

/** Reads the parts of a snapshot, with requests for those behind it on their way. */
function partsAhead(remote: Remote) {
  let reading = freshReading(null)

  /** Parts of one answer. What comes behind them is known as soon as it begins, or from the last of them. */
  function ask(query: Parameters<Remote['snapshot']>[0], of: Reading): Promise<Of<'snapshot'>> {
    let isSaid = false
    const goOn = (next: string | null): void => {
      of.next = next
      if (of === reading) askMore(of)
    }
    const begun = (next: string | null): void => {
      isSaid = true
      goOn(next)
    }
    return remote.snapshot({ ...query, begun }).then(one => {
      if (!one.ok) return one
      const { following = [], ...part } = one.value
      let { next } = part.head
      for (const behind of following) {
        if (next !== null) of.parts.set(next, Promise.resolve(answered(behind)))
        next = behind.head.next
      }
      if (!isSaid) goOn(next)
      return answered(part)
    })
  }

  function askMore(of: Reading): void {
    if (of.next === null || of.requests.size >= MOST_AHEAD) return
    const position = of.next
    of.next = null
    of.requests.add(position)
    const answer = ask({ position, since: of.since }, of)
    of.parts.set(position, answer)
    // Whoever asks for it hears of its failure; maybe nobody does.
    answer.catch(() => {})
  }

  return {
    drop: () => {
      reading = freshReading(reading.since)
    },
    read: async ({ position, since, tables }: Parameters<Remote['snapshot']>[0]): Promise<Of<'snapshot'>> => {
      const found = reading.since === since ? reading.parts.get(position ?? '') : undefined
      // Whoever asks for another one has gone elsewhere: what waits was read for nobody.
      if (!found) reading = freshReading(since)
      const of = reading
      of.parts.delete(position ?? '')
      of.requests.delete(position ?? '')
      const answer = await (found ?? ask({ position, since, tables }, of))
      if (of === reading) askMore(of)
      return answer
    },
  }
}

/**
 * Asks for the next parts of a snapshot, and for the next page of the feed, while the one before is put away: hub,
 * network and laptop work at the same time. What was asked for before own work was answered could bring back what that
 * work removed: it is asked for again. `yieldTurn` lets a request leave before the thread is busy with what came.
 */
export function readAhead(remote: Remote, yieldTurn: () => Promise<void>): Remote {
  const parts = partsAhead(remote)
  const pages = createAhead<Of<'pull'>>()
  const drop = (): void => {
    parts.drop()
    pages.drop()
  }
  return {
    ...remote,
    push: async request => {
      drop()
      try {
        return await remote.push(request)
      } finally {
        drop()
      }
    },
    snapshot: async query => {
      const answer = await parts.read(query)
      if (answer.ok && answer.value.head.next !== null) await letRequestLeave(yieldTurn)
      return answer
    },
    pull: async ({ cursor, limit }) => {
      const answer = await (pages.ask(cursor) ?? remote.pull({ cursor, limit }))
      const page = answer.ok && answer.value.kind === 'page' ? answer.value : null
      if (page?.more && page.cursor !== cursor) {
        pages.begin(page.cursor, remote.pull({ cursor: page.cursor, limit }))
        await letRequestLeave(yieldTurn)
      }
      return answer
    },
  }
}
