import { z } from 'zod'
import type { Opportunity } from '../domain/growth.ts'
import { AgentId, RowId } from '../domain/ids.ts'
import { isEnded } from '../rules/growth/passing-on.ts'
import { defineMutation, one } from './define.ts'
import { edit, Prose } from './parts/args.ts'
import { Currency, Minor, onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { recordEvent } from './parts/events.ts'

const Money = z.strictObject({ minor: Minor, currency: Currency }).nullable()
const Args = z.strictObject({
  opportunityId: RowId,
  note: edit(Prose, Prose).nullable(),
  product: edit(RowId.nullable(), RowId.nullable()).nullable(),
  value: edit(Money, Money).nullable(),
  owner: edit(AgentId.nullable(), AgentId.nullable()).nullable(),
})
type Args = z.infer<typeof Args>

/** An amount without a currency, or one this version could not write, is none. */
const valueOf = ({ valueMinor, currency }: Opportunity): z.infer<typeof Money> =>
  Money.safeParse({ minor: valueMinor, currency }).data ?? null

const fieldsOf = ({ note, product, value, owner }: Args): Partial<Opportunity> => ({
  ...(note ? { note: note.value } : {}),
  ...(product ? { productId: product.value } : {}),
  ...(value ? { valueMinor: value.value?.minor ?? null, currency: value.value?.currency ?? null } : {}),
  ...(owner ? { ownerId: owner.value } : {}),
})

/** What is written down of an opportunity, and whose it is. Asks for each field somebody else has changed since. */
export const editOpportunity = defineMutation({
  name: 'opportunity.edit',
  args: Args,
  reads: ({ opportunityId }) => ({ opportunity: one('opportunities', opportunityId) }),
  may: (_actor, { opportunity }) => !isEnded(opportunity),
  plan: ({ opportunity }, args, context) => {
    const changes = patchChanged('opportunities', opportunity, fieldsOf(args))
    const fields = changes.flatMap(change => (change.how === 'patch' ? Object.keys(change.fields) : []))
    if (fields.length === 0) return []
    const { id: opportunityId, kind: opportunityKind } = opportunity
    // Which fields, not what stood in them: the words are in the row, and leave with it.
    const facts = { opportunityId, opportunityKind, fields: fields.toSorted().join(' ') }
    return [
      ...changes,
      recordEvent(context, { place: onCase(opportunity), type: 'opportunity.edited', facts }),
    ]
  },
  conflict: ({ opportunity }, { opportunityId, note, product, value, owner }) => {
    const on = { table: 'opportunities', id: opportunityId } as const
    const asked = (
      [
        ['note', note, opportunity.note],
        ['productId', product, opportunity.productId],
        ['valueMinor', value, valueOf(opportunity)],
        ['ownerId', owner, opportunity.ownerId],
      ] as const
    ).flatMap(([field, change, theirs]) =>
      change ? [{ ...on, field, seen: change.seen, mine: change.value, theirs }] : [],
    )
    return conflictOf('changed-since', asked)
  },
  describe: () => ({ key: 'describe.editOpportunity', values: {} }),
  insist: ({ opportunity }, args) => ({
    ...args,
    note: args.note && { ...args.note, seen: opportunity.note },
    product: args.product && { ...args.product, seen: opportunity.productId },
    value: args.value && { ...args.value, seen: valueOf(opportunity) },
    owner: args.owner && { ...args.owner, seen: opportunity.ownerId },
  }),
  invert: ({ opportunity }, { opportunityId, note, product, value, owner }) => ({
    name: 'opportunity.edit',
    args: {
      opportunityId,
      note: note && { seen: note.value, value: opportunity.note },
      product: product && { seen: product.value, value: opportunity.productId },
      value: value && { seen: value.value, value: valueOf(opportunity) },
      owner: owner && { seen: owner.value, value: opportunity.ownerId },
    },
  }),
})
