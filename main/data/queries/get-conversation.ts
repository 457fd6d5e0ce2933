import type { Input } from '../../../shared/contract/index.ts'
import type { ConversationItem, ConversationPage } from '../../../shared/contract/tickets.ts'
import type { Message } from '../../../shared/domain/tickets.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { deliveryOf, heldRows, unsentStates } from './delivery.ts'
import { filesOf } from './files-of.ts'
import { byPlace, readPlace, writePlace } from './keyset.ts'
import type { Place } from './keyset.ts'
import { personName } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

type Placed = { readonly place: Place; readonly item: ConversationItem }
type Walk = { readonly ticketId: string; readonly from: Place; readonly limit: number }

const tailOf = (time: string): string =>
  `WHERE ticket_id = ? AND (${time}, id) < (?, ?) ORDER BY ${time} DESC, id DESC LIMIT ?`

const NAMES = 'SELECT id, name FROM agents WHERE id IN (SELECT value FROM json_each(?))'

/** Names of the agents of a page: a directory may have hundreds. */
function namesOf(db: ReadableDb, ids: readonly (string | null)[]): ReadonlyMap<string, string> {
  const named = [...new Set(ids)].filter(id => id !== null)
  if (named.length === 0) return new Map()
  const rows = all<{ id: string; name: string }>(db, NAMES, [JSON.stringify(named)])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Names = ReadonlyMap<string, string>
const nameOf = (names: Names, id: string | null): string | null =>
  id === null ? null : (names.get(id) ?? null)

/** Of a call, an agent wrote down what the customer said: it is the customer's message all the same. */
const senderOf = ({ from }: Message, customer: string | null): string | null =>
  from?.name || customer || from?.address || null

function customerOf(db: ReadableDb, ticketId: string): string | null {
  const ticket = get<{ id: string }>(db, 'SELECT customer_id AS id FROM tickets WHERE id = ?', [ticketId])
  return (ticket && personName(db, ticket.id)) || null
}

function messagesOf(db: ReadableDb, { ticketId, from, limit }: Walk): readonly Placed[] {
  const rows = selectRows(db, 'messages', {
    tail: tailOf('written_at_ms'),
    params: [ticketId, from.key, from.id, limit],
  })
  const ids = rows.map(row => row.id)
  const names = namesOf(
    db,
    rows.map(row => row.authorId),
  )
  const files = filesOf(db, 'message_id', ids)
  const unsent = unsentStates(db, 'messages', ids)
  const held = heldRows(db, 'messages', ids)
  const customer = customerOf(db, ticketId)
  return rows.map(message => ({
    place: { key: message.writtenAtMs, id: message.id },
    item: {
      type: 'message',
      atMs: message.writtenAtMs,
      message,
      authorName: message.direction === 'in' ? senderOf(message, customer) : nameOf(names, message.authorId),
      attachments: files.get(message.id) ?? [],
      delivery: deliveryOf(message, unsent.get(message.id)),
      held: held.get(message.id) ?? null,
    },
  }))
}

function notesOf(db: ReadableDb, { ticketId, from, limit }: Walk): readonly Placed[] {
  const rows = selectRows(db, 'notes', {
    tail: tailOf('created_at_ms'),
    params: [ticketId, from.key, from.id, limit],
  })
  const ids = rows.map(row => row.id)
  const names = namesOf(
    db,
    rows.map(row => row.authorId),
  )
  const files = filesOf(db, 'note_id', ids)
  const unsent = unsentStates(db, 'notes', ids)
  return rows.map(note => ({
    place: { key: note.createdAtMs, id: note.id },
    item: {
      type: 'note',
      atMs: note.createdAtMs,
      note,
      authorName: nameOf(names, note.authorId),
      attachments: files.get(note.id) ?? [],
      delivery: unsent.get(note.id) ?? 'accepted',
    },
  }))
}

function eventsOf(db: ReadableDb, { ticketId, from, limit }: Walk): readonly Placed[] {
  const rows = selectRows(db, 'events', {
    tail: tailOf('at_ms'),
    params: [ticketId, from.key, from.id, limit],
  })
  const names = namesOf(
    db,
    rows.map(row => row.actorId),
  )
  return rows.map(event => ({
    place: { key: event.atMs, id: event.id },
    item: { type: 'event', atMs: event.atMs, event, actorName: nameOf(names, event.actorId) },
  }))
}

/** What follows from another event of the same moment stands behind it, whatever their ids say. */
const isConsequence = (item: ConversationItem): boolean =>
  item.type === 'event' && item.event.type === 'ticket.takeover-asked'
const asTheyHappened = (one: ConversationItem, other: ConversationItem): number =>
  one.atMs - other.atMs || Number(isConsequence(one)) - Number(isConsequence(other))

/** One page of a conversation: messages, notes and events merged by time; the newest page first, each page oldest first. */
export function getConversation(
  { db }: QueryContext,
  input: Input<'tickets.conversation'>,
): ConversationPage {
  const walk: Walk = { ticketId: input.ticketId, from: readPlace(input.before), limit: input.limit + 1 }
  const found = [...messagesOf(db, walk), ...notesOf(db, walk), ...eventsOf(db, walk)].toSorted(
    (left, right) => byPlace(left.place, right.place),
  )
  const page = found.slice(0, input.limit)
  const last = page.at(-1)
  return {
    items: page
      .map(({ item }) => item)
      .toReversed()
      .toSorted(asTheyHappened),
    earlier: found.length > input.limit && last ? writePlace(last.place) : null,
  }
}
