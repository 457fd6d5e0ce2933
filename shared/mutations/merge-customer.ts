import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import { mergeRefusal } from '../rules/merged-people/families.ts'
import type { Customer } from '../domain/people.ts'
import { handOn, withChanges } from '../rules/merged-people/hand-on.ts'
import type { CardChange } from '../rules/merged-people/hand-on.ts'
import { givenAwayBy, joinCards, JOINED_FIELDS, partCards } from '../rules/merged-people/join-records.ts'
import type { Taken } from '../rules/merged-people/join-records.ts'
import { defineMutation, maybe, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { chainAbove, chainReads, changesOf } from './parts/chain-reads.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const NOTHING_TAKEN = { card: {}, givenAway: null }
const NO_CHANGES: readonly CardChange[] = []

/** What the agent saw on the card, as it stands once what it took before was given back. */
const seenIn = (into: Customer, stays: Customer, takes: readonly Taken[]): readonly Taken[] =>
  takes.flatMap(({ field, seen }) => (into[field] === seen ? [{ field, seen: stays[field] }] : []))

const MergeArgs = z
  .strictObject({
    customerId: CustomerId,
    intoId: CustomerId,
    /** Whom the record was a duplicate of when the agent looked; mostly nobody. */
    seen: CustomerId.nullable(),
    /** Fields of the card that are taken from the record that goes, with what stood there; null: the card stays. */
    takes: z
      .array(z.strictObject({ field: z.enum(JOINED_FIELDS), seen: SeenValue.nullable() }))
      .max(20)
      .nullable()
      .default(null),
  })
  .refine(({ customerId, intoId }) => customerId !== intoId, { error: 'a record is not its own duplicate' })

/**
 * Says that two records are the same person. Nothing moves: what was written for either stays with its record, and
 * whoever asks for one is answered for both. What the card takes over is written beside the record it comes from. So
 * taking it back gives exactly what was there, whatever came since.
 */
export const mergeCustomer = defineMutation({
  name: 'customer.merge',
  args: MergeArgs,
  reads: ({ customerId, intoId }) => ({
    customer: one('customers', customerId),
    into: one('customers', intoId),
  }),
  alsoReads: rows => ({
    above: maybe('customers', rows.into.mergedIntoId ?? NO_ROW),
    before: maybe('customers', rows.customer.mergedIntoId ?? NO_ROW),
    ...chainReads(rows, [rows.into, rows.customer]),
  }),
  may: (_actor, rows) => mergeRefusal(rows) !== 'too-deep',
  plan: (rows, { intoId, takes }, context) => {
    const { customer, into, before } = rows
    if (mergeRefusal(rows) || customer.mergedIntoId === intoId) return []
    const gave = givenAwayBy(customer)
    // It was somebody else's duplicate until now: that card gives back what it took.
    const parted =
      before && gave ? handOn(before, partCards(before, gave), chainAbove(rows, before)) : NO_CHANGES
    const stays = withChanges(into, parted)
    const { card, givenAway } =
      takes === null ? NOTHING_TAKEN : joinCards(stays, customer, seenIn(into, stays, takes))
    const above = chainAbove(rows, into).map(record => withChanges(record, parted))
    return [
      ...patchChanged('customers', customer, { mergedIntoId: intoId, givenAway }),
      ...changesOf(
        [into, ...chainAbove(rows, into), ...(before ? [before, ...chainAbove(rows, before)] : [])],
        [...parted, ...handOn(stays, card, above)],
      ),
      recordEvent(context, {
        place: onCustomer(intoId),
        type: 'customer.merged',
        facts: { mergedId: customer.id },
      }),
    ]
  },
  conflict: ({ customer }, { customerId, intoId, seen }) =>
    conflictOf('changed-since', [
      {
        table: 'customers',
        id: customerId,
        field: 'mergedIntoId',
        seen,
        mine: intoId,
        theirs: customer.mergedIntoId,
      },
    ]),
  describe: () => ({ key: 'describe.mergeCustomer', values: {} }),
  insist: ({ customer }, args) => ({ ...args, seen: customer.mergedIntoId }),
  invert: ({ customer }, { customerId, intoId, takes }) => {
    if (customer.mergedIntoId === intoId) return null
    return customer.mergedIntoId === null
      ? { name: 'customer.unmerge', args: { customerId, seen: intoId } }
      : { name: 'customer.merge', args: { customerId, intoId: customer.mergedIntoId, seen: intoId, takes } }
  },
})
