import { teamRuleId } from '../../domain/between.ts'
import type { Closing, Handshake, TeamRule } from '../../domain/between.ts'
import type { Asset } from '../../domain/commerce.ts'
import type { Impact } from '../../domain/incidents.ts'
import type { Customer } from '../../domain/people.ts'
import type { Thread, Ticket } from '../../domain/tickets.ts'
import { opensRelationship } from '../../rules/closing/two-closings.ts'
import { inWorkingDays } from '../../rules/experience/in-working-days.ts'
import { gestureFor, handshakeRule, isPainful, painOf } from '../../rules/experience/painful.ts'
import type { Incident } from '../../rules/experience/painful.ts'
import { authorOf, insert, many, maybe, remove } from '../define.ts'
import type { Change, MutationContext } from '../define.ts'
import { NO_ROW } from './changes.ts'
import { onThread, recordEvent } from './events.ts'

/** Places among the rows a change of state makes by itself: behind its own event, before threads of relabelling. */
const OPENED_EVENT = 1
const OPENED_ROW = 2
const FOLLOW_UP = 3
const HANDSHAKE = 4
const HANDSHAKE_EVENT = 5

export type SupportFacts = {
  readonly thread: Thread
  readonly siblings: readonly Thread[]
  readonly ticket: Ticket | null
  readonly customer: Customer | null
  readonly closings: readonly Closing[]
  readonly handshakes: readonly Handshake[]
  readonly handshakeRule: TeamRule | null
  readonly impacts: readonly Impact[]
  readonly assets: readonly Asset[]
}

/**
 * Rows that closing a thread looks at beside the thread: of solved support, and of an undo, which takes back what came
 * of it. Whatever else changes a state has nothing to do with them, and waits for none of them.
 */
export function closingReads(
  thread: Thread,
  { state, isUndo }: { readonly state: string; readonly isUndo: boolean },
) {
  const isEnd = state === 'solved' && thread.kind === 'support' && !isUndo
  const ticketId = isEnd || isUndo ? thread.ticketId : NO_ROW
  return {
    ticket: maybe('tickets', isEnd ? thread.ticketId : NO_ROW),
    customer: maybe('customers', isEnd ? thread.customerId : NO_ROW),
    closings: many('closings', { ticketId }),
    handshakes: many('handshakes', { ticketId }),
    handshakeRule: maybe('teamRules', isEnd ? teamRuleId('handshake') : NO_ROW),
  }
}

type ServiceFields = Partial<Pick<Thread, 'state' | 'solvedAtMs' | 'snoozedUntilMs'>>
/** What follows in the other part: fields of its thread, written together with whatever else changes there, and rows. */
export type Following = {
  readonly fieldsOf: (threadId: string) => ServiceFields
  readonly changes: readonly Change[]
}
export const NOTHING_FOLLOWS: Following = { fieldsOf: () => ({}), changes: [] }

const following = (threadId: string, fields: ServiceFields, changes: readonly Change[]): Following => ({
  fieldsOf: id => (id === threadId ? fields : {}),
  changes,
})

/** The service part comes back to be finished: not as a reopening, for nothing was closed wrongly. */
function openRelationship({ thread, siblings, closings }: SupportFacts, context: MutationContext): Following {
  const service = siblings.find(other => opensRelationship(thread, other, { closings, nowMs: context.nowMs }))
  if (!service) return NOTHING_FOLLOWS
  return following(service.id, { state: 'open', solvedAtMs: null, snoozedUntilMs: null }, [
    insert('closings', {
      id: context.derivedId(OPENED_ROW),
      customerId: service.customerId,
      ticketId: service.ticketId,
      threadId: service.id,
      kind: 'service',
      relationship: 'open',
      reason: null,
      // What an undo puts back.
      answers: { solvedAtMs: service.solvedAtMs },
      agentId: authorOf(context),
      atMs: context.nowMs,
    }),
    recordEvent(context, {
      place: onThread(service),
      type: 'relationship.opened',
      facts: {},
      index: OPENED_EVENT,
    }),
  ])
}

