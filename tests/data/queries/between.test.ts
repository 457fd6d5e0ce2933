import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { teamRuleId } from '../../../shared/domain/between.ts'
import type { TicketEvent } from '../../../shared/domain/tickets.ts'
import { getClosing, getHandOver, listHandshakes } from '../../../main/data/queries/closing.ts'
import { silencesOf } from '../../../main/data/queries/silence.ts'
import { getSurveyState } from '../../../main/data/queries/survey-state.ts'
import { getExperience } from '../../../main/data/queries/experience.ts'
import { listThreads } from '../../../main/data/queries/list-threads.ts'
import {
  aComplaint,
  aCustomer,
  aFollowUp,
  aHandOver,
  aKnownIssue,
  aMessage,
  anAgent,
  anAsset,
  anEscalation,
  anEvent,
  anIssueLink,
  aPromise,
  aRecoveryStep,
  aThread,
  aTicket,
  freshId,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { sampleRow, seededRandom } from '../../support/sample-row.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('agents', anAgent({ id: ME }))
})
afterEach(() => world.laptop.close())

const list = () =>
  listThreads(world.context, {
    view: 'all-open',
    kind: 'all',
    sort: 'newest',
    filter: [],
    after: null,
    limit: 50,
  })
const chips = () =>
  list()
    .rows.filter(({ badExperiences }) => badExperiences > 0)
    .map(({ ticketId, badExperiences }) => [ticketId, badExperiences])

function aCase(of: number, state: 'open' | 'solved' = 'open') {
  const [customerId, ticketId] = [idOf(1_000 + of), idOf(2_000 + of)]
  world.put('customers', aCustomer({ id: customerId, name: `Customer ${of}` }))
  world.put('tickets', aTicket({ id: ticketId, customerId, number: of }))
  const solvedAtMs = state === 'solved' ? NOW_MS : null
  world.put('threads', aThread({ id: idOf(3_000 + of), customerId, ticketId, state, solvedAtMs }))
  return { customerId, ticketId }
}

test('closing says which part was solved at first contact, by the replies of people', () => {
  const { ticketId } = aCase(1, 'solved')
  const contacts = (): unknown => Object.values(getClosing(world.context, ticketId)?.firstContact ?? {})
  const reply = (authorKind: 'agent' | 'automation'): void =>
    world.put('messages', aMessage({ id: freshId(), ticketId, direction: 'out', authorKind }))
  expect(contacts()).toEqual(['missed'])
  for (const authorKind of ['automation', 'agent'] as const) reply(authorKind)
  expect(contacts()).toEqual(['candidate'])
  reply('agent')
  expect(contacts()).toEqual(['missed'])
  expect(getClosing(world.context, aCase(2).ticketId)?.firstContact).toEqual({})
})

/** What happens on any day and is nobody's bad experience. */
const HARMLESS: readonly Pick<TicketEvent, 'type' | 'facts'>[] = [
  { type: 'thread.state-changed', facts: { before: 'open', after: 'pending' } },
  { type: 'thread.state-changed', facts: { before: 'open', after: 'solved' } },
  { type: 'thread.assigned', facts: { assigneeBefore: null, assigneeAfter: ME } },
  { type: 'promise.closed', facts: { after: 'kept' } },
  { type: 'ticket.tagged', facts: {} },
  { type: 'thread.answered', facts: {} },
]

