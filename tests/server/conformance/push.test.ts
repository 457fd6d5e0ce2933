import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HubUnderTest } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import { sha256Of } from '../../support/second-client/blobs.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import { sendable } from '../../support/second-client/push.ts'
import type { Entry, Verdict } from '../../support/second-client/state.ts'
import {
  addCase,
  expectFailure,
  kindsOf,
  lossy,
  newCustomer,
  newNote,
  newPlace,
  newReply,
  newTicket,
  rawJson,
  receive,
  settled,
  verdictsOn,
} from './support.ts'

let hub: HubUnderTest
let lena: SecondClient
let tom: SecondClient
beforeAll(async () => {
  hub = await startTestHub()
  lena = await settled(hub, 'lena')
  tom = await settled(hub, 'tom')
})
afterAll(() => hub.stop())

const rowsOf = (verdict: Verdict | undefined) => (verdict && 'rows' in verdict ? verdict.rows : [])
const notesOf = async (client: SecondClient, ticketId: string) => {
  await client.pull()
  return client.rows('notes').filter(row => row['ticketId'] === ticketId)
}
const DAY = 86_400_000

test('P1 one to a hundred entries, under the client id of the sign-in', async () => {
  const body = (entries: readonly Entry[], fields: object = {}) => ({
    protocol: 1,
    clientId: lena.core.installation.id,
    epoch: lena.state.epoch,
    sentAtMs: hub.clock.now(),
    entries,
    ...fields,
  })
  const at = newPlace(lena)
  const entry = lena.entry('customer.create', newCustomer(at.customerId))
  const many = Array.from({ length: 101 }, () => lena.entry('customer.create', newCustomer(lena.newId())))
  const refused = [
    { fields: body([]), where: 'body.entries' },
    { fields: body(many), where: 'body.entries' },
    { fields: body([entry], { clientId: tom.core.installation.id }), where: 'body.clientId' },
  ]
  for (const { fields, where } of refused)
    expectFailure(await rawJson(lena, '/v1/sync/push', fields), { status: 400, code: 'bad-request', where })
  await tom.pull()
  expect(tom.row('customers', at.customerId)).toBe(null)
  expect((await rawJson(lena, '/v1/sync/push', body(many.slice(1)))).status).toBe(200)
})

test('P2 one verdict for each entry, in order, under its mutation id', async () => {
  const at = await addCase(lena)
  const entries = [
    lena.entry('note.add', newNote(lena, at)),
    lena.entry('thread.setPriority', { threadId: at.threadId, priority: 'high', seen: 'urgent' }),
    lena.entry('ticket.tag', { ticketId: at.ticketId, tags: ['refund'] }),
  ]
  const verdicts = await verdictsOn(lena, ...entries)
  expect(verdicts.map(({ mutationId }) => mutationId)).toEqual(entries.map(({ mutationId }) => mutationId))
  expect(kindsOf(verdicts)).toEqual(['done', 'conflict', 'done'])
})

test('P3 times are corrected by the skew of the client’s clock and never lie in the future', async () => {
  const at = await addCase(lena)
  const skewed = lena.restarted({ now: () => hub.clock.now() - 3 * DAY })
  const [verdict] = await verdictsOn(skewed, skewed.entry('note.add', newNote(lena, at)))
  const createdAtMs = Number(rowsOf(verdict).find(({ table }) => table === 'notes')?.row?.['createdAtMs'])
  expect(Math.abs(createdAtMs - hub.clock.now())).toBeLessThan(60_000)
  const future = { nowMs: hub.clock.now() + 3 * DAY }
  const [ahead] = await verdictsOn(lena, lena.entry('note.add', newNote(lena, at), future))
  const note = rowsOf(ahead).find(({ table }) => table === 'notes')
  expect(Number(note?.row?.['createdAtMs'])).toBeLessThanOrEqual(hub.clock.now())
})

test('P4 done carries the rows as they stand after the whole push', async () => {
  const at = await addCase(lena)
  const verdicts = await verdictsOn(
    lena,
    lena.entry('thread.setPriority', { threadId: at.threadId, priority: 'high', seen: 'normal' }),
    lena.entry('thread.setPriority', { threadId: at.threadId, priority: 'urgent', seen: 'high' }),
  )
  const threads = verdicts.map(verdict => rowsOf(verdict).find(({ id }) => id === at.threadId))
  expect(threads[0]?.row).toMatchObject({ priority: 'urgent' })
  expect(threads[1]).toEqual(threads[0])
  await tom.pull()
  expect(tom.state.rows.get(`threads/${at.threadId}`)?.version).toBe(threads[0]?.version)
})

