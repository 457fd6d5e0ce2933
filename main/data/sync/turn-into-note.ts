import { newId } from '../../../shared/domain/ids.ts'
import type { MutationArgs } from '../../../shared/mutations/index.ts'
import { isOnHub } from './is-on-hub.ts'
import { mutate } from './mutate.ts'
import type { MutateDeps } from './mutate.ts'
import type { OutboxEntry } from './outbox-store.ts'
import type { LaptopStore } from './store.ts'
import { takeBack } from './take-back.ts'

/** A reply on a ticket the hub has: a note on one that is gone could never arrive. */
function canBeNote(store: LaptopStore, { name, args }: OutboxEntry): boolean {
  if (name !== 'ticket.reply') return false
  const { ticketId } = args as MutationArgs<'ticket.reply'>
  return isOnHub(store, { table: 'tickets', id: ticketId })
}

/**
 * Makes a note for colleagues of a reply that was held, files included. What should have happened to the thread with
 * it does not: the reply never went. Work without a reply, and a reply on a ticket that is gone, is left as it is.
 * Answers what it did away with.
 */
export function turnIntoNotes(deps: MutateDeps, entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const { store, clock, random } = deps
  const isReply = (entry: OutboxEntry): boolean => canBeNote(store, entry)
  const units = Map.groupBy(entries, entry => entry.groupId ?? entry.mutationId)
  const turned = [...units.values()].filter(unit => unit.some(isReply)).flat()
  const replies = turned.filter(isReply)
  for (const entry of turned.toReversed()) takeBack(deps, entry)
  for (const entry of replies) {
    const reply = entry.args as MutationArgs<'ticket.reply'>
    const { ticketId, bodyText, attachments } = reply
    // The thread may have gone with a change of kind; the note belongs to the ticket all the same.
    const thread = store.rows.get('threads', reply.threadId)?.row
    const threadId = thread?.['ticketId'] === ticketId ? reply.threadId : null
    const noteId = newId(clock.now(), random)
    mutate(deps, { name: 'note.add', args: { noteId, ticketId, threadId, body: bodyText, attachments } })
  }
  return turned
}
