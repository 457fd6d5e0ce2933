import { z } from 'zod'
import { defineTable, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { RowId } from './ids.ts'
import { WORK_KINDS } from './values.ts'

/** A stretch of a day on the clock on the wall there, `HH:MM` to `HH:MM`; `24:00` is the end of the day. */
export const OpenPeriod = z.object({ from: z.string(), to: z.string() })
export type OpenPeriod = z.infer<typeof OpenPeriod>

/** Weekday 1 is Monday, 7 Sunday; a day may have several periods. */
export const WeekPeriod = z.object({ weekday: z.int(), from: z.string(), to: z.string() })
export type WeekPeriod = z.infer<typeof WeekPeriod>

/** A day unlike others, `YYYY-MM-DD`: open only as `open` says, not at all when that is empty. */
export const Holiday = z.object({ date: z.string(), name: z.string(), open: z.array(OpenPeriod) })
export type Holiday = z.infer<typeof Holiday>

/**
 * When a team is there. A row is one version and never changes: another set of hours is another row, so that what was
 * promised under the old one can still be explained.
 */
export const calendars = defineTable('calendars', 'workspace', {
  id: ref(RowId),
  /** What policies call it; the same in all versions. */
  key: text(),
  name: text(),
  version: integer(),
  /** IANA name. */
  timeZone: text(),
  week: json(z.array(WeekPeriod)),
  holidays: json(z.array(Holiday)),
  createdAtMs: integer(),
})
export type Calendar = RowFrom<typeof calendars.columns>

/** Limits of one priority in minutes of opening hours; null: nothing is promised. */
export const SlaTarget = z.object({
  calendarId: RowId,
  firstMinutes: z.int().nullable(),
  nextMinutes: z.int().nullable(),
  /** Service: to resolve. Support: to restore. */
  solveMinutes: z.int().nullable(),
})
export type SlaTarget = z.infer<typeof SlaTarget>

/** Targets by priority; null: no promise for that one. */
export const SlaTargets = z.object({
  urgent: SlaTarget.nullable(),
  high: SlaTarget.nullable(),
  normal: SlaTarget.nullable(),
  low: SlaTarget.nullable(),
})
export type SlaTargets = z.infer<typeof SlaTargets>

/** What customers of one tier are promised in place of what everybody is. */
export const TierTargets = z.object({ tier: z.string(), targets: SlaTargets })
export type TierTargets = z.infer<typeof TierTargets>

export const ESCALATION_MOMENTS = ['warning', 'breach'] as const
export type EscalationMoment = (typeof ESCALATION_MOMENTS)[number]
/** Who is told beside whoever has the thread: they are reminded on their own laptop, offline too. */
export const ESCALATION_AUDIENCES = ['team', 'team-supervisors', 'supervisors', 'admins'] as const
export type EscalationAudience = (typeof ESCALATION_AUDIENCES)[number]

/**
 * What happens when a clock warns or runs out. Words and not closed sets: rows come from newer hubs too, and what has
 * no meaning here does nothing.
 */
export const Escalation = z.object({
  on: z.string(),
  /** 'first', 'next', 'solve'. */
  clocks: z.array(z.string()),
  tell: z.array(z.string()),
  /** Raised to this priority where it is lower; null: stays. */
  raiseTo: z.string().nullable(),
  /** Given to this team, without an owner there; null: stays. */
  moveToTeamId: z.string().nullable(),
})
export type Escalation = z.infer<typeof Escalation>

/** How early a clock turns amber: minutes, or a share of its limit; exactly one of them is set. */
export const WarnBefore = z.object({ minutes: z.int().nullable(), share: z.number().nullable() })
export type WarnBefore = z.infer<typeof WarnBefore>

/**
 * What is promised for one kind of work. A row is one version and never changes: threads keep the version they run
 * under, so editing a policy never rewrites what was promised before.
 */
export const slaPolicies = defineTable('slaPolicies', 'workspace', {
  id: ref(RowId),
  name: text(),
  kind: oneOf(WORK_KINDS),
  version: integer(),
  /** From when it holds for new threads and for changes of kind and priority, ms. */
  validFromMs: integer(),
  targets: json(SlaTargets),
  /** States in which the clock to resolve or restore stands still: 'pending', 'snoozed'. */
  pausesIn: json(z.array(z.string())),
  warnBefore: json(WarnBefore),
  tiers: json(z.array(TierTargets)),
  escalations: json(z.array(Escalation)),
})
export type SlaPolicy = RowFrom<typeof slaPolicies.columns>

/**
 * One countdown of a thread. Its time used is `usedMs` and the opening hours from `sinceMs` to `stoppedAtMs`, or to now
 * while that is null. Durations are opening hours of the calendar it runs under.
 */
export const SlaClock = z.object({
  limitMs: z.int(),
  warnMs: z.int(),
  usedMs: z.int(),
  sinceMs: z.int(),
  stoppedAtMs: z.int().nullable(),
  /** Null, like `dueAtMs`, when the calendar never opens long enough. */
  warnAtMs: z.int().nullable(),
  dueAtMs: z.int().nullable(),
  /** The hub has recorded that it ran out. */
  isBreached: z.boolean(),
  /** The hub has acted on its warning; left out: no. */
  isWarned: z.boolean().optional(),
})
export type SlaClock = z.infer<typeof SlaClock>

/** The clocks of a thread under one version of a policy. */
export const ThreadClocks = z.object({
  policyId: RowId,
  calendarId: RowId,
  /** The thread is older than the promise: it owes no first reply. */
  isAdopted: z.boolean(),
  /** Tier whose own targets hold; left out: those for everybody do. */
  tier: z.string().optional(),
  /** Kept when it has stopped: it says whether the first reply was in time. */
  first: SlaClock.nullable(),
  /** There only while the customer waits for another reply. */
  next: SlaClock.nullable(),
  /** To resolve (service) or restore (support). */
  solve: SlaClock.nullable(),
  /** The next moment the hub has to look: a clock runs out, or warns where the policy escalates that, ms. */
  breachAtMs: z.int().nullable(),
})
export type ThreadClocks = z.infer<typeof ThreadClocks>

export const threadClocks = nullable(json(ThreadClocks))