test('P5 a conflict names what was seen and what stands; a new act with what is seen now is done', async () => {
  const at = await addCase(lena)
  await tom.pull()
  await tom.send('thread.setPriority', { threadId: at.threadId, priority: 'urgent', seen: 'normal' })
  const verdict = await lena.send('thread.setPriority', {
    threadId: at.threadId,
    priority: 'high',
    seen: 'normal',
  })
  expect(verdict).toMatchObject({ kind: 'conflict', conflict: { reason: 'changed-since' } })
  if (verdict.kind === 'conflict')
    expect(verdict.conflict.fields).toEqual([
      {
        table: 'threads',
        id: at.threadId,
        field: 'priority',
        seen: 'normal',
        mine: 'high',
        theirs: 'urgent',
      },
    ])
  expect(lena.row('threads', at.threadId)).toMatchObject({ priority: 'urgent' })
  expect(lena.state.outbox).toHaveLength(1)
  lena.state.outbox = []
  const again = await lena.send('thread.setPriority', {
    threadId: at.threadId,
    priority: 'high',
    seen: 'urgent',
  })
  expect(again.kind).toBe('done')
})

test('P6 the other reasons of a conflict: taken, newer messages, the customer wrote', async () => {
  const at = await addCase(lena)
  await tom.send('thread.take', { threadId: at.threadId, agentId: hub.agentIds.tom, seen: null })
  const [taken] = await verdictsOn(
    lena,
    lena.entry('thread.take', { threadId: at.threadId, agentId: hub.agentIds.lena, seen: null }),
  )
  expect(taken).toMatchObject({ kind: 'conflict', conflict: { reason: 'taken' } })
  await receive(hub, at, 'And another thing')
  const reply = (fields: object) => lena.entry('ticket.reply', newReply(lena, at, fields))
  const solve = { threadId: at.threadId, state: 'solved', seen: 'open', seenUpToSeq: 0 }
  const [unseen, solved] = await verdictsOn(lena, reply({}), lena.entry('thread.setState', solve))
  expect(unseen).toMatchObject({ kind: 'conflict', conflict: { reason: 'newer-messages' } })
  expect(solved).toMatchObject({ kind: 'conflict', conflict: { reason: 'customer-wrote' } })
  expect(kindsOf(await verdictsOn(lena, reply({ seenUpToSeq: 1 })))).toEqual(['done'])
})

test('P7 rejected: not allowed, arguments that do not fit, and what only the hub decides', async () => {
  const at = await addCase(lena)
  const [foreign, extra, wrong, hubOnly] = await verdictsOn(
    lena,
    lena.entry('thread.take', { threadId: at.threadId, agentId: hub.agentIds.tom, seen: null }),
    lena.entry('note.add', { ...newNote(lena, at), colour: 'red' }),
    lena.entry('thread.setPriority', { threadId: at.threadId, priority: 'soon', seen: 'normal' }),
    lena.entry('ticket.receive', { ticketId: at.ticketId }),
  )
  expect(foreign).toMatchObject({ kind: 'rejected', code: 'not-allowed' })
  for (const verdict of [extra, wrong, hubOnly])
    expect(verdict).toMatchObject({ kind: 'rejected', code: 'bad-request' })
  expect(await notesOf(tom, at.ticketId)).toEqual([])
})

test('P8 a mutation the hub does not know is rejected, not remembered, and no reason to stop', async () => {
  const at = await addCase(lena)
  const unknown = lena.act('ticket.juggle', { ticketId: at.ticketId })
  const later = lena.act('note.add', newNote(lena, at))
  const verdicts = await lena.push()
  expect(verdicts).toMatchObject([
    { kind: 'rejected', code: 'hub-too-old', mutationId: unknown.mutationId },
    { kind: 'done', mutationId: later.mutationId },
  ])
  expect(lena.state.outbox.map(({ entry }) => entry.mutationId)).toEqual([unknown.mutationId])
  // The same id under a name this hub does know: were the refusal remembered, it would be answered again.
  const known = { ...unknown, name: 'ticket.tag', args: { ticketId: at.ticketId, tags: ['refund'] } }
  expect(kindsOf(await verdictsOn(lena, known))).toEqual(['done'])
  lena.state.outbox = []
})

