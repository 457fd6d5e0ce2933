import type { Clock } from '../../../shared/clock.ts'
import type { Colleague } from '../../../shared/contract/floor.ts'
import type { LiveFrame } from '../../../shared/protocol/pull.ts'

export type Colleagues = {
  /** Null: nothing is known, as without a line. Who is not named is offline. */
  readonly list: () => readonly Colleague[] | null
  readonly onFrame: (frame: Extract<LiveFrame, { kind: 'colleagues' }>) => void
  readonly forget: () => void
  readonly stop: () => void
}
type ColleaguesDeps = {
  readonly clock: Clock
  readonly tell: (agents: readonly Colleague[] | null) => void
}

const TELL_EVERY_MS = 500
const OFFLINE = 'offline'

/** Who is here and what they say of themselves; changes within a moment are told together. */
export function createColleagues({ clock, tell }: ColleaguesDeps): Colleagues {
  let known: ReadonlyMap<string, Colleague> | null = null
  let cancel: (() => void) | null = null

  const list = (): readonly Colleague[] | null => (known === null ? null : [...known.values()])
  function set(next: ReadonlyMap<string, Colleague> | null): void {
    known = next
    cancel ??= clock.after(TELL_EVERY_MS, () => {
      cancel = null
      tell(list())
    })
  }

  return {
    list,
    onFrame: ({ isWhole, agents }) => {
      // What changes before the whole was told is part of it.
      if (known === null && !isWhole) return
      const next = new Map(isWhole ? [] : known)
      for (const agent of agents) {
        if (agent.state === OFFLINE) next.delete(agent.id)
        else next.set(agent.id, agent)
      }
      set(next)
    },
    forget: () => {
      if (known !== null) set(null)
    },
    stop: () => cancel?.(),
  }
}
