import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { PIN_TONES } from '../domain/portrait.ts'
import type { Pin } from '../domain/portrait.ts'
import { isSensitive, marksRefusal } from '../rules/portrait/marks.ts'
import { MOST_PIN_LETTERS } from '../rules/portrait/pins.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Moment, SeenValue } from './parts/args.ts'
import { MarksArgs, SeenMarks } from './parts/marks-args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { storableText } from '../rules/storable-text.ts'

const Content = z.strictObject({
  text: z.string().trim().min(1).max(MOST_PIN_LETTERS).overwrite(storableText),
  tone: z.enum(PIN_TONES),
  untilMs: Moment.nullable(),
  /** Left out by an older version: ordinary words. */
  marks: MarksArgs.default(null),
})
const Seen = z.strictObject({
  text: SeenValue,
  tone: SeenValue,
  untilMs: Moment.nullable(),
  marks: SeenMarks.default(null),
})
const contentOf = ({ text, tone, untilMs, marks }: Pin) => ({
  text,
  tone,
  untilMs,
  marks: SeenMarks.safeParse(marks).data ?? null,
})

/** Pins a line nobody may overlook to a customer, or changes one. */
export const setPin = defineMutation({
  name: 'pin.set',
  args: z.strictObject({
    pinId: RowId,
    customerId: CustomerId,
    content: Content,
    /** What stood there when the agent looked; null: nothing. */
    seen: Seen.nullable(),
  }),
  reads: ({ pinId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('pins', pinId),
  }),
  may: (_actor, { customer, existing }, { content: { marks } }) =>
    (marks === null || marksRefusal(marks) === null) &&
    (existing === null || existing.customerId === customer.id),
  plan: ({ existing }, { pinId, customerId, content }, context) => {
    if (existing && patchChanged('pins', existing, content).length === 0) return []
    const written = { ...content, pinnedBy: authorOf(context), pinnedAtMs: context.nowMs }
    return [
      ...(existing
        ? patchChanged('pins', existing, written)
        : [insert('pins', { ...written, id: pinId, customerId })]),
      recordEvent(context, {
        place: { ...onCustomer(customerId), kind: 'service' },
        type: 'pin.set',
        facts: { pinId, tone: content.tone, untilMs: content.untilMs },
      }),
    ]
  },
  conflict: ({ existing }, { pinId: id, content, seen }) => {
    if (!existing && !seen) return null
    const [standing, before]: Readonly<Record<string, unknown>>[] = [
      existing ? contentOf(existing) : {},
      seen ?? {},
    ]
    return conflictOf(
      'changed-since',
      Object.entries(content).map(([field, mine]) => ({
        table: 'pins' as const,
        id,
        field,
        seen: before?.[field] ?? null,
        mine,
        theirs: standing?.[field] ?? null,
      })),
    )
  },
  describe: ({ content }) => ({
    key: 'describe.setPin',
    values: { text: isSensitive(content.marks) ? '…' : content.text },
  }),
  insist: ({ existing }, args) => ({ ...args, seen: existing ? contentOf(existing) : null }),
  invert: ({ existing }, { pinId, customerId, content }) => {
    if (!existing) return { name: 'pin.remove', args: { pinId, customerId, seen: content.text } }
    const before = Content.safeParse(contentOf(existing)).data
    return before ? { name: 'pin.set', args: { pinId, customerId, content: before, seen: content } } : null
  },
})
