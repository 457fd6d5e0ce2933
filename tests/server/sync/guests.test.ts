import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Agent, Team } from '../../../shared/domain/people.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { mutationNames } from '../../../shared/mutations/index.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { mayAskFor } from '../../../shared/rules/guests/what-guests-may.ts'
import {
  FOR_COLLEAGUES,
  GUEST_SHARES,
  isGivenToGuests,
  isOfTicket,
} from '../../../shared/rules/guests/what-guests-see.ts'
import { changeAgent, changeScopePolicy, stageRows } from '../../../server/sync/admin.ts'
import {
  aContactPoint,
  anAttachment,
  anOrder,
  anOrganisation,
  aCustomer,
  aMessage,
  anAgent,
  aTeam,
  aThread,
  aTicket,
  freshId,
} from '../../support/builders.ts'
import { aProposal } from '../../support/growth-builders.ts'
import { newReply, testClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import { expectSettled, Mirror } from '../../support/mirror.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { samples } from '../../unit/mutations/scenes.ts'

let hub: TestHub
let workspace: TestWorkspace
let orders: Team
let devices: Team
let gus: Agent
let lena: Agent

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub, { policy: 'everything', agent: { role: 'admin' } })
  orders = aTeam()
  devices = aTeam({ name: 'Devices', kind: 'support' })
  gus = anAgent({ name: 'Gus Adler', teamIds: [orders.id] })
  lena = anAgent({ teamIds: [orders.id] })
  await put(hub, workspace.id, [
    inTable('teams', orders),
    inTable('teams', devices),
    inTable('agents', gus),
    inTable('agents', lena),
  ])
})

const letIn = (): Promise<void> => changeAgent(hub.deps, workspace.id, { id: gus.id, role: 'guest' })
const laptopOf = (agent: Agent): Mirror => new Mirror(hub, { workspaceId: workspace.id, agentId: agent.id })

type Case = { readonly customerId: string; readonly ticketId: string; readonly threadId: string }
async function addCase(teamId: string | null, assigneeId: string | null = null): Promise<Case> {
  const [customerId, ticketId, threadId] = [freshId(), freshId(), freshId()]
  const own = { ticketId, customerId }
  await put(hub, workspace.id, [
    inTable('customers', aCustomer({ id: customerId })),
    inTable('tickets', aTicket({ id: ticketId, customerId, number: null, lastMessageSeq: 1 })),
    inTable('threads', aThread({ ...own, id: threadId, teamId, assigneeId })),
    inTable('messages', aMessage({ ...own, seq: 1 })),
  ])
  return { ...own, threadId }
}
const proposalOn = ({ ticketId, threadId }: Case) => ({
  ...samples['proposal.make'],
  attachments: [],
  proposalId: freshId(),
  ticketId,
  threadId,
})
const move = async ({ threadId }: Case, value: string | null, seen: string | null): Promise<void> => {
  const args = { threadId, team: { seen, value }, assignee: null }
  expect((await testClient(hub, workspace).send('thread.assign', args)).kind).toBe('done')
}

describe.each(['everything', 'teams'] as const)('where laptops hold what policy %s says', policy => {
  test('a guest holds the customers of the own teams and nothing else', async () => {
    await changeScopePolicy(hub.deps, workspace.id, policy)
    const mine = await addCase(orders.id)
    const theirs = await addCase(devices.id)
    const nobodys = await addCase(null)
    const given = await addCase(devices.id, gus.id)
    const lenas = laptopOf(lena)
    await expectSettled(hub, lenas)
    await letIn()
    const laptop = laptopOf(gus)
    await expectSettled(hub, laptop)
    const holds = ({ customerId }: Case): boolean => laptop.rows.has(`customers/${customerId}`)
    expect([mine, theirs, nobodys, given].map(holds)).toEqual([true, false, false, false])
    await move(theirs, orders.id, devices.id)
    await move(mine, devices.id, orders.id)
    await expectSettled(hub, laptop)
    expect([mine, theirs].map(holds)).toEqual([false, true])
    // Nobody else is sent anything anew because somebody helps.
    await expectSettled(hub, lenas)
    expect(lenas.snapshots).toEqual(['first'])
    if (policy === 'everything')
      expect(lenas.entries.some(({ kind }) => kind === 'enter' || kind === 'leave')).toBe(false)
  })
})

