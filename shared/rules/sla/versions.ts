import { z } from 'zod'
import { Escalation, SlaTargets, TierTargets, WarnBefore } from '../../domain/service-levels.ts'
import type { Calendar, SlaPolicy, SlaTarget } from '../../domain/service-levels.ts'
import type { CalendarContent } from './calendar-problems.ts'
import type { PolicyContent } from './policy-problems.ts'

/** The version that stands last; null when there is none. */
export const newestVersion = <T extends { readonly version: number }>(rows: readonly T[]): T | null =>
  rows.reduce<T | null>((best, row) => (best === null || row.version > best.version ? row : best), null)

export const policyContent = ({
  name,
  targets,
  tiers,
  pausesIn,
  warnBefore,
  escalations,
}: PolicyContent): PolicyContent => ({ name, targets, tiers, pausesIn, warnBefore, escalations })

const Content = z.object({
  name: z.string(),
  targets: SlaTargets,
  tiers: z.array(TierTargets),
  pausesIn: z.array(z.string()),
  warnBefore: WarnBefore,
  escalations: z.array(Escalation),
})

/** Rows come from newer hubs too: null for content of a shape that is not known here. */
export const readPolicyContent = (row: PolicyContent): PolicyContent | null =>
  Content.safeParse(row).data ?? null

export const calendarContent = ({ name, timeZone, week, holidays }: CalendarContent): CalendarContent => ({
  name,
  timeZone,
  week,
  holidays,
})

export const NOTHING_PROMISED: SlaTargets = { urgent: null, high: null, normal: null, low: null }

const targetsIn = ({ targets, tiers }: Pick<SlaPolicy, 'targets' | 'tiers'>): readonly SlaTargets[] => [
  targets,
  ...tiers.map(tier => tier.targets),
]

/** Ids of all calendars a policy counts in. */
export const calendarsOf = (policy: Pick<SlaPolicy, 'targets' | 'tiers'>): readonly string[] => [
  ...new Set(
    targetsIn(policy).flatMap(targets => Object.values(targets).flatMap(target => target?.calendarId ?? [])),
  ),
]

type Replacing = { readonly old: ReadonlySet<string>; readonly by: string }

function targetsWith(targets: SlaTargets, { old, by }: Replacing): SlaTargets {
  const moved = (target: SlaTarget | null): SlaTarget | null =>
    target && old.has(target.calendarId) ? { ...target, calendarId: by } : target
  return {
    urgent: moved(targets.urgent),
    high: moved(targets.high),
    normal: moved(targets.normal),
    low: moved(targets.low),
  }
}

/** A policy that counts in another version of a calendar. */
export const withCalendar = (content: PolicyContent, replacing: Replacing): PolicyContent => ({
  ...content,
  targets: targetsWith(content.targets, replacing),
  tiers: content.tiers.map(({ tier, targets }) => ({ tier, targets: targetsWith(targets, replacing) })),
})

/** The newest version of each calendar, in order of their names. */
export const newestCalendars = (calendars: readonly Calendar[]): readonly Calendar[] =>
  [...new Set(calendars.map(({ key }) => key))]
    .flatMap(key => newestVersion(calendars.filter(calendar => calendar.key === key)) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1))
