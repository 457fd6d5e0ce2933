import { diceFrom } from '../../shared/demo/dice.ts'
import { randomFor } from '../../shared/demo/seeded-random.ts'
import type { SIZES } from '../goals.ts'

export type Counts = (typeof SIZES)[keyof typeof SIZES]

/** How many tickets each customer has, messages and notes each ticket: exact sums, uneven as in life. */
export type Shape = {
  readonly ticketsOf: Uint32Array
  readonly messagesOf: Uint32Array
  readonly notesOf: Uint32Array
}

/** One ticket everybody has heard of. */
const LONGEST_CONVERSATION = 5_000
/** Number of that ticket. */
export const longestTicketNumber = ({ tickets }: Counts): number => Math.floor(tickets / 2) + 1
/** Number of the ticket whose newest message is a mail of the largest size. */
export const largestMailNumber = ({ tickets }: Counts): number => Math.floor(tickets / 3) + 1

export function makeShape(counts: Counts, seed: number): Shape {
  const { random } = diceFrom(randomFor(seed, 'shape'))
  const ticketsOf = new Uint32Array(counts.customers)
  const messagesOf = new Uint32Array(counts.tickets).fill(1)
  const notesOf = new Uint32Array(counts.tickets)
  const add = (to: Uint32Array, at: number, amount = 1): void => void (to[at] = (to[at] ?? 0) + amount)
  // A square bends chance towards the first: few customers write much, most write once or twice.
  for (let n = 0; n < counts.tickets; n += 1) add(ticketsOf, Math.floor(random() ** 2 * counts.customers))
  add(messagesOf, longestTicketNumber(counts) - 1, LONGEST_CONVERSATION - 1)
  const rest = counts.messages - counts.tickets - LONGEST_CONVERSATION + 1
  for (let n = 0; n < rest; n += 1) add(messagesOf, Math.floor(random() * counts.tickets))
  for (let n = 0; n < counts.notes; n += 1) add(notesOf, Math.floor(random() * counts.tickets))
  return { ticketsOf, messagesOf, notesOf }
}
