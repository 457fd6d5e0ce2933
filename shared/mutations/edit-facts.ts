import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import type { Customer } from '../domain/people.ts'
import { marksRefusal } from '../rules/portrait/marks.ts'
import { Channel, JOURNEY_STAGES } from '../domain/values.ts'
import { defineMutation, one } from './define.ts'
import { edit, PersonName, Prose, SeenValue, TagList } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { merge3, mergeSets } from './merge3.ts'
import { MarksArgs, SeenMarks } from './parts/marks-args.ts'
import { joinEdits } from './parts/join-edits.ts'

const Seen = SeenValue.nullable()
/** One plain field of the card. A field stands at most once in an intent. */
const FieldEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('name'), seen: Seen, value: PersonName }),
  z.strictObject({ field: z.literal('jobTitle'), seen: Seen, value: PersonName.nullable() }),
  z.strictObject({ field: z.literal('tier'), seen: Seen, value: PersonName.nullable() }),
  z.strictObject({ field: z.literal('language'), seen: Seen, value: PersonName.nullable() }),
  z.strictObject({ field: z.literal('timeZone'), seen: Seen, value: PersonName.nullable() }),
  z.strictObject({ field: z.literal('preferredChannel'), seen: Seen, value: Channel.nullable() }),
  z.strictObject({ field: z.literal('journeyStage'), seen: Seen, value: z.enum(JOURNEY_STAGES).nullable() }),
  z.strictObject({ field: z.literal('organisationId'), seen: Seen, value: RowId.nullable() }),
  z.strictObject({ field: z.literal('factsMarks'), seen: SeenMarks, value: MarksArgs }),
])
type FieldEdit = z.infer<typeof FieldEdit>

const EditFactsArgs = z.strictObject({
  customerId: CustomerId,
  /** Free text, merged three-way; null leaves it alone. */
  facts: edit(Prose, Prose).nullable(),
  /** Labels as a set, merged three-way; null leaves them alone. */
  labels: edit(z.array(SeenValue), TagList).nullable(),
  fields: z.array(FieldEdit).max(20),
})
type EditFactsArgs = z.infer<typeof EditFactsArgs>

/** What stands there as it can be told again. */
const standing = (customer: Customer, field: FieldEdit['field']): unknown =>
  field === 'factsMarks' ? (SeenMarks.safeParse(customer.factsMarks).data ?? null) : customer[field]

/** The card as the edit leaves it: only the fields it touches. */
function cardAfter(customer: Customer, { facts, labels, fields }: EditFactsArgs): Partial<Customer> {
  const plain: Partial<Customer> = Object.fromEntries(fields.map(({ field, value }) => [field, value]))
  return {
    ...plain,
    ...(facts && { facts: merge3({ base: facts.seen, mine: facts.value, theirs: customer.facts }).text }),
    ...(labels && { labels: mergeSets(labels.seen, labels.value, customer.labels) }),
  }
}

export const editFacts = defineMutation({
  name: 'customer.editFacts',
  args: EditFactsArgs,
  reads: ({ customerId }) => ({ customer: one('customers', customerId) }),
  may: (_actor, _rows, { fields }) =>
    fields.every(
      each => each.field !== 'factsMarks' || each.value === null || marksRefusal(each.value) === null,
    ),
  plan: ({ customer }, args, context) => {
    const changes = patchChanged('customers', customer, cardAfter(customer, args))
    const touched = changes.flatMap(change => (change.how === 'patch' ? Object.keys(change.fields) : []))
    if (touched.length === 0) return []
    const facts = { fields: touched.toSorted().join(' ') }
    return [
      ...changes,
      recordEvent(context, { place: onCustomer(customer.id), type: 'customer.edited', facts }),
    ]
  },
  conflict: ({ customer }, { fields }) =>
    conflictOf(
      'changed-since',
      fields.map(({ field, seen, value }) => ({
        table: 'customers',
        id: customer.id,
        field,
        seen,
        mine: value,
        theirs: customer[field],
      })),
    ),
  describe: ({ facts, labels, fields }) => ({
    key: 'describe.editFacts',
    values: {
      fields: [
        ...fields.map(({ field }) => field),
        ...(facts ? ['facts'] : []),
        ...(labels ? ['labels'] : []),
      ].join(' '),
    },
  }),
  insist: ({ customer }, args) => ({
    ...args,
    fields: args.fields.map(change => ({ ...change, seen: standing(customer, change.field) }) as FieldEdit),
  }),
  invert: ({ customer }, args) => {
    const after = cardAfter(customer, args)
    return {
      name: 'customer.editFacts',
      args: {
        customerId: args.customerId,
        facts: args.facts && { seen: after.facts ?? customer.facts, value: customer.facts },
        labels: args.labels && { seen: after.labels ?? customer.labels, value: customer.labels },
        fields: args.fields.map(({ field, value }) => ({ field, seen: value, value: customer[field] })),
      },
    }
  },
  without: (args, names) => {
    const fields = args.fields.filter(({ field }) => !names.includes(field))
    return fields.length > 0 || args.facts || args.labels ? { ...args, fields } : null
  },
  adjust: (args, values) => ({
    ...args,
    fields: args.fields.map(change =>
      Object.hasOwn(values, change.field) ? { ...change, value: values[change.field] } : change,
    ),
  }),
  coalesceKey: ({ customerId }) => `customer.editFacts:${customerId}`,
  coalesce: (earlier, later) => ({
    customerId: later.customerId,
    facts:
      later.facts && earlier.facts
        ? { ...later.facts, seen: earlier.facts.seen }
        : (later.facts ?? earlier.facts),
    labels:
      later.labels && earlier.labels
        ? { ...later.labels, seen: earlier.labels.seen }
        : (later.labels ?? earlier.labels),
    fields: joinEdits(earlier.fields, later.fields, ({ field }) => field),
  }),
})