/** The longest outage of the ticket; without one, what of theirs has been down the longest. 0: nothing was. */
function downMs({ impacts, assets }: SupportFacts, nowMs: number): number {
  const outages = impacts.filter(({ scope }) => scope === 'down')
  const spans =
    outages.length > 0
      ? outages.map(({ downSinceMs, restoredAtMs }) => (restoredAtMs ?? nowMs) - downSinceMs)
      : assets.map(({ downSinceMs }) => nowMs - (downSinceMs ?? nowMs))
  return Math.max(0, ...spans)
}

const incidentOf = (facts: SupportFacts, nowMs: number): Incident => ({
  downMs: downMs(facts, nowMs),
  contacts: facts.ticket?.lastMessageSeq ?? 0,
  valueMinor: facts.customer?.yearlyValueMinor ?? null,
})

/** Service comes back after a painful incident: once per thread, with a gesture that fits. */
function shakeHands(facts: SupportFacts, context: MutationContext): readonly Change[] {
  const { thread, ticket, customer, handshakes, siblings } = facts
  const rule = handshakeRule(facts.handshakeRule?.content ?? null)
  const incident = incidentOf(facts, context.nowMs)
  const isAnswered = handshakes.some(({ threadId }) => threadId === thread.id)
  if (!customer || !ticket || isAnswered || !isPainful(incident, rule)) return []
  const { customerId, ticketId } = thread
  const of = { customerId, ticketId } as const
  const service = siblings.find(({ kind }) => kind === 'service')
  const gestureMinor = customer.currency === null ? null : gestureFor(customer.tier, rule)
  const followUpId = context.derivedId(FOLLOW_UP)
  const dueAtMs = inWorkingDays(context.nowMs, rule.dueDays)
  return [
    insert('followUps', {
      ...of,
      id: followUpId,
      // In the customer's words: what it was about.
      title: ticket.subject,
      reason: null,
      channel: null,
      dueAtMs,
      ownerId: service?.assigneeId ?? thread.assigneeId,
      state: 'open',
      outcome: null,
      createdAtMs: context.nowMs,
      completedAtMs: null,
      macroId: null,
    }),
    insert('handshakes', {
      ...of,
      ...incident,
      id: context.derivedId(HANDSHAKE),
      threadId: thread.id,
      followUpId,
      score: painOf(incident, rule),
      gestureMinor,
      currency: gestureMinor === null ? null : customer.currency,
      atMs: context.nowMs,
    }),
    recordEvent(context, {
      place: onThread(thread),
      type: 'handshake.planned',
      facts: { followUpId, dueAtMs },
      index: HANDSHAKE_EVENT,
    }),
  ]
}

/** What follows in the service pane when support is solved. */
export function afterSupport(facts: SupportFacts, context: MutationContext): Following {
  if (facts.thread.kind !== 'support') return NOTHING_FOLLOWS
  const opened = openRelationship(facts, context)
  return { ...opened, changes: [...opened.changes, ...shakeHands(facts, context)] }
}

/** A closing that is taken back takes with it what it brought, as far as nobody has gone on with it. */
export function takeBackClosing({ thread, siblings, closings, handshakes }: SupportFacts): Following {
  const { solvedAtMs } = thread
  if (solvedAtMs === null) return NOTHING_FOLLOWS
  const ofThen = closings.filter(({ atMs }) => atMs === solvedAtMs)
  const own = ofThen.filter(({ threadId }) => threadId === thread.id)
  const opened = ofThen.find(row => row.threadId !== thread.id && row.relationship === 'open')
  const service = siblings.find(({ id, state }) => id === opened?.threadId && state === 'open')
  const before = opened?.answers['solvedAtMs']
  const shaken = handshakes.filter(row => row.threadId === thread.id && row.atMs === solvedAtMs)
  const changes = [
    ...own.map(({ id }) => remove('closings', id)),
    ...(opened ? [remove('closings', opened.id)] : []),
    ...shaken.flatMap(({ id, followUpId }) => [remove('handshakes', id), remove('followUps', followUpId)]),
  ]
  return service && typeof before === 'number'
    ? following(service.id, { state: 'solved', solvedAtMs: before }, changes)
    : { ...NOTHING_FOLLOWS, changes }
}
