import { z } from 'zod'
import type { Row } from '../../domain/tables.ts'
import { takeOut } from '../../rules/training/take-out.ts'
import type { KnownPerson } from '../../rules/training/take-out.ts'
import { many, maybe } from '../define.ts'
import { textUpTo } from './args.ts'
import { NO_ROW } from './changes.ts'

const WORDS_LIMIT = 4_000
const SHORT_LIMIT = 200
const LETTER_LIMIT = 20_000
const MOST_CRITERIA = 20
const BEST = 3

/** A few sentences. */
export const FewWords = textUpTo(WORDS_LIMIT)
/** What was asked or answered once. */
export const Letter = textUpTo(LETTER_LIMIT)
/** A title, a topic. */
export const ShortLine = textUpTo(SHORT_LIMIT)

export const ScoreArgs = z
  .record(z.string().min(1).max(40), z.int().min(0).max(BEST))
  .refine(all => Object.keys(all).length <= MOST_CRITERIA, { error: 'too many criteria' })

/** Everything about the person of a ticket that must not stay in words others read. */
export const readPerson = (ticket: Row<'tickets'> | null) => ({
  customer: maybe('customers', ticket?.customerId ?? NO_ROW),
  contacts: many('contactPoints', { customerId: ticket?.customerId ?? NO_ROW }),
  orders: many('orders', { customerId: ticket?.customerId ?? NO_ROW }),
})

type PersonRows = {
  readonly customer: Row<'customers'> | null
  readonly contacts: readonly Row<'contactPoints'>[]
  readonly orders: readonly Row<'orders'>[]
}

export const knownOf = (
  { customer, contacts, orders }: PersonRows,
  ticket: Row<'tickets'> | null,
): KnownPerson => ({
  names: customer ? [customer.name] : [],
  // Colleagues write in a language of their own.
  language: null,
  contacts: contacts.map(({ value }) => value),
  numbers: [...orders.map(({ number }) => number), ...(ticket?.number ? [String(ticket.number)] : [])],
})

/** Words as they are kept: whatever was confirmed, nothing that is known of the person stays in. */
export const cleaned = (words: string, known: KnownPerson): string => takeOut(words.trim(), known).text
