import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eraseCustomer } from '../../../server/sync/admin.ts'
import { ErrorCode } from '../../../shared/errors.ts'
import type { Agent } from '../../../shared/domain/people.ts'
import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import {
  aContactPoint,
  aCustomer,
  anAgent,
  anEvent,
  anOrder,
  aThread,
  aTicket,
  freshId,
} from '../../support/builders.ts'
import { testClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import { Mirror } from '../../support/mirror.ts'
import { aCoachingNote, aKudos, aPracticeRun, aStory } from '../../support/training-builders.ts'

let hub: TestHub
let workspace: TestWorkspace
let lead: Agent
let jonas: Agent
let noa: Agent

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub)
  lead = anAgent({ id: freshId(), name: 'Noor Haddad', role: 'supervisor' })
  jonas = anAgent({ id: freshId(), name: 'Jonas B.' })
  noa = anAgent({ id: freshId(), name: 'Noa P.', role: 'admin' })
  await put(
    hub,
    workspace.id,
    [lead, jonas, noa].map(agent => inTable('agents', agent)),
  )
})

const clientOf = (agent: Agent) => testClient(hub, workspace, agent.id)
/** What the hub lets somebody's laptop have. */
async function heldBy(agent: Agent, table: TableName): Promise<readonly AnyRow[]> {
  const mirror = new Mirror(hub, { workspaceId: workspace.id, agentId: agent.id })
  await mirror.sync()
  return [...mirror.rows.values()].flatMap(held => (held.table === table ? [held.row] : []))
}

const written = () => ({
  noteId: freshId(),
  copyId: freshId(),
  receiverId: jonas.id,
  ticketId: null,
  messageId: null,
  words: 'Name the next step.',
  pane: null,
  scores: null,
})

test('a word between two is on two laptops only, whoever supervises or administers', async () => {
  const word = written()
  expect(await clientOf(lead).send('coaching.write', word)).toMatchObject({ kind: 'done' })
  expect(await heldBy(lead, 'coachingNotes')).toMatchObject([{ id: word.noteId, agentId: lead.id }])
  expect(await heldBy(jonas, 'coachingNotes')).toMatchObject([{ id: word.copyId, agentId: jonas.id }])
  expect(await heldBy(noa, 'coachingNotes')).toEqual([])

  expect(await clientOf(noa).send('coaching.answer', { noteId: word.copyId, answer: 'Mine' })).toMatchObject({
    kind: 'rejected',
    code: ErrorCode.NotAllowed,
    rows: [{ row: null }],
  })
  expect(await clientOf(noa).send('coaching.takeBack', { noteId: word.noteId })).toMatchObject({
    kind: 'rejected',
  })
  await clientOf(jonas).send('coaching.answer', { noteId: word.copyId, answer: 'I will.' })
  expect(await heldBy(lead, 'coachingNotes')).toMatchObject([{ answer: 'I will.' }])
  expect(await heldBy(noa, 'coachingNotes')).toEqual([])
})

test('an agent writes no word between two, and nobody writes into a copy that is there', async () => {
  expect(await clientOf(jonas).send('coaching.write', { ...written(), receiverId: lead.id })).toMatchObject({
    kind: 'rejected',
    code: ErrorCode.NotAllowed,
  })
  const word = written()
  await clientOf(lead).send('coaching.write', word)
  await clientOf(noa).send('coaching.write', { ...word, noteId: freshId(), words: 'Instead of hers.' })
  expect(await heldBy(jonas, 'coachingNotes')).toMatchObject([{ words: word.words }])
})

test('a practised answer is with whoever it was shown to, and with nobody else once it is no longer', async () => {
  const run = aPracticeRun({ id: freshId() })
  const { id: runId, pane, title, question, given, answer, thoughts } = run
  const kept = { runId, ticketId: null, pane: 'service', title, question, given, answer, thoughts } as const
  expect(pane).toBe('service')
  await clientOf(jonas).send('practice.keep', { ...kept, scores: {}, isFinished: false })
  expect(await heldBy(lead, 'practiceRuns')).toEqual([])
  const shared = { runId, withId: lead.id, copyId: freshId() }
  await clientOf(jonas).send('practice.share', { ...shared, isShared: true })
  expect(await heldBy(lead, 'practiceRuns')).toMatchObject([{ answer, originId: runId, ticketId: null }])
  expect(await heldBy(noa, 'practiceRuns')).toEqual([])
  expect(
    await clientOf(lead).send('practice.share', { ...shared, withId: noa.id, isShared: true }),
  ).toMatchObject({
    kind: 'rejected',
  })
  await clientOf(jonas).send('practice.share', { ...shared, isShared: false })
  expect(await heldBy(lead, 'practiceRuns')).toEqual([])
})