describe('of a customer a guest is given what an answer needs', () => {
  const keysOf = (laptop: Mirror, table: string): readonly string[] =>
    [...laptop.rows.keys()].filter(key => key.startsWith(`${table}/`))
  const addTicket = async (customerId: string, teamId: string): Promise<Case> => {
    const [ticketId, threadId] = [freshId(), freshId()]
    const own = { ticketId, customerId }
    await put(hub, workspace.id, [
      inTable('tickets', aTicket({ id: ticketId, customerId, number: null, lastMessageSeq: 1 })),
      inTable('threads', aThread({ ...own, id: threadId, teamId })),
      inTable('messages', aMessage({ ...own, id: freshId(), seq: 1, bodyText: 'About the till' })),
    ])
    return { ...own, threadId }
  }

  test('name, organisation and language, and nothing of worth, health, stage or contacts', async () => {
    const { customerId } = await addCase(orders.id)
    const card = { tier: 'gold', health: 72, yearlyValueMinor: 90_000, currency: 'EUR', facts: 'Two shops' }
    const known = aCustomer({ id: customerId, name: 'Ana Ruiz', language: 'es', ...card })
    await hub.store.write(workspace.id, async tx => {
      await tx.patchRows('customers', [
        { id: customerId, fields: { ...card, name: known.name, language: 'es' } },
      ])
    })
    await put(hub, workspace.id, [
      inTable('contactPoints', aContactPoint({ customerId })),
      inTable('orders', anOrder({ customerId })),
    ])
    await letIn()
    const laptop = laptopOf(gus)
    await expectSettled(hub, laptop)
    expect(laptop.rows.get(`customers/${customerId}`)?.row).toMatchObject({
      name: 'Ana Ruiz',
      language: 'es',
      tier: null,
      health: null,
      yearlyValueMinor: null,
      facts: '',
      labels: [],
    })
    expect([...keysOf(laptop, 'contactPoints'), ...keysOf(laptop, 'orders')]).toEqual([])
  })

  /** Ways to reach Ana, as they stand. */
  const raw = /ana\.ruiz@|600 123/u
  const allOf = (mirror: Mirror): string => JSON.stringify([...mirror.rows.values(), ...mirror.entries])
  /** A colleague's laptop has them, the guest's does not. */
  async function onlyForColleagues(): Promise<{ readonly lenas: Mirror; readonly laptop: Mirror }> {
    const lenas = laptopOf(lena)
    await expectSettled(hub, lenas)
    await letIn()
    const laptop = laptopOf(gus)
    await expectSettled(hub, laptop)
    expect(allOf(lenas)).toMatch(raw)
    expect(allOf(laptop)).not.toMatch(raw)
    return { lenas, laptop }
  }

  test('no way to reach anybody, in texts neither; a colleague is given all of it, and an answer still leaves', async () => {
    const at = await addCase(orders.id)
    const ana = { name: 'Ana Ruiz', address: 'ana.ruiz@reach.example' }
    const said = { from: ana, to: [], bodyText: 'Call +34 600 123 456 or write to ana.ruiz@reach.example' }
    await put(hub, workspace.id, [inTable('messages', aMessage({ ...at, id: freshId(), seq: 2, ...said }))])
    const { lenas, laptop } = await onlyForColleagues()

    const masked = { name: ana.name, address: 'a***@reach.example' }
    const proposal = { ...proposalOn(at), to: [masked], cc: [] }
    const guest = testClient(hub, workspace, gus.id)
    const verdict = await guest.send('proposal.make', proposal)
    expect(verdict.kind).toBe('done')
    expect(JSON.stringify(verdict)).not.toMatch(raw)
    await expectSettled(hub, lenas)
    expect(lenas.rows.get(`proposals/${proposal.proposalId}`)?.row['to']).toEqual([ana])
    await expectSettled(hub, laptop)
    expect(allOf(laptop)).not.toMatch(raw)
  })

  test('names of files, diagnoses and what was asked and tried neither; what a guest gives back keeps what was masked', async () => {
    const at = await addCase(orders.id)
    const own = { ticketId: at.ticketId, customerId: at.customerId }
    const symptom = 'Prints nothing since ana.ruiz@reach.example changed the paper'
    const environment = { account: 'ana.ruiz@reach.example', os: 'TillOS 7' }
    const entryId = freshId()
    await put(hub, workspace.id, [
      inTable('diagnoses', { ...sampleRow('diagnoses'), ...own, id: at.ticketId, symptom, environment }),
      inTable('askedTried', {
        ...sampleRow('askedTried'),
        ...own,
        id: entryId,
        kind: 'asked',
        words: 'Which number? Is it +34 600 123 456?',
        result: null,
        outcome: 'Yes, +34 600 123 456',
      }),
      inTable('attachments', anAttachment({ ...own, id: freshId(), fileName: 'ana.ruiz@reach.example.log' })),
    ])
    const { lenas, laptop } = await onlyForColleagues()
    // Nothing but the ways to reach somebody is kept from them.
    expect(laptop.rows.get(`diagnoses/${at.ticketId}`)?.row).toMatchObject({
      symptom: 'Prints nothing since a***@reach.example changed the paper',
      environment: { account: 'a***@reach.example', os: 'TillOS 7' },
    })

    const guest = testClient(hub, workspace, gus.id)
    const seen = 'Prints nothing since a***@reach.example changed the paper'
    const edit = { field: 'symptom' as const, seen, value: `${seen}. It is upside down.` }
    const said = await guest.send('diagnosis.set', { ticketId: at.ticketId, fields: [edit] })
    expect(said.kind).toBe('done')
    const closed = {
      entryId,
      result: null,
      outcome: 'Yes, ***56, at work',
      seen: { result: null, outcome: 'Yes, ***56' },
    }
    expect((await guest.send('askedTried.close', closed)).kind).toBe('done')
    await expectSettled(hub, lenas)
    expect(lenas.rows.get(`diagnoses/${at.ticketId}`)?.row['symptom']).toBe(`${symptom}. It is upside down.`)
    expect(lenas.rows.get(`askedTried/${entryId}`)?.row['outcome']).toBe('Yes, +34 600 123 456, at work')
    // Somebody was first: what they are asked about shows nothing more.
    const late = await guest.send('diagnosis.set', {
      ticketId: at.ticketId,
      fields: [{ ...edit, value: 'Mine' }],
    })
    expect(late.kind).toBe('conflict')
    expect(JSON.stringify(late)).not.toMatch(raw)
  })

  test('tickets of other teams of the same person come and go with the team', async () => {
    const mine = await addCase(orders.id)
    const other = await addTicket(mine.customerId, devices.id)
    await letIn()
    const laptop = laptopOf(gus)
    const holds = ({ ticketId }: Case): boolean => laptop.rows.has(`tickets/${ticketId}`)
    await expectSettled(hub, laptop)
    expect([mine, other].map(holds)).toEqual([true, false])
    // Made after the first fill: it never passes by.
    const later = await addTicket(mine.customerId, devices.id)
    await expectSettled(hub, laptop)
    expect(laptop.entries.some(entry => 'row' in entry && entry.row['bodyText'] === 'About the till')).toBe(
      false,
    )
    await move(later, orders.id, devices.id)
    await expectSettled(hub, laptop)
    expect([mine, other, later].map(holds)).toEqual([true, false, true])
    await move(later, devices.id, orders.id)
    await expectSettled(hub, laptop)
    expect([mine, other, later].map(holds)).toEqual([true, false, false])
    expect(laptop.snapshots).toEqual(['first'])
  })

  test('a ticket of another team is not there to be written to, whoever it is of', async () => {
    const mine = await addCase(orders.id)
    const other = await addTicket(mine.customerId, devices.id)
    await letIn()
    const guest = testClient(hub, workspace, gus.id)
    expect(await guest.send('proposal.make', proposalOn(other))).toMatchObject({ kind: 'gone' })
    const note = {
      noteId: freshId(),
      ticketId: other.ticketId,
      threadId: null,
      body: 'Saw this',
      attachments: [],
    }
    expect(await guest.send('note.add', note)).toMatchObject({ kind: 'gone' })
  })

  test('that a colleague had better answer is one word, said when it begins and taken back when it ends', async () => {
    const { customerId } = await addCase(orders.id)
    await letIn()
    const laptop = laptopOf(gus)
    const labels = async (): Promise<unknown> => {
      await expectSettled(hub, laptop)
      return laptop.rows.get(`customers/${customerId}`)?.row['labels']
    }
    expect(await labels()).toEqual([])
    const { send } = testClient(hub, workspace, lena.id)
    const mark = { customerId, reason: 'Wrote the book on us' }
    await send('portrait.setVip', { ...mark, isVip: true, seen: false })
    expect(await labels()).toEqual([FOR_COLLEAGUES])
    await send('portrait.setVip', { ...mark, isVip: false, seen: true })
    expect(await labels()).toEqual([])
    expect(keysOf(laptop, 'portraits')).toEqual([])
  })
})

