import { z } from 'zod'
import { TAKEOVER_REASONS } from '../domain/takeovers.ts'
import { Key, Name, optional, text, When } from './records.ts'

/** Ways somebody writes by. A call and a visit are written down by whoever took them. */
export const FILED_CHANNELS = ['web', 'chat', 'in-app', 'email', 'sms', 'whatsapp', 'social'] as const
export const FILED_KINDS = ['service', 'support', 'both'] as const

const MOST_LINES = 300
const MOST_FIELDS = 60
const Words = text(20_000)

/** By the id or reference of somebody who is known, else by their address; who is not known is made. */
const Writer = z
  .object({
    id: optional(Key),
    reference: optional(Key),
    email: optional(Name),
    /** Of somebody new, as are the language and the zone. */
    name: optional(Name),
    /** BCP 47, for example `de`. */
    language: optional(text(35)),
    /** IANA, for example `Europe/Berlin`. */
    timeZone: optional(text(60)),
  })
  .refine(({ id, email, reference }) => id !== null || email !== null || reference !== null, {
    error: 'nobody is named',
  })
export type Writer = z.infer<typeof Writer>

const Line = z.object({
  /** The sender's own name of the line: the same again is the same. */
  key: Key,
  by: z.enum(['customer', 'bot']),
  text: Words,
  /** Left out: as it arrives here. */
  at: optional(When),
})

/** What a form, a portal or a bot files. The same key again goes on with the same ticket. */
export const FiledTicket = z
  .object({
    key: Key,
    subject: Name,
    /** What the customer wrote where nothing was said before. */
    body: optional(Words),
    customer: Writer,
    channel: z.enum(FILED_CHANNELS).default('web'),
    /** Left out: the hub decides by the words. */
    kind: optional(z.enum(FILED_KINDS)),
    /** Name of the team whose work it is. Left out: the only team of the kind, else nobody's. */
    team: optional(Name),
    /** By the key of a field of the kind's form. */
    fields: z
      .record(z.string().max(100), z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]))
      .refine(fields => Object.keys(fields).length <= MOST_FIELDS, { error: 'too many fields' })
      .default({}),
    /** What was said, in order; lines that are known already may come again. */
    lines: z.array(Line).max(MOST_LINES).default([]),
    /** Why a person has to come in for the bot. */
    takeover: optional(
      z.object({ bot: Name, reason: z.enum(TAKEOVER_REASONS), words: optional(text(2_000)) }),
    ),
  })
  .refine(({ body, lines }) => body !== null || lines.length > 0, {
    path: ['body'],
    error: 'nothing was said',
  })
  .refine(({ lines, takeover }) => takeover !== null || lines.every(({ by }) => by !== 'bot'), {
    path: ['takeover'],
    error: 'a bot spoke: why is a person needed?',
  })
export type FiledTicket = z.infer<typeof FiledTicket>

/**
 * 'waiting': no person has said yet that they have it. 'taken-over': a person speaks with the customer now, the bot had
 * better not. 'none': no bot spoke.
 */
export const FILED_STATES = ['waiting', 'taken-over', 'none'] as const

export const FiledTicketAnswer = z.object({
  ticket: z.object({ id: z.string(), number: z.int().nullable() }),
  /** Whether this request has made it. */
  isNew: z.boolean(),
  /** Lines that were new. */
  added: z.int(),
  takeover: z.object({
    state: z.enum(FILED_STATES),
    /** Who has it, by name; null: nobody has, or it is not known who. */
    by: z.string().nullable(),
    atMs: z.int().nullable(),
  }),
})
export type FiledTicketAnswer = z.infer<typeof FiledTicketAnswer>
