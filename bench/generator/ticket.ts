import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import type { Home, Making, TableRow } from './making.ts'
import { WORLD_NOW_MS } from './making.ts'

export type TicketOf = {
  readonly customerId: string
  readonly email: string
  readonly home: Home
  readonly number: number
  readonly messages: number
  readonly notes: number
  /** Its newest message is the largest mail there is. */
  readonly endsWithLargestMail: boolean
}

const BOTH_KINDS = 0.2
const HTML_SHARE = 0.02
const LARGEST_MAIL_BYTES = 1_000_000
/** Tickets that two agents changed who did not see each other. */
const DOUBLE_EDIT_SHARE = 0.01
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
  const agent = dice.pick(of.home.members)
  const tags = dice.chance(0.4) ? [dice.pick(TAGS)] : []
  const edits = dice.chance(DOUBLE_EDIT_SHARE) ? [`mine-${of.number}`, `theirs-${of.number}`] : []
  add('tickets', {
    id: place.ticketId,
    customerId: of.customerId,
    number: of.number,
    subject: writer.subject(),
    channel: 'email',
    tags: [...tags, ...edits],
    fields: {},
    lastMessageSeq: of.messages,
    createdAtMs,
    createdBy: null,
    mergedIntoId: null,
  })
  addThreads(making, { ...place, createdAtMs, lastActivityAtMs, home: of.home, agentId: agent.id, add })
  for (let seq = 1; seq <= of.messages; seq += 1) {
    const atMs = createdAtMs + seq * stepMs - dice.whole(0, Math.floor(stepMs / 2))
    const isLargest = of.endsWithLargestMail && seq === of.messages
    add(
      'messages',
      messageRow(making, { ...place, email: of.email, seq, atMs, agentId: agent.id, isLargest }),
    )
  }
  const first = edits.length > 0 ? dice.whole(0, making.agents.length - 1) : 0
  for (const [nth, tag] of edits.entries()) {
    // Both at the same moment, offline: neither is lost.
    const actorId = making.agents[(first + nth) % making.agents.length]?.id ?? null
    const event = { threadId: null, kind: null, actorId }
    const what = { type: 'ticket.tagged', facts: { tags: tag }, atMs: lastActivityAtMs }
    add('events', { id: id(lastActivityAtMs), ...place, ...event, ...what })
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
  readonly home: Home
  readonly agentId: string
  readonly add: (table: TableName, row: AnyRow) => void
}

function addThreads(
  { dice, id }: Making,
  { createdAtMs, lastActivityAtMs, home, agentId, add, ...place }: Threading,
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
      teamId: home.teamId,
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
      restoredAtMs: null,
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
  readonly isLargest: boolean
}

/** 20 to 200 KB, mostly at the small end; one in a few hundred of them reaches a megabyte. */
const htmlBytes = (random: () => number): number =>
  random() < 0.003 ? LARGEST_MAIL_BYTES : Math.round(20_000 * 10 ** (random() ** 3))

function messageRow(
  { dice, id, writer }: Making,
  { email, seq, atMs, agentId, isLargest, ...place }: Message,
): AnyRow {
  const isIn = isLargest || seq % 2 === 1
  const customer = { name: null, address: email }
  const desk = { name: 'Help', address: 'help@tandem.example' }
  const bodyText = writer.prose(writer.bodyBytes())
  const hasHtml = isIn && dice.chance(2 * HTML_SHARE)
  const bytes = isLargest ? LARGEST_MAIL_BYTES : hasHtml ? htmlBytes(dice.random) : 0
  const bodyHtml = bytes > 0 ? writer.html(bytes) : null
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
    bodyHtml,
    messageId: `<${place.ticketId}.${seq}@people.example>`,
    delivery: isIn ? 'none' : 'accepted',
    writtenAtMs: atMs,
    acceptedAtMs: atMs,
    deliveredAtMs: null,
  }
}
