import { expect, test, vi } from 'vitest'
import { changeAgent, changeScopePolicy, deleteTicket } from '../../../server/sync/admin.ts'
import { fileHub } from '../../support/file-hub.ts'
import type { AgentName } from '../../support/hub.ts'
import { rowsInScope } from '../../support/mirror.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import type { Line } from '../../support/second-client/live.ts'
import { takeHint } from '../../support/second-client/live.ts'
import type { WireRow } from '../../support/second-client/state.ts'
import { HubError, overHttp } from '../../support/second-client/wire.ts'
import { addCase, newCustomer, newNote, newPlace, newTicket, receive, settled } from './support.ts'

const ROUNDS = process.env['TANDEM_TEST_LONG'] ? 200 : 24
const SEED = 20_261
vi.setConfig({ testTimeout: ROUNDS * 5000 })

const hub = fileHub()

type Chance = () => number
/** mulberry32: the same history for the same seed, as far as the network lets it. */
function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
const oneOf = <T>(chance: Chance, all: readonly T[]): T | undefined => all[Math.floor(chance() * all.length)]
const teamOf = (chance: Chance) => oneOf(chance, [null, hub.teamIds.orders, hub.teamIds.devices]) ?? null

type Act = (client: SecondClient, chance: Chance, thread: WireRow) => void
const text = (row: WireRow, column: string): string => String(row[column])
const placeOf = (thread: WireRow) => ({
  customerId: text(thread, 'customerId'),
  ticketId: text(thread, 'ticketId'),
  threadId: thread.id,
})
/** What an agent may do to a thread, from what this client shows. */
const acts: readonly Act[] = [
  (client, _chance, thread) => client.act('note.add', newNote(client, placeOf(thread))),
  (client, chance, thread) =>
    client.act('thread.setPriority', {
      threadId: thread.id,
      priority: oneOf(chance, ['low', 'normal', 'high', 'urgent']),
      seen: thread['priority'],
    }),
  (client, chance, thread) =>
    client.act('thread.assign', {
      threadId: thread.id,
      team: { seen: thread['teamId'], value: teamOf(chance) },
      assignee: null,
    }),
  (client, chance, thread) => {
    const seen = client.rows('messages').filter(row => row['ticketId'] === thread['ticketId'])
    const seenUpToSeq = Math.max(0, ...seen.map(row => Number(row['seq'])))
    const state = oneOf(chance, ['open', 'pending', 'solved'])
    client.act('thread.setState', { threadId: thread.id, state, seen: thread['state'], seenUpToSeq })
  },
  (client, chance, thread) =>
    client.act(chance() < 0.5 ? 'ticket.tag' : 'ticket.untag', {
      ticketId: thread['ticketId'],
      tags: [oneOf(chance, ['refund', 'vip', 'late'])],
    }),
  (client, chance, thread) => {
    const link = oneOf(chance, client.rows('ticketLinks'))
    const other = oneOf(chance, client.rows('tickets'))
    if (link) client.act('ticket.unlink', { linkId: link.id, ticketId: link['ticketId'] })
    else if (other)
      client.act('ticket.link', {
        linkId: client.newId(),
        ticketId: thread['ticketId'],
        otherTicketId: other.id,
        kind: 'related',
      })
  },
  (client, chance) => {
    const at = newPlace(client)
    const groupId = client.newId()
    client.act('customer.create', newCustomer(at.customerId), { groupId })
    client.act('ticket.create', newTicket(at, { teamId: teamOf(chance) }), { groupId })
  },
]

/** What goes wrong on the way: answers get lost after the hub did its work. */
const unreliable = (chance: Chance) => {
  const through = overHttp(hub.url)
  return async (request: Parameters<typeof through>[0]) => {
    const answer = await through(request)
    if (request.path.startsWith('/v1/sync') && chance() < 0.15) throw new Error('The answer was lost')
    return answer
  }
}
/** Repeats what got no answer, as a client does. */
async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof HubError) throw error
    }
  }
}
/** Nobody looks after parked work here. */
function dropParked(client: SecondClient): void {
  const stuck = client.state.outbox.filter(
    ({ isParked, verdict }) => isParked || verdict?.kind === 'waitsFor',
  )
  client.state.outbox = client.state.outbox.filter(work => !stuck.includes(work))
}

