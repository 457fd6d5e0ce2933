import type { Customer, Organisation } from '../../domain/people.ts'
import type { Thread, Ticket } from '../../domain/tickets.ts'
import type { ValueBand } from '../portrait/value-band.ts'
import type { Me } from '../views.ts'
import { isFieldName, isOwnField, ME, MINE, NONE, ownKey } from './fields.ts'
import type { AnyField } from './fields.ts'
import type { Condition, ConditionGroup, ViewRule } from './rule.ts'

/** A thread with all a view can ask of it. */
export type ViewFacts = {
  readonly thread: Pick<
    Thread,
    | 'state'
    | 'kind'
    | 'isPaired'
    | 'priority'
    | 'assigneeId'
    | 'teamId'
    | 'waitingSinceMs'
    | 'dueAtMs'
    | 'lastActivityAtMs'
  >
  readonly ticket: Pick<Ticket, 'tags' | 'channel' | 'createdAtMs' | 'fields'>
  /** Null while it is not on this laptop. */
  readonly customer: Pick<
    Customer,
    'tier' | 'organisationId' | 'language' | 'labels' | 'journeyStage' | 'health'
  > | null
  readonly organisation: Pick<Organisation, 'country'> | null
  /** How the customer stands, as the card shows it. Null while nobody has worked it out: then their row speaks. */
  readonly standing: {
    readonly health: number | null
    readonly valueBand: ValueBand | null
    readonly isVip: boolean
    readonly stage: string | null
  } | null
}
/** Who looks, and when. */
export type Eyes = { readonly me: Me; readonly nowMs: number }

const MINUTE_MS = 60_000

/** 'pt-BR' and 'pt' are one language. */
export const mainLanguage = (tag: string): string => (tag.split('-')[0] ?? tag).toLowerCase()

const one = (value: string | null | undefined): readonly string[] => [value ?? NONE]

/** A value of a form as views compare it: yes and no, numbers and words as they are written; null: nothing. */
function writtenText(value: Ticket['fields'][string] | undefined): string | null {
  if (value === undefined || value === null || value === '') return null
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** What a field of choices or sets holds, with the special values it answers to. */
function heldBy(name: AnyField, facts: ViewFacts, { me }: Eyes): readonly string[] {
  const { thread, ticket, customer, organisation, standing } = facts
  if (isOwnField(name)) return one(writtenText(ticket.fields[ownKey(name)]))
  switch (name) {
    case 'state':
      return one(thread.state)
    case 'kind':
      return one(thread.kind)
    case 'priority':
      return one(thread.priority)
    case 'owner':
      return thread.assigneeId === me.id ? [thread.assigneeId, ME] : one(thread.assigneeId)
    case 'team':
      return thread.teamId !== null && me.teamIds.includes(thread.teamId)
        ? [thread.teamId, MINE]
        : one(thread.teamId)
    case 'channel':
      return one(ticket.channel)
    case 'tags':
      return ticket.tags
    case 'tier':
      return one(customer?.tier)
    case 'organisation':
      return one(customer?.organisationId)
    case 'language':
      return one(customer?.language ? mainLanguage(customer.language) : null)
    case 'country':
      return one(organisation?.country)
    case 'labels':
      return customer?.labels ?? []
    case 'stage':
      return one(standing ? standing.stage : customer?.journeyStage)
    case 'value':
      return one(standing?.valueBand)
    default:
      return []
  }
}

/** What a field of times and amounts holds; null: nothing. */
function numberOf(name: AnyField, { thread, ticket, customer, standing }: ViewFacts): number | null {
  if (isOwnField(name)) {
    const value = ticket.fields[ownKey(name)]
    return typeof value === 'number' ? value : null
  }
  switch (name) {
    case 'waiting':
      return thread.waitingSinceMs
    case 'due':
      return thread.dueAtMs
    case 'activity':
      return thread.lastActivityAtMs
    case 'created':
      return ticket.createdAtMs
    case 'health':
      return standing ? standing.health : (customer?.health ?? null)
    default:
      return null
  }
}

const isFlagged = (name: AnyField, { thread, standing }: ViewFacts): boolean =>
  name === 'vip' ? standing?.isVip === true : thread.isPaired

function compares(
  op: string,
  held: number | null,
  { asked, nowMs }: { asked: number; nowMs: number },
): boolean {
  if (op === 'unset') return held === null
  if (held === null) return false
  switch (op) {
    case 'set':
      return true
    case 'longer':
      return held < nowMs - asked * MINUTE_MS
    case 'shorter':
      return held >= nowMs - asked * MINUTE_MS
    case 'late':
      return held <= nowMs
    case 'within':
      return held > nowMs && held <= nowMs + asked * MINUTE_MS
    case 'under':
      return held < asked
    case 'over':
      return held > asked
    default:
      return false
  }
}

/** Languages are compared as languages, whatever region a view names. */
const wantedBy = ({ field, values }: Condition): readonly string[] =>
  values.map(value => (field === 'language' ? mainLanguage(String(value)) : String(value)))

/** Whether one condition holds. A condition this version does not understand never does. */
export function meets(condition: Condition, facts: ViewFacts, eyes: Eyes): boolean {
  const { field, op, values } = condition
  if (!isFieldName(field)) return false
  const wanted = wantedBy(condition)
  if (isOwnField(field) && (op === 'set' || op === 'unset'))
    return (writtenText(facts.ticket.fields[ownKey(field)]) !== null) === (op === 'set')
  switch (op) {
    case 'any':
      return heldBy(field, facts, eyes).some(value => wanted.includes(value))
    case 'none':
      return !heldBy(field, facts, eyes).some(value => wanted.includes(value))
    case 'all': {
      const held = heldBy(field, facts, eyes)
      return wanted.every(value => held.includes(value))
    }
    case 'yes':
      return isFlagged(field, facts)
    case 'no':
      return !isFlagged(field, facts)
    default:
      return compares(op, numberOf(field, facts), { asked: Number(values[0] ?? 0), nowMs: eyes.nowMs })
  }
}

const holds = ({ join, conditions }: ConditionGroup, facts: ViewFacts, eyes: Eyes): boolean =>
  conditions.length === 0 ||
  (join === 'all'
    ? conditions.every(condition => meets(condition, facts, eyes))
    : conditions.some(condition => meets(condition, facts, eyes)))

/**
 * Whether a view lists a thread, before the two threads of one ticket become one row. A thread in a state of a newer
 * version is in no view.
 */
export function matchesRule({ join, groups }: ViewRule, facts: ViewFacts, eyes: Eyes): boolean {
  if (facts.thread.state === 'other') return false
  if (groups.length === 0) return true
  return join === 'all'
    ? groups.every(group => holds(group, facts, eyes))
    : groups.some(group => holds(group, facts, eyes))
}
