import type { Answered, Remote, SnapshotPart } from '../remote/remote.ts'

type Ahead = { readonly position: string; readonly answer: Promise<Answered<SnapshotPart>> }

/**
 * Asks for the next part of a snapshot while the one before is put away, so that hub, network and laptop work at the
 * same time. A part that was read before own work reached the hub could bring back what that work removed: it is asked
 * for again.
 */
export function readAhead(remote: Remote): Remote {
  let ahead: Ahead | null = null

  function ask(position: string | null): Promise<Answered<SnapshotPart>> {
    const found = ahead
    ahead = null
    return found !== null && found.position === position ? found.answer : remote.snapshot({ position })
  }

  return {
    ...remote,
    push: request => {
      ahead = null
      return remote.push(request)
    },
    snapshot: async ({ position }) => {
      const answer = await ask(position)
      const next = answer.ok ? answer.value.head.next : null
      if (next !== null) {
        ahead = { position: next, answer: remote.snapshot({ position: next }) }
        // Whoever asks for it hears of its failure; maybe nobody does.
        ahead.answer.catch(() => {})
      }
      return answer
    },
  }
}