test('every synced table is decided about: a guest is given it, or never', () => {
  expect(Object.keys(GUEST_SHARES).toSorted()).toEqual([...tableNames].toSorted())
  const ofTicket = tableNames.filter(isOfTicket)
  expect(ofTicket.filter(name => name !== 'tickets' && !('ticketId' in tables[name].columns))).toEqual([])
  expect(tableNames.filter(name => !isGivenToGuests(name))).toMatchInlineSnapshot(`
    [
      "articleVersions",
      "articleGaps",
      "planTemplates",
      "outreachRules",
      "nextQuestions",
      "unplacedPosts",
      "allowances",
      "contactPoints",
      "relations",
      "orders",
      "orderLines",
      "returnCases",
      "invoices",
      "charges",
      "subscriptions",
      "holds",
      "assets",
      "surveys",
      "followUps",
      "promises",
      "plans",
      "planSteps",
      "outreach",
      "feedback",
      "opportunities",
      "publicPosts",
      "closings",
      "handshakes",
      "approvals",
      "disputes",
      "goodwills",
      "loyaltyEntries",
      "complaints",
      "recoverySteps",
      "needs",
      "preferences",
      "pins",
      "portraits",
      "keeps",
      "spendings",
    ]
  `)
})

test('a guest suggests, writes a note, and is refused everything that is for colleagues', async () => {
  const mine = await addCase(orders.id)
  await letIn()
  const guest = testClient(hub, workspace, gus.id)
  expect((await guest.send('proposal.make', proposalOn(mine))).kind).toBe('done')
  const note = {
    noteId: freshId(),
    ticketId: mine.ticketId,
    threadId: null,
    body: 'Saw this',
    attachments: [],
  }
  expect((await guest.send('note.add', note)).kind).toBe('done')
  const answer = { ...newReply(mine), messageId: freshId() }
  expect(await guest.send('ticket.reply', answer)).toMatchObject({ kind: 'rejected', code: 'guest-may-not' })
  const solve = {
    threadId: mine.threadId,
    state: 'solved',
    seen: 'open',
    seenUpToSeq: 1,
    restore: null,
  } as const
  expect(await guest.send('thread.setState', solve)).toMatchObject({
    kind: 'rejected',
    code: 'guest-may-not',
  })
})

