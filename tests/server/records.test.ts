import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeToken } from '../../server/auth/token.ts'
import { inWorkspace } from '../../server/db/in-workspace.ts'
import { insertTracker } from '../../server/db/queries/tracker-tokens.ts'
import { stableId } from '../../server/import/stable-id.ts'
import { stageRows } from '../../server/sync/admin.ts'
import { RecordsAnswer } from '../../shared/protocol/records.ts'
import { routes } from '../../shared/protocol/routes.ts'
import {
  aComplaint,
  aContactPoint,
  aCustomer,
  aDispute,
  anOrganisation,
  freshId,
} from '../support/builders.ts'
import type { HubUnderTest } from '../support/hub.ts'
import { startTestHub } from '../support/hub.ts'
import { pushOne } from '../support/hub-work.ts'

const DAY_MS = 86_400_000
const T0 = Date.UTC(2023, 4, 2)

let hub: HubUnderTest
let token: string
/** Ana has two records that were found to be one person; Bo shares an address with Cy. */
const [ana, anaToo, bo, cy] = [freshId(), freshId(), freshId(), freshId()]
beforeAll(async () => {
  hub = await startTestHub()
  const { workspaceId } = hub
  const made = makeToken('e', workspaceId)
  token = made.text
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    insertTracker({ client, workspaceId }, { hash: made.hash, name: 'Shop', createdAtMs: 1 }),
  )
  const person = (id: string, address: string, into: string | null = null) => [
    { table: 'customers' as const, row: aCustomer({ id, mergedIntoId: into }) },
    {
      table: 'contactPoints' as const,
      row: aContactPoint({ id: freshId(), customerId: id, value: address }),
    },
  ]
  await stageRows(hub.deps, workspaceId, [
    person(ana, 'ana@norte.example'),
    person(anaToo, 'ana.ruiz@private.example', ana),
    person(bo, 'counter@shop.example'),
    person(cy, 'counter@shop.example'),
  ])
})
afterAll(() => hub.stop())

