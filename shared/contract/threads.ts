import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import type { TakeoverReason } from '../domain/takeovers.ts'
import type { Fields, Priority, ThreadState, WorkKind } from '../domain/values.ts'
import type { HealthBand } from '../rules/health/health.ts'
import type { ValueBand } from '../rules/portrait/value-band.ts'
import type { ShownClock } from '../rules/sla/shown-clock.ts'
import { Condition } from '../rules/saved-views/rule.ts'
import { method, returns } from './define.ts'
import type { ShownLease } from './tickets.ts'

export const ViewName = z.enum(['mine', 'unassigned', 'my-teams', 'all-open', 'pending', 'snoozed', 'solved'])
export type ViewName = z.infer<typeof ViewName>
export const KindFilter = z.enum(['all', 'service', 'support', 'both'])
export type KindFilter = z.infer<typeof KindFilter>
export const SortName = z.enum(['newest', 'waiting', 'priority', 'due', 'tier'])
export type SortName = z.infer<typeof SortName>

const SAVED = 'saved:'
/** A view that can be in front: a standing one, or a saved one as `saved:<id>`. */
export const ViewRef = z.union([
  ViewName,
  z.templateLiteral([SAVED, z.string()]).refine(ref => RowId.safeParse(ref.slice(SAVED.length)).success),
])
export type ViewRef = z.infer<typeof ViewRef>
export const savedRef = (viewId: string): ViewRef => `${SAVED}${viewId}`
/** The saved view that is meant; null for a standing one. */
export const savedId = (ref: ViewRef): string | null =>
  ref.startsWith(SAVED) ? ref.slice(SAVED.length) : null
export const isStanding = (ref: ViewRef): ref is ViewName => !ref.startsWith(SAVED)

/** Conditions over a list that are not kept: each must hold beside what the view says. */
export const Filter = z.array(Condition).max(20)

/** One thread as the list shows it. */
export type ListThread = {
  readonly id: string
  readonly kind: WorkKind | 'other'
  readonly state: ThreadState | 'other'
  readonly assigneeId: string | null
  readonly assigneeName: string | null
  readonly teamId: string | null
  readonly priority: Priority | 'other'
  readonly dueAtMs: number | null
  /** What is due next, or stands still; null when nothing is promised. */
  readonly clock: ShownClock | null
  readonly snoozedUntilMs: number | null
}
/** One row of the ticket list: a ticket with the thread(s) that put it into the view. */
export type ListRow = {
  readonly ticketId: string
  /** Given by the hub; null while only this laptop knows the ticket, then `localNumber` says "new-3". */
  readonly number: number | null
  readonly localNumber: number | null
  readonly subject: string
  readonly channel: string
  readonly tags: readonly string[]
  /** What stands in the fields of its forms, long words cut. */
  readonly fields: Fields
  readonly customerId: string
  readonly customerName: string
  readonly language: string | null
  readonly tier: string | null
  /** Null: nothing to judge by, or not worked out yet. */
  readonly health: { readonly score: number; readonly band: HealthBand } | null
  readonly valueBand: ValueBand | null
  readonly isVip: boolean
  /** The newest public message's first words. */
  readonly preview: string
  readonly threads: readonly ListThread[]
  readonly lastActivityAtMs: number
  readonly waitingSinceMs: number | null
  /** Unsent work of this laptop on the ticket: replies and other changes. */
  readonly waiting: { readonly replies: number; readonly changes: number; readonly parked: number }
  readonly hasDraft: boolean
  /** Who works on it offline. */
  readonly lease: ShownLease | null
  /** Why a person has to come in for a bot; null: none has to, or somebody has. */
  readonly needsPerson: TakeoverReason | 'other' | null
  /** Bad experiences of the customer that nobody has made up for; 0 once the ticket is done, and on the board. */
  readonly badExperiences: number
  /** Somebody waits, and their newest message was never on the screen of this laptop. */
  readonly isUnread: boolean
}
/** A page may be shorter than asked for, even empty, and yet not the last one: of a rare view it says how far it looked. */
export type ListPage = { readonly rows: readonly ListRow[]; readonly next: string | null }
export type ViewCounts = Readonly<Record<ViewName, Readonly<Record<KindFilter, number>>>>

export const threadMethods = {
  'threads.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      view: ViewRef,
      filter: Filter.optional(),
      kind: KindFilter.default('all'),
      sort: SortName.default('newest'),
      /** Opaque keyset position of an earlier page. */
      after: z.string().nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: returns<ListPage>(),
  }),
  'threads.counts': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<ViewCounts>(),
  }),
  /** How many of each view are late now: past their due time, or, of the snoozed, past the end of the snooze. */
  'threads.late': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<ViewCounts>(),
  }),
  /** Where a ticket stands in a view: place (1-based), the one before and the one after. */
  'threads.neighbours': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      ticketId: TicketId,
      view: ViewRef,
      filter: Filter.optional(),
      kind: KindFilter,
      sort: SortName,
    }),
    output: returns<{ place: number | null; total: number; previous: string | null; next: string | null }>(),
  }),
} as const
