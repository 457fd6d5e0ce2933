import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeOldJob } from '../../../server/jobs/remove-old.ts'
import { previewKeeping } from '../../../server/keeping.ts'
import { deleteTicket, stageRows } from '../../../server/sync/admin.ts'
import { removeOldTicket } from '../../../server/sync/remove-old.ts'
import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { monthsBefore } from '../../../shared/rules/retention/retention-rule.ts'
import { SIGNS_OF_LIFE } from '../../../shared/rules/retention/what-is-old.ts'
import {
  aCustomer,
  aFollowUp,
  aHold,
  aMessage,
  aNote,
  anOrder,
  aPromise,
  aReturnCase,
  aSubscription,
  aThread,
  aTicket,
  freshId,
} from '../../support/builders.ts'
import type { HubUnderTest, SignedInAs } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { pushOne } from '../../support/hub-work.ts'
import type { Case } from '../../support/hub-work.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { runJob } from '../../support/run-job.ts'

const MONTHS = { serviceMonths: 12, supportMonths: 12, customerMonths: 24, postMonths: 24 }

let hub: HubUnderTest
let adam: SignedInAs
let sara: SignedInAs
beforeAll(async () => {
  hub = await startTestHub()
  adam = await hub.signIn('adam')
  sara = await hub.signIn('sara')
})
afterAll(() => hub.stop())

const stage = (...rows: readonly { readonly table: TableName; readonly row: AnyRow }[]) =>
  stageRows(hub.deps, hub.workspaceId, [rows])

/** Somebody whose only ticket was closed so many months ago. */
async function closedFor(months: number, mergedIntoId: string | null = null): Promise<Case> {
  const atMs = monthsBefore(hub.clock.now(), months)
  const customer = aCustomer({ id: freshId(), createdAtMs: atMs, mergedIntoId })
  const ticket = aTicket({ id: freshId(), customerId: customer.id, number: null, lastMessageSeq: 1 })
  const place = { id: freshId(), customerId: customer.id, ticketId: ticket.id }
  const thread = aThread({ ...place, state: 'closed', solvedAtMs: atMs, lastActivityAtMs: atMs })
  const message = aMessage({ ...place, id: freshId(), writtenAtMs: atMs })
  await stage(
    { table: 'customers', row: customer },
    { table: 'tickets', row: ticket },
    { table: 'threads', row: thread },
    { table: 'messages', row: message },
  )
  return { customer, ticket, thread, message }
}

const preview = () =>
  previewKeeping(
    { app: hub.database.app, clock: hub.clock },
    { workspaceId: hub.workspaceId } as Parameters<typeof previewKeeping>[1],
    MONTHS,
  )
const isThere = (table: TableName, id: string): Promise<boolean> =>
  hub.store.read(hub.workspaceId, async tx => (await tx.rows(table, [id])).length === 1)
const setRule = (by: SignedInAs, values: Readonly<Record<string, number | boolean>>) =>
  pushOne(hub, by, { name: 'teamRule.set', args: { key: 'retention', values, seen: {} } })

test('nothing goes before an administrator switched it on; then what the preview said, and a hold keeps it', async () => {
  const young = await closedFor(6)
  const old = await closedFor(18)
  const forgotten = await closedFor(30)
  const held = await closedFor(30)
  const heldTicket = await closedFor(18)
  const place = (at: Case, ticketId: string | null) =>
    pushOne(hub, sara, {
      name: 'hold.place',
      args: { holdId: freshId(), customerId: at.customer.id, ticketId, reason: 'A court asked' },
    })
  expect(await place(held, null)).toMatchObject({ kind: 'done' })
  expect(await place(heldTicket, heldTicket.ticket.id)).toMatchObject({ kind: 'done' })

  expect(await preview()).toEqual({
    tickets: 2,
    ofCustomers: 2,
    customers: 1,
    posts: 0,
    holds: 2,
    removed: [],
  })
  await runJob(removeOldJob, hub)
  expect(await isThere('tickets', old.ticket.id)).toBe(true)

  const on = { ...MONTHS, removesByItself: true }
  expect(await setRule(sara, on)).toMatchObject({ kind: 'rejected' })
  expect(await setRule(adam, on)).toMatchObject({ kind: 'done' })
  // A hub that was told to stop does nothing more, and goes on the next time.
  await runJob(removeOldJob, hub, { signal: AbortSignal.abort() })
  expect(await preview()).toMatchObject({ tickets: 2, customers: 1 })
  await runJob(removeOldJob, hub)
  await runJob(removeOldJob, hub)
  const standing = await Promise.all(
    [young, old, held, heldTicket].map(at => isThere('tickets', at.ticket.id)),
  )
  expect(standing).toEqual([true, false, true, true])
  expect(await isThere('customers', forgotten.customer.id)).toBe(false)
  expect(await isThere('customers', old.customer.id)).toBe(true)
  const day = new Date(hub.clock.now()).toISOString().slice(0, 10)
  const removed = [{ day, tickets: 2, customers: 1, posts: 0 }]
  expect(await preview()).toEqual({ tickets: 0, ofCustomers: 0, customers: 0, posts: 0, holds: 2, removed })
})

