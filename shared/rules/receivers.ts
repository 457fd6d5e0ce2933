import type { Message } from '../domain/tickets.ts'
import type { Address } from '../domain/values.ts'

/** Said by no person: an automatic answer, or a bot before somebody took over. */
export const isMachine = ({ authorKind }: Pick<Message, 'authorKind'>): boolean =>
  authorKind === 'automation' || authorKind === 'bot'

export type Receivers = { readonly to: readonly Address[]; readonly cc: readonly Address[] }

/** The same mailbox, however it is written: addresses compare without case and spaces. */
export const addressKey = ({ address }: Address): string => address.trim().toLowerCase()

function distinct(addresses: readonly Address[], without: ReadonlySet<string>): Address[] {
  const seen = new Set(without)
  return addresses.filter(address => {
    const key = addressKey(address)
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export type ReplyReceiversInput = {
  /** Newest message of the ticket that names people; null when there is none. */
  readonly lastMessage: Pick<Message, 'direction' | 'from' | 'to' | 'cc'> | null
  /** The customer's own address, for a ticket without messages. */
  readonly customer: Address | null
  /** Addresses of the team's mailboxes: a reply never goes to them. */
  readonly own: readonly string[]
  readonly toAll: boolean
}

/**
 * Who gets a reply: the writer of the customer's last message, or again those the team wrote to. With `toAll` the
 * other people of that message stay in Cc. Nobody stands twice and the team never writes to itself.
 */
export function replyReceivers({ lastMessage, customer, own, toAll }: ReplyReceiversInput): Receivers {
  const team = new Set(own.map(address => address.trim().toLowerCase()))
  const fallback = customer ? [customer] : []
  if (!lastMessage) return { to: distinct(fallback, team), cc: [] }
  const isFromCustomer = lastMessage.direction === 'in'
  const written = isFromCustomer && lastMessage.from ? [lastMessage.from] : lastMessage.to
  const wanted = distinct(isFromCustomer && !lastMessage.from ? fallback : written, team)
  const to = wanted.length > 0 ? wanted : distinct(fallback, team)
  if (!toAll) return { to, cc: [] }
  const others = isFromCustomer ? [...lastMessage.to, ...lastMessage.cc] : lastMessage.cc
  return { to, cc: distinct(others, new Set([...team, ...to.map(addressKey)])) }
}

export type ReceiverDifference = { readonly added: readonly Address[]; readonly missing: readonly Address[] }

const everybody = ({ to, cc }: Receivers): readonly Address[] => distinct([...to, ...cc], new Set())

/** Who gets this reply and did not get the last message, and the other way round. Moving between To and Cc is no change. */
export function receiverDifference(before: Receivers, now: Receivers): ReceiverDifference {
  const was = new Set(everybody(before).map(addressKey))
  const is = new Set(everybody(now).map(addressKey))
  return {
    added: everybody(now).filter(address => !was.has(addressKey(address))),
    missing: everybody(before).filter(address => !is.has(addressKey(address))),
  }
}

/** Everybody who took part in a message, as its receivers would be in an answer to all. */
export const participantsOf = (message: Pick<Message, 'from' | 'to' | 'cc'>): Receivers => ({
  to: [...(message.from ? [message.from] : []), ...message.to],
  cc: message.cc,
})
