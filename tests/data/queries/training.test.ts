import { afterEach, beforeEach, expect, test } from 'vitest'
import { getFirstSteps, listCoaching } from '../../../main/data/queries/coaching.ts'
import { getPracticeStory, listCases, listRuns } from '../../../main/data/queries/practice.ts'
import { draftStory, listKudos, listStories, trainingNews } from '../../../main/data/queries/thanks.ts'
import {
  aContactPoint,
  aCustomer,
  aMessage,
  anEvent,
  anOrder,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { aSurvey } from '../../support/relation-builders.ts'
import {
  aCoachingNote,
  aKudos,
  aPracticeRun,
  aStory,
  someFirstSteps,
} from '../../support/training-builders.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const [customerId, doubleId, ticketId] = [idOf(1), idOf(2), idOf(3)]
const HOUR = 3_600_000
const place = { customerId, ticketId }
const QUESTION =
  'Hello,\nmy shop opens on Monday and the order PB-20481 is not here. Please call +34 612 345 678.\n\nAna Ruiz'
const ANSWER =
  'Dear Ana,\nthe parcel lies in the depot and comes tomorrow before noon. I look at ten and write to you either way.\n\nKind regards\nJonas'

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put(
    'customers',
    aCustomer({ id: customerId, name: 'Ana Ruiz', mergedIntoId: doubleId, language: 'es' }),
  )
  // Under another name before she was found to be the same person.
  world.put('customers', aCustomer({ id: doubleId, name: 'Anita Peña' }))
  world.put('contactPoints', aContactPoint({ id: idOf(4), customerId, value: '+34 612 345 678' }))
  world.put('orders', anOrder({ id: idOf(5), customerId: doubleId, number: 'PB-20481' }))
  world.put(
    'tickets',
    aTicket({ id: ticketId, customerId, number: 481, subject: 'Anita waits', tags: ['delivery'] }),
  )
  const solved = { state: 'solved' as const, openedAtMs: NOW_MS - 5 * HOUR, solvedAtMs: NOW_MS - HOUR }
  world.put('threads', aThread({ id: idOf(6), ...place, kind: 'service', ...solved }))
  const message = { ...place, authorId: null }
  world.put(
    'messages',
    aMessage({
      ...message,
      id: idOf(7),
      direction: 'in',
      writtenAtMs: NOW_MS - 5 * HOUR,
      bodyText: QUESTION,
    }),
    aMessage({
      ...message,
      id: idOf(8),
      direction: 'out',
      authorKind: 'agent',
      writtenAtMs: NOW_MS - 4 * HOUR,
      bodyText: ANSWER,
    }),
  )
  world.put(
    'surveys',
    aSurvey({ id: idOf(9), customerId, ticketId, kind: 'csat', score: 5, comment: 'Thanks, Ana' }),
  )
})
afterEach(() => world.laptop.close())

const PERSONAL = /ana\b|ruiz|anita|pe[nñ]a|612|20481|jonas/iu

test('a case to practise with holds nothing of any record of the person, before and after the answer', () => {
  const asked = { pane: null, language: null, topic: null } as const
  const { cases, languages, topics } = listCases(world.context, asked)
  expect(cases).toMatchObject([{ ticketId, because: ['rated', 'first-contact'], isPractised: false }])
  expect([languages, topics]).toEqual([['es'], ['delivery']])
  const story = getPracticeStory(world.context, { ticketId, pane: 'service' })
  expect(story).toMatchObject({
    question: [{ from: 'customer' }],
    given: [{ from: 'us' }],
    ending: { score: 5, reopened: 0, tookMs: 4 * HOUR },
  })
  expect(JSON.stringify([cases[0]?.title, cases[0]?.preview, story])).not.toMatch(PERSONAL)
  expect(listCases(world.context, { ...asked, language: 'de' }).cases).toEqual([])
})

test('a story begins without the person', () => {
  const draft = draftStory(world.context, { ticketId })
  expect(draft).toMatchObject({ title: '[nombre] waits', kind: 'service', topics: ['delivery'] })
  expect(JSON.stringify(draft)).not.toMatch(PERSONAL)
  expect(draftStory(world.context, { ticketId: idOf(99) })).toBeNull()
})

test('the way to the ticket is there for who holds the ticket, and for nobody else', () => {
  world.put('kudos', aKudos({ id: idOf(20), atMs: NOW_MS }), aKudos({ id: idOf(21), atMs: NOW_MS - 1 }))
  world.put('stories', aStory({ id: idOf(22) }))
  world.put(
    'events',
    anEvent({ id: idOf(23), ...place, type: 'kudos.given', facts: { kudosId: idOf(20) } }),
    anEvent({ id: idOf(24), ...place, type: 'story.kept', facts: { storyId: idOf(22) } }),
  )
  const week = { fromMs: NOW_MS - HOUR, endMs: NOW_MS + 1 }
  expect(listKudos(world.context, week).map(line => line.ticketId)).toEqual([ticketId, null])
  expect(listStories(world.context)).toMatchObject([{ ticketId }])
  world.laptop.store.transaction('relaxed', () => world.laptop.store.rows.remove('events', idOf(24)))
  expect(listStories(world.context)).toMatchObject([{ ticketId: null }])
})

test('news are thanks since one looked, words that wait, and answers', () => {
  world.put('kudos', aKudos({ id: idOf(20), toId: ME, atMs: NOW_MS }), aKudos({ id: idOf(21), atMs: NOW_MS }))
  const mine = { agentId: ME, receiverId: ME }
  world.put(
    'coachingNotes',
    aCoachingNote({ id: idOf(30), ...mine, ticketId }),
    aCoachingNote({ id: idOf(31), ...mine, readAtMs: NOW_MS }),
    aCoachingNote({ id: idOf(32), agentId: ME, writerId: ME, answeredAtMs: NOW_MS }),
  )
  expect(trainingNews(world.context, { sinceMs: NOW_MS - 1 })).toEqual({ kudos: 1, coaching: 2 })
  expect(trainingNews(world.context, { sinceMs: NOW_MS })).toEqual({ kudos: 0, coaching: 1 })
  expect(listCoaching(world.context, { ticketId })).toMatchObject([{ id: idOf(30) }])
  expect(listCoaching(world.context, { ticketId: null })).toHaveLength(3)
})

test('first steps are one’s own and those of whom one accompanies', () => {
  world.put(
    'firstSteps',
    someFirstSteps({ id: idOf(40), agentId: ME, newAgentId: ME }),
    someFirstSteps({ id: idOf(41), agentId: ME, newAgentId: idOf(10), companionId: ME }),
  )
  world.put(
    'practiceRuns',
    aPracticeRun({ id: idOf(42), agentId: ME, traineeId: ME, finishedAtMs: NOW_MS, ticketId }),
  )
  world.put(
    'practiceRuns',
    aPracticeRun({ id: idOf(43), agentId: ME, originId: idOf(44), finishedAtMs: NOW_MS }),
  )
  const { own, practised, accompanied } = getFirstSteps(world.context)
  expect([own?.id, practised, accompanied.map(({ id }) => id)]).toEqual([idOf(40), 1, [idOf(41)]])
  expect(listRuns(world.context)).toHaveLength(2)
  const [first] = listCases(world.context, { pane: 'service', language: null, topic: null }).cases
  expect(first?.isPractised).toBe(true)
})
