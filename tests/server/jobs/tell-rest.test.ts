import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tellRestJob } from '../../../server/jobs/tell-rest.ts'
import type { HubIntent } from '../../../server/sync/apply-as-hub.ts'
import { applyAsHub, changeAgent, stageRows } from '../../../server/sync/admin.ts'
import type { AnyRow, Row, TableName } from '../../../shared/domain/tables.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import {
  aKnownIssue,
  aContactPoint,
  anAsset,
  anIssueLink,
  aProduct,
  aThread,
  aTicket,
  freshId,
} from '../../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import type { Case } from '../../support/hub-work.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'
import { runJob } from '../../support/run-job.ts'

let hub: HubUnderTest
let lena: SignedInAs
let issueId: string
beforeAll(async () => {
  hub = await startTestHub()
  lena = await hub.signIn('lena')
})
afterAll(() => hub.stop())
beforeEach(async () => {
  issueId = freshId()
  const row = aKnownIssue({ id: issueId, code: `KE-${issueId.slice(-5)}` })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'knownIssues', row }]])
})

const run = (signal = new AbortController().signal): Promise<void> => runJob(tellRestJob, hub, { signal })
const rowsOf = async <Name extends TableName>(table: Name, where: Record<string, string>) =>
  (await hub.store.read(hub.workspaceId, tx =>
    tx.many({ table, where, above: null }),
  )) as readonly AnyRow[] as readonly Row<Name>[]

async function link({ ticket, customer }: Pick<Case, 'ticket' | 'customer'>): Promise<void> {
  const row = anIssueLink({ id: freshId(), issueId, ticketId: ticket.id, customerId: customer.id })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'issueLinks', row }]])
}

/** A customer who has it, with an open support ticket no laptop needs to hold. */
async function waiting(person: Partial<Row<'customers'>> = {}, thread: Partial<Row<'threads'>> = {}) {
  const made = await addCase(hub, { kind: 'support', state: 'open', ...thread }, person)
  const point = aContactPoint({
    id: freshId(),
    customerId: made.customer.id,
    kind: 'email',
    value: `${made.customer.id}@customer.example`,
  })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'contactPoints', row: point }]])
  await link(made)
  return made
}

