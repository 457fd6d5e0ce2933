import { z } from 'zod'

export const WORK_KINDS = ['service', 'support'] as const
export type WorkKind = (typeof WORK_KINDS)[number]
export const WorkKind = z.enum(WORK_KINDS)

export const THREAD_STATES = ['open', 'pending', 'snoozed', 'solved', 'closed'] as const
export type ThreadState = (typeof THREAD_STATES)[number]
export const ThreadState = z.enum(THREAD_STATES)

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]
export const Priority = z.enum(PRIORITIES)
/** Higher is more urgent; 'other' ranks as normal. */
export const priorityRank = (priority: Priority | 'other'): number =>
  priority === 'other' ? 1 : PRIORITIES.indexOf(priority)

export const CHANNELS = [
  'email',
  'chat',
  'phone',
  'sms',
  'whatsapp',
  'in-app',
  'social',
  'walk-in',
  'web',
  'import',
] as const
export type Channel = (typeof CHANNELS)[number]
export const Channel = z.enum(CHANNELS)

export const ROLES = ['guest', 'agent', 'supervisor', 'admin'] as const
export type Role = (typeof ROLES)[number]
export const Role = z.enum(ROLES)

export const JOURNEY_STAGES = [
  'evaluating',
  'buying',
  'onboarding',
  'using',
  'renewing',
  'at-risk',
  'lost',
] as const
/** 'bot': what a company's own bot said to the customer before a person did. */
export const AUTHOR_KINDS = ['customer', 'agent', 'automation', 'import', 'bot'] as const
export const DIRECTIONS = ['in', 'out'] as const
export const DELIVERY_STATES = ['none', 'queued', 'accepted', 'delivered', 'bounced', 'unknown'] as const
export const ORDER_STATES = [
  'placed',
  'paid',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
] as const
export const RETURN_KINDS = ['return', 'refund', 'exchange'] as const
export const RETURN_STATES = [
  'requested',
  'approved',
  'in-transit',
  'received',
  'refunded',
  'exchanged',
  'refused',
] as const
/** States of a case that is still on its way. */
export const OPEN_RETURN_STATES: readonly string[] = ['requested', 'approved', 'in-transit', 'received']
export const INVOICE_STATES = ['draft', 'sent', 'paid', 'overdue', 'void'] as const
export const SUBSCRIPTION_STATES = ['active', 'paused', 'cancelled', 'ended'] as const
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number]
/** How long it runs before it is paid again. */
export const SUBSCRIPTION_TERMS = ['month', 'quarter', 'year', 'years'] as const
export const CHARGE_STATES = ['pending', 'captured', 'failed', 'refunded', 'disputed'] as const
export const FOLLOW_UP_STATES = ['open', 'done', 'cancelled'] as const
export const PROMISE_STATES = ['open', 'kept', 'broken', 'withdrawn'] as const
export const ISSUE_STATES = ['investigating', 'known', 'fixing', 'fixed', 'wont-fix'] as const
export const ARTICLE_STATES = ['draft', 'published', 'archived'] as const
export const SURVEY_KINDS = ['csat', 'nps', 'ces'] as const
export const LINK_KINDS = ['related', 'duplicate', 'parent', 'caused-by'] as const
export const LinkKind = z.enum(LINK_KINDS)
export const ASSET_STATES = ['in-use', 'broken', 'retired'] as const
export const CONTACT_KINDS = ['email', 'phone', 'chat', 'social'] as const
export const DRAFT_MODES = ['reply', 'note'] as const
export const DraftMode = z.enum(DRAFT_MODES)
export type DraftMode = (typeof DRAFT_MODES)[number]

export const Tags = z.array(z.string())
export const Address = z.object({ name: z.string().nullable(), address: z.string() })
export type Address = z.infer<typeof Address>
export const Addresses = z.array(Address)
/** Custom fields by key; what a team defines itself. */
export const Fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type Fields = z.infer<typeof Fields>

/** A file that goes along with what is being written; its content is a blob named by `sha256`. */
export const DraftFile = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
})
export type DraftFile = z.infer<typeof DraftFile>
export const DraftFiles = z.array(DraftFile)
