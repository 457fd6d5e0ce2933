import { z } from 'zod'
import { dayNumberOf, minutesOf } from '../../shared/rules/sla/open-days.ts'
import { isKnownZone } from '../../shared/rules/sla/zone-offsets.ts'
import { TeamId } from '../../shared/domain/ids.ts'
import { ESCALATION_AUDIENCES, ESCALATION_MOMENTS } from '../../shared/domain/service-levels.ts'
import { PRIORITIES, WORK_KINDS } from '../../shared/domain/values.ts'
import { CLOCK_NAMES } from '../../shared/rules/sla/clock-names.ts'

/** Longer promises than five years are slips of the pen, and so are more days than this. */
const MOST_MINUTES = 5 * 365 * 24 * 60
const MOST_HOLIDAYS = 2000

const Time = z
  .string()
  .refine(text => minutesOf(text) !== null, { error: 'write times as HH:MM, 00:00 to 24:00' })
const Period = z
  .strictObject({ from: Time, to: Time })
  .refine(({ from, to }) => (minutesOf(from) ?? 0) < (minutesOf(to) ?? 0), {
    error: 'a period ends after it begins; over midnight it is two periods',
  })
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const Holiday = z.strictObject({
  date: z.string().refine(text => dayNumberOf(text) !== null, { error: 'write days as YYYY-MM-DD' }),
  name: z.string().min(1).max(200),
  open: z.array(Period).max(20).default([]),
})

const CalendarEntry = z
  .strictObject({
    name: z.string().min(1).max(200),
    timeZone: z.string().refine(isKnownZone, { error: 'not an IANA time zone such as Europe/Madrid' }),
    /** Open around the clock: then `week` is left out. */
    alwaysOpen: z.boolean().default(false),
    week: z.partialRecord(z.enum(DAYS), z.array(Period).max(20)).default({}),
    holidays: z.array(Holiday).max(MOST_HOLIDAYS).default([]),
  })
  .refine(
    ({ alwaysOpen, week, holidays }) =>
      !alwaysOpen || (Object.keys(week).length === 0 && holidays.length === 0),
    {
      error: 'alwaysOpen leaves no room for week and holidays',
    },
  )
  .refine(({ holidays }) => new Set(holidays.map(({ date }) => date)).size === holidays.length, {
    error: 'a day is named twice among the holidays',
  })
export type CalendarEntry = z.infer<typeof CalendarEntry>

const Minutes = z.int().min(1).max(MOST_MINUTES).nullable().default(null)
const Target = z.strictObject({
  /** Key of a calendar of this file; default: the policy's. */
  calendar: z.string().optional(),
  first: Minutes,
  next: Minutes,
  /** Service resolves, support restores; either word is understood for its kind only. */
  resolve: Minutes,
  restore: Minutes,
})

const Targets = z.partialRecord(z.enum(PRIORITIES), Target)
type Places = {
  readonly targets: z.infer<typeof Targets>
  readonly tiers: Readonly<Record<string, z.infer<typeof Targets>>>
}
/** All targets of a policy, each with its place in the file. */
function placesOf({ targets, tiers }: Places): readonly (readonly [string[], z.infer<typeof Target>])[] {
  const all = [
    [['targets'], targets] as const,
    ...Object.entries(tiers).map(([tier, own]) => [['tiers', tier], own] as const),
  ]
  return all.flatMap(([path, given]) =>
    Object.entries(given).map(([priority, target]) => [[...path, priority], target] as const),
  )
}

const Rule = z
  .strictObject({
    on: z.enum(ESCALATION_MOMENTS),
    clocks: z
      .array(z.enum(CLOCK_NAMES))
      .min(1)
      .max(CLOCK_NAMES.length)
      .default([...CLOCK_NAMES]),
    tell: z.array(z.enum(ESCALATION_AUDIENCES)).max(ESCALATION_AUDIENCES.length).default([]),
    raiseTo: z.enum(PRIORITIES).nullable().default(null),
    /** Id of a team. */
    moveToTeam: TeamId.nullable().default(null),
  })
  .refine(({ tell, raiseTo, moveToTeam }) => tell.length > 0 || raiseTo !== null || moveToTeam !== null, {
    error: 'a rule tells somebody, raises the priority or moves to a team',
  })

const PolicyEntry = z
  .strictObject({
    name: z.string().min(1).max(200),
    kind: z.enum(WORK_KINDS),
    calendar: z.string(),
    pauses: z
      .array(z.enum(['pending', 'snoozed']))
      .max(2)
      .default(['pending', 'snoozed']),
    warnBefore: z
      .union([
        z.strictObject({ minutes: z.int().min(0).max(MOST_MINUTES) }),
        z.strictObject({ share: z.number().min(0).max(1) }),
      ])
      .default({ share: 0.25 }),
    targets: Targets,
    /** By tier of customer, in place of `targets`. */
    tiers: z.record(z.string().min(1).max(300), Targets).default({}),
    escalations: z.array(Rule).max(50).default([]),
  })
  .superRefine(({ kind, targets, tiers }, context) => {
    const foreign = kind === 'service' ? 'restore' : 'resolve'
    const message =
      kind === 'service' ? 'service is resolved, not restored' : 'support is restored, not resolved'
    for (const [path, target] of placesOf({ targets, tiers })) {
      if (target[foreign] !== null) context.addIssue({ code: 'custom', path: [...path, foreign], message })
    }
  })
export type PolicyEntry = z.infer<typeof PolicyEntry>

/** Policies of a workspace as people write them. */
export const LevelsFile = z
  .strictObject({
    calendars: z.record(
      z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'keys are small letters, digits and -'),
      CalendarEntry,
    ),
    policies: z.array(PolicyEntry).max(WORK_KINDS.length),
  })
  .superRefine(({ calendars, policies }, context) => {
    const known = (key: string): boolean => Object.hasOwn(calendars, key)
    for (const [index, { kind, calendar, targets, tiers }] of policies.entries()) {
      const at = ['policies', index]
      const missing = (key: string, path: readonly (string | number)[]): void =>
        context.addIssue({
          code: 'custom',
          path: [...at, ...path],
          message: `no calendar "${key}" in this file`,
        })
      if (!known(calendar)) missing(calendar, ['calendar'])
      for (const [path, target] of placesOf({ targets, tiers })) {
        if (target.calendar !== undefined && !known(target.calendar))
          missing(target.calendar, [...path, 'calendar'])
      }
      if (policies.findIndex(each => each.kind === kind) !== index) {
        context.addIssue({
          code: 'custom',
          path: [...at, 'kind'],
          message: `there is a policy for ${kind} already`,
        })
      }
    }
  })
export type LevelsFile = z.infer<typeof LevelsFile>

export const weekdayNames = DAYS
