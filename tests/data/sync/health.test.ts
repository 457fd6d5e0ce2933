import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppInfo } from '../../../shared/contract/app.ts'
import type { SyncHealth } from '../../../shared/contract/health.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { Column } from '../../../shared/domain/table.ts'
import { Diagnostics, diagnosticsOf } from '../../../shared/rules/diagnostics.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import { readHealthFacts } from '../../../main/data/queries/health-facts.ts'
import { aCustomer, aMessage, anAgent, aNote, anOrder, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop, everyRow } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'
import { TEST_KEY } from '../../support/laptop-database.ts'

const TOKEN = 'a-refresh-token-of-somebody'
const app: AppInfo = {
  version: '0.4.0',
  electron: '45.4.1',
  node: '24.21.0',
  dataNode: '24.21.0',
  platform: 'linux',
  isTestRuntime: false,
  hasKeychain: true,
  canStartAtLogin: true,
  policy: null,
}

let clock: FakeClock
let hub: MemoryHub
let lena: Laptop & { readonly remote: MemoryRemote }

beforeEach(async () => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock, partRows: 50 })
  const agent = anAgent({ id: sampleId(), name: 'Lena Koch', email: 'lena.koch@norte.example' })
  await hub.stage('agents', agent)
  const remote = hub.connect(agent.id)
  lena = { ...createLaptop({ clock, remote, actor: agent }), remote }
})
afterEach(() => lena.close())

/** A workspace with people, words, and work of every state: sent, waiting, refused. */
async function fillWorkspace(): Promise<void> {
  const customer = aCustomer({ id: sampleId(), name: 'Ana Torres Quiroga', facts: 'Allergic to waiting.' })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, subject: 'Charged twice for scanner' })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const thread = aThread({ id: sampleId(), ...place, state: 'open', priority: 'normal' })
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', thread)
  await hub.stage(
    'messages',
    aMessage({ id: sampleId(), ...place, seq: 1, bodyText: 'There are two charges.' }),
  )
  await hub.stage('notes', aNote({ id: sampleId(), ...place, body: 'She rang at nine.' }))
  await hub.stage('orders', anOrder({ id: sampleId(), customerId: customer.id }))
  await lena.sync()
  lena.act('ticket.tag', { ticketId: ticket.id, tags: ['refund-promised'] })
  await lena.sync()
  // Refused: somebody else was first.
  lena.act('thread.setPriority', { threadId: thread.id, priority: 'urgent', seen: 'low' })
  await lena.sync()
  lena.remote.failure = { kind: 'offline' }
  lena.act('note.add', {
    noteId: sampleId(),
    ticketId: ticket.id,
    threadId: null,
    body: 'Call Ana.',
    attachments: [],
  })
  await lena.sync(5_000)
}

const healthNow = (): SyncHealth => ({
  ...readHealthFacts(lena.database.database.db),
  ...lena.engine.record(),
  status: lena.engine.status(),
  isLive: true,
  protocol: PROTOCOL,
})
const bundleNow = (): Diagnostics => diagnosticsOf({ health: healthNow(), app, nowMs: clock.now() })

/** Every word of every row that a person wrote or is called by, and every id. */
function personal(): readonly string[] {
  const found = new Set<string>([TOKEN, lena.actor.name, lena.clientId, TEST_KEY])
  for (const table of tableNames) {
    const columns = Object.entries(tables[table].columns as Readonly<Record<string, Column>>)
    for (const row of everyRow(lena.database, table)) {
      for (const [key, column] of columns) {
        const value = row[key]
        if (column.kind === 'text' && column.oneOf === null && typeof value === 'string') found.add(value)
        if (column.kind === 'json' && value !== null) for (const text of textsIn(value)) found.add(text)
      }
    }
  }
  return [...found].filter(text => text.length >= 3)
}
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
/** What of these stands in a text, whole or as one of its longer words. */
const leaksIn = (text: string): readonly string[] =>
  personal()
    .flatMap(words => [words, ...words.split(/\W+/u).filter(word => word.length >= 5)])
    .filter(each => text.toLowerCase().includes(each.toLowerCase()) && !CODES.has(each.toLowerCase()))
/** Words of the bundle itself that rows use too: states and reasons. */
const CODES = new Set(['changed-since', 'changed', 'since', 'offline', 'pending', 'linux', 'tandem'])

describe('the health of sync', () => {
  test('is counts and codes of what waits, what was refused and what went wrong', async () => {
    await fillWorkspace()
    const health = healthNow()
    expect(health.outbox).toMatchObject({ pending: 1, sending: 0, parked: 1, kept: 1 })
    expect(health.parkedFor).toEqual([{ reason: 'changed-since', count: 1 }])
    expect(health.failures).toMatchObject([{ code: 'offline', count: expect.any(Number) }])
    expect(health.upToSeq).toBeGreaterThan(0)
    expect(health.lastPushedAtMs).not.toBeNull()
    expect(health.outbox.oldestAtMs).not.toBeNull()
  })

  test('of a laptop that has never seen its hub says so', () => {
    expect(healthNow()).toMatchObject({
      upToSeq: 0,
      cursorMark: null,
      epochMark: null,
      lastPushedAtMs: null,
      failures: [],
      outbox: { pending: 0, oldestAtMs: null },
    })
  })
})

describe('the diagnostics bundle', () => {
  test('holds no name, address, subject, text, id, token or key of a filled workspace', async () => {
    await fillWorkspace()
    const bundle = bundleNow()
    expect(personal().length).toBeGreaterThan(20)
    expect(personal()).toContain('Ana Torres Quiroga')
    expect(leaksIn(JSON.stringify(bundle))).toEqual([])
    expect(bundle).toMatchObject({
      connection: { state: 'offline' },
      outbox: { parked: 1, parkedFor: [{ reason: 'changed-since', count: 1 }] },
    })
  })

  test('a leak would be found: each planted one is', async () => {
    await fillWorkspace()
    const bundle = bundleNow()
    for (const planted of [
      { ...bundle, note: 'Charged twice for scanner' },
      { ...bundle, app: { ...bundle.app, user: 'lena.koch@norte.example' } },
      { ...bundle, outbox: { ...bundle.outbox, oldest: 'Call Ana.' } },
      { ...bundle, token: TOKEN },
      { ...bundle, agent: lena.actor.id },
    ]) {
      expect(leaksIn(JSON.stringify(planted))).not.toEqual([])
      // And the bundle's own form refuses what nobody allowed.
      expect(Diagnostics.safeParse(planted).success).toBe(false)
    }
  })

  test('takes no words in place of a code, wherever they come from', async () => {
    await fillWorkspace()
    const health = healthNow()
    const odd = {
      ...health,
      parkedFor: [{ reason: 'Ana Torres Quiroga', count: 1 }],
      failures: [{ code: 'Error: lena.koch@norte.example', count: 1, lastAtMs: 1 }],
    }
    const bundle = diagnosticsOf({ health: odd, app, nowMs: 1 })
    expect(bundle.outbox.parkedFor).toEqual([{ reason: 'unknown', count: 1 }])
    expect(bundle.failures).toMatchObject([{ code: 'unknown' }])
    expect(leaksIn(JSON.stringify(bundle))).toEqual([])
    const wrongApp = { ...app, platform: 'Lena Koch’s laptop' }
    expect(() => diagnosticsOf({ health, app: wrongApp, nowMs: 1 })).toThrow(/platform/)
  })
})