test('a post nobody is known for goes when it is old; one placed goes with its customer or the ticket that answers it', async () => {
  const atMs = (months: number): number => monthsBefore(hub.clock.now(), months)
  const unplaced = (months: number, reportedAtMs: number | null = null): AnyRow => ({
    ...sampleRow('unplacedPosts'),
    id: freshId(),
    postedAtMs: atMs(months),
    reportedAtMs,
    asideAtMs: null,
  })
  const placed = ({ customer }: Case, ticketId: string | null): AnyRow => ({
    ...sampleRow('publicPosts'),
    id: freshId(),
    customerId: customer.id,
    ticketId,
    postedAtMs: atMs(30),
    reportedAtMs: null,
  })
  const [old, changed, young] = [unplaced(25), unplaced(25, atMs(1)), unplaced(23)]
  const [gone, answered, other] = [await closedFor(30), await closedFor(18), await closedFor(6)]
  const ofGone = placed(gone, null)
  const [withOld, withYoung, alone] = [
    placed(answered, answered.ticket.id),
    placed(other, other.ticket.id),
    placed(answered, null),
  ]
  await stage(
    ...[old, changed, young].map(row => ({ table: 'unplacedPosts' as const, row })),
    ...[ofGone, withOld, withYoung, alone].map(row => ({ table: 'publicPosts' as const, row })),
  )
  expect(await preview()).toMatchObject({ posts: 1 })
  await runJob(removeOldJob, hub)
  const waiting = await Promise.all([old, changed, young].map(({ id }) => isThere('unplacedPosts', id)))
  expect(waiting).toEqual([false, true, true])
  const standing = [ofGone, withOld, withYoung, alone].map(({ id }) => isThere('publicPosts', id))
  expect(await Promise.all(standing)).toEqual([false, false, true, true])
  expect((await preview()).removed[0]).toMatchObject({ posts: 1 })

  // A ticket somebody deletes was no answer: the review waits for another one.
  await deleteTicket(hub.deps, hub.workspaceId, other.ticket.id)
  const [left] = await hub.store.read(hub.workspaceId, tx => tx.rows('publicPosts', [withYoung.id]))
  expect(left).toMatchObject({ ticketId: null })

  // For ever is for ever.
  const forEver = { key: 'retention', values: { postMonths: 0 }, seen: { postMonths: MONTHS.postMonths } }
  expect(await pushOne(hub, adam, { name: 'teamRule.set', args: forEver })).toMatchObject({ kind: 'done' })
  const ancient = unplaced(200)
  await stage({ table: 'unplacedPosts', row: ancient })
  await runJob(removeOldJob, hub)
  expect(await isThere('unplacedPosts', ancient.id)).toBe(true)
})

test('whoever writes before their ticket goes keeps it', async () => {
  const at = await closedFor(18)
  const looked = hub.clock.now()
  const say = { threadId: at.thread.id, state: 'open', seen: 'closed', seenUpToSeq: 1 }
  expect(await pushOne(hub, sara, { name: 'thread.setState', args: say })).toMatchObject({ kind: 'done' })
  const cutOffs = { service: looked, support: looked, customer: 0, post: 0 }
  expect(await removeOldTicket(hub.deps, hub.workspaceId, { id: at.ticket.id, cutOffs })).toBe(false)
  expect(await isThere('tickets', at.ticket.id)).toBe(true)
})

test('each sign that somebody is a customer still keeps them, in the look and in the deed', async () => {
  const nowMs = hub.clock.now()
  const signs: readonly (readonly [TableName, (customerId: string, at: Case) => AnyRow])[] = [
    ['notes', (customerId, at) => aNote({ customerId, ticketId: at.ticket.id, createdAtMs: nowMs })],
    ['orders', customerId => anOrder({ customerId, placedAtMs: nowMs })],
    ['invoices', customerId => sampleRow('invoices', { customerId, issuedAtMs: nowMs })],
    ['returnCases', customerId => aReturnCase({ customerId, createdAtMs: 0, closedAtMs: null })],
    ['subscriptions', customerId => aSubscription({ customerId })],
    ['followUps', customerId => aFollowUp({ customerId, state: 'open' })],
    ['promises', customerId => aPromise({ customerId, state: 'open' })],
    ['holds', customerId => aHold({ customerId })],
  ]
  const tried = new Set<string>([...signs.map(([table]) => table), 'customers', 'threads', 'messages'])
  expect(Object.keys(SIGNS_OF_LIFE).toSorted()).toEqual([...tried].toSorted())
  const before = (await preview()).customers
  for (const [table, make] of signs) {
    const at = await closedFor(30)
    expect([table, (await preview()).customers]).toEqual([table, before + 1])
    await stage({ table, row: make(at.customer.id, at) })
    expect([table, (await preview()).customers]).toEqual([table, before])
  }
})

test('a person of several merges is one: a sign or a hold on any record keeps all of it, in the look too', async () => {
  const before = await preview()
  const first = await closedFor(30)
  const second = await closedFor(30, first.customer.id)
  const third = await closedFor(30, second.customer.id)
  const more = (by: object) => ({
    ...by,
    tickets: before.tickets + 3,
    ofCustomers: before.ofCustomers + 1,
  })
  expect(await preview()).toMatchObject(more({ customers: before.customers + 1 }))
  const written = aNote({
    customerId: third.customer.id,
    ticketId: third.ticket.id,
    createdAtMs: hub.clock.now(),
  })
  await stage({ table: 'notes', row: written })
  expect(await preview()).toMatchObject(more({ customers: before.customers }))
  await stage({ table: 'holds', row: aHold({ customerId: third.customer.id, ticketId: null }) })
  expect(await preview()).toMatchObject({
    tickets: before.tickets,
    ofCustomers: before.ofCustomers,
    customers: before.customers,
  })
})
