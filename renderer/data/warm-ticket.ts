import type { ConversationItem } from '../../shared/contract/tickets.ts'
import { customerTime } from '../lib/customer-time.ts'
import { cleanAhead } from '../lib/kept-clean.ts'
import { readAhead } from '../lib/kept-mails.ts'
import { isLongMail } from '../lib/mail-parts.ts'
import { currentTicket } from './current-ticket.ts'
import { frontList } from './front-list.ts'
import { live } from './live.ts'
import type { Asked } from './live-queries.ts'
import { sameOf } from './same-of.ts'
import type { Subject } from './same-of.ts'
import { CONVERSATION_PAGE, TIMELINE_SHOWN } from './seen.ts'

/** After a ticket has been painted: what the agent is reading comes first. */
const AFTER_MS = 60

/** What is shown of the ticket in front, of another one: panes ask what they need, and nobody lists it twice. */
function sameAsInFront(to: Subject): readonly Asked[] {
  const front = currentTicket()?.view.ticket
  if (!front || front.id === to.ticketId) return []
  return sameOf(live.shown(), { ticketId: front.id, customerId: front.customerId }, to)
}

/** What was said last is what is looked at first; a long mail is read from its beginning, and that takes the longest. */
async function readNewest(items: readonly ConversationItem[]): Promise<void> {
  const newest = items.findLast(item => item.type === 'message')
  if (newest?.type !== 'message') return
  const { id, bodyHtml } = newest.message
  if (bodyHtml === null) return
  if (isLongMail(bodyHtml)) await readAhead(id, bodyHtml)
  else cleanAhead(bodyHtml, true)
}

/** Asks what the first look at a ticket needs, so that it opens in one paint. */
async function warmTicket(ticketId: string): Promise<void> {
  const [view, , said] = await Promise.all([
    live.warm('tickets.get', { ticketId }),
    live.warm('tickets.triage', { ticketId }),
    live.warm('tickets.conversation', { ticketId, before: null, limit: CONVERSATION_PAGE }),
  ])
  const read = readNewest(said?.items ?? [])
  if (view === null) return read
  const { customerId } = view.ticket
  const [card] = await Promise.all([
    live.warm('customers.card', { customerId, ticketId }),
    read,
    ...sameAsInFront({ ticketId, customerId }).map(({ name, input }) => live.warm(name, input as never)),
    live.warm('cases.ofCustomer', { customerId }),
    live.warm('customers.timeline', { customerId, limit: TIMELINE_SHOWN }),
    live.warm('threads.neighbours', { ticketId, ...frontList() }),
  ])
  // The clock of a zone is slow to make and quick to read.
  if (card) customerTime(card.customer.timeZone, Date.now())
}

/** Makes tickets ready that may be opened next, one after the other; the returned function stops it. */
export function warmSoon(ticketIds: readonly string[]): () => void {
  let isStopped = false
  const timer = setTimeout(() => {
    void (async () => {
      for (const ticketId of ticketIds) if (!isStopped) await warmTicket(ticketId)
    })()
  }, AFTER_MS)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