test('P9 gone: the row it needs does not exist any more', async () => {
  const at = await addCase(lena)
  const other = newPlace(lena)
  lena.act('ticket.create', newTicket({ ...other, customerId: at.customerId }))
  const linkId = lena.newId()
  lena.act('ticket.link', {
    linkId,
    ticketId: at.ticketId,
    otherTicketId: other.ticketId,
    kind: 'related',
  })
  lena.act('ticket.unlink', { linkId, ticketId: at.ticketId })
  expect(kindsOf(await lena.push())).toEqual(['done', 'done', 'done'])
  expect(lena.row('ticketLinks', linkId)).toBe(null)
  const ticketId = lena.newId()
  expect(await lena.send('note.add', newNote(lena, { ...at, ticketId }))).toMatchObject({
    kind: 'gone',
    table: 'tickets',
    id: ticketId,
  })
  lena.state.outbox = []
})

test('P10 retry with blob-missing until the bytes are there, and what shares an id waits for it', async () => {
  const [at, other] = [await addCase(lena), await addCase(lena)]
  const bytes = Buffer.from(`receipt ${at.ticketId}`)
  const attachment = {
    id: lena.newId(),
    fileName: 'receipt.txt',
    mediaType: 'text/plain',
    sizeBytes: bytes.length,
    sha256: sha256Of(bytes),
    contentId: null,
  }
  const withFile = lena.entry('note.add', newNote(lena, at, { attachments: [attachment] }))
  const behind = lena.entry('note.add', newNote(lena, at))
  const behindThat = lena.entry('ticket.tag', { ticketId: at.ticketId, tags: ['refund'] })
  const beside = lena.entry('note.add', newNote(lena, other))
  const entries = [withFile, behind, behindThat, beside]
  const [missing, ...others] = await verdictsOn(lena, ...entries)
  expect(missing).toMatchObject({ kind: 'retry', code: 'blob-missing' })
  if (missing?.kind === 'retry') expect(missing.afterMs).toBeGreaterThan(0)
  expect(kindsOf(others)).toEqual(['waitsFor', 'waitsFor', 'done'])
  expect(others[0]).toMatchObject({ waitsFor: withFile.mutationId })
  expect(await notesOf(tom, at.ticketId)).toEqual([])
  await lena.upload({ customerId: at.customerId, bytes })
  expect(kindsOf(await verdictsOn(lena, ...entries))).toEqual(['done', 'done', 'done', 'done'])
  await tom.pull()
  expect(tom.row('attachments', attachment.id)).toMatchObject({ sha256: attachment.sha256 })
})

test('P11 the same entries again: the same verdicts, and nothing happens twice', async () => {
  const at = await addCase(lena)
  const entries = [
    lena.entry('note.add', newNote(lena, at)),
    lena.entry('thread.setPriority', { threadId: at.threadId, priority: 'high', seen: 'low' }),
    lena.entry('note.add', newNote(lena, { ...at, ticketId: lena.newId() })),
    lena.entry('thread.take', { threadId: at.threadId, agentId: hub.agentIds.tom, seen: null }),
  ]
  const first = await verdictsOn(lena, ...entries)
  expect(kindsOf(first)).toEqual(['done', 'conflict', 'gone', 'rejected'])
  await tom.pull()
  const { upTo } = tom.state
  expect(await verdictsOn(lena, ...entries)).toEqual(first)
  // In another mixture, with other arguments under a known id: the receipt speaks.
  const [known] = entries
  if (known) expect(await verdictsOn(lena, { ...known, args: {} })).toEqual(first.slice(0, 1))
  await tom.pull()
  expect(tom.state.upTo).toBe(upTo)
  expect(await notesOf(tom, at.ticketId)).toHaveLength(1)
})