const NAME = 'Zoë-Beatrix Quandtová'
const MAIL = 'zoe.q@bookhouse.example'

/** A person with everything colleagues can have written about them, careless words included. */
async function aPersonTalkedAbout() {
  const customerId = freshId()
  const ticketId = freshId()
  const [kudosId, storyId] = [freshId(), freshId()]
  const words = `${NAME} (${MAIL}) ordered QX-77120 and called from +49 30 5551234`
  await put(hub, workspace.id, [
    inTable('customers', aCustomer({ id: customerId, name: NAME })),
    inTable('contactPoints', aContactPoint({ id: freshId(), customerId, value: MAIL })),
    inTable('contactPoints', aContactPoint({ id: freshId(), customerId, value: '+49 30 5551234' })),
    inTable('orders', anOrder({ id: freshId(), customerId, number: 'QX-77120' })),
    inTable('tickets', aTicket({ id: ticketId, customerId, number: 90_210 })),
    inTable('threads', aThread({ id: freshId(), customerId, ticketId })),
    inTable('kudos', aKudos({ id: kudosId, fromId: lead.id, toId: jonas.id, words })),
    inTable('stories', aStory({ id: storyId, title: words, body: words, reason: words })),
    inTable(
      'events',
      anEvent({ id: freshId(), customerId, ticketId, type: 'kudos.given', facts: { kudosId } }),
    ),
    inTable(
      'events',
      anEvent({ id: freshId(), customerId, ticketId, type: 'story.kept', facts: { storyId } }),
    ),
    inTable(
      'coachingNotes',
      aCoachingNote({ id: freshId(), agentId: jonas.id, ticketId, words, answer: words }),
    ),
    inTable(
      'practiceRuns',
      aPracticeRun({
        id: freshId(),
        agentId: jonas.id,
        ticketId,
        title: words,
        question: words,
        answer: words,
      }),
    ),
  ])
  return { customerId, ticketId, storyId }
}

const KEPT: readonly TableName[] = ['kudos', 'stories', 'coachingNotes', 'practiceRuns']

test('an erased person leaves colleagues their words, and not one byte of themselves in them', async () => {
  const { customerId, ticketId, storyId } = await aPersonTalkedAbout()
  await eraseCustomer(hub.deps, workspace.id, customerId)
  const left = (await Promise.all(KEPT.map(table => heldBy(jonas, table)))).flat()
  expect(left).toHaveLength(KEPT.length)
  const bytes = JSON.stringify(left)
  for (const trace of [NAME, 'Quandtov', 'Beatrix', MAIL, 'QX-77120', '5551234', ticketId, customerId])
    expect(bytes).not.toContain(trace)
  expect(left).toContainEqual(expect.objectContaining({ id: storyId, kind: 'service' }))
})

test('what is kept from a ticket never held the person, whatever was confirmed', async () => {
  const { ticketId } = await aPersonTalkedAbout()
  const storyId = freshId()
  const content = {
    title: `For ${NAME}`,
    body: `Beatrix wrote from ${MAIL} about QX-77120.`,
    reason: 'We asked first.',
    kind: 'service' as const,
    topics: ['Quandtová'],
  }
  expect(await clientOf(jonas).send('story.keep', { storyId, ticketId, seen: 0, content })).toMatchObject({
    kind: 'done',
  })
  const story = (await heldBy(noa, 'stories')).find(({ id }) => id === storyId)
  expect(story).toMatchObject({
    title: 'For [name]',
    body: '[name] wrote from [email] about [number].',
  })
  expect(JSON.stringify(story)).not.toMatch(/Quandtov|Beatrix|bookhouse|77120/u)
  expect(JSON.stringify(story)).not.toContain(ticketId)
})
