import type { Row, TableName } from '../../shared/domain/tables.ts'
import type { TableRow } from '../sync/store.ts'
import type { MessageDraft, TicketDraft } from './draft.ts'
import { digestOf } from './row-texts.ts'
import { stableId } from './stable-id.ts'

export type TicketPlace = {
  readonly workspaceId: string
  readonly source: string
  /** Digest of the ticket's key and its occurrence: what its ids are made from. */
  readonly identity: string
  /** Customer that already has this e-mail address; null makes one. */
  readonly customerId: string | null
  readonly number: number
  /** When the import began, ms: the time of whatever has none of its own. */
  readonly importedAtMs: number
}

/** One row for insertion, its columns checked against the table. */
const rowOf = <Name extends TableName>(table: Name, row: Row<Name>): TableRow => ({ table, row })

type Ids = {
  readonly of: (kind: string, key: string, atMs: number | null) => string
}

const idsOf = ({ workspaceId, source, identity }: TicketPlace): Ids => ({
  of: (kind, key, atMs) => stableId([workspaceId, source, kind, identity, key], atMs),
})

/** Customers are the same across tickets: by e-mail address across all sources, else by key within one. */
export function customerIdOf(draft: TicketDraft, place: Omit<TicketPlace, 'number' | 'customerId'>): string {
  const { key, email } = draft.customer
  const name =
    email === null ? `${place.source}\n${key.startsWith('row:') ? `${key}\n${place.identity}` : key}` : email
  return stableId([place.workspaceId, 'customer', name], null)
}

const NOTHING_SAID = { factsMarks: null, givenAway: null }

function customerRows(draft: TicketDraft, place: TicketPlace, customerId: string): readonly TableRow[] {
  const { customer } = draft
  const { workspaceId, importedAtMs } = place
  const organisationId =
    customer.organisation === null
      ? null
      : stableId([workspaceId, 'organisation', customer.organisation.toLowerCase()], null)
  const contact = (kind: 'email' | 'phone', value: string | null, isPrimary: boolean): readonly TableRow[] =>
    value === null
      ? []
      : [
          rowOf('contactPoints', {
            id: stableId([workspaceId, 'contact', customerId, kind, value], null),
            customerId,
            kind,
            value,
            label: null,
            isPrimary,
          }),
        ]
  return [
    ...(organisationId === null
      ? []
      : [
          rowOf('organisations', {
            id: organisationId,
            name: customer.organisation ?? '',
            domain: null,
            country: null,
            notes: null,
            reference: null,
            reportedAtMs: null,
          }),
        ]),
    rowOf('customers', {
      id: customerId,
      name: customer.name,
      organisationId,
      jobTitle: null,
      tier: null,
      language: customer.language,
      timeZone: null,
      preferredChannel: null,
      journeyStage: null,
      labels: [],
      facts: '',
      fields: {},
      yearlyValueMinor: null,
      currency: null,
      health: null,
      customerSinceMs: null,
      mergedIntoId: null,
      ...NOTHING_SAID,
      reportedAtMs: null,
      createdAtMs: draft.createdAtMs ?? importedAtMs,
    }),
    ...contact('email', customer.email, true),
    ...contact('phone', customer.phone, customer.email === null),
  ]
}

export type MessagePlace = {
  readonly ticketId: string
  readonly customerId: string
  readonly channel: TicketDraft['channel']
  readonly seq: number
  readonly importedAtMs: number
}

/** A message and its attachment records. `idOf` names rows by what they are. */
export function messageRows(
  message: MessageDraft,
  place: MessagePlace,
  idOf: (kind: string, key: string) => string,
): readonly TableRow[] {
  const { ticketId, customerId, channel, seq, importedAtMs } = place
  // A mail is the same mail wherever it stands in its conversation; other messages are known by their place.
  const key = message.messageId ?? `seq:${seq}`
  const id = idOf('message', key)
  return [
    rowOf('messages', {
      id,
      ticketId,
      customerId,
      seq,
      direction: message.direction,
      channel,
      authorKind: message.direction === 'in' ? 'customer' : 'agent',
      authorId: null,
      from: message.from,
      to: message.to,
      cc: message.cc,
      bodyText: message.bodyText,
      bodyHtml: message.bodyHtml,
      messageId: message.messageId,
      delivery: message.direction === 'in' ? 'none' : 'delivered',
      writtenAtMs: message.atMs ?? importedAtMs,
      acceptedAtMs: importedAtMs,
      // An archive says that it was sent, never when it arrived.
      deliveredAtMs: null,
    }),
    ...message.attachments.map((attachment, index) =>
      rowOf('attachments', {
        id: idOf('attachment', `${key}:${index}`),
        ticketId,
        customerId,
        messageId: id,
        noteId: null,
        proposalId: null,
        ...attachment,
      }),
    ),
  ]
}

export type WaitClock = { readonly lastActivityAtMs: number; readonly waitingSinceMs: number | null }

