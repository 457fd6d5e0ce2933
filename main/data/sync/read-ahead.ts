import { answered } from '../remote/remote.ts'
import type { Answered, Remote } from '../remote/remote.ts'

/** Answers that are there, or on their way, before anybody wants them: each is given to one who asks. */
type Ahead<T> = {
  readonly ask: (key: string) => Promise<T> | null
  readonly has: (key: string) => boolean
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
    has: key => waiting.has(key),
    begin: (key, answer) => {
      waiting.set(key, answer)
      // Whoever asks for it hears of its failure; maybe nobody does.
      answer.catch(() => {})
    },
    drop: () => waiting.clear(),
  }
}

type Of<Name extends 'pull' | 'snapshot'> = Awaited<ReturnType<Remote[Name]>> & Answered<unknown>

/**
 * Asks for the next part of a snapshot, and for the next page of the feed, while the one before is put away: hub,
 * network and laptop work at the same time. What was read before own work reached the hub could bring back what that
 * work removed: it is asked for again.
 */
export function readAhead(remote: Remote): Remote {
  const parts = createAhead<Of<'snapshot'>>()
  const pages = createAhead<Of<'pull'>>()
  let pushes = 0
  return {
    ...remote,
    push: request => {
      pushes += 1
      parts.drop()
      pages.drop()
      return remote.push(request)
    },
    snapshot: async ({ position, since }) => {
      const before = pushes
      const answer = await (parts.ask(position ?? '') ?? remote.snapshot({ position, since }))
      if (!answer.ok) return answer
      const { following = [], ...part } = answer.value
      let { next } = part.head
      for (const one of pushes === before ? following : []) {
        if (next !== null) parts.begin(next, Promise.resolve(answered(one)))
        next = one.head.next
      }
      if (next !== null && !parts.has(next)) parts.begin(next, remote.snapshot({ position: next, since }))
      return answered(part)
    },
    pull: async ({ cursor, limit }) => {
      const answer = await (pages.ask(cursor) ?? remote.pull({ cursor, limit }))
      const page = answer.ok && answer.value.kind === 'page' ? answer.value : null
      if (page?.more && page.cursor !== cursor) {
        pages.begin(page.cursor, remote.pull({ cursor: page.cursor, limit }))
      }
      return answer
    },
  }
}
