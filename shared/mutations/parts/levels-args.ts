import { z } from 'zod'
import { RowId, TeamId } from '../../domain/ids.ts'
import { ESCALATION_AUDIENCES, ESCALATION_MOMENTS } from '../../domain/service-levels.ts'
import { Priority } from '../../domain/values.ts'
import { calendarProblems } from '../../rules/sla/calendar-problems.ts'
import { CLOCK_NAMES } from '../../rules/sla/clock-names.ts'
import { policyProblems } from '../../rules/sla/policy-problems.ts'
import { Line, PersonName } from './args.ts'

const MOST_PERIODS = 20 * 7
const MOST_HOLIDAYS = 2_000
const MOST_TIERS = 50
const MOST_RULES = 50

const Time = z.string().max(5)
const Period = z.strictObject({ from: Time, to: Time })

/** Hours as people set them. */
export const CalendarArgs = z
  .strictObject({
    name: PersonName,
    timeZone: z.string().max(100),
    week: z.array(Period.extend({ weekday: z.int().min(1).max(7) })).max(MOST_PERIODS),
    holidays: z
      .array(z.strictObject({ date: z.string().max(10), name: Line, open: z.array(Period).max(20) }))
      .max(MOST_HOLIDAYS),
  })
  .refine(content => calendarProblems(content).length === 0, { error: 'this calendar cannot be used' })

const Minutes = z.int().nullable()
const Target = z.strictObject({
  calendarId: RowId,
  firstMinutes: Minutes,
  nextMinutes: Minutes,
  solveMinutes: Minutes,
})
const Targets = z.strictObject({
  urgent: Target.nullable(),
  high: Target.nullable(),
  normal: Target.nullable(),
  low: Target.nullable(),
})

/** What shall happen when clocks warn or run out. */
export const Rules = z
  .array(
    z.strictObject({
      on: z.enum(ESCALATION_MOMENTS),
      clocks: z.array(z.enum(CLOCK_NAMES)).max(CLOCK_NAMES.length),
      tell: z.array(z.enum(ESCALATION_AUDIENCES)).max(ESCALATION_AUDIENCES.length),
      raiseTo: Priority.nullable(),
      moveToTeamId: TeamId.nullable(),
    }),
  )
  .max(MOST_RULES)

/** Promises as people set them. */
export const PolicyArgs = z
  .strictObject({
    name: PersonName,
    targets: Targets,
    tiers: z.array(z.strictObject({ tier: PersonName, targets: Targets })).max(MOST_TIERS),
    pausesIn: z.array(z.enum(['pending', 'snoozed'])).max(2),
    warnBefore: z.strictObject({ minutes: Minutes, share: z.number().nullable() }),
    escalations: Rules,
  })
  .refine(content => policyProblems(content).length === 0, { error: 'this policy cannot be used' })
