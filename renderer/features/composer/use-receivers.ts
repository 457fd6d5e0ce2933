import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { ConversationItem, TicketView } from '../../../shared/contract/tickets.ts'
import type { Message } from '../../../shared/domain/tickets.ts'
import type { Address, Channel } from '../../../shared/domain/values.ts'
import {
  isMachine,
  participantsOf,
  receiverDifference,
  replyReceivers,
} from '../../../shared/rules/receivers.ts'
import { refusedChannels, wishedChannel } from '../../../shared/rules/portrait/preferences.ts'
import type { ReceiverDifference, Receivers } from '../../../shared/rules/receivers.ts'
import { usePortrait } from '../../data/portrait-question.ts'
import { CONVERSATION_PAGE } from '../../data/seen.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { hasAddress, without } from '../../lib/receivers.ts'
import type { Writing } from '../../stores/composer-store.ts'

export type ReplyTo = {
  readonly now: Receivers
  readonly channel: Channel
  /** Who would get it if nobody touched the lists. */
  readonly byDefault: Receivers
  readonly difference: ReceiverDifference
  /** People the last message brought in: nobody has written to them before. */
  readonly newcomers: readonly Address[]
  readonly language: string | null
  readonly preferredChannel: Channel | null
  /** They asked not to be reached by the channel of the reply. */
  readonly isRefused: boolean
}

const CARRIED: readonly string[] = ['email', 'chat', 'sms', 'whatsapp', 'in-app', 'social']

function newestMessage(items: readonly ConversationItem[]): Message | null {
  const newest = items.findLast(item => item.type === 'message' && !isMachine(item.message))
  return newest?.type === 'message' ? newest.message : null
}

const everybodyIn = ({ to, cc }: Receivers): readonly Address[] => [...to, ...cc]

/** Of those who get it by default: who took part in no message before the last one. */
function newcomersOf(items: readonly ConversationItem[], now: Receivers): readonly Address[] {
  const written = items.flatMap(item =>
    item.type === 'message' && !isMachine(item.message) ? [item.message] : [],
  )
  const before = written.slice(0, -1).map(participantsOf)
  if (before.length === 0) return []
  const everybody = { to: before.flatMap(({ to }) => to), cc: before.flatMap(({ cc }) => cc) }
  return receiverDifference(everybody, now).added
}

const isChannel = (value: string): value is Channel => value !== 'other'

/** The way the customer last came, if an answer can go back on it; else mail, if there is an address. */
function channelFor(view: TicketView, last: Message | null, hasMail: boolean): Channel {
  const wanted = last?.channel ?? view.ticket.channel
  if (CARRIED.includes(wanted) && isChannel(wanted)) return wanted
  return hasMail || !isChannel(view.ticket.channel) ? 'email' : view.ticket.channel
}

function mailOf(card: CustomerCard | null): Address | null {
  const mails = card?.contactPoints.filter(({ kind }) => kind === 'email') ?? []
  const mail = mails.find(({ isPrimary }) => isPrimary) ?? mails[0]
  return card && mail ? { name: card.customer.name || null, address: mail.value } : null
}

/** Receivers of the reply being written: the last message's people until the agent changes them. */
export function useReceivers(view: TicketView, writing: Writing | null): ReplyTo {
  const { id: ticketId, customerId } = view.ticket
  const page = useLiveValue('tickets.conversation', { ticketId, before: null, limit: CONVERSATION_PAGE })
  const card = useLiveValue('customers.card', { customerId, ticketId })
  const wishes = usePortrait(customerId)?.preferences ?? []
  const last = newestMessage(page?.items ?? [])
  const customer = mailOf(card)
  const { to } = replyReceivers({ lastMessage: last, customer, own: [], toAll: false })
  const cc = to.reduce<readonly Address[]>((people, address) => without(people, address), last?.cc ?? [])
  const byDefault = { to, cc }
  const now = { to: writing?.to ?? byDefault.to, cc: writing?.cc ?? byDefault.cc }
  const preferred = wishedChannel(wishes) ?? card?.customer.preferredChannel ?? null
  const channel = channelFor(view, last, customer !== null)
  return {
    now,
    byDefault,
    channel,
    isRefused: refusedChannels(wishes).includes(channel),
    difference: receiverDifference(byDefault, now),
    newcomers: newcomersOf(page?.items ?? [], byDefault).filter(person =>
      hasAddress(everybodyIn(now), person),
    ),
    language: card?.customer.language ?? null,
    preferredChannel: preferred === null || preferred === 'other' ? null : preferred,
  }
}