const tell = (records: readonly unknown[], bearer = token): Promise<Response> =>
  fetch(`${hub.url}${routes.records}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ records }),
  })
const answerTo = async (...records: readonly unknown[]): Promise<RecordsAnswer> => {
  const answer = await tell(records)
  expect(answer.status).toBe(200)
  return RecordsAnswer.parse(await answer.json())
}
type OwnedTable = 'orders' | 'orderLines' | 'invoices' | 'charges' | 'publicPosts' | 'complaints' | 'events'
const rowsOf = (table: OwnedTable, customerId: string) =>
  hub.store.read(hub.workspaceId, tx => tx.many({ table, where: { customerId }, above: null }))
const customer = async (id: string) =>
  (await hub.store.read(hub.workspaceId, tx => tx.rows('customers', [id])))[0]

const scanner = {
  kind: 'product',
  key: 'p-1',
  name: 'Scanner S2',
  sku: 'S2',
  priceMinor: 24_900,
  currency: 'EUR',
}
const order = {
  kind: 'order',
  key: 'o-7719',
  updatedAt: '2023-05-02T08:00:00Z',
  customer: { email: 'Ana@Norte.example' },
  number: '7719',
  state: 'shipped',
  totalMinor: 49_800,
  currency: 'EUR',
  carrier: 'DHL',
  placedAt: '2023-05-01',
  lines: [
    { title: 'Scanner S2', quantity: 1, unitMinor: 24_900, product: 'p-1' },
    { title: 'Scanner S2, second', quantity: 1, unitMinor: 24_900, product: 'S2' },
  ],
}

test('an order and its product stand with the customer; told twice they are one, told later they move on', async () => {
  expect(await answerTo(order, scanner)).toEqual({ taken: 2, refused: [] })
  expect(await answerTo(order, scanner)).toEqual({ taken: 2, refused: [] })
  const [placed, ...others] = await rowsOf('orders', ana)
  expect(others).toEqual([])
  expect(placed).toMatchObject({ number: '7719', state: 'shipped', placedAtMs: T0 - DAY_MS })
  const lines = await rowsOf('orderLines', ana)
  expect(lines).toHaveLength(2)
  expect(new Set(lines.map(({ productId }) => productId)).size).toBe(1)
  const products = await hub.store.read(hub.workspaceId, tx =>
    tx.rows('products', [String(lines[0]?.productId)]),
  )
  expect(products).toMatchObject([{ name: 'Scanner S2', sku: 'S2', isActive: true }])

  const [first] = order.lines
  const delivered = {
    ...order,
    updatedAt: T0 + DAY_MS,
    state: 'delivered',
    deliveredAt: T0 + DAY_MS,
    lines: [first],
  }
  expect(await answerTo(delivered)).toMatchObject({ taken: 1 })
  // What is older comes late and changes nothing, however often.
  expect(await answerTo(order)).toMatchObject({ taken: 1 })
  expect(await rowsOf('orders', ana)).toMatchObject([{ state: 'delivered', deliveredAtMs: T0 + DAY_MS }])
  expect(await rowsOf('orderLines', ana)).toHaveLength(1)
})

test('each is looked at by itself: what cannot be placed is answered with what is wrong, the rest is taken', async () => {
  const answer = await answerTo(
    { ...order, key: 'o-1', customer: { email: 'nobody@else.example' } },
    { ...order, key: 'o-2', customer: { email: 'counter@shop.example' } },
    { ...order, key: 'o-3', totalMinor: 249.5 },
    { ...order, key: 'o-4', currency: 'EURO' },
    { ...order, key: 'o-5', state: 'on its way' },
    { kind: 'wish', key: 'o-6' },
    'an order',
    { ...order, customer: { id: bo } },
    { ...order, key: 'o-7', customer: { email: 'ana@norte.example', id: bo } },
    { ...order, key: 'o-8', customer: { email: 'counter@shop.example', id: bo }, number: '7720' },
    { ...order, key: 'o-9', customer: {} },
    { ...scanner, key: 'p-2', currency: undefined },
    { ...order, key: '\0', number: '7722' },
    { ...order, key: 'o-11', placedAt: '1965-04-01' },
    { ...order, key: 'o-10', customer: { id: cy }, number: '7721' },
  )
  expect(answer.taken).toBe(1)
  expect(answer.refused.map(({ index, problem, field }) => [index, problem, field])).toEqual([
    [0, 'unknown-customer', 'customer'],
    [1, 'several-customers', 'customer'],
    [2, 'not-valid', 'totalMinor'],
    [3, 'not-valid', 'currency'],
    [4, 'not-valid', 'state'],
    [5, 'not-valid', 'kind'],
    [6, 'not-valid', 'kind'],
    [7, 'other-customer', 'customer'],
    [8, 'several-customers', 'customer'],
    [9, 'several-customers', 'customer'],
    [10, 'not-valid', 'customer'],
    [11, 'not-valid', 'currency'],
    [12, 'not-valid', 'key'],
    [13, 'not-valid', 'placedAt'],
  ])
  expect(await rowsOf('orders', bo)).toEqual([])
  expect(await rowsOf('orders', cy)).toMatchObject([{ number: '7721' }])
  expect(await rowsOf('orders', ana)).toHaveLength(1)
})

test('of a person with two records it stands with the one it began with, whichever is named later', async () => {
  const known = { ...order, key: 'o-20', number: '8000', customer: { email: 'ana.ruiz@private.example' } }
  expect(await answerTo(known)).toMatchObject({ taken: 1, refused: [] })
  expect(new Set((await rowsOf('orders', ana)).map(({ number }) => number))).toEqual(
    new Set(['7719', '8000']),
  )
  expect(await rowsOf('orders', anaToo)).toEqual([])
  const later = { ...known, updatedAt: T0 + DAY_MS, state: 'delivered' }
  expect(await answerTo({ ...later, customer: { id: anaToo } })).toMatchObject({ taken: 1, refused: [] })
  expect((await rowsOf('orders', ana)).find(({ number }) => number === '8000')?.state).toBe('delivered')
})

test('two orders of one name for two people in one go: the first stands, the second is answered', async () => {
  const mine = { ...order, key: 'o-30', number: '8100', customer: { id: cy } }
  const answer = await answerTo(mine, { ...mine, customer: { id: bo } })
  expect(answer).toMatchObject({ taken: 1, refused: [{ index: 1, key: 'o-30', problem: 'other-customer' }] })
  expect(await rowsOf('orders', bo)).toEqual([])
})

test('value, beginning and the sender’s own name of a customer; found by it from then on', async () => {
  const said = { kind: 'customer', customer: { email: 'ana@norte.example' }, updatedAt: T0 }
  const full = {
    ...said,
    reference: 'C-1003',
    yearlyValueMinor: 1_200_000,
    currency: 'EUR',
    customerSince: '2019-03-01',
  }
  const invoice = {
    kind: 'invoice',
    key: 'i-1',
    customer: { reference: 'C-1003' },
    number: '88-2190',
    state: 'sent',
    totalMinor: 24_900,
    currency: 'EUR',
    issuedAt: T0,
    order: 'o-7719',
    charges: [{ key: 'c-1', state: 'captured', amountMinor: 24_900, method: 'card', chargedAt: T0 }],
  }
  expect(await answerTo(invoice, full)).toEqual({ taken: 2, refused: [] })
  expect(await customer(ana)).toMatchObject({
    yearlyValueMinor: 1_200_000,
    currency: 'EUR',
    customerSinceMs: Date.UTC(2019, 2, 1),
    fields: { reference: 'C-1003' },
  })
  const standing = (await rowsOf('orders', ana)).find(({ number }) => number === '7719')
  expect(await rowsOf('invoices', ana)).toMatchObject([{ number: '88-2190', orderId: standing?.id }])
  expect(await rowsOf('charges', ana)).toMatchObject([{ state: 'captured', amountMinor: 24_900 }])
  // Older news of the value is passed over; a name another person has is theirs.
  await answerTo({ ...said, updatedAt: T0 - 1, yearlyValueMinor: 1, currency: 'EUR' })
  expect(await customer(ana)).toMatchObject({ yearlyValueMinor: 1_200_000 })
  expect(await answerTo({ ...said, customer: { id: bo }, reference: 'C-1003' })).toMatchObject({
    taken: 0,
    refused: [{ problem: 'other-customer', field: 'reference' }],
  })
})

test('a contract with the day it renews; cancelled later, and an older word does not bring it back', async () => {
  const contract = {
    kind: 'contract',
    key: 'v-1',
    updatedAt: T0,
    customer: { email: 'ana@norte.example' },
    name: 'Care plan',
    product: 'S2',
    renewsOn: '2024-01-31',
    amountMinor: 12_000,
    currency: 'EUR',
    term: 'year',
  }
  const contracts = () =>
    hub.store.read(hub.workspaceId, tx =>
      tx.many({ table: 'subscriptions', where: { customerId: ana }, above: null }),
    )
  expect(await answerTo(contract)).toEqual({ taken: 1, refused: [] })
  expect(await contracts()).toMatchObject([
    { name: 'Care plan', state: 'active', renewsOn: '2024-01-31', amountMinor: 12_000, term: 'year' },
  ])
  await answerTo({ ...contract, updatedAt: T0 + 1, state: 'cancelled' })
  await answerTo(contract)
  expect(await contracts()).toMatchObject([{ state: 'cancelled' }])
  expect(await answerTo({ ...contract, customer: { id: bo } })).toMatchObject({
    refused: [{ key: 'v-1', problem: 'other-customer' }],
  })
  expect(await answerTo({ ...contract, renewsOn: '31.01.2024' })).toMatchObject({
    refused: [{ problem: 'not-valid', field: 'renewsOn' }],
  })
})

test('organisations by the sender’s key, once; one that stands with the domain is that one, and customers name theirs', async () => {
  const byHand = anOrganisation({
    id: freshId(),
    name: 'Norte',
    domain: 'Norte-Cafes.example',
    notes: 'Calls to the office',
  })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'organisations', row: byHand }]])
  const organisations = async () =>
    (await hub.store.read(hub.workspaceId, tx => tx.rows('organisations', [byHand.id])))[0]
  const said = {
    kind: 'organisation',
    key: 'A-17',
    updatedAt: T0,
    name: 'Norte Cafés SL',
    domain: 'https://norte-cafes.example/',
    country: 'ES',
  }
  expect(await answerTo(said)).toEqual({ taken: 1, refused: [] })
  expect(await organisations()).toMatchObject({
    name: 'Norte Cafés SL',
    domain: 'norte-cafes.example',
    reference: 'A-17',
    notes: 'Calls to the office',
  })
  await answerTo({ ...said, updatedAt: T0 - 1, name: 'Older' })
  await answerTo({ kind: 'organisation', key: 'A-17', updatedAt: T0 + 1, name: 'Norte' })
  expect(await organisations()).toMatchObject({ name: 'Norte', domain: 'norte-cafes.example', country: 'ES' })

  const belonging = { kind: 'customer', customer: { id: ana }, organisation: 'A-17' }
  expect(await answerTo(belonging)).toEqual({ taken: 1, refused: [] })
  expect(await customer(ana)).toMatchObject({ organisationId: byHand.id })
  // One batch brings the firm and who belongs to it, in any order; a domain names it too.
  await answerTo(
    { ...belonging, organisation: 'sur.example' },
    { kind: 'organisation', key: 'A-18', name: 'Sur', domain: 'sur.example' },
  )
  const sur = String((await customer(ana))?.organisationId)
  expect(await hub.store.read(hub.workspaceId, tx => tx.rows('organisations', [sur]))).toMatchObject([
    { name: 'Sur', reference: 'A-18', notes: null },
  ])
  expect(await answerTo({ ...belonging, organisation: 'A-99' })).toMatchObject({
    taken: 0,
    refused: [{ problem: 'unknown-organisation', field: 'organisation' }],
  })
})

test('what was corrected or is disputed here stands against what billing repeats', async () => {
  const [charge] = await rowsOf('charges', ana)
  const invoice = {
    kind: 'invoice',
    key: 'i-1',
    customer: { id: ana },
    number: '88-2190',
    state: 'paid',
    totalMinor: 24_900,
    currency: 'EUR',
    issuedAt: T0,
    charges: [] as readonly unknown[],
  }
  const dispute = aDispute({ id: freshId(), customerId: ana, chargeId: charge?.id ?? '', state: 'open' })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'disputes', row: dispute }]])
  await answerTo(invoice)
  expect(await rowsOf('charges', ana)).toHaveLength(1)
  const repeated = { key: 'c-1', state: 'captured', amountMinor: 24_900, chargedAt: T0 }
  await answerTo({ ...invoice, charges: [repeated] })
  expect(await rowsOf('charges', ana)).toMatchObject([{ state: 'disputed', amountMinor: 24_900 }])
  await answerTo({ ...invoice, charges: [{ ...repeated, state: 'refunded' }] })
  expect(await rowsOf('charges', ana)).toMatchObject([{ state: 'refunded' }])
})

test('without a token nothing is taken, and people have none', async () => {
  expect((await tell([order], makeToken('e', hub.workspaceId).text)).status).toBe(401)
  expect((await tell([order], (await hub.signIn('lena')).accessToken)).status).toBe(403)
  expect((await tell([])).status).toBe(400)
  expect((await tell(Array.from({ length: 101 }, () => order))).status).toBe(400)
})

test('what somebody writes in public stands with them once; few stars are a bad moment and mark an open complaint', async () => {
  const complaint = aComplaint({ id: freshId(), customerId: cy, mentionsReview: false, state: 'open' })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'complaints', row: complaint }]])
  const post = {
    kind: 'post',
    key: 'trustpilot/41',
    updatedAt: '2023-05-02T08:00:00Z',
    customer: { id: cy },
    place: 'Trustpilot',
    url: 'https://reviews.example/41',
    author: 'cy',
    stars: 1,
    text: 'Nobody answers.',
    postedAt: '2023-05-01',
  }
  const bad = async () =>
    (await rowsOf('events', cy)).filter(row => 'type' in row && row.type === 'experience.negative')
  for (const _told of [1, 2]) expect(await answerTo(post)).toEqual({ taken: 1, refused: [] })
  expect(await rowsOf('publicPosts', cy)).toMatchObject([
    { place: 'Trustpilot', stars: 1, body: 'Nobody answers.', ticketId: null },
  ])
  expect(await bad()).toMatchObject([{ facts: { cause: 'review', stars: 1 } }])
  expect(await rowsOf('complaints', cy)).toMatchObject([{ mentionsReview: true }])

  const better = { ...post, stars: 4, updatedAt: '2023-05-09T08:00:00Z' }
  await answerTo(better)
  await answerTo(post)
  expect(await rowsOf('publicPosts', cy)).toMatchObject([{ stars: 4 }])
  expect(await bad()).toEqual([])

  const refused = (await answerTo({ ...post, stars: 6 }, { ...post, url: 'javascript:1' })).refused
  expect(refused.map(({ problem, field }) => [problem, field])).toEqual([
    ['not-valid', 'stars'],
    ['not-valid', 'url'],
  ])
  expect((await answerTo({ ...post, customer: { id: ana } })).refused).toMatchObject([
    { problem: 'other-customer' },
  ])
})

test('what nobody is known for waits for a person, and what a person said stands', async () => {
  const post = {
    kind: 'post',
    key: 'forum/7',
    updatedAt: '2023-05-02T08:00:00Z',
    customer: { email: 'writer@forum.example' },
    place: 'Forum',
    author: 'quiet_one',
    stars: 1,
    text: 'The box came open.',
    postedAt: '2023-05-01',
  }
  const ids = ['forum/7', 'forum/8'].map(key => stableId([hub.workspaceId, 'record', 'post', key], null))
  const unplaced = () => hub.store.read(hub.workspaceId, tx => tx.rows('unplacedPosts', ids))
  for (const _told of [1, 2]) expect(await answerTo(post)).toEqual({ taken: 1, unplaced: 1, refused: [] })
  const [waiting] = await unplaced()
  expect(waiting).toMatchObject({ author: 'quiet_one', named: 'writer@forum.example', asideAtMs: null })
  // Neither is somebody nobody named lost.
  expect(await answerTo({ ...post, key: 'forum/8', customer: undefined })).toMatchObject({ unplaced: 1 })
  expect(await unplaced()).toHaveLength(2)

  const lena = await hub.signIn('lena')
  const place = { name: 'publicPost.place', args: { postId: waiting?.id ?? '', customerId: cy } }
  expect(await pushOne(hub, lena, place)).toMatchObject({ kind: 'done' })
  expect(await unplaced()).toHaveLength(1)
  expect(await answerTo({ ...post, stars: 5, updatedAt: '2023-05-09T08:00:00Z' })).toEqual({
    taken: 1,
    refused: [],
  })
  expect(await rowsOf('publicPosts', cy)).toContainEqual(
    expect.objectContaining({ place: 'Forum', stars: 5 }),
  )
  expect((await answerTo({ ...post, customer: { id: ana } })).refused).toMatchObject([
    { problem: 'other-customer' },
  ])
})
