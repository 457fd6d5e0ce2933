import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { queryHandlers } from '../../../main/data/handlers/query-handlers.ts'
import { contract } from '../../../shared/contract/index.ts'
import type { PackedReply } from '../../../shared/contract/reply.ts'
import { LONG_QUERIES } from '../../../shared/contract/asking.ts'
import { afterEach, expect, test } from 'vitest'
import { openInput, startDataProcess, temporaryFolder } from '../../support/data-process.ts'
import type { DataProcess, PlaceInput } from '../../support/data-process.ts'
import { sampleId } from '../../support/sample-row.ts'

const cleanUps: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

async function opened(): Promise<{ readonly data: DataProcess; readonly input: PlaceInput }> {
  const folder = temporaryFolder()
  cleanUps.push(folder.remove)
  const data = await startDataProcess()
  cleanUps.push(data.kill)
  const input = openInput({ folder: folder.path })
  expect(await data.call('data.open', input)).toEqual({ unsent: 0 })
  return { data, input }
}

const newCustomer = (name: string) => ({
  customerId: sampleId(),
  name,
  organisationId: null,
  jobTitle: null,
  language: 'es',
  timeZone: null,
  preferredChannel: null,
  labels: [],
  facts: '',
  contactPoints: [],
})

test('a customer and a ticket made offline are there at once, as "new-1", and wait to be sent', async () => {
  const { data } = await opened()
  const customer = newCustomer('Maria García')
  const ticketId = sampleId()
  const changes: unknown[] = []
  data.on('data.changed', payload => changes.push(payload))
  await data.call('customer.create', customer)
  await data.call('ticket.create', {
    ticketId,
    customerId: customer.customerId,
    subject: 'Doble cargo',
    channel: 'phone',
    tags: [],
    fields: {},
    threads: [
      { id: sampleId(), kind: 'service', state: 'open', priority: 'normal', teamId: null, assigneeId: null },
    ],
    message: null,
    note: null,
  })
  const list = await data.call('threads.list', {
    view: 'unassigned',
    kind: 'all',
    sort: 'newest',
    after: null,
    limit: 50,
  })
  expect(list).toMatchObject({
    rows: [{ ticketId, number: null, localNumber: 1, customerName: 'Maria García' }],
  })
  expect(await data.call('sync.status', {})).toMatchObject({
    waiting: 2,
    phase: { state: 'offline' },
    customersHere: 1,
    doubtful: 0,
  })
  expect(await data.call('search.query', { text: 'garc', subject: 'all', limit: 20 })).toMatchObject({
    hits: [{ subject: 'customer', title: 'Maria García' }],
  })
  expect(changes.length).toBeGreaterThan(0)
})

test('several questions are answered in one message, in order, and one that fails fails alone', async () => {
  const { data } = await opened()
  await data.call('customer.create', newCustomer('Maria García'))
  const questions = [
    { name: 'customers.find', input: { text: 'garc', limit: 5 } },
    { name: 'no.such', input: {} },
    // Only what reads: writing has its own thread.
    { name: 'customer.create', input: newCustomer('Nobody') },
    { name: 'threads.counts', input: {} },
    ...[...LONG_QUERIES].map(name => ({ name, input: {} })),
  ]
  const answers = (await data.call('questions.answer', { questions })) as readonly PackedReply[]
  const unpacked = answers.map(each =>
    each.ok ? { ok: true, value: JSON.parse(each.json) as unknown } : each,
  )
  expect(unpacked).toMatchObject([
    { ok: true, value: [{ name: 'Maria García' }] },
    { ok: false, error: { code: 'not-found' } },
    { ok: false, error: { code: 'not-found' } },
    { ok: true },
    ...[...LONG_QUERIES].map(() => ({ ok: false, error: { code: 'bad-request' } })),
  ])
  // Refused before they began: nothing is left behind that could still fail and end the thread.
  expect(
    await data.call('questions.answer', { questions: [{ name: 'threads.counts', input: {} }] }),
  ).toMatchObject([{ ok: true }])
})

test('every query of the contract that the data process owns is among them', () => {
  const owned = Object.entries(contract)
    .filter(([, { owner, kind }]) => owner === 'data' && kind === 'query')
    .map(([name]) => name)
  expect(Object.keys(queryHandlers).toSorted()).toEqual(owned.toSorted())
})

test('what is refused comes back as a code, also for methods nobody knows', async () => {
  const { data } = await opened()
  await expect(data.call('no.such', {})).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    data.call('thread.take', { threadId: sampleId(), agentId: sampleId(), seen: null }),
  ).rejects.toMatchObject({
    code: 'not-here',
  })
  await expect(data.call('customer.create', { name: 1 })).rejects.toMatchObject({ code: 'bad-request' })
})

