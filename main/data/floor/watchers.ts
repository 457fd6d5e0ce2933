import type { Clock } from '../../../shared/clock.ts'
import type { TicketWatchers } from '../../../shared/contract/floor.ts'
import type { LiveFrame } from '../../../shared/protocol/pull.ts'

export type Watchers = {
  readonly list: () => readonly TicketWatchers[]
  readonly onFrame: (frame: Extract<LiveFrame, { kind: 'presence' | 'watching' }>) => void
  /** The line is gone: nothing is known of where others are. */
  readonly forget: () => void
  readonly stop: () => void
}
type WatchersDeps = {
  readonly clock: Clock
  /** Whose laptop this is: they know where they are. */
  readonly agentId: string
  readonly tell: (tickets: readonly TicketWatchers[]) => void
}

const TELL_EVERY_MS = 250

/** Which tickets colleagues have in front of them; changes within a moment are told together. */
export function createWatchers({ clock, agentId, tell }: WatchersDeps): Watchers {
  const known = new Map<string, TicketWatchers>()
  let changed = new Map<string, TicketWatchers>()
  let cancel: (() => void) | null = null

  function tellChanged(): void {
    const tickets = [...changed.values()]
    changed = new Map()
    cancel = null
    tell(tickets)
  }
  function note(ticketId: string, agents: TicketWatchers['agents']): void {
    const others = { ticketId, agents: agents.filter(({ id }) => id !== agentId) }
    const before = known.get(ticketId)?.agents ?? []
    if (JSON.stringify(before) === JSON.stringify(others.agents)) return
    if (others.agents.length === 0) known.delete(ticketId)
    else known.set(ticketId, others)
    changed.set(ticketId, others)
    cancel ??= clock.after(TELL_EVERY_MS, tellChanged)
  }
  function replaceAll(named: ReadonlyMap<string, TicketWatchers['agents']>): void {
    for (const ticketId of new Set([...known.keys(), ...named.keys()]))
      note(ticketId, named.get(ticketId) ?? [])
  }

  return {
    list: () => [...known.values()],
    onFrame: frame => {
      if (frame.kind === 'presence') note(frame.ticketId, frame.agents)
      else replaceAll(new Map(frame.tickets.map(({ ticketId, agents }) => [ticketId, agents])))
    },
    forget: () => replaceAll(new Map()),
    stop: () => cancel?.(),
  }
}
