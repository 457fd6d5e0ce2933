import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Arrivals } from '../../../shared/contract/alerts.ts'
import type { MutationInput } from '../../../shared/mutations/index.ts'
import {
  aCalendar,
  aCustomer,
  aMessage,
  anAgent,
  aPolicy,
  aTarget,
  aTeam,
  aThread,
  aTicket,
} from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { createMemoryHub } from '../../support/memory-hub.ts'
import type { MemoryHub, MemoryRemote } from '../../support/memory-hub.ts'
import { sampleId } from '../../support/sample-row.ts'
import { aCoachingNote, aKudos } from '../../support/training-builders.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let clock: FakeClock
let hub: MemoryHub
const laptops: Laptop[] = []

beforeEach(() => {
  clock = createFakeClock()
  hub = createMemoryHub({ clock, partRows: 50 })
})
afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.close()
})

type Seat = Laptop & { readonly remote: MemoryRemote; readonly heard: Arrivals[] }

async function sit(agent = anAgent({ id: sampleId() })): Promise<Seat> {
  await hub.stage('agents', agent)
  const heard: Arrivals[] = []
  const remote = hub.connect(agent.id)
  const laptop = createLaptop({ clock, remote, actor: agent, onArrivals: news => heard.push(news) })
  laptops.push(laptop)
  await laptop.sync()
  return { ...laptop, remote, heard }
}

async function someTicket(thread: Partial<Parameters<typeof aThread>[0]> = {}, subject = 'Charged twice') {
  const customer = aCustomer({ id: sampleId(), name: 'Ana Torres' })
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, subject, lastMessageSeq: 0 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const row = aThread({ id: sampleId(), ...place, state: 'open', assigneeId: null, teamId: null, ...thread })
  await hub.stage('customers', customer)
  await hub.stage('tickets', ticket)
  await hub.stage('threads', row)
  return { customer, ticket, thread: row }
}

const write = (ticketId: string, change: Partial<MutationInput<'ticket.receive'>> = {}): Promise<void> =>
  hub.act('ticket.receive', {
    messageId: sampleId(),
    ticketId,
    channel: 'email',
    from: null,
    to: [],
    cc: [],
    bodyText: 'There are two\n\n charges of 249 EUR.',
    bodyHtml: null,
    mailId: null,
    receivedAtMs: clock.now(),
    attachments: [],
    ...change,
  })

const kinds = ({ heard }: Seat): readonly string[] =>
  heard.flatMap(({ arrivals }) => arrivals.map(({ kind }) => kind))

describe('a colleague’s words', () => {
  test('are news for whoever they are for, and for nobody else', async () => {
    const me = anAgent({ id: sampleId() })
    const seat = await sit(me)
    const other = await sit()
    const lead = anAgent({ id: sampleId(), name: 'Noor Haddad' })
    await hub.stage('agents', lead)
    const mine = { agentId: me.id, receiverId: me.id, writerId: lead.id }
    await hub.stage('kudos', aKudos({ id: sampleId(), fromId: lead.id, toId: me.id, atMs: clock.now() }))
    await hub.stage('coachingNotes', aCoachingNote({ id: sampleId(), ...mine, writtenAtMs: clock.now() }))
    for (const each of [seat, other]) await each.sync()
    expect(kinds(seat)).toEqual(['thanks', 'coaching'])
    expect(seat.heard[0]?.arrivals[0]).toMatchObject({ ticketId: null, customerName: 'Noor Haddad' })
    expect(kinds(other)).toEqual([])
  })
})