/** Another ticket of the same customer. */
async function another({ customer }: Case): Promise<string> {
  const ticket = aTicket({ id: freshId(), customerId: customer.id, number: null, lastMessageSeq: 0 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  await stageRows(hub.deps, hub.workspaceId, [
    [
      { table: 'tickets', row: ticket },
      { table: 'threads', row: aThread({ id: freshId(), ...place, kind: 'support', state: 'open' }) },
    ],
  ])
  await link({ ticket, customer })
  return ticket.id
}

type Rest = { readonly except?: readonly string[]; readonly body?: string; readonly tickets?: number }
async function tellAll({ except = [], body = 'It is found.', tickets = 0 }: Rest = {}): Promise<string> {
  const updateId = freshId()
  const variants = [{ language: 'de', body: 'Gefunden, {{customer.firstName}}.' }]
  const rest = { audience: 'waiting', subject: '', variants, exceptCustomerIds: [...except] }
  const args = { updateId, issueId, body, tickets, rest }
  expect(await pushOne(hub, lena, { name: 'knownIssue.recordUpdate', args })).toMatchObject({ kind: 'done' })
  return updateId
}
async function updateOf(id: string) {
  const [row] = await hub.store.read(hub.workspaceId, tx => tx.rows('issueUpdates', [id]))
  return {
    state: row?.['restState'],
    told: row?.['restTold'],
    left: row?.['restLeft'],
    plan: row?.['restPlan'],
  }
}
const said = async (ticketId: string) =>
  (await rowsOf('messages', { ticketId })).filter(({ direction }) => direction === 'out')
const leftOut = async (ticketId: string) =>
  (await rowsOf('events', { ticketId }))
    .filter(({ type }) => type === 'ticket.update-left')
    .map(({ facts }) => facts['reason'])

test('everybody the laptop does not hold is told once, in their language, in the name of the author', async () => {
  const [here, english, german] = [
    await waiting(),
    await waiting({ language: 'en' }),
    await waiting({ name: 'Jutta Reim', language: 'de-AT' }),
  ]
  const over = await waiting({}, { state: 'solved', solvedAtMs: hub.clock.now() })
  const updateId = await tellAll({ except: [here.customer.id], tickets: 1 })
  expect(await updateOf(updateId)).toMatchObject({ state: 'requested', told: 0 })
  await run()
  await run()
  expect(await said(here.ticket.id)).toEqual([])
  expect(await said(over.ticket.id)).toEqual([])
  expect(await said(english.ticket.id)).toMatchObject([
    { bodyText: 'It is found.', authorKind: 'agent', authorId: hub.agentIds.lena },
  ])
  expect((await said(german.ticket.id)).map(({ bodyText }) => bodyText)).toEqual(['Gefunden, Jutta.'])
  expect(await updateOf(updateId)).toEqual({ state: 'done', told: 2, left: 0, plan: null })
})

test('somebody with two tickets, or in two records, is told in one of them', async () => {
  const twice = await waiting()
  const other = await another(twice)
  const second = await waiting({ mergedIntoId: twice.customer.id })
  const alone = await waiting()
  const updateId = await tellAll()
  await run()
  const told = await Promise.all([twice.ticket.id, other, second.ticket.id].map(said))
  expect(told.flat()).toHaveLength(1)
  expect(await said(alone.ticket.id)).toHaveLength(1)
  expect(await updateOf(updateId)).toMatchObject({ told: 2, left: 0 })
})

test('who wrote since, cannot be reached or is not wholly known is left out, with the reason in the ticket', async () => {
  const wrote = await waiting()
  const nobody = await addCase(hub, { kind: 'support', state: 'open' })
  await link(nobody)
  const updateId = await tellAll({ body: 'Order {{order.number}} is on its way.' })
  const told = await tellAll()
  hub.clock.shift(60_000)
  const args = {
    messageId: freshId(),
    ticketId: wrote.ticket.id,
    channel: 'email' as const,
    from: null,
    to: [],
    cc: [],
    bodyText: 'It stopped by itself.',
    bodyHtml: null,
    attachments: [],
    mailId: null,
    receivedAtMs: hub.clock.now(),
  }
  const came: HubIntent<'ticket.receive'> = { name: 'ticket.receive', args, mutationId: freshId() }
  await applyAsHub(hub.deps, hub.workspaceId, [came])
  await run()
  expect(await said(wrote.ticket.id)).toEqual([])
  expect(new Set(await leftOut(wrote.ticket.id))).toEqual(new Set(['newer-messages', 'open-place']))
  expect(await updateOf(updateId)).toMatchObject({ state: 'done', told: 0 })
  expect(await updateOf(told)).toMatchObject({ state: 'done', left: 1 })
})

test('where a place would bring in a card nothing is written; a card its author wrote goes', async () => {
  const card = '4111 1111 1111 1111'
  const [plain, personal] = [
    await waiting({ name: 'Ana Roth' }),
    await waiting({ name: `Ana, card ${card}` }),
  ]
  await tellAll({ body: 'Hello {{customer.name}}, it is found.' })
  await run()
  expect([await said(plain.ticket.id), await said(personal.ticket.id)]).toEqual([
    [expect.objectContaining({ bodyText: 'Hello Ana Roth, it is found.' })],
    [],
  ])
  expect(await leftOut(personal.ticket.id)).toEqual(['personal'])
  const meant = await waiting()
  await tellAll({ body: `Do not use ${card}.` })
  await run()
  expect((await said(meant.ticket.id)).at(-1)).toMatchObject({ bodyText: `Do not use ${card}.` })
})

test('ended at any place and done by two at once, nobody is written to twice and the count is true', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => waiting()))
  const updateId = await tellAll()
  const ending = new AbortController()
  const stopped = run(ending.signal)
  ending.abort()
  await stopped
  await Promise.all([run(), run(), run()])
  await run()
  for (const { ticket } of all) expect(await said(ticket.id)).toHaveLength(1)
  expect(await updateOf(updateId)).toMatchObject({ state: 'done', told: 6, left: 0 })
})

