import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import type { Making, TableRow } from './making.ts'
import { WORLD_NOW_MS } from './making.ts'

export type TicketOf = {
  readonly customerId: string
  readonly email: string
  readonly number: number
  readonly messages: number
  readonly notes: number
}

const BOTH_KINDS = 0.2
const HTML_SHARE = 0.02
const HOUR_MS = 3_600_000
const STATES = { solved: 60, closed: 25, open: 10, pending: 4, snoozed: 1 } as const
const PRIORITIES = { normal: 70, low: 10, high: 15, urgent: 5 } as const
const KINDS = { service: 60, support: 40 } as const
const TAGS = ['billing', 'delivery', 'returns', 'hardware', 'login', 'vip']

/** A ticket with threads, conversation, notes and events. The times of its rows lie in their order. */
export function makeTicket(making: Making, of: TicketOf): readonly TableRow[] {
  const { dice, id, writer } = making
  const rows: TableRow[] = []
  const add = (table: TableName, row: AnyRow): void => void rows.push({ table, row })
  const createdAtMs = making.moment()
  const place = { customerId: of.customerId, ticketId: id(createdAtMs) }
  const stepMs = Math.max(
    1,
    Math.min(9 * HOUR_MS, Math.floor((WORLD_NOW_MS - createdAtMs) / (of.messages + 1))),
  )
  const lastActivityAtMs = createdAtMs + of.messages * stepMs
  const agent = dice.pick(making.agents)
  add('tickets', {
    id: place.ticketId,
    customerId: of.customerId,
    number: of.number,
    subject: writer.subject(),
    channel: 'email',
    tags: dice.chance(0.4) ? [dice.pick(TAGS)] : [],
    fields: {},
    lastMessageSeq: of.messages,
    createdAtMs,
    createdBy: null,
    mergedIntoId: null,
  })
  addThreads(making, { ...place, createdAtMs, lastActivityAtMs, agentId: agent.id, add })
  for (let seq = 1; seq <= of.messages; seq += 1) {
    const atMs = createdAtMs + seq * stepMs - dice.whole(0, Math.floor(stepMs / 2))
    add('messages', messageRow(making, { ...place, email: of.email, seq, atMs, agentId: agent.id }))
  }
  for (let note = 0; note < of.notes; note += 1) {
    const atMs = createdAtMs + dice.whole(1, of.messages) * stepMs
    const author = { authorKind: 'agent', authorId: agent.id }
    add('notes', {
      id: id(atMs),
      ...place,
      threadId: null,
      ...author,
      body: writer.prose(120),
      createdAtMs: atMs,
      editedAtMs: null,
    })
  }
  return rows
}

type Threading = {
  readonly customerId: string
  readonly ticketId: string
  readonly createdAtMs: number
  readonly lastActivityAtMs: number
  readonly agentId: string
  readonly add: (table: TableName, row: AnyRow) => void
}

function addThreads(
  { dice, id, teams }: Making,
  { createdAtMs, lastActivityAtMs, agentId, add, ...place }: Threading,
): void {
  const isPaired = dice.chance(BOTH_KINDS)
  const first = dice.weighted(KINDS)
  const kinds = isPaired ? (['service', 'support'] as const) : [first]
  const waitingSinceMs = dice.chance(0.3) ? lastActivityAtMs : null
  for (const kind of kinds) {
    const state = dice.weighted(STATES)
    const isDone = state === 'solved' || state === 'closed'
    const threadId = id(createdAtMs)
    add('threads', {
      id: threadId,
      ...place,
      kind,
      state,
      assigneeId: isDone || dice.chance(0.7) ? agentId : null,
      teamId: dice.pick(teams).id,
      priority: dice.weighted(PRIORITIES),
      isPaired,
      lastActivityAtMs,
      waitingSinceMs: isDone ? null : waitingSinceMs,
      snoozedUntilMs: state === 'snoozed' ? WORLD_NOW_MS + HOUR_MS : null,
      dueAtMs: isDone ? null : lastActivityAtMs + 8 * HOUR_MS,
      openedAtMs: createdAtMs,
      solvedAtMs: isDone ? lastActivityAtMs : null,
      reopenedCount: 0,
      answeredAtMs: isDone ? lastActivityAtMs : null,
      clocks: null,
    })
    const event = { threadId, kind, actorId: agentId, facts: {} }
    add('events', { id: id(createdAtMs), ...place, ...event, type: 'ticket.created', atMs: createdAtMs })
    if (isDone) {
      const facts = { from: 'open', to: state }
      add('events', {
        id: id(lastActivityAtMs),
        ...place,
        ...event,
        type: 'thread.state-changed',
        facts,
        atMs: lastActivityAtMs,
      })
    }
  }
}

type Message = {
  readonly customerId: string
  readonly ticketId: string
  readonly email: string
  readonly seq: number
  readonly atMs: number
  readonly agentId: string
}

/** 20 to 200 KB, mostly at the small end; one in a few hundred of them reaches a megabyte. */
const htmlBytes = (random: () => number): number =>
  random() < 0.003 ? 1_000_000 : Math.round(20_000 * 10 ** (random() ** 3))

function messageRow({ dice, id, writer }: Making, { email, seq, atMs, agentId, ...place }: Message): AnyRow {
  const isIn = seq % 2 === 1
  const customer = { name: null, address: email }
  const desk = { name: 'Help', address: 'help@tandem.example' }
  const bodyText = writer.prose(writer.bodyBytes())
  return {
    id: id(atMs),
    ...place,
    seq,
    direction: isIn ? 'in' : 'out',
    channel: 'email',
    authorKind: isIn ? 'customer' : 'agent',
    authorId: isIn ? null : agentId,
    from: isIn ? customer : desk,
    to: [isIn ? desk : customer],
    cc: [],
    bodyText,
    bodyHtml: isIn && dice.chance(2 * HTML_SHARE) ? writer.html(htmlBytes(dice.random)) : null,
    messageId: `<${place.ticketId}.${seq}@people.example>`,
    delivery: isIn ? 'none' : 'accepted',
    writtenAtMs: atMs,
    acceptedAtMs: atMs,
  }
}
