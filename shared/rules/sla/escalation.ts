import type { Agent } from '../../domain/people.ts'
import type { Escalation, EscalationMoment, SlaPolicy } from '../../domain/service-levels.ts'
import type { Fields, Priority } from '../../domain/values.ts'
import { PRIORITIES, priorityRank } from '../../domain/values.ts'
import { maySupervise } from '../supervising.ts'
import type { ClockName } from './clock-names.ts'

type Escalating = Pick<SlaPolicy, 'escalations'> | null

const thatApply = (policy: Escalating, on: EscalationMoment, clock: ClockName): readonly Escalation[] =>
  policy?.escalations.filter(each => each.on === on && each.clocks.includes(clock)) ?? []

/** Whether a policy says that something happens when this clock warns or runs out. */
export const escalates = (policy: Escalating, on: EscalationMoment, clock: ClockName): boolean =>
  thatApply(policy, on, clock).length > 0

/** What happens at one moment, all rules of the policy for it together. */
export type EscalationOutcome = {
  readonly tell: readonly string[]
  /** The highest priority asked for; null: stays. */
  readonly raiseTo: Priority | null
  /** The first team named; null: stays. */
  readonly moveToTeamId: string | null
}

/** Null when nothing happens then. Pure. */
export function escalationOf(
  policy: Escalating,
  on: EscalationMoment,
  clock: ClockName,
): EscalationOutcome | null {
  const rules = thatApply(policy, on, clock)
  if (rules.length === 0) return null
  const raised = PRIORITIES.filter(priority => rules.some(({ raiseTo }) => raiseTo === priority))
  return {
    tell: [...new Set(rules.flatMap(({ tell }) => tell))],
    raiseTo: raised.toSorted((a, b) => priorityRank(b) - priorityRank(a))[0] ?? null,
    moveToTeamId: rules.find(({ moveToTeamId }) => moveToTeamId !== null)?.moveToTeamId ?? null,
  }
}

/** Facts of the event `sla.escalated`: who is told stands in it, so that every laptop answers for its own agent. */
export type EscalatedFacts = {
  readonly tell: string
  readonly teamId: string | null
  readonly ownerId: string | null
}
const SEPARATOR = ' '
export const tellFact = (tell: readonly string[]): string => tell.join(SEPARATOR)

const textOf = (value: Fields[string] | undefined): string | null =>
  typeof value === 'string' ? value : null

/**
 * Whether an escalation is told to an agent. Its owner hears of it from their own reminders, which need no network, and
 * so does the team of what nobody has when it runs out: they are not told twice. A team is the one the thread was in, or
 * was given to.
 */
export function isToldTo(
  { id, role, teamIds }: Pick<Agent, 'id' | 'role' | 'teamIds'>,
  facts: Readonly<Record<string, Fields[string]>>,
): boolean {
  if (textOf(facts['ownerId']) === id) return false
  const tell = textOf(facts['tell'])?.split(SEPARATOR) ?? []
  const isReminded = facts['on'] === 'breach' && facts['ownerId'] === null
  if (isReminded && teamIds.some(teamId => teamId === facts['teamId'])) return false
  const isOfTeam = [facts['teamId'], facts['movedTo']].some(team => {
    const named = textOf(team)
    return named !== null && teamIds.includes(named)
  })
  return (
    (tell.includes('team') && isOfTeam) ||
    (tell.includes('team-supervisors') && isOfTeam && maySupervise(role)) ||
    (tell.includes('supervisors') && role === 'supervisor') ||
    (tell.includes('admins') && role === 'admin')
  )
}