test('beyond the own teams there is nothing a guest could write to', async () => {
  await addCase(orders.id)
  const theirs = await addCase(devices.id)
  await letIn()
  const guest = testClient(hub, workspace, gus.id)
  expect(await guest.send('proposal.make', proposalOn(theirs))).toMatchObject({ kind: 'gone' })
})

test('a suggestion is released once: the second is asked, and no second answer leaves', async () => {
  const mine = await addCase(orders.id)
  await letIn()
  const proposal = aProposal({ ...mine, id: freshId(), authorId: gus.id })
  await put(hub, workspace.id, [inTable('proposals', proposal)])
  const release = { proposalId: proposal.id, messageId: freshId(), isChanged: false, seen: 'proposed' }
  expect((await testClient(hub, workspace, lena.id).send('proposal.release', release)).kind).toBe('done')
  const second = await testClient(hub, workspace).send('proposal.release', {
    ...release,
    messageId: freshId(),
  })
  expect(second).toMatchObject({ kind: 'conflict', conflict: { fields: [{ theirs: 'released' }] } })
  const own = testClient(hub, workspace, gus.id)
  expect(await own.send('proposal.release', release)).toMatchObject({ code: 'guest-may-not' })
})

test('articles come to a guest while they are published, and leave when they are not', async () => {
  const article: Row<'articles'> = {
    id: freshId(),
    title: 'Wrapping',
    language: 'en',
    body: 'Ten colours.',
    url: null,
    tags: [],
    state: 'published',
    kind: null,
    updatedAtMs: 1,
    version: 1,
    updatedBy: null,
  }
  const draft: Row<'articles'> = { ...article, id: freshId(), state: 'draft' }
  await put(hub, workspace.id, [inTable('articles', article), inTable('articles', draft)])
  await letIn()
  const laptop = laptopOf(gus)
  const holds = (id: string): boolean => laptop.rows.has(`articles/${id}`)
  await expectSettled(hub, laptop)
  expect([article.id, draft.id].map(holds)).toEqual([true, false])
  const written = { title: 'Wrapping', language: 'en', body: 'Ten colours.', url: null, tags: [], kind: null }
  const set = (articleId: string, state: 'published' | 'archived') =>
    testClient(hub, workspace).send('article.set', { articleId, seen: 1, content: { ...written, state } })
  expect((await set(article.id, 'archived')).kind).toBe('done')
  expect((await set(draft.id, 'published')).kind).toBe('done')
  await expectSettled(hub, laptop)
  expect([article.id, draft.id].map(holds)).toEqual([false, true])
  expect([...laptop.rows.keys()].some(key => key.startsWith('articleVersions/'))).toBe(false)
})