describe('a seeded history, replayed', () => {
  test('raises the alert on the right ticket, and on no other', () => {
    const random = seededRandom(7)
    const cases = Array.from({ length: 30 }, (_, of) => aCase(of))
    for (let days = 0; days < 400; days += 1) {
      const of = cases[Math.floor(random() * cases.length)]
      const what = HARMLESS[Math.floor(random() * HARMLESS.length)]
      const atMs = NOW_MS - Math.floor(random() * 40 * DAY_MS)
      world.put('events', anEvent({ id: freshId(), ...of, ...what, atMs }))
    }
    expect(chips()).toEqual([])
    const unhappy = cases[17]
    const missed = anEvent({
      ...unhappy,
      type: 'sla.breached',
      facts: { target: 'first-reply' },
      atMs: NOW_MS - 2 * DAY_MS,
    })
    world.put('events', missed)
    expect(chips()).toEqual([[unhappy?.ticketId, 1]])
    expect(getExperience(world.context, unhappy?.customerId ?? '')).toMatchObject({
      alert: { level: 'before-second', count: 1 },
      moments: [{ kind: 'sla-missed', id: missed.id, number: 17 }],
    })
    // Rated low for the same: still one experience. Another ticket is the second.
    const rated = anEvent({ ...unhappy, type: 'experience.negative', atMs: NOW_MS - 2 * HOUR_MS })
    world.put('events', rated)
    expect(chips()).toEqual([[unhappy?.ticketId, 1]])
    world.put('surveys', {
      id: freshId(),
      customerId: unhappy?.customerId,
      ticketId: idOf(4_000),
      kind: 'csat',
      score: 1,
      comment: null,
      askedAtMs: NOW_MS - DAY_MS,
      answeredAtMs: NOW_MS - HOUR_MS,
      agentId: null,
      sentAtMs: null,
    })
    expect(chips()).toEqual([[unhappy?.ticketId, 2]])
    expect(getExperience(world.context, unhappy?.customerId ?? '').alert.level).toBe('again')
  })

  test('a recovery that is done settles it, and a ticket that is done shows nothing', () => {
    const of = aCase(1)
    const planned = { type: 'recovery.planned', facts: { followUpId: idOf(77) } }
    world.put('events', anEvent({ ...of, type: 'sla.breached', atMs: NOW_MS - 3 * DAY_MS }))
    world.put('events', anEvent({ ...of, ...planned, atMs: NOW_MS - 2 * DAY_MS }))
    world.put('followUps', aFollowUp({ id: idOf(77), ...of }))
    expect(getExperience(world.context, of.customerId).alert.level).toBe('planned')
    world.put('followUps', aFollowUp({ id: idOf(77), ...of, state: 'done', completedAtMs: NOW_MS - DAY_MS }))
    expect(getExperience(world.context, of.customerId).alert.level).toBe('settled')
    expect(chips()).toEqual([])
  })

  test('a complaint with an owner and steps is the recovery; resolved, it settles what went wrong', () => {
    const of = aCase(1)
    const view = () => getExperience(world.context, of.customerId)
    world.put('events', anEvent({ ...of, type: 'sla.breached', atMs: NOW_MS - DAY_MS }))
    const complaint = { ...of, id: idOf(82), title: 'Third delay' }
    world.put('complaints', aComplaint(complaint))
    const step = { id: idOf(83), customerId: of.customerId, complaintId: idOf(82), dueAtMs: NOW_MS + HOUR_MS }
    world.put('recoverySteps', aRecoveryStep(step))
    expect(view().alert.level).toBe('before-second')
    world.put('complaints', aComplaint({ ...complaint, ownerId: ME }))
    expect(view()).toMatchObject({
      alert: { level: 'planned', count: 1 },
      recoveries: [{ id: idOf(82), dueAtMs: NOW_MS + HOUR_MS }],
    })
    world.put('complaints', aComplaint({ ...complaint, ownerId: ME, state: 'resolved', closedAtMs: NOW_MS }))
    expect(view().alert.level).toBe('settled')
    expect(chips()).toEqual([])
  })

  test('the follow-up of a painful incident makes up for it: nobody plans a second one', () => {
    const of = aCase(1)
    const level = () => getExperience(world.context, of.customerId).alert.level
    world.put('events', anEvent({ ...of, type: 'sla.breached', atMs: NOW_MS - 2 * HOUR_MS }))
    expect(level()).toBe('before-second')
    const shake = { ...of, id: idOf(80), threadId: idOf(3_001), followUpId: idOf(81), atMs: NOW_MS - HOUR_MS }
    world.put('handshakes', sampleRow('handshakes', shake))
    world.put('followUps', aFollowUp({ id: idOf(81), ...of }))
    expect(level()).toBe('planned')
    world.put('followUps', aFollowUp({ id: idOf(81), ...of, state: 'done', completedAtMs: NOW_MS }))
    expect(level()).toBe('settled')
    expect(chips()).toEqual([])
  })

  test('the team sets what counts', () => {
    const of = aCase(1)
    world.put('events', anEvent({ ...of, type: 'sla.breached' }))
    expect(chips()).toHaveLength(1)
    const content = { countsMissed: false }
    world.put('teamRules', { id: teamRuleId('experience'), key: 'experience', content, updatedAtMs: 1 })
    expect(chips()).toEqual([])
  })

  test('something that is down too long counts while it lasts', () => {
    const { customerId } = aCase(1)
    world.put('assets', anAsset({ id: idOf(60), customerId, downSinceMs: NOW_MS - 6 * HOUR_MS }))
    expect(getExperience(world.context, customerId).moments).toMatchObject([
      { kind: 'downtime', table: 'assets' },
    ])
  })
})

