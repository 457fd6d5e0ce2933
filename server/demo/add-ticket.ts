import type { Agent } from '../../shared/domain/people.ts'
import type { Thread, Ticket } from '../../shared/domain/tickets.ts'
import type { Channel, Fields, Priority, ThreadState, WorkKind } from '../../shared/domain/values.ts'
import { isDone } from '../../shared/rules/thread-life.ts'
import { withDemoClocks } from './demo-clocks.ts'
import { waitingAfterCustomer } from '../../shared/rules/waiting.ts'
import type { World } from './world.ts'

export const HELP_ADDRESS = 'help@example.com'

/** Whom a message of the customer comes from. */
export type Writer = { readonly customerId: string; readonly name: string; readonly email: string }

export type ThreadInput = {
  readonly kind: WorkKind
  readonly state: ThreadState
  readonly teamId: string | null
  readonly assigneeId: string | null
  readonly priority?: Priority
  readonly dueAtMs?: number | null
  readonly snoozedUntilMs?: number | null
  /** Default: the last activity. */
  readonly solvedAtMs?: number
  readonly openedAtMs?: number
  readonly reopenedCount?: number
}
export type MessageInput = {
  /** Null: the customer. */
  readonly by: Pick<Agent, 'id' | 'name'> | 'automation' | 'bot' | null
  readonly atMs: number
  readonly text: string
  readonly html?: string
}
export type NoteInput = {
  readonly by: string | null
  readonly atMs: number
  readonly text: string
  readonly kind: WorkKind | null
}
export type EventInput = {
  readonly type: string
  readonly by: string | null
  readonly atMs: number
  readonly kind: WorkKind | null
  readonly facts: Fields
}

export type TicketInput = {
  readonly writer: Writer
  readonly subject: string
  readonly channel: Channel
  readonly tags?: readonly string[]
  readonly fields?: Fields
  readonly createdBy?: string | null
  readonly threads: readonly ThreadInput[]
  readonly messages: readonly MessageInput[]
  readonly notes?: readonly NoteInput[]
  readonly events?: readonly EventInput[]
}
export type AddedTicket = { readonly ticket: Ticket; readonly threads: readonly Thread[] }

const addressee = ({ name, email }: Writer): { name: string; address: string } => ({ name, address: email })

function addMessages(world: World, ticketId: string, { writer, channel, messages }: TicketInput): void {
  for (const [index, message] of messages.entries()) {
    const { by, atMs, text, html } = message
    const isIn = by === null
    const help = { name: typeof by === 'object' && by ? by.name : null, address: HELP_ADDRESS }
    const id = world.id(atMs)
    world.add('messages', {
      id,
      ticketId,
      customerId: writer.customerId,
      seq: index + 1,
      direction: isIn ? 'in' : 'out',
      channel,
      authorKind: isIn ? 'customer' : typeof by === 'string' ? by : 'agent',
      authorId: typeof by === 'object' && by ? by.id : null,
      from: isIn ? addressee(writer) : by === 'bot' ? { name: 'Robin', address: '' } : help,
      to: [isIn ? { name: null, address: HELP_ADDRESS } : addressee(writer)],
      cc: [],
      bodyText: text,
      bodyHtml: html ?? null,
      messageId: channel === 'email' ? `<${id}@${isIn ? 'mail.example.com' : 'tandem.local'}>` : null,
      delivery: isIn || by === 'bot' ? 'none' : 'delivered',
      writtenAtMs: atMs,
      acceptedAtMs: atMs,
      deliveredAtMs: isIn || by === 'bot' ? null : atMs + 2_000,
    })
  }
}

type Clocks = { readonly lastActivityAtMs: number; readonly waitingSinceMs: number | null }

/** The same rules as at work: an answer ends the wait, several messages in a row are one. */
function clocksOf({ channel, messages, notes = [], threads }: TicketInput): Clocks {
  let waitingSinceMs: number | null = null
  for (const { by, atMs } of messages) {
    if (by === null) waitingSinceMs = waitingAfterCustomer(waitingSinceMs, channel, atMs)
    else if (typeof by === 'object') waitingSinceMs = null
  }
  return {
    lastActivityAtMs: Math.max(...[...messages, ...notes].map(({ atMs }) => atMs)),
    waitingSinceMs: threads.every(isDone) ? null : waitingSinceMs,
  }
}