describe('news for an agent', () => {
  test('a customer writes on a thread of theirs', async () => {
    const lena = await sit()
    const { ticket, customer } = await someTicket({ assigneeId: lena.actor.id })
    await lena.sync()
    await write(ticket.id)
    await lena.sync()
    expect(lena.heard).toEqual([
      {
        catchUp: null,
        arrivals: [
          {
            id: expect.any(String),
            kind: 'message',
            ticketId: ticket.id,
            customerId: customer.id,
            customerName: 'Ana Torres',
            subject: 'Charged twice',
            preview: 'There are two charges of 249 EUR.',
            atMs: expect.any(Number),
          },
        ],
      },
    ])
  })

  test('a customer writes where nobody of their team has taken over, and nowhere else', async () => {
    const team = aTeam({ id: sampleId() })
    await hub.stage('teams', team)
    const lena = await sit(anAgent({ id: sampleId(), teamIds: [team.id] }))
    const omar = await sit()
    const unassigned = await someTicket({ teamId: team.id })
    const elsewhere = await someTicket()
    const taken = await someTicket({ teamId: team.id, assigneeId: omar.actor.id })
    for (const { ticket } of [unassigned, elsewhere, taken]) await write(ticket.id)
    await lena.sync()
    await omar.sync()
    const tickets = (seat: Seat) =>
      seat.heard.flatMap(({ arrivals }) => arrivals.map(({ ticketId }) => ticketId))
    expect(tickets(lena)).toEqual([unassigned.ticket.id])
    expect(tickets(omar)).toEqual([taken.ticket.id])
  })

  test('a colleague assigns a ticket to them, or names them in a note; their own doing is none', async () => {
    const [lena, omar] = [
      await sit(anAgent({ id: sampleId(), name: 'Lena Koch' })),
      await sit(anAgent({ id: sampleId(), name: 'Omar Said' })),
    ]
    const { ticket, thread } = await someTicket()
    await omar.sync()
    await lena.sync()
    const assignee = { seen: null, value: lena.actor.id }
    omar.act('thread.assign', { threadId: thread.id, team: null, assignee })
    const note = { ticketId: ticket.id, threadId: null, attachments: [] }
    omar.act('note.add', {
      ...note,
      noteId: sampleId(),
      body: 'Can you look, @lena? omar@lena.example wrote.',
    })
    omar.act('note.add', { ...note, noteId: sampleId(), body: 'Nothing for anybody, least of all @lenard.' })
    await omar.sync()
    await lena.sync()
    expect(kinds(lena)).toEqual(['assigned', 'mention'])
    lena.act('note.add', { ...note, noteId: sampleId(), body: 'Done, @Lena Koch and @Omar' })
    await lena.sync()
    await omar.sync()
    expect([kinds(lena), kinds(omar)]).toEqual([['assigned', 'mention'], ['mention']])
  })

  test('a clock of somebody else that the service levels escalate to them', async () => {
    const team = aTeam({ id: sampleId() })
    await hub.stage('teams', team)
    const always = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, from: '00:00', to: '24:00' }))
    const calendar = aCalendar({ id: sampleId(), week: always, createdAtMs: 0 })
    const target = aTarget({ calendarId: calendar.id, solveMinutes: 60 })
    const escalation = {
      on: 'breach',
      clocks: ['solve'],
      tell: ['team-supervisors'],
      raiseTo: null,
      moveToTeamId: null,
    }
    const targets = { urgent: null, high: null, normal: target, low: null }
    await hub.stage('calendars', calendar)
    await hub.stage(
      'slaPolicies',
      aPolicy({ id: sampleId(), validFromMs: 0, targets, escalations: [escalation] }),
    )
    const lead = await sit(anAgent({ id: sampleId(), role: 'supervisor', teamIds: [team.id] }))
    const agent = await sit(anAgent({ id: sampleId(), teamIds: [team.id] }))
    const { ticket, thread } = await someTicket({ teamId: team.id, assigneeId: agent.actor.id })
    await hub.act('thread.startClocks', { threadId: thread.id })
    await clock.advance(61 * MINUTE)
    await lead.sync()
    await agent.sync()
    await hub.act('thread.recordBreach', { threadId: thread.id })
    await lead.sync()
    await agent.sync()
    expect(kinds(agent)).toEqual([])
    expect(lead.heard.flatMap(({ arrivals }) => arrivals)).toMatchObject([
      { kind: 'sla-breach', ticketId: ticket.id, preview: 'resolve', customerName: 'Ana Torres' },
    ])
  })

  test('what a live hint brings is told at once, and not again by the pull that follows', async () => {
    const lena = await sit()
    const { ticket } = await someTicket({ assigneeId: lena.actor.id })
    await lena.sync()
    await write(ticket.id)
    const entries = await lena.remote.pull({ cursor: lena.store.state.get('cursor') ?? '', limit: 100 })
    if (!entries.ok || entries.value.kind !== 'page') throw new Error('the hub answers a page')
    const { cursor, entries: rows, upTo } = entries.value
    lena.engine.hint({ kind: 'hint', seq: upTo ?? 0, fromSeq: lena.engine.upToSeq(), entries: rows, cursor })
    expect(kinds(lena)).toEqual(['message'])
    await lena.sync()
    expect(kinds(lena)).toEqual(['message'])
  })
})

describe('no news', () => {
  test('is what a first fill brings', async () => {
    const agent = anAgent({ id: sampleId() })
    const { ticket, customer } = await someTicket({ assigneeId: agent.id })
    await hub.stage('messages', aMessage({ ticketId: ticket.id, customerId: customer.id, seq: 1 }))
    await write(ticket.id)
    const lena = await sit(agent)
    await lena.sync()
    expect(lena.rows('messages')).toHaveLength(2)
    expect(lena.heard).toEqual([])
  })

  test('is old mail that an import brings in', async () => {
    const lena = await sit()
    const { ticket } = await someTicket({ assigneeId: lena.actor.id })
    await lena.sync()
    await write(ticket.id, { receivedAtMs: clock.now() - 13 * HOUR })
    await lena.sync()
    expect(lena.rows('messages')).toHaveLength(1)
    expect(lena.heard).toEqual([])
  })
})

describe('after hours away', () => {
  test('a few are told as they are', async () => {
    const lena = await sit()
    const { ticket } = await someTicket({ assigneeId: lena.actor.id })
    await lena.sync()
    lena.remote.failure = { kind: 'offline' }
    await clock.advance(20 * MINUTE)
    for (let count = 0; count < 5; count += 1) await write(ticket.id)
    lena.remote.failure = null
    await lena.sync()
    expect(kinds(lena)).toHaveLength(5)
  })

  test('many are one sentence, over all pages, counted from when this laptop last looked', async () => {
    const lena = await sit()
    const { ticket } = await someTicket({ assigneeId: lena.actor.id })
    await lena.sync()
    const lookedAtMs = lena.engine.status().lastPulledAtMs
    lena.remote.failure = { kind: 'offline' }
    await clock.advance(20 * MINUTE)
    for (let count = 0; count < 24; count += 1) await write(ticket.id)
    lena.remote.failure = null
    const { pull } = lena.remote
    Object.assign(lena.remote, {
      pull: (query: { cursor: string; limit: number }) => pull({ ...query, limit: 5 }),
    })
    await lena.sync()
    expect(lena.heard).toEqual([
      { arrivals: [], catchUp: { count: 24, sinceMs: lookedAtMs, ticketIds: [ticket.id] } },
    ])
  })

  test('many that come while somebody watches are told as they are', async () => {
    const lena = await sit()
    const { ticket } = await someTicket({ assigneeId: lena.actor.id })
    await lena.sync()
    await clock.advance(MINUTE)
    for (let count = 0; count < 24; count += 1) await write(ticket.id)
    await lena.sync()
    expect(kinds(lena)).toHaveLength(24)
  })
})
