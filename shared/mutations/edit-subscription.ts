import { z } from 'zod'
import type { Subscription } from '../domain/commerce.ts'
import { RowId } from '../domain/ids.ts'
import { SUBSCRIPTION_STATES } from '../domain/values.ts'
import { defineMutation, one } from './define.ts'
import { PersonName, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { Amount, Day, Named, Term } from './parts/record-args.ts'
import { joinEdits } from './parts/join-edits.ts'

const Seen = SeenValue.nullable()
/** One field of the contract. A field stands at most once in an intent. */
const ContractEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('name'), seen: Seen, value: Named }),
  z.strictObject({ field: z.literal('number'), seen: Seen, value: PersonName.nullable() }),
  z.strictObject({ field: z.literal('state'), seen: Seen, value: z.enum(SUBSCRIPTION_STATES) }),
  z.strictObject({ field: z.literal('renewsOn'), seen: Seen, value: Day.nullable() }),
  z.strictObject({ field: z.literal('term'), seen: Seen, value: Term.nullable() }),
  z.strictObject({ field: z.literal('amount'), seen: Amount, value: Amount }),
])
export type ContractEdit = z.infer<typeof ContractEdit>
const Args = z.strictObject({ subscriptionId: RowId, fields: z.array(ContractEdit).min(1).max(8) })

/** An amount without a currency, or one this version could not write, is none. */
const amountOf = ({ amountMinor: minor, currency }: Subscription): Amount =>
  Amount.safeParse({ minor, currency }).data ?? null

const standing = (row: Subscription, field: ContractEdit['field']): Subscription['name'] | Amount =>
  field === 'amount' ? amountOf(row) : row[field]

const fieldsAfter = (fields: readonly ContractEdit[]): Partial<Subscription> =>
  Object.assign(
    {},
    ...fields.map(change =>
      change.field === 'amount'
        ? { amountMinor: change.value?.minor ?? null, currency: change.value?.currency ?? null }
        : { [change.field]: change.value },
    ),
  ) as Partial<Subscription>

/** Name, day of renewal, state and price of a contract; each field on its own asks when somebody else was first. */
export const editSubscription = defineMutation({
  name: 'subscription.edit',
  args: Args,
  reads: ({ subscriptionId }) => ({ row: one('subscriptions', subscriptionId) }),
  may: () => true,
  plan: ({ row }, { fields }, context) => {
    const changes = patchChanged('subscriptions', row, fieldsAfter(fields))
    const touched = changes.flatMap(change => (change.how === 'patch' ? Object.keys(change.fields) : []))
    if (touched.length === 0) return []
    return [
      ...changes,
      recordEvent(context, {
        place: onCustomer(row.customerId),
        type: 'contract.edited',
        facts: { subscriptionId: row.id, fields: touched.toSorted().join(' ') },
      }),
    ]
  },
  conflict: ({ row }, { subscriptionId, fields }) =>
    conflictOf(
      'changed-since',
      fields.map(({ field, seen, value }) => ({
        table: 'subscriptions',
        id: subscriptionId,
        field: field === 'amount' ? 'amountMinor' : field,
        seen,
        mine: value,
        theirs: standing(row, field),
      })),
    ),
  describe: () => ({ key: 'describe.editSubscription', values: {} }),
  insist: ({ row }, { subscriptionId, fields }) => ({
    subscriptionId,
    fields: fields.map(change => ({ ...change, seen: standing(row, change.field) }) as ContractEdit),
  }),
  invert: ({ row }, { subscriptionId, fields }) =>
    // What a newer hub calls a state or a term cannot be written back.
    row.state === 'other' || row.term === 'other'
      ? null
      : {
          name: 'subscription.edit',
          args: {
            subscriptionId,
            fields: fields.map(({ field, value }) => ({ field, seen: value, value: standing(row, field) })),
          },
        },
  without: (args, names) => {
    const fields = args.fields.filter(
      ({ field }) => !names.includes(field === 'amount' ? 'amountMinor' : field),
    )
    return fields.length > 0 ? { ...args, fields } : null
  },
  coalesceKey: ({ subscriptionId }) => `subscription.edit:${subscriptionId}`,
  coalesce: (earlier, later) => ({
    subscriptionId: later.subscriptionId,
    fields: joinEdits(earlier.fields, later.fields, ({ field }) => field),
  }),
})