test('P12 after a lost answer the outbox sends the same entries again and each counts once', async () => {
  const network = lossy(hub.url)
  const client = await settled(hub, 'lena', { send: network.send })
  const at = await addCase(client)
  client.act('note.add', newNote(client, at))
  network.loseNext('/v1/sync/push')
  await expect(client.push()).rejects.toThrow('lost')
  expect(client.state.outbox).toHaveLength(1)
  const restarted = client.restarted()
  expect(kindsOf(await restarted.push())).toEqual(['done'])
  expect(restarted.state.outbox).toEqual([])
  expect(await notesOf(tom, at.ticketId)).toHaveLength(1)
})

test('P13 rows of a verdict that are older than what is held do not come back', async () => {
  const at = await addCase(lena)
  const entry = lena.act('thread.setPriority', { threadId: at.threadId, priority: 'high', seen: 'normal' })
  const late = lena.restarted()
  const [verdict] = await verdictsOn(lena, entry)
  await tom.pull()
  await tom.send('thread.setPriority', { threadId: at.threadId, priority: 'low', seen: 'high' })
  await late.pull()
  const held = late.state.rows.get(`threads/${at.threadId}`)
  expect(held?.version).toBeGreaterThan(
    rowsOf(verdict).find(({ table }) => table === 'threads')?.version ?? 0,
  )
  // What the hub said before the pull arrives only now.
  const slow = late.restarted({
    send: async () => ({
      status: 200,
      headers: {},
      body: Buffer.from(JSON.stringify({ epoch: late.state.epoch, verdicts: [verdict], hubTimeMs: 0 })),
      wireBytes: 0,
    }),
  })
  await slow.push()
  expect(slow.row('threads', at.threadId)).toMatchObject({ priority: 'low' })
  expect(slow.state.outbox).toEqual([])
  lena.state.outbox = []
})

test('P14 a group is applied whole or not at all; mended, it goes under a new group id', async () => {
  const at = await addCase(lena)
  const groupId = lena.newId()
  const note = lena.act('note.add', newNote(lena, at), { groupId })
  const solve = { threadId: at.threadId, state: 'solved', seen: 'pending', seenUpToSeq: 0 }
  const wrong = lena.act('thread.setState', solve, { groupId })
  lena.act('ticket.tag', { ticketId: at.ticketId, tags: ['vip'] })
  const verdicts = await lena.push()
  expect(verdicts).toMatchObject([
    { kind: 'waitsFor', waitsFor: wrong.mutationId },
    { kind: 'conflict', mutationId: wrong.mutationId },
    { kind: 'done' },
  ])
  expect(await notesOf(tom, at.ticketId)).toEqual([])
  // Around the parked group other work goes on, on the same ticket, in this push and in later ones.
  expect((await lena.send('ticket.tag', { ticketId: at.ticketId, tags: ['refund'] })).kind).toBe('done')
  lena.state.outbox = []
  const again = { groupId: lena.newId() }
  lena.act('note.add', note.args, { ...again, mutationId: note.mutationId })
  lena.act('thread.setState', { ...solve, seen: 'open' }, again)
  expect(kindsOf(await lena.push())).toEqual(['done', 'done'])
  expect(await notesOf(tom, at.ticketId)).toHaveLength(1)
})

test('P15 what needs a row that a failed entry should have made waits for that entry', async () => {
  const at = newPlace(lena)
  const create = lena.entry('ticket.create', newTicket(at))
  const note = lena.entry('note.add', newNote(lena, at))
  const verdicts = await verdictsOn(lena, create, note)
  expect(verdicts).toMatchObject([
    { kind: 'gone', table: 'customers', id: at.customerId },
    { kind: 'waitsFor', waitsFor: create.mutationId },
  ])
  // Nothing was remembered of the one that waits: with a customer and a new act it is done under its old id.
  const mended = await verdictsOn(
    lena,
    lena.entry('customer.create', newCustomer(at.customerId)),
    lena.entry('ticket.create', newTicket(at)),
    note,
  )
  expect(kindsOf(mended)).toEqual(['done', 'done', 'done'])
})

