import type { Agent, Team } from '../../shared/domain/people.ts'
import type { Thread } from '../../shared/domain/tickets.ts'
import { agentCrosses, newPaneOf, teamCrosses } from '../../shared/rules/hand-over/crosses-panes.ts'
import type { TicketKind } from '../../shared/rules/work-kind.ts'
import { openHandOver } from '../stores/hand-over-store.ts'
import { assignThread, moveToTeam, relabel } from './thread-intents.ts'

/** Changes the kind; where that brings people in who know nothing of what was said, a word to them is offered first. */
export function relabelOrHandOver(ticketId: string, threads: readonly Thread[], kind: TicketKind): void {
  const skip = () => relabel(ticketId, threads, kind)
  const toKind = newPaneOf(threads, kind)
  if (toKind === null) void skip()
  else {
    const relabelTo = kind === 'both' ? null : toKind
    openHandOver({ ticketId, toKind, to: null, teamId: null, relabelTo, skip })
  }
}

/** Gives a thread to somebody; across the panes a word to them is offered first. */
export function assignOrHandOver(thread: Thread, agent: Agent, teams: readonly Team[]): void {
  const skip = () => assignThread(thread, agent.id)
  const toKind = agentCrosses(thread, agent, teams)
  const to = { type: 'agent', id: agent.id } as const
  const teamId = teams.find(({ id, kind }) => kind === toKind && agent.teamIds.includes(id))?.id ?? null
  if (toKind === null) void skip()
  else openHandOver({ ticketId: thread.ticketId, toKind, to, teamId, relabelTo: null, skip })
}

/** The same with a team. */
export function moveOrHandOver(thread: Thread, team: Team): void {
  const skip = () => moveToTeam(thread, team.id)
  const toKind = teamCrosses(thread, team)
  const to = { type: 'team', id: team.id } as const
  if (toKind === null) void skip()
  else openHandOver({ ticketId: thread.ticketId, toKind, to, teamId: team.id, relabelTo: null, skip })
}
