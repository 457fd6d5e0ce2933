import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeAgent } from '../../../server/sync/admin.ts'
import { decodeCursor, encodeCursor } from '../../../server/sync/cursor.ts'
import type { AgentId } from '../../../shared/domain/ids.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import { aCustomer, aMessage, anAgent, aTeam, aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { createLaptop, everyRow } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub } from '../../support/memory-hub.ts'
import { sampleId, sampleRow } from '../../support/sample-row.ts'

// A laptop that held words as they stand when whoever works on it was, or became, a guest.

const RAW = /ana\.ruiz@|600 123/u
const team = aTeam({ id: sampleId() })
let hub: MemoryHub
let laptop: Laptop
let guestId: AgentId
let ticketId: string
let entryId: string

beforeEach(async () => {
  const clock = createFakeClock()
  hub = createMemoryHub({ clock })
  const agent = anAgent({ id: sampleId(), teamIds: [team.id] })
  guestId = agent.id
  await hub.stage('teams', team)
  await hub.stage('agents', agent)
  const [customerId, messageId] = [sampleId(), sampleId()]
  ticketId = sampleId()
  entryId = sampleId()
  const own = { customerId, ticketId }
  await hub.stage('customers', aCustomer({ id: customerId }))
  await hub.stage('tickets', aTicket({ id: ticketId, customerId, number: null, lastMessageSeq: 1 }))
  await hub.stage('threads', aThread({ id: sampleId(), ...own, teamId: team.id }))
  await hub.stage('messages', aMessage({ ...own, id: messageId, seq: 1, bodyText: 'Call +34 600 123 456' }))
  await hub.stage('askedTried', {
    ...sampleRow('askedTried'),
    ...own,
    id: entryId,
    kind: 'asked',
    source: 'agent',
    result: null,
    words: 'Write to ana.ruiz@reach.example?',
    outcome: null,
  })
  laptop = createLaptop({ clock, remote: hub.connect(agent.id), actor: agent, followsDirectory: true })
  await laptop.sync(60_000)
})
afterEach(() => laptop.close())

const words = (): string => JSON.stringify(tableNames.map(table => everyRow(laptop.database, table)))

const letIn = (): Promise<void> =>
  hub.admin(deps => changeAgent(deps, hub.workspaceId, { id: guestId, role: 'guest' }))

test('whoever becomes a guest has the rows replaced, with unsent work on them too', async () => {
  expect(words()).toMatch(RAW)
  await letIn()
  laptop.act('askedTried.close', {
    entryId,
    result: null,
    outcome: 'Yes',
    seen: { result: null, outcome: null },
  })
  await laptop.sync(60_000)
  expect(laptop.row('tickets', ticketId)).not.toBeNull()
  expect(laptop.row('askedTried', entryId)).toMatchObject({
    words: 'Write to a***@reach.example?',
    outcome: 'Yes',
  })
  expect(words()).not.toMatch(RAW)
  expect(laptop.engine.status().waiting).toBe(0)
})

test('a laptop from before a table was masked has its rows replaced though none of them changed', async () => {
  await letIn()
  await laptop.sync(60_000)
  const { rows, state, transaction } = laptop.store
  const held = rows.get('askedTried', entryId)
  transaction('durable', () => {
    rows.put('askedTried', { ...held?.row, words: 'ana.ruiz@reach.example' }, held?.version ?? 0)
  })
  await laptop.sync(60_000)
  expect(words()).toMatch(RAW)
  const cursor = decodeCursor(state.get('cursor') ?? '')
  const older = { epoch: '', seq: 0, ...cursor, stamp: cursor?.stamp.replace(/\d+$/u, '1') ?? '' }
  transaction('durable', () => state.set('cursor', encodeCursor(older)))
  await laptop.sync(60_000)
  expect(words()).not.toMatch(RAW)
})
