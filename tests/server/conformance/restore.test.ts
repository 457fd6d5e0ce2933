import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, expect, inject, test, vi } from 'vitest'
import { startNewEpoch } from '../../../server/auth/administration.ts'
import { fileHub } from '../../support/file-hub.ts'
import type { HubProcess } from '../../support/hub.ts'
import { eventually, spawnHub } from '../../support/hub.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import type { Place } from './support.ts'
import {
  addCase,
  failureOf,
  kindsOf,
  lossy,
  newCustomer,
  newNote,
  newReply,
  rawRequest,
  settled,
  verdictsOn,
} from './support.ts'

const INDEX = fileURLToPath(new URL('../../../server/index.ts', import.meta.url))
const run = promisify(execFile)
// Hubs are started as processes here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

/** What a hub restored from a backup and its clients remember. */
type Story = {
  readonly backups: readonly [string, string]
  /** Has done more since the backups were made, all accepted but one. */
  readonly client: SecondClient
  readonly at: Place
  readonly lost: Place
}
const hub = fileHub()
let running: HubProcess | null = null
let story: Story
afterEach(stop)

async function start(databaseUrl: string): Promise<string> {
  running = await spawnHub(databaseUrl)
  return running.url
}
async function stop(): Promise<void> {
  await running?.stop()
  running = null
}
/** A copy of a database that nobody is connected to: what a backup restores. */
async function copyOf(databaseUrl: string): Promise<string> {
  const url = new URL(databaseUrl)
  const name = `t_${randomBytes(8).toString('hex')}`
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${url.pathname.slice(1)}`)
  } finally {
    await client.end()
  }
  url.pathname = `/${name}`
  return url.href
}
/** The database as the hub reaches it over a network that can be cut. */
async function databaseBehindProxy(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  const server = createServer(inner => {
    const outer = connect(Number(target.port), target.hostname)
    for (const socket of [inner, outer]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => open.delete(socket))
    }
    inner.pipe(outer).pipe(inner)
  })
  const listen = (port: number) => new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  return {
    databaseUrl: url.href,
    mend: () => listen(port),
    cut: async () => {
      const closed = new Promise(done => server.close(done))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
test('H2 a push under an old epoch decides nothing', async () => {
  const client = await settled(hub, 'lena')
  await startNewEpoch(hub.deps, hub.workspaceId)
  const customerId = client.newId()
  const [verdict] = await verdictsOn(client, client.entry('customer.create', newCustomer(customerId)))
  expect(verdict).toMatchObject({ kind: 'retry', code: 'epoch' })
  expect(await client.pull()).toEqual(['epoch'])
  expect(client.row('customers', customerId)).toBe(null)
})

test('H4 replayed work that the hub knows is answered from its receipts', async () => {
  const client = await settled(hub, 'lena')
  const entry = client.entry('note.add', newNote(client, await addCase(client)))
  const first = await verdictsOn(client, entry)
  expect(await verdictsOn(client, { ...entry, replayed: true })).toEqual(first)
})

/** Of the message of a reply among the rows of its verdict. */
async function deliveryOf(client: SecondClient, entry: ReturnType<SecondClient['entry']>): Promise<unknown> {
  const [verdict] = await verdictsOn(client, entry)
  const rows = verdict && 'rows' in verdict ? verdict.rows : []
  return rows.find(({ table }) => table === 'messages')?.row?.['delivery']
}

test('H6 a message of replayed work is no channel’s to take', async () => {
  const client = await settled(hub, 'lena')
  const at = await addCase(client)
  const fresh = client.entry('ticket.reply', newReply(client, at))
  const again = client.entry('ticket.reply', newReply(client, at))
  expect(await deliveryOf(client, fresh)).toBe('queued')
  expect(await deliveryOf(client, { ...again, replayed: true })).toBe('unknown')
})

test('H7 what had left and was never answered is replayed too, what is answered by the new epoch is not', async () => {
  const network = lossy(hub.url)
  const client = await settled(hub, 'lena', { send: network.send })
  const at = await addCase(client)
  client.act('note.add', newNote(client, at))
  network.loseNext('/v1/sync/push')
  await expect(client.push()).rejects.toThrow('lost')
  await startNewEpoch(hub.deps, hub.workspaceId)
  client.act('customer.create', newCustomer(client.newId()))
  expect(await client.pushOnce()).toEqual([])
  const waiting = client.state.outbox.map(({ entry }) => [entry.name, entry.replayed])
  expect(waiting).toEqual([
    ['customer.create', true],
    ['ticket.create', true],
    ['note.add', true],
    ['customer.create', false],
  ])
})

test('H5 accepted work goes back into the outbox, in its order, ahead of the rest, for 14 days', async () => {
  const client = await settled(hub, 'lena')
  await addCase(client)
  client.act('customer.create', newCustomer(client.newId()))
  await startNewEpoch(hub.deps, hub.workspaceId)
  const later = client.restarted({ now: () => hub.clock.now() + 15 * 86_400_000 })
  await later.pull()
  expect(later.state.outbox).toHaveLength(1)
  await client.pull()
  const waiting = client.state.outbox.map(({ entry }) => [entry.name, entry.replayed])
  expect(waiting).toEqual([
    ['customer.create', true],
    ['ticket.create', true],
    ['customer.create', false],
  ])
})

test('T11 without a database the hub answers data-unavailable, and goes on when it is back', async () => {
  const before = await settled(hub, 'lena')
  const at = await addCase(before)
  await before.send('note.add', newNote(before, at, { body: 'in the backup' }))
  await hub.stop()
  const backups = [await copyOf(hub.databaseUrl), await copyOf(hub.databaseUrl)] as const

  const way = await databaseBehindProxy(hub.databaseUrl)
  const client = before.restarted({ baseUrl: await start(way.databaseUrl) })
  client.act('note.add', newNote(client, at, { body: 'after the backup' }))
  await way.cut()
  expect(await failureOf(client.push())).toMatchObject({ status: 503, code: 'data-unavailable' })
  expect((await rawRequest(client, { path: '/v1/health' })).status).toBe(503)
  expect(client.state.outbox).toHaveLength(1)
  await way.mend()
  const verdicts = await eventually(
    () => client.push().catch(() => []),
    found => found.length > 0,
  )
  expect(kindsOf(verdicts)).toEqual(['done'])

  const lost = await addCase(client)
  await client.send('thread.setPriority', { threadId: at.threadId, priority: 'high', seen: 'normal' })
  await client.send('thread.setPriority', { threadId: at.threadId, priority: 'low', seen: 'high' })
  await client.pull()
  client.act('note.add', newNote(client, at, { body: 'never sent' }))
  story = { backups, client, at, lost }
  await stop()
  await way.cut()
})

test('H1 after a restore accepted work comes back, once, and the client equals the hub', async () => {
  const { at, lost, backups } = story
  const [backup] = backups
  await run(process.execPath, [INDEX, 'epoch', 'new', '--database-url', backup])
  const client = story.client.restarted({ baseUrl: await start(backup) })
  const { epoch } = client.state
  const verdicts = await client.push()
  expect(new Set(kindsOf(verdicts))).toEqual(new Set(['done']))
  expect(client.state.epoch).not.toBe(epoch)
  expect(client.state.outbox).toEqual([])
  await client.pull()
  const bodies = client.rows('notes').map(row => String(row['body']))
  expect(bodies.filter(body => body !== 'Bank confirms one charge.').toSorted()).toEqual([
    'after the backup',
    'in the backup',
    'never sent',
  ])
  expect(client.row('threads', at.threadId)).toMatchObject({ priority: 'low' })
  expect(client.row('tickets', lost.ticketId)).not.toBe(null)
  const fresh = await settled(hub, 'adam', { url: client.core.baseUrl })
  expect(client.all()).toEqual(fresh.all())
})

test('H3 a cursor from a future that the hub does not have is answered with epoch, and means the same', async () => {
  const { lost, backups } = story
  const client = story.client.restarted({ baseUrl: await start(backups[1]) })
  expect(await client.pull()).toEqual(['epoch'])
  const other = await settled(hub, 'adam', { url: client.core.baseUrl })
  expect(other.row('tickets', lost.ticketId)).toBe(null)
  expect(new Set(kindsOf(await client.push()))).toEqual(new Set(['done']))
  await other.pull()
  expect(other.row('tickets', lost.ticketId)).not.toBe(null)
  await client.pull()
  expect(client.all()).toEqual(other.all())
})