/** When something last happened, and since when the customer waits for an answer. Messages in order. */
export function waitClockOf(
  messages: readonly { direction: string; atMs: number }[],
  startMs: number,
): WaitClock {
  let waitingSinceMs: number | null = null
  let lastActivityAtMs = startMs
  for (const { direction, atMs } of messages) {
    lastActivityAtMs = Math.max(lastActivityAtMs, atMs)
    waitingSinceMs = direction === 'out' ? null : (waitingSinceMs ?? atMs)
  }
  return { lastActivityAtMs, waitingSinceMs }
}

function threadRows(
  draft: TicketDraft,
  place: TicketPlace,
  made: { ticketId: string; customerId: string; createdAtMs: number },
): readonly TableRow[] {
  const ids = idsOf(place)
  const timed = draft.messages.map(({ direction, atMs }) => ({ direction, atMs: atMs ?? place.importedAtMs }))
  const noteTimes = draft.notes.map(({ atMs }) => ({ direction: 'note', atMs: atMs ?? place.importedAtMs }))
  const clock = waitClockOf(timed, made.createdAtMs)
  const lastActivityAtMs = Math.max(clock.lastActivityAtMs, ...noteTimes.map(({ atMs }) => atMs))
  const isDone = draft.state === 'solved' || draft.state === 'closed'
  return draft.kinds.map(kind =>
    rowOf('threads', {
      id: ids.of('thread', kind, made.createdAtMs),
      ticketId: made.ticketId,
      customerId: made.customerId,
      kind,
      state: draft.state,
      assigneeId: null,
      teamId: null,
      priority: draft.priority,
      isPaired: draft.kinds.length > 1,
      lastActivityAtMs,
      waitingSinceMs: isDone ? null : clock.waitingSinceMs,
      snoozedUntilMs: null,
      dueAtMs: null,
      openedAtMs: made.createdAtMs,
      solvedAtMs: isDone ? lastActivityAtMs : null,
      reopenedCount: 0,
      answeredAtMs: timed.find(({ direction }) => direction === 'out')?.atMs ?? null,
      restoredAtMs: null,
      // What is open gets clocks from the hub's timer: they begin when the hub has it.
      clocks: null,
    }),
  )
}

export type PlannedTicket = {
  readonly ticketId: string
  readonly customerId: string
  readonly rows: readonly TableRow[]
}

/** Id the ticket will have, whoever plans it. */
export const ticketIdOf = (draft: TicketDraft, place: Omit<TicketPlace, 'number' | 'customerId'>): string =>
  stableId([place.workspaceId, place.source, 'ticket', place.identity], draft.createdAtMs)

/**
 * All rows of one ticket, its customer included, parents first. Pure: the same draft at the same place gives the same
 * rows. Rows that are there already (the customer of an earlier ticket) are for the storage to leave alone.
 */
export function planTicket(draft: TicketDraft, place: TicketPlace): PlannedTicket {
  const ids = idsOf(place)
  const ticketId = ticketIdOf(draft, place)
  const customerId = place.customerId ?? customerIdOf(draft, place)
  const createdAtMs = draft.createdAtMs ?? draft.messages[0]?.atMs ?? place.importedAtMs
  const messagePlace = { ticketId, customerId, channel: draft.channel, importedAtMs: place.importedAtMs }
  const rows: TableRow[] = [
    ...(place.customerId === null ? customerRows(draft, place, customerId) : []),
    rowOf('tickets', {
      id: ticketId,
      customerId,
      number: place.number,
      subject: draft.subject,
      channel: draft.channel,
      tags: draft.tags,
      fields: draft.fields,
      lastMessageSeq: draft.messages.length,
      createdAtMs,
      createdBy: null,
      mergedIntoId: null,
    }),
    ...threadRows(draft, place, { ticketId, customerId, createdAtMs }),
    ...draft.messages.flatMap((message, index) =>
      messageRows(message, { ...messagePlace, seq: index + 1 }, (kind, key) =>
        ids.of(kind, key, message.atMs),
      ),
    ),
    ...draft.notes.map((note, index) =>
      rowOf('notes', {
        id: ids.of('note', String(index), note.atMs),
        ticketId,
        customerId,
        threadId: null,
        authorKind: 'import',
        authorId: null,
        body: note.authorName === null ? note.body : `${note.authorName}: ${note.body}`,
        createdAtMs: note.atMs ?? place.importedAtMs,
        editedAtMs: null,
      }),
    ),
    rowOf('events', {
      id: ids.of('event', 'imported', place.importedAtMs),
      customerId,
      ticketId,
      threadId: null,
      type: 'ticket.imported',
      kind: null,
      actorId: null,
      facts: { source: place.source },
      atMs: place.importedAtMs,
    }),
  ]
  return { ticketId, customerId, rows }
}

export const keyDigestOf = (key: string): string => digestOf('key', key).slice(0, 40)