test('nothing is answered from a place that is closed', async () => {
  const { data } = await opened()
  expect(await data.call('data.close', {})).toEqual({ unsent: 0 })
  await expect(data.call('threads.counts', {})).rejects.toMatchObject({ code: 'data-unavailable' })
  await expect(data.call('sync.status', {})).rejects.toMatchObject({ code: 'data-unavailable' })
})

test('it drains and ends with its parent, leaving no WAL behind', async () => {
  const { data, input } = await opened()
  await data.call('customer.create', newCustomer('Maria'))
  data.child.kill('SIGINT')
  expect(await data.end()).toBe(0)
  expect(existsSync(join(input.folder, 'tandem.db'))).toBe(true)
  expect(existsSync(join(input.folder, 'tandem.db-wal'))).toBe(false)
})

test('what was acknowledged is there after the process was killed, and another place counts it', async () => {
  const { data, input } = await opened()
  const names = Array.from({ length: 20 }, (_, index) => `Customer ${index}`)
  for (const name of names) await data.call('customer.create', newCustomer(name))
  await data.kill()
  const again = await startDataProcess()
  cleanUps.push(again.kill)
  const { folder, key } = input
  expect(await again.call('data.countUnsent', { folder, key })).toEqual({ unsent: names.length })
  expect(await again.call('data.countUnsent', { folder, key: 'ab'.repeat(32) })).toEqual({ unsent: null })
  expect(await again.call('data.open', input)).toEqual({ unsent: names.length })
})

test('how old the team lets a key grow can be asked of a place that is closed', async () => {
  const { data, input } = await opened()
  const { folder, key, place } = input
  const agent = { ...place.agent, role: 'supervisor' as const }
  await data.call('data.open', { ...input, place: { ...place, agent } })
  const rule = () => data.call('data.keyRule', { folder, key })
  const set = (days: number | null, seen: number | null) =>
    data.call('teamRule.set', {
      key: 'laptops',
      values: { keyMaxAgeDays: days },
      seen: { keyMaxAgeDays: seen },
    })
  expect(await rule()).toEqual({ maxAgeDays: null })
  await set(90, null)
  await data.call('data.close', {})
  expect(await rule()).toEqual({ maxAgeDays: 90 })
  const none = { maxAgeDays: null }
  expect(await data.call('data.keyRule', { folder, key: 'ab'.repeat(32) })).toEqual(none)
  expect(await data.call('data.keyRule', { folder: join(folder, 'nowhere'), key })).toEqual(none)
})

test('a wrong key, a folder that is a file and a file from the future are told apart and nothing is lost', async () => {
  const { data, input } = await opened()
  await data.call('customer.create', newCustomer('Maria'))
  await data.call('data.close', {})
  await expect(data.call('data.open', { ...input, key: 'ab'.repeat(32) })).rejects.toMatchObject({
    code: 'db-key-wrong',
  })
  await expect(
    data.call('data.open', { ...input, folder: join(input.folder, 'tandem.db') }),
  ).rejects.toMatchObject({
    code: 'internal',
  })
  expect(await data.call('data.open', input)).toEqual({ unsent: 1 })
})

test('a file is kept sealed beside the database and read back under an attachment', async () => {
  const { data } = await opened()
  const customer = newCustomer('Maria')
  await data.call('customer.create', customer)
  const bytes = new TextEncoder().encode('MARKER of an attachment')
  const kept = (await data.call('attachments.keep', {
    fileName: 'log.txt',
    mediaType: 'text/plain',
    bytes,
  })) as {
    sha256: string
    sizeBytes: number
  }
  expect(kept.sizeBytes).toBe(bytes.length)
  const attachmentId = sampleId()
  await data.call('ticket.create', {
    ticketId: sampleId(),
    customerId: customer.customerId,
    subject: 'Log',
    channel: 'phone',
    tags: [],
    fields: {},
    threads: [
      { id: sampleId(), kind: 'support', state: 'open', priority: 'normal', teamId: null, assigneeId: null },
    ],
    message: null,
    note: {
      id: sampleId(),
      threadId: null,
      body: 'See file',
      attachments: [
        { id: attachmentId, fileName: 'log.txt', mediaType: 'text/plain', ...kept, contentId: null },
      ],
    },
  })
  expect(await data.call('attachments.read', { attachmentId })).toMatchObject({
    state: 'here',
    bytes,
    fileName: 'log.txt',
  })
  await expect(data.call('attachments.read', { attachmentId: sampleId() })).rejects.toMatchObject({
    code: 'not-found',
  })
})