test('P16 concurrent pushes of one client are taken one after the other, each entry once', async () => {
  const at = await addCase(lena)
  const entries = Array.from({ length: 6 }, () => lena.entry('note.add', newNote(lena, at)))
  const chain = ['low', 'high', 'urgent', 'normal'].map((priority, index, all) =>
    lena.entry('thread.setPriority', { threadId: at.threadId, priority, seen: all[index - 1] ?? 'normal' }),
  )
  const all = [...entries, ...chain]
  const answers = await Promise.all(Array.from({ length: 4 }, () => verdictsOn(lena, ...all)))
  for (const verdicts of answers) expect(new Set(kindsOf(verdicts))).toEqual(new Set(['done']))
  expect(await notesOf(tom, at.ticketId)).toHaveLength(entries.length)
})

test('P17 nothing is sent ahead of earlier unfinished work on the same row, except around what is parked', () => {
  const client = lena.restarted()
  client.state.outbox = []
  const [at, other] = [newPlace(client), newPlace(client)]
  const first = client.act('ticket.tag', { ticketId: at.ticketId, tags: ['a'] })
  const second = client.act('ticket.tag', { ticketId: at.ticketId, tags: ['b'] })
  const beside = client.act('ticket.tag', { ticketId: other.ticketId, tags: ['c'] })
  const now = client.core.now()
  const with_ = (change: object) =>
    client.state.outbox.map(work => (work.entry === first ? { ...work, ...change } : work))
  expect(sendable(with_({ notBeforeMs: now + 1000 }), now)).toEqual([beside])
  expect(sendable(with_({ isParked: true }), now)).toEqual([second, beside])
  expect(sendable(client.state.outbox, now)).toEqual([first, second, beside])
})

test('P18 numbers have no gaps: what concurrent writers made is numbered through', async () => {
  await tom.pull()
  const before = tom.state.upTo
  const writers = await Promise.all([1, 2, 3].map(() => settled(hub, 'sara')))
  const versions = await Promise.all(
    writers.map(async writer => {
      const seen: number[] = []
      for (let count = 0; count < 4; count += 1) {
        const verdict = await writer.send('customer.create', newCustomer(writer.newId()))
        seen.push(...rowsOf(verdict).map(({ version }) => version))
      }
      return seen
    }),
  )
  await tom.pull()
  const all = versions.flat().toSorted((a, b) => a - b)
  expect(all).toEqual(Array.from({ length: tom.state.upTo - before }, (_, index) => before + 1 + index))
})

test('P19 ids are UUIDv7 in lower case, where an entry names itself and where it names rows', async () => {
  const push = (fields: object) =>
    rawJson(lena, '/v1/sync/push', {
      protocol: 1,
      clientId: lena.core.installation.id,
      epoch: lena.state.epoch,
      sentAtMs: hub.clock.now(),
      entries: [{ ...lena.entry('customer.create', newCustomer(lena.newId())), ...fields }],
    })
  const strange = ['x', '7c9e6679-7425-40de-944b-e07fc1f90ae7', lena.newId().toUpperCase()]
  for (const mutationId of strange)
    expectFailure(await push({ mutationId }), {
      status: 400,
      code: 'bad-request',
      where: 'body.entries.0.mutationId',
    })
  for (const customerId of strange)
    expect(await lena.send('customer.create', newCustomer(customerId))).toMatchObject({
      kind: 'rejected',
      code: 'bad-request',
    })
  lena.state.outbox = []
})

test('P20 text loses NUL and half surrogate pairs, so the row differs from what was sent', async () => {
  const at = await addCase(lena)
  const args = newNote(lena, at, { body: 'a\u0000b\ud800c' })
  expect((await lena.send('note.add', args)).kind).toBe('done')
  expect(lena.row('notes', args.noteId)).toMatchObject({ body: 'ab\ufffdc' })
})

test('P21 rows of a verdict are null where the agent does not see them, and at version 0 where they never were', async () => {
  const at = await addCase(lena)
  const draftId = lena.newId()
  const draft = {
    draftId,
    clientId: lena.core.installation.id,
    ticketId: at.ticketId,
    mode: 'reply',
    body: 'Dear Ana',
    to: null,
    cc: null,
    seenUpToSeq: 0,
  }
  const [saved, discarded] = await verdictsOn(
    lena,
    lena.entry('draft.save', draft),
    lena.entry('draft.discard', { draftId }),
  )
  for (const verdict of [saved, discarded])
    expect(rowsOf(verdict)).toEqual([{ table: 'drafts', id: draftId, version: 0, row: null }])
})
