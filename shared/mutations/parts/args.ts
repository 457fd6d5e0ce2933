import { z } from 'zod'
import { RowId } from '../../domain/ids.ts'
import { storableText } from '../../rules/storable-text.ts'

const BODY_LIMIT = 5_000_000
const FACTS_LIMIT = 100_000
const LINE_LIMIT = 2_000
const FIELD_LIMIT = 10_000
const TAG_LIMIT = 100
const NAME_LIMIT = 300
const ATTACHMENT_LIMIT = 100
const RECEIVER_LIMIT = 200

export const textUpTo = (limit: number) => z.string().max(limit).overwrite(storableText)

/** Text of a message, plain or HTML. */
export const Body = textUpTo(BODY_LIMIT)
/** Free text about a person, a note, an outcome. */
export const Prose = textUpTo(FACTS_LIMIT)
/** One line: a subject, a title, a reason. May be empty. */
export const Line = textUpTo(LINE_LIMIT)
export const PersonName = textUpTo(NAME_LIMIT)
export const Tag = z.string().trim().min(1).max(TAG_LIMIT).overwrite(storableText)
export const TagList = z.array(Tag).max(1_000)

/** What the agent saw in a field with a closed set: a string, because it may be a value of a newer hub. */
export const SeenValue = z.string().max(LINE_LIMIT)
/** Newest message painted when the agent decided; 0 when none had reached the hub. */
export const SeenUpToSeq = z.int().min(0)
/** A moment, ms since 1970. */
export const Moment = z.int().min(0)

export const Receiver = z.strictObject({
  name: textUpTo(NAME_LIMIT).nullable(),
  address: textUpTo(NAME_LIMIT),
})
export const Receivers = z.array(Receiver).max(RECEIVER_LIMIT)
export const CustomFields = z.record(
  z.string().max(TAG_LIMIT),
  z.union([textUpTo(FIELD_LIMIT), z.number(), z.boolean(), z.null()]),
)

/** The record of a file; its content is a blob that reached the hub before the mutation. */
export const AttachmentArg = z.strictObject({
  id: RowId,
  fileName: textUpTo(NAME_LIMIT),
  mediaType: textUpTo(NAME_LIMIT),
  sizeBytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex'),
  contentId: textUpTo(NAME_LIMIT).nullable(),
})
export type AttachmentArg = z.infer<typeof AttachmentArg>
export const AttachmentArgs = z.array(AttachmentArg).max(ATTACHMENT_LIMIT)

/** A field the agent changed: what stood there when the agent looked, and what it shall be. */
export const edit = <Seen, Value>(seen: z.ZodType<Seen>, value: z.ZodType<Value>) =>
  z.strictObject({ seen, value })
