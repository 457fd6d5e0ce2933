import { z } from 'zod'
import { Address, Channel, Fields, Priority, ThreadState, WorkKind } from '../../shared/domain/values.ts'

export const AttachmentDraft = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  contentId: z.string().nullable(),
})
export type AttachmentDraft = z.infer<typeof AttachmentDraft>

/** One message of a ticket that is not in the hub yet. `atMs` null: the time of the import. */
export const MessageDraft = z.object({
  direction: z.enum(['in', 'out']),
  authorName: z.string().nullable(),
  from: Address.nullable(),
  to: z.array(Address),
  cc: z.array(Address),
  bodyText: z.string(),
  bodyHtml: z.string().nullable(),
  messageId: z.string().nullable(),
  atMs: z.int().nullable(),
  attachments: z.array(AttachmentDraft),
})
export type MessageDraft = z.infer<typeof MessageDraft>

export const NoteDraft = z.object({
  body: z.string(),
  authorName: z.string().nullable(),
  atMs: z.int().nullable(),
})
export type NoteDraft = z.infer<typeof NoteDraft>

export const CustomerDraft = z.object({
  /** Same key, same customer, within the source. */
  key: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  organisation: z.string().nullable(),
  language: z.string().nullable(),
})
export type CustomerDraft = z.infer<typeof CustomerDraft>

/** A whole ticket as the file holds it: what is staged, and later goes in at once or not at all. */
export const TicketDraft = z.object({
  subject: z.string(),
  channel: Channel,
  tags: z.array(z.string()),
  fields: Fields,
  kinds: z.array(WorkKind).min(1),
  state: ThreadState,
  priority: Priority,
  createdAtMs: z.int().nullable(),
  customer: CustomerDraft,
  messages: z.array(MessageDraft).min(1),
  notes: z.array(NoteDraft),
})
export type TicketDraft = z.infer<typeof TicketDraft>
