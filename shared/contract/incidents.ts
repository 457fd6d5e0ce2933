import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import type { EngineeringIssue, Escalation, Impact, IssueUpdate, RootCause } from '../domain/incidents.ts'
import type { KnownIssue } from '../domain/knowledge.ts'
import type { ThreadState } from '../domain/values.ts'
import { FEEDBACK_KINDS } from '../domain/feedback.ts'
import type { DigestEntry } from '../rules/recurrence/feedback-digest.ts'
import type { Recurrence } from '../rules/recurrence/recurrence.ts'
import type { Uptime } from '../rules/impact/uptime.ts'
import { IssueNextRequest } from '../protocol/issue-next.ts'
import type { IssueNextAnswer } from '../protocol/issue-next.ts'
import { method, returns } from './define.ts'

/** How many have a known issue in the whole workspace, as the hub counted last. */
export type EverywhereCounts = {
  readonly tickets: number
  readonly customers: number
  readonly openTickets: number
}
/** A known issue in a line of the register. */
export type IssueLine = {
  readonly issue: KnownIssue
  readonly productName: string | null
  /** Null: the hub has not counted it yet. */
  readonly everywhere: EverywhereCounts | null
  /** Tickets on this laptop that have it, and those of them somebody still works on. */
  readonly tickets: number
  readonly openTickets: number
  readonly lastUpdateAtMs: number | null
}
/** A ticket that has a known issue. */
export type IssueTicket = {
  readonly linkId: string
  readonly ticketId: string
  readonly number: number | null
  readonly subject: string
  readonly customerId: string
  readonly customerName: string
  /** The customer's, BCP 47; null when it is not known. */
  readonly language: string | null
  readonly state: ThreadState | 'other'
  /** Takes an update: somebody still works on its support. */
  readonly isOpen: boolean
  /** Another open one of the same person stands before it: they are told there. */
  readonly isToldElsewhere: boolean
}
export type IssueDetail = IssueLine & {
  readonly engineering: EngineeringIssue | null
  readonly tickets: number
  /** Open ones first, newest first. */
  readonly list: readonly IssueTicket[]
  /** Newest first. */
  readonly updates: readonly IssueUpdate[]
}
/** A customer a known issue can hit who has not written about it. */
export type ReachLine = {
  readonly customerId: string
  readonly customerName: string
  readonly language: string | null
  readonly organisationName: string | null
  /** Where a mail would go; null: only by other ways. */
  readonly address: string | null
  readonly assetName: string
  readonly version: string
  /** An open ticket of theirs about something else: for the agent to weigh. */
  readonly openTicketId: string | null
}
export type Reach = {
  readonly lines: readonly ReachLine[]
  /** Left out because they have a ticket with it, or were written to about it. */
  readonly known: number
}

/** What support has recorded of a customer and of the ticket at hand. */
export type SupportRecord = {
  /** Of the ticket at hand, newest first, and open ones of other tickets. */
  readonly escalations: readonly (Escalation & { readonly engineering: EngineeringIssue | null })[]
  /** What goes on, then what ended in the last 90 days, newest first. */
  readonly impacts: readonly (Impact & { readonly assetName: string | null })[]
  /** Things that are said to be down and have no clock of their own, the longest first. */
  readonly down: readonly {
    readonly assetId: string
    readonly assetName: string
    readonly downSinceMs: number
  }[]
  /** Shares of the last 30 and 90 days; null: nothing was down. */
  readonly uptime: { readonly days30: Uptime; readonly days90: Uptime } | null
  readonly cause: RootCause | null
  /** Names of files of the ticket at hand that are no part of a mail's looks, newest first. */
  readonly files: readonly string[]
}

/** What a thing said of itself lately, all alike in one line. */
export type AssetEventLine = {
  readonly assetId: string
  /** A word of the thing's maker. */
  readonly event: string
  /** Of the newest. */
  readonly detail: string | null
  readonly times: number
  readonly lastAtMs: number
}

export const REPORT_DAYS = [30, 90, 365] as const
const Days = z.union([z.literal(30), z.literal(90), z.literal(365)])
export type ReportDays = z.infer<typeof Days>

export const DIGEST_DAYS = [7, ...REPORT_DAYS] as const
const DigestDays = z.union([z.literal(7), Days])
export type DigestDays = z.infer<typeof DigestDays>

export const incidentMethods = {
  /** The register: every known issue, those that matter today first. `text` looks through code, title, symptoms and error codes. */
  'knownIssues.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ text: z.string().max(200).default('') }),
    output: returns<readonly IssueLine[]>(),
  }),
  /** One of them with its tickets and what was told; null when it is not on this laptop. */
  'knownIssues.detail': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ issueId: RowId }),
    output: returns<IssueDetail | null>(),
  }),
  /** Customers whose things match and who have no ticket with it. */
  'knownIssues.reach': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ issueId: RowId }),
    output: returns<Reach>(),
  }),
  /** How many the hub would write to beyond those named, and how many it would leave out. Throws `offline` … */
  'knownIssues.countNext': method({
    owner: 'data',
    kind: 'command',
    input: IssueNextRequest,
    output: returns<IssueNextAnswer>(),
  }),
  'support.record': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId, ticketId: z.string().nullable().default(null) }),
    output: returns<SupportRecord>(),
  }),
  /** What the things of a customer said of themselves in the last 30 days, the newest first. */
  'assets.events': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<readonly AssetEventLine[]>(),
  }),
  /** What came back: causes by product, with the tickets behind every number. */
  'causes.report': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ days: Days }),
    output: returns<Recurrence>(),
  }),
  /** What customers want of the products, or how it felt: every area once, with what was said behind every number. */
  'feedback.digest': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ kind: z.enum(FEEDBACK_KINDS).default('product'), days: DigestDays }),
    output: returns<readonly DigestEntry[]>(),
  }),
} as const
