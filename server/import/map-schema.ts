import { z } from 'zod'
import { Channel, Priority, ThreadState } from '../../shared/domain/values.ts'

/**
 * Where a value comes from. A text alone is a column name, or a path such as `answer.text` in JSON.
 * Object form: `from` (the first of several that is not empty), `const`, `template` ("{category}: {text}"),
 * `default` when nothing was found, `values` to translate, `max` to shorten at a word.
 */
export const ValueSpec = z.union([
  z.string().min(1),
  z.strictObject({
    from: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
    const: z.string().optional(),
    template: z.string().optional(),
    default: z.string().optional(),
    values: z.record(z.string(), z.string()).optional(),
    max: z.int().min(10).max(1000).optional(),
  }),
])
export type ValueSpec = z.infer<typeof ValueSpec>

/** How a time is written. 'iso' also takes the date forms of RFC 5322. 'day-first' is 24.11.2025 09:02 or 24/11/2025. */
export const TimeSpec = z.union([
  z.string().min(1),
  z.strictObject({
    from: z.string().min(1),
    as: z.enum(['iso', 'seconds', 'milliseconds', 'day-first', 'month-first']),
    /** Minutes east of UTC for times without a zone. */
    offsetMinutes: z.int().min(-840).max(840).default(0),
  }),
])
export type TimeSpec = z.infer<typeof TimeSpec>

const kindNames = ['service', 'support', 'both'] as const
export const KindName = z.enum(kindNames)
export type KindName = z.infer<typeof KindName>

/** Which work a row is. `from` is looked up in the lists; what stands in none of them is the default. */
export const KindRule = z.strictObject({
  default: z.union([KindName, z.literal('guess')]),
  from: z.string().optional(),
  service: z.array(z.string()).default([]),
  support: z.array(z.string()).default([]),
  both: z.array(z.string()).default([]),
})
export type KindRule = z.infer<typeof KindRule>

export const ReplySpec = z.strictObject({
  body: ValueSpec.optional(),
  bodyHtml: ValueSpec.optional(),
  authorName: ValueSpec.optional(),
  createdAt: TimeSpec.optional(),
})

/** A list of messages inside each entry, or (with `group`) the consecutive rows of one ticket. */
export const ConversationSpec = z.strictObject({
  /** Path of the list inside a JSON entry; absent when each row of a group is one message. */
  items: z.string().optional(),
  body: ValueSpec.optional(),
  bodyHtml: ValueSpec.optional(),
  createdAt: TimeSpec.optional(),
  authorName: ValueSpec.optional(),
  authorEmail: ValueSpec.optional(),
  /** Who speaks: the value of `from` is looked up in the lists; in none of them it is the customer. */
  author: z.strictObject({
    from: z.string(),
    agent: z.array(z.string()).default([]),
    note: z.array(z.string()).default([]),
  }),
})
export type ConversationSpec = z.infer<typeof ConversationSpec>

const CustomerSpec = z.strictObject({
  /** What makes two rows the same customer when there is no e-mail address; absent: every ticket has its own. */
  key: ValueSpec.optional(),
  name: ValueSpec.optional(),
  email: ValueSpec.optional(),
  phone: ValueSpec.optional(),
  organisation: ValueSpec.optional(),
  language: ValueSpec.optional(),
})

const shape = {
  /** Name of the source: together with the key of a row it makes the ticket's identity for ever. */
  source: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'small letters, digits, dot, dash and underscore only'),
  title: z.string().default(''),
  licence: z.string().optional(),
  url: z.string().optional(),
  kind: KindRule,
  channel: Channel.default('import'),
  language: ValueSpec.optional(),
  tags: z.array(ValueSpec).default([]),
  fields: z.record(z.string(), ValueSpec).default({}),
}

export const RecordMap = z.strictObject({
  ...shape,
  format: z.enum(['csv', 'jsonl', 'json']),
  csv: z
    .strictObject({
      delimiter: z.string().length(1).optional(),
      columns: z.array(z.string()).min(1).optional(),
    })
    .default({}),
  /** Path of the list in a JSON document; empty when the document is the list. */
  items: z.string().default(''),
  /** What names a row in its source; absent: its contents do. */
  key: ValueSpec.optional(),
  /** Consecutive rows with the same value are one ticket. */
  group: ValueSpec.optional(),
  subject: ValueSpec.optional(),
  body: ValueSpec.optional(),
  bodyHtml: ValueSpec.optional(),
  createdAt: TimeSpec.optional(),
  customer: CustomerSpec.default({}),
  priority: z.strictObject({ from: z.string(), values: z.record(z.string(), Priority) }).optional(),
  /** A ticket with a reply is 'answered', one without is 'open'; or read from a column. */
  state: z
    .strictObject({
      from: z.string().optional(),
      values: z.record(z.string(), ThreadState).default({}),
      open: ThreadState.default('open'),
      answered: ThreadState.default('solved'),
    })
    .default({ values: {}, open: 'open', answered: 'solved' }),
  replies: z.array(ReplySpec).default([]),
  conversation: ConversationSpec.optional(),
})
export type RecordMap = z.infer<typeof RecordMap>

export const MailMap = z.strictObject({
  ...shape,
  channel: Channel.default('email'),
  format: z.literal('mbox'),
  /** Our own addresses or, with a leading @, whole domains: mails from them are replies to the customer. */
  ours: z.array(z.string().min(3)).default([]),
  /** State of imported threads, by who wrote last. */
  state: z
    .strictObject({ customerLast: ThreadState.default('open'), usLast: ThreadState.default('solved') })
    .default({ customerLast: 'open', usLast: 'solved' }),
})
export type MailMap = z.infer<typeof MailMap>

export const ImportMap = z.discriminatedUnion('format', [RecordMap, MailMap])
export type ImportMap = z.infer<typeof ImportMap>
export const FORMATS = ['csv', 'jsonl', 'json', 'mbox'] as const
export type Format = (typeof FORMATS)[number]