async function work(client: SecondClient, chance: Chance): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const thread = oneOf(chance, client.rows('threads'))
    if (thread) oneOf(chance, acts)?.(client, chance, thread)
    if (chance() < 0.5) continue
    await persist(() => client.push())
    dropParked(client)
    if (chance() < 0.7) await persist(() => client.pull({ limit: 7 }))
  }
}
/** Mail, administration: what changes without any client. */
async function outside(chance: Chance, adam: SecondClient): Promise<void> {
  for (let round = 0; round < ROUNDS / 3; round += 1) {
    await persist(() => adam.pull())
    const thread = oneOf(chance, adam.rows('threads'))
    if (!thread) continue
    const luck = chance()
    if (luck < 0.6) await receive(hub, placeOf(thread), `Mail ${round}`).catch(() => {})
    else if (luck < 0.8) await deleteTicket(hub.deps, hub.workspaceId, text(thread, 'ticketId'))
    else {
      const teamIds = [hub.teamIds.orders, hub.teamIds.devices].filter(() => chance() < 0.5)
      await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.tom, teamIds })
    }
  }
}
/** Lives on hints, and pulls where one does not join on. */
async function follow(client: SecondClient): Promise<Line & { readonly taken: () => number }> {
  let pulling: Promise<unknown> = Promise.resolve()
  let taken = 0
  const line = await client.connect(frame => {
    if (frame.kind !== 'hint') return
    const before = client.state.upTo
    if (takeHint(client.core, frame)) pulling = pulling.then(() => client.pull().catch(() => {}))
    else if (client.state.upTo > before) taken += 1
  })
  return { ...line, taken: () => taken, close: () => void pulling.then(line.close) }
}

test('L16 clients and concurrent writers end with the same rows, each the hub’s rows in its scope', async () => {
  await changeScopePolicy(hub.deps, hub.workspaceId, 'teams')
  const everybody = [hub.teamIds.orders, hub.teamIds.devices]
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.adam, teamIds: everybody })
  const seedClient = await settled(hub, 'adam')
  for (const teamId of [null, null, hub.teamIds.orders, hub.teamIds.devices, null])
    await addCase(seedClient, { teamId })

  const names: readonly AgentName[] = ['lena', 'tom', 'adam']
  const chances = names.map((_name, index) => chanceOf(SEED + index))
  const workers = await Promise.all(
    names.map(async (name, index) => {
      const worker = await settled(hub, name)
      return worker.restarted({ send: unreliable(chances[index] ?? Math.random) })
    }),
  )
  const followers = await Promise.all(names.map(name => settled(hub, name)))
  const lines = await Promise.all(followers.map(follow))

  await Promise.all([
    ...workers.map((worker, index) => work(worker, chances[index] ?? Math.random)),
    outside(chanceOf(SEED + 9), seedClient),
  ])
  for (const line of lines) line.close()
  await Promise.all(lines.map(line => line.closed))
  expect(lines.some(line => line.taken() > 0)).toBe(true)

  const { workspaceId, agentIds } = hub
  for (const [index, name] of names.entries()) {
    const pair = [workers[index], followers[index]]
    for (const client of pair) {
      if (!client) throw new Error('A client is missing')
      await persist(() => client.push())
      client.state.outbox = []
      await persist(() => client.pull())
      expect(client.all()).toEqual(await rowsInScope(hub, { workspaceId, agentId: agentIds[name] }))
    }
  }
  const sizes = workers.map(worker => worker.rows('tickets').length)
  expect(Math.min(...sizes)).toBeGreaterThan(0)
  expect(new Set(sizes).size).toBeGreaterThan(1)
})

test('L16 fails when a client passes over entries: the comparison is not blind', async () => {
  const client = await settled(hub, 'lena')
  const at = await addCase(client)
  client.state.rows.delete(`tickets/${at.ticketId}`)
  await client.pull()
  client.state.rows.delete(`tickets/${at.ticketId}`)
  const scope = { workspaceId: hub.workspaceId, agentId: hub.agentIds.lena }
  expect(client.all()).not.toEqual(await rowsInScope(hub, scope))
})