test('closing knows what is agreed, what is owed and why nobody is asked', () => {
  const of = aCase(1)
  world.put('promises', aPromise({ id: idOf(70), ...of }), aPromise({ id: idOf(71), ...of, state: 'kept' }))
  world.put('followUps', aFollowUp({ id: idOf(72), ...of }))
  expect(getClosing(world.context, of.ticketId)).toMatchObject({
    number: 1,
    openPromises: [{ id: idOf(70) }],
    openFollowUps: [{ id: idOf(72) }],
    survey: null,
    hasCause: false,
    silence: null,
    handshake: null,
  })
  const incident = { id: idOf(73), ...of, kind: 'support', ticketId: idOf(74) } as const
  world.put('threads', aThread({ ...incident }))
  expect(getClosing(world.context, of.ticketId)?.silence).toEqual({ because: 'incident', id: idOf(74) })
  expect(getClosing(world.context, idOf(9_999))).toBeNull()
})

test('closing begins the cause with the thing in question, its product and the issue the ticket has', () => {
  const of = aCase(1)
  const start = () => getClosing(world.context, of.ticketId)?.causeStart
  expect(start()).toMatchObject({ category: null, assetId: null, productId: null })
  const scanner = anAsset({ id: idOf(60), customerId: of.customerId, productId: idOf(61), version: '2.3.1' })
  world.put('assets', scanner, { ...scanner, id: idOf(62), productId: idOf(63) })
  expect(start()).toMatchObject({ assetId: null })
  world.put('diagnoses', sampleRow('diagnoses', { id: of.ticketId, ...of, assetId: idOf(60) }))
  expect(start()).toMatchObject({ assetId: idOf(60), productId: idOf(61), version: '2.3.1', remedy: 'fix' })
  const closing = () => getClosing(world.context, of.ticketId)
  expect(closing()).toMatchObject({ stillDown: null, escalatedTo: [] })
  world.put('assets', { ...scanner, state: 'broken', downSinceMs: NOW_MS - HOUR_MS })
  const handed = { ...of, tier: 'engineering' } as const
  world.put('escalations', anEscalation(handed), anEscalation({ ...handed, state: 'resolved' }))
  expect(closing()).toMatchObject({ stillDown: { id: idOf(60) }, escalatedTo: ['engineering'] })
  world.put('knownIssues', aKnownIssue({ id: idOf(64), workaround: 'Use USB.', fixedInVersion: null }))
  world.put('issueLinks', anIssueLink({ ...of, issueId: idOf(64) }))
  expect(start()).toMatchObject({ category: 'defect', remedy: 'workaround', remedyText: 'Use USB.' })
})

test('one rule keeps surveys and reaching out silent, and both speak again once function is restored', () => {
  const of = aCase(1)
  const silence = () => silencesOf(world.context.db, [of.customerId]).get(of.customerId) ?? null
  const refusals = () =>
    getSurveyState(world.context, of).refusals.map(({ reason }) => reason === 'incident-open')
  const incident = aThread({ id: idOf(81), ...of, kind: 'support', ticketId: idOf(82) })
  world.put('threads', incident)
  expect(silence()).toEqual({ because: 'incident', id: idOf(82) })
  expect(refusals()).toEqual([true, true, true])
  world.put('threads', { ...incident, restoredAtMs: NOW_MS })
  expect(silence()).toBeNull()
  expect(refusals()).not.toContain(true)
  world.put('assets', anAsset({ id: idOf(83), customerId: of.customerId, downSinceMs: NOW_MS }))
  expect(silence()).toEqual({ because: 'down', id: idOf(83) })
  expect(refusals()).toEqual([true, true, true])
})

test('a hand-shake stands until its follow-up is done', () => {
  const of = aCase(1)
  const row = {
    downMs: 9 * HOUR_MS,
    contacts: 6,
    valueMinor: null,
    score: 54,
    gestureMinor: null,
    currency: null,
  }
  world.put('handshakes', {
    id: idOf(80),
    ...of,
    ...row,
    threadId: idOf(3_001),
    followUpId: idOf(81),
    atMs: NOW_MS,
  })
  world.put('followUps', aFollowUp({ id: idOf(81), ...of }))
  expect(listHandshakes(world.context, of.customerId)).toMatchObject([{ id: idOf(80), score: 54 }])
  world.put('followUps', aFollowUp({ id: idOf(81), ...of, state: 'done' }))
  expect(listHandshakes(world.context, of.customerId)).toEqual([])
})

test('a hand-over names what goes along, until it is read', () => {
  const of = aCase(1)
  world.put('handOvers', aHandOver({ id: idOf(90), ...of, byAgentId: ME }))
  world.put('events', anEvent({ ...of, type: 'experience.negative', facts: { cause: 'downtime' } }))
  expect(getHandOver(world.context, of.ticketId)).toMatchObject({
    lastBad: { kind: 'reported', detail: { cause: 'downtime' } },
    waiting: [{ id: idOf(90), byName: 'Lena Koch' }],
  })
  world.put('handOvers', aHandOver({ id: idOf(90), ...of, takenBy: ME, takenAtMs: NOW_MS }))
  expect(getHandOver(world.context, of.ticketId)?.waiting).toEqual([])
})
