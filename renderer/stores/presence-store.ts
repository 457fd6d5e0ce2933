import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Colleague, OwnStatus, TicketWatchers } from '../../shared/contract/floor.ts'

type Watching = TicketWatchers['agents']
/** By id; null while nothing is known. */
export type Colleagues = ReadonlyMap<string, Colleague> | null
type State = {
  readonly watchers: ReadonlyMap<string, Watching>
  readonly status: OwnStatus
  readonly colleagues: Colleagues
}

export const presenceStore = createStore<State>(() => ({
  watchers: new Map(),
  status: { state: 'available', untilMs: null },
  colleagues: null,
}))

const nobody: Watching = []
export const useWatchers = (ticketId: string): Watching =>
  useStore(presenceStore, state => state.watchers.get(ticketId) ?? nobody)
export const useColleagues = (): Colleagues => useStore(presenceStore, state => state.colleagues)
export const useOwnStatus = (): OwnStatus => useStore(presenceStore, state => state.status)

export function takeColleagues(agents: readonly Colleague[] | null): void {
  presenceStore.setState({ colleagues: agents && new Map(agents.map(agent => [agent.id, agent])) })
}

/** Takes tickets whose watchers are others now; an empty list means nobody any more. */
export function takeWatchers(tickets: readonly TicketWatchers[]): void {
  const watchers = new Map(presenceStore.getState().watchers)
  for (const { ticketId, agents } of tickets) {
    if (agents.length === 0) watchers.delete(ticketId)
    else watchers.set(ticketId, agents)
  }
  presenceStore.setState({ watchers })
}
