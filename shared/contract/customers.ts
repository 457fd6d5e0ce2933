import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import type { ContactPoint, Customer, CustomerPromise, FollowUp, Organisation } from '../domain/people.ts'
import type {
  Asset,
  Charge,
  Invoice,
  Order,
  OrderLine,
  ReturnCase,
  Subscription,
  Survey,
} from '../domain/commerce.ts'
import type { KnownIssue } from '../domain/knowledge.ts'
import type { Thread } from '../domain/tickets.ts'
import { method, returns } from './define.ts'

/** A ticket of the customer in one line. */
export type TicketLine = {
  readonly ticketId: string
  readonly number: number | null
  readonly localNumber: number | null
  readonly subject: string
  readonly threads: readonly Pick<
    Thread,
    'id' | 'kind' | 'state' | 'assigneeId' | 'solvedAtMs' | 'openedAtMs'
  >[]
  readonly lastActivityAtMs: number
}
export type AssetLine = Asset & {
  readonly productName: string | null
  readonly currentVersion: string | null
}
export type OrderLineItem = Pick<OrderLine, 'id' | 'title' | 'quantity' | 'unitMinor'>
export type OrderView = Order & { readonly lines: readonly OrderLineItem[] }
/** A known issue that fits, with what speaks for it. `score` 0 to 1. */
export type IssueMatch = {
  readonly issue: KnownIssue
  readonly score: number
  readonly reasons: readonly { readonly key: string; readonly value: string }[]
  /** The ticket at hand has it; null while it only fits. */
  readonly linkId: string | null
}
/** A known issue another ticket of the customer had. */
export type IncidentLine = {
  readonly id: string
  readonly atMs: number
  readonly issueId: string
  readonly code: string
  readonly title: string
  /** Where the issue stands today. */
  readonly issueState: KnownIssue['state']
  readonly ticketId: string
  readonly number: number | null
}
/** Somebody known who may be the person being written down. */
export type SimilarCustomer = {
  readonly id: string
  readonly name: string
  readonly organisationName: string | null
  readonly contact: string | null
  readonly because: 'email' | 'phone' | 'name'
}

/** The customer whole: header, and what the two panes show. */
export type CustomerCard = {
  /** The record that stands for the person. */
  readonly customer: Customer
  /** Records that were merged into it; what follows belongs to all of them. */
  readonly merged: readonly Customer[]
  readonly organisation: Organisation | null
  readonly contactPoints: readonly ContactPoint[]
  /** When this laptop last heard of anything from the hub, ms; null before the first sync. */
  readonly asOfMs: number | null
  readonly openPromises: number
  readonly service: {
    readonly followUps: readonly FollowUp[]
    readonly promises: readonly CustomerPromise[]
    readonly orders: readonly OrderView[]
    readonly orderCount: number
    readonly returns: readonly ReturnCase[]
    readonly invoices: readonly Invoice[]
    readonly charges: readonly Charge[]
    /** Those that run first, the next to renew before others. */
    readonly contracts: readonly Subscription[]
    readonly open: readonly TicketLine[]
    readonly earlier: readonly TicketLine[]
    readonly earlierCount: number
    readonly surveys: readonly Survey[]
  }
  readonly support: {
    readonly assets: readonly AssetLine[]
    /** Those of the ticket at hand first, then what fits. */
    readonly issues: readonly IssueMatch[]
    readonly incidents: readonly IncidentLine[]
    readonly open: readonly TicketLine[]
    readonly earlier: readonly TicketLine[]
    readonly earlierCount: number
  }
}

/** One point of the timeline across both kinds, newest first. `type` as in events, or 'message', 'note', 'order', 'survey' … */
export type TimelineItem = {
  readonly id: string
  readonly type: string
  readonly kind: 'service' | 'support' | 'both' | null
  readonly atMs: number
  readonly ticketId: string | null
  readonly number: number | null
  readonly title: string
}

export const TIMELINE_SUBJECTS = ['all', 'messages', 'notes', 'orders', 'changes'] as const
export const TimelineSubject = z.enum(TIMELINE_SUBJECTS)
export type TimelineSubject = z.infer<typeof TimelineSubject>

export const customerMethods = {
  'customers.card': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId, ticketId: z.string().nullable().default(null) }),
    output: returns<CustomerCard | null>(),
  }),
  'customers.timeline': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      customerId: CustomerId,
      before: z.string().nullable().default(null),
      limit: z.int().min(1).max(200).default(60),
      subject: TimelineSubject.default('all'),
    }),
    output: returns<{ items: readonly TimelineItem[]; earlier: string | null; total: number }>(),
  }),
  /** Who is known already, while somebody new is written down; surest first. */
  'customers.similar': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      name: z.string().max(300),
      mail: z.string().max(300),
      phone: z.string().max(300),
    }),
    output: returns<readonly SimilarCustomer[]>(),
  }),
  /** For "new ticket": people by name, address or number as typed. */
  'customers.find': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50).default(10) }),
    output:
      returns<
        readonly { id: string; name: string; organisationName: string | null; contact: string | null }[]
      >(),
  }),
} as const