test('organisations come and go with the customers a guest holds', async () => {
  const [ours, theirs, next] = [
    anOrganisation({ id: freshId() }),
    anOrganisation({ id: freshId() }),
    anOrganisation({ id: freshId(), notes: 'Pays late', reference: 'A-17' }),
  ]
  for (const row of [ours, theirs, next]) await put(hub, workspace.id, [inTable('organisations', row)])
  const mine = await addCase(orders.id)
  const other = await addCase(devices.id)
  const belongs = ({ customerId: id }: Case, organisationId: string) =>
    hub.store.write(workspace.id, tx => tx.patchRows('customers', [{ id, fields: { organisationId } }]))
  await belongs(mine, ours.id)
  await belongs(other, theirs.id)
  await letIn()
  const laptop = laptopOf(gus)
  const held = (): readonly boolean[] =>
    [ours, theirs, next].map(({ id }) => laptop.rows.has(`organisations/${id}`))
  await expectSettled(hub, laptop)
  expect(held()).toEqual([true, false, false])
  await move(other, orders.id, devices.id)
  await expectSettled(hub, laptop)
  expect(held()).toEqual([true, true, false])
  await move(mine, devices.id, orders.id)
  await expectSettled(hub, laptop)
  expect(held()).toEqual([false, true, false])
  // Another organisation comes with the customer, however the customer came to it.
  const admin = testClient(hub, workspace)
  const edit = {
    customerId: other.customerId,
    fields: [{ field: 'organisationId' as const, seen: theirs.id, value: next.id }],
    facts: null,
    labels: null,
  }
  expect((await admin.send('customer.editFacts', edit)).kind).toBe('done')
  await expectSettled(hub, laptop)
  expect(held()).toEqual([false, false, true])
  expect(laptop.rows.get(`organisations/${next.id}`)).toMatchObject({
    row: { notes: null, reference: null },
  })
  // What changes of an organisation that is not theirs stays where it is.
  expect(laptop.entries.some(entry => 'id' in entry && entry.id === ours.id && entry.kind === 'row')).toBe(
    false,
  )
  expect(laptop.snapshots).toEqual(['first'])
})

test('a guest thanks for work on a ticket of theirs, and practises; nothing more of it', async () => {
  const mine = await addCase(orders.id)
  const theirs = await addCase(devices.id)
  await letIn()
  const guest = testClient(hub, workspace, gus.id)
  const thanks = { kudosId: freshId(), toId: lena.id, ticketId: mine.ticketId, words: 'You showed me how.' }
  expect((await guest.send('kudos.give', thanks)).kind).toBe('done')
  const elsewhere = { ...thanks, kudosId: freshId(), ticketId: theirs.ticketId }
  expect((await guest.send('kudos.give', elsewhere)).kind).toBe('gone')
  const ofNothing = { ...thanks, kudosId: freshId(), ticketId: null }
  expect(await guest.send('kudos.give', ofNothing)).toMatchObject({ code: 'not-allowed' })
  const run = { ...samples['practice.keep'], runId: freshId(), ticketId: mine.ticketId }
  expect((await guest.send('practice.keep', run)).kind).toBe('done')
  const share = { runId: run.runId, withId: lena.id, copyId: freshId(), isShared: true }
  expect(await guest.send('practice.share', share)).toMatchObject({ code: 'guest-may-not' })
  expect((await guest.send('kudos.takeBack', { kudosId: thanks.kudosId })).kind).toBe('done')
})

test('nobody becomes a guest by a row alone: audiences are kept first', async () => {
  const row = anAgent({ role: 'guest' })
  await expect(stageRows(hub.deps, workspace.id, [[inTable('agents', row)]])).rejects.toThrow(/audiences/)
})

test('of all there is to ask for, a guest may ask for a short list', () => {
  expect(mutationNames.filter(name => mayAskFor('guest', name)).toSorted()).toMatchInlineSnapshot(`
    [
      "askedTried.add",
      "askedTried.close",
      "askedTried.remove",
      "conflict.record",
      "diagnosis.set",
      "draft.discard",
      "draft.save",
      "guideRun.answer",
      "guideRun.end",
      "guideRun.start",
      "kudos.give",
      "kudos.takeBack",
      "note.add",
      "note.edit",
      "note.remove",
      "practice.keep",
      "proposal.make",
      "proposal.withdraw",
    ]
  `)
})
