import type { Answered, Remote } from '../remote/remote.ts'

/** One answer that was asked for before anybody wanted it. */
type Ahead<T> = {
  readonly ask: (key: string) => Promise<T> | null
  readonly begin: (key: string, answer: Promise<T>) => void
  readonly drop: () => void
}

function createAhead<T>(): Ahead<T> {
  let waiting: { readonly key: string; readonly answer: Promise<T> } | null = null
  return {
    ask: key => {
      const found = waiting
      waiting = null
      return found?.key === key ? found.answer : null
    },
    begin: (key, answer) => {
      waiting = { key, answer }
      // Whoever asks for it hears of its failure; maybe nobody does.
      answer.catch(() => {})
    },
    drop: () => {
      waiting = null
    },
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
  return {
    ...remote,
    push: request => {
      parts.drop()
      pages.drop()
      return remote.push(request)
    },
    snapshot: async ({ position, since }) => {
      const answer = await (parts.ask(position ?? '') ?? remote.snapshot({ position, since }))
      const next = answer.ok ? answer.value.head.next : null
      if (next !== null) parts.begin(next, remote.snapshot({ position: next, since }))
      return answer
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