test('nobody writes in the name of somebody who was shut out', async () => {
  const { ticket } = await waiting()
  const updateId = await tellAll()
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.lena, isActive: false })
  await run()
  expect([await said(ticket.id), await leftOut(ticket.id)]).toEqual([[], ['author-gone']])
  expect(await updateOf(updateId)).toMatchObject({ state: 'done', told: 0, left: 1 })
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.lena, isActive: true })
})

test('customers who run an affected version beyond the laptop are written to in a ticket of their own, once', async () => {
  const product = aProduct({ id: freshId() })
  issueId = freshId()
  const issue = aKnownIssue({
    id: issueId,
    code: 'KE-NEXT',
    productId: product.id,
    affectedVersions: ['2.3.x'],
    fixedInVersion: null,
  })
  await stageRows(hub.deps, hub.workspaceId, [
    [
      { table: 'products', row: product },
      { table: 'knownIssues', row: issue },
    ],
  ])
  const done = { state: 'solved', solvedAtMs: hub.clock.now() } as const
  const runs = async (version: string, thread: Partial<Row<'threads'>> = done) => {
    const made = await addCase(hub, { kind: 'support', ...thread }, { name: 'Ada Vos', language: 'de' })
    const { id: customerId } = made.customer
    const asset = anAsset({ id: freshId(), customerId, productId: product.id, version, state: 'in-use' })
    const point = aContactPoint({
      id: freshId(),
      customerId,
      kind: 'email',
      value: `${customerId}@customer.example`,
    })
    await stageRows(hub.deps, hub.workspaceId, [
      [
        { table: 'assets', row: asset },
        { table: 'contactPoints', row: point },
      ],
    ])
    return made
  }
  const [next, here, knows] = [await runs('2.3.1'), await runs('2.3.2'), await runs('2.3.1')]
  const [other, busy] = [await runs('2.4'), await runs('2.3.1', { state: 'open' })]
  // Of somebody with two records the other one is being answered.
  const twofold = await runs('2.3.1')
  await addCase(hub, { kind: 'service', state: 'open' }, { mergedIntoId: twofold.customer.id })
  await link(knows)
  // Said before anything begins, and just what happens then.
  const counted = await fetch(`${hub.url}${routes.issueNext}`, {
    method: 'POST',
    headers: { ...lena.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ issueId, exceptCustomerIds: [here.customer.id] }),
  })
  expect(await counted.json()).toEqual({ count: 1, left: 2 })
  const updateId = freshId()
  const variants = [{ language: 'de', body: 'Hallo {{customer.firstName}}, bitte nicht laden.' }]
  const rest = { audience: 'next', subject: 'Your scanner', variants, exceptCustomerIds: [here.customer.id] }
  const args = { updateId, issueId, body: 'Please do not charge it.', tickets: 1, rest }
  expect(await pushOne(hub, lena, { name: 'knownIssue.recordUpdate', args })).toMatchObject({ kind: 'done' })
  await Promise.all([run(), run()])
  await run()
  const written = async ({ customer }: Case) =>
    (await rowsOf('messages', { customerId: customer.id })).filter(({ direction }) => direction === 'out')
  expect(await written(next)).toMatchObject([
    { bodyText: 'Hallo Ada, bitte nicht laden.', authorId: hub.agentIds.lena, channel: 'email' },
  ])
  for (const left of [here, knows, other, busy, twofold]) expect(await written(left)).toEqual([])
  expect(await rowsOf('issueLinks', { customerId: next.customer.id })).toMatchObject([{ issueId }])
  expect(await updateOf(updateId)).toEqual({ state: 'done', told: 1, left: 2, plan: null })
})
