import type { Agent, Team } from '../../domain/people.ts'
import type { Thread } from '../../domain/tickets.ts'
import type { TicketKind } from '../work-kind.ts'

type Pane = 'service' | 'support'
const paneOf = (kind: string | null | undefined): Pane | null =>
  kind === 'service' || kind === 'support' ? kind : null

/**
 * The pane whose people begin with a ticket when its kind changes, and who would begin without knowing: null when
 * nobody new does, or when nobody has answered yet, so that there is nothing to tell.
 */
export function newPaneOf(
  threads: readonly Pick<Thread, 'kind' | 'answeredAtMs'>[],
  kind: TicketKind,
): Pane | null {
  const has = (pane: Pane): boolean => threads.some(thread => thread.kind === pane)
  const wanted: readonly Pane[] = kind === 'both' ? ['service', 'support'] : [kind]
  const fresh = wanted.find(pane => !has(pane)) ?? null
  return threads.some(({ answeredAtMs }) => answeredAtMs !== null) ? fresh : null
}

/** The other pane, when this team works there and not where the thread is. */
export function teamCrosses({ kind }: Pick<Thread, 'kind'>, team: Pick<Team, 'kind'>): Pane | null {
  const pane = paneOf(team.kind)
  return pane !== null && pane !== kind ? pane : null
}

/** The other pane, when all teams of this person work there. Somebody without a team works everywhere. */
export function agentCrosses(
  thread: Pick<Thread, 'kind'>,
  { teamIds }: Pick<Agent, 'teamIds'>,
  teams: readonly Pick<Team, 'id' | 'kind'>[],
): Pane | null {
  const own = teams.filter(({ id }) => teamIds.includes(id))
  const panes = new Set(own.map(team => teamCrosses(thread, team)))
  const [only] = panes
  return panes.size === 1 && only !== undefined ? only : null
}
