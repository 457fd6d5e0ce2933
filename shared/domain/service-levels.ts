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
})
export type SlaClock = z.infer<typeof SlaClock>

/** The clocks of a thread under one version of a policy. */
export const ThreadClocks = z.object({
  policyId: RowId,
  calendarId: RowId,
  /** The thread is older than the promise: it owes no first reply. */
  isAdopted: z.boolean(),
  /** Kept when it has stopped: it says whether the first reply was in time. */
  first: SlaClock.nullable(),
  /** There only while the customer waits for another reply. */
  next: SlaClock.nullable(),
  /** To resolve (service) or restore (support). */
  solve: SlaClock.nullable(),
  /** The next moment the hub has to record a clock that ran out, ms. */
  breachAtMs: z.int().nullable(),
})
export type ThreadClocks = z.infer<typeof ThreadClocks>

export const threadClocks = nullable(json(ThreadClocks))