function addNotesAndEvents(world: World, { ticket, threads }: AddedTicket, input: TicketInput): void {
  const { writer } = input
  const threadOf = (kind: WorkKind | null): string | null =>
    threads.find(thread => thread.kind === kind)?.id ?? null
  for (const { by, atMs, text, kind } of input.notes ?? []) {
    world.add('notes', {
      id: world.id(atMs),
      ticketId: ticket.id,
      customerId: writer.customerId,
      threadId: threadOf(kind),
      authorKind: by === null ? 'automation' : 'agent',
      authorId: by,
      body: text,
      createdAtMs: atMs,
      editedAtMs: null,
    })
  }
  for (const { type, by, atMs, kind, facts } of input.events ?? []) {
    world.add('events', {
      id: world.id(atMs),
      customerId: writer.customerId,
      ticketId: ticket.id,
      threadId: threadOf(kind),
      type,
      kind,
      actorId: by,
      facts,
      atMs,
    })
  }
}

/** Adds a ticket with everything that is part of it. Messages come in the order of their times. */
export function addTicket(world: World, input: TicketInput): AddedTicket {
  const { writer, messages } = input
  const createdAtMs = messages[0]?.atMs ?? world.nowMs
  const ticket = world.add('tickets', {
    id: world.id(createdAtMs),
    customerId: writer.customerId,
    number: null,
    subject: input.subject,
    channel: input.channel,
    tags: [...(input.tags ?? [])],
    fields: input.fields ?? {},
    lastMessageSeq: messages.length,
    createdAtMs,
    createdBy: input.createdBy ?? null,
    mergedIntoId: null,
  })
  const clocks = clocksOf(input)
  const threads = input.threads.map(thread =>
    world.add(
      'threads',
      withDemoClocks(world, {
        id: world.id(createdAtMs),
        ticketId: ticket.id,
        customerId: writer.customerId,
        kind: thread.kind,
        state: thread.state,
        assigneeId: thread.assigneeId,
        teamId: thread.teamId,
        priority: thread.priority ?? 'normal',
        isPaired: input.threads.length > 1,
        ...clocks,
        snoozedUntilMs: thread.snoozedUntilMs ?? null,
        dueAtMs: thread.dueAtMs ?? null,
        openedAtMs: thread.openedAtMs ?? createdAtMs,
        solvedAtMs: isDone(thread) ? (thread.solvedAtMs ?? clocks.lastActivityAtMs) : null,
        reopenedCount: thread.reopenedCount ?? 0,
        answeredAtMs: input.messages.find(({ by }) => typeof by === 'object' && by !== null)?.atMs ?? null,
        restoredAtMs: null,
      }),
    ),
  )
  addMessages(world, ticket.id, input)
  addNotesAndEvents(world, { ticket, threads }, input)
  return { ticket, threads }
}

type Named = Pick<Agent, 'id' | 'name'>

/** A message of the customer. */
export const wrote = (atMs: number, text: string): MessageInput => ({ by: null, atMs, text })
/** A reply of an agent. */
export const answered = (by: Named, atMs: number, text: string): MessageInput => ({ by, atMs, text })
/** A note of an agent on the thread of one kind. */
export const noted = (
  by: Named,
  atMs: number,
  text: Readonly<Partial<Record<WorkKind, string>>>,
): NoteInput => ({
  by: by.id,
  atMs,
  kind: text.service === undefined ? 'support' : 'service',
  text: text.service ?? text.support ?? '',
})
/** The event every ticket begins with. */
export const opened = (atMs: number, channel: Channel, kind: WorkKind): EventInput => ({
  type: 'ticket.created',
  by: null,
  atMs,
  kind: null,
  facts: { channel, kind },
})
