import { newId } from '../../shared/domain/ids.ts'
import type { Calendar, SlaPolicy, SlaTarget, SlaTargets } from '../../shared/domain/service-levels.ts'
import type { Random } from '../../shared/clock.ts'
import type { Priority } from '../../shared/domain/values.ts'
import { WORK_KINDS } from '../../shared/domain/values.ts'
import { sameContent } from '../../shared/rules/sla/same-content.ts'
import { newestVersion, NOTHING_PROMISED, policyContent } from '../../shared/rules/sla/versions.ts'
import type { CalendarEntry, LevelsFile, PolicyEntry } from './levels-file.ts'
import { weekdayNames } from './levels-file.ts'

export type Standing = { readonly calendars: readonly Calendar[]; readonly policies: readonly SlaPolicy[] }
/** Rows to add. Nothing is ever changed or removed: a version is for ever. */
export type LevelsPlan = Standing

type Making = { readonly nowMs: number; readonly random: Random }

const AROUND_THE_CLOCK = [{ from: '00:00', to: '24:00' }]

function hoursOf({ name, timeZone, alwaysOpen, week, holidays }: CalendarEntry) {
  const days = weekdayNames.flatMap((day, index) =>
    (alwaysOpen ? AROUND_THE_CLOCK : (week[day] ?? [])).map(period => ({ weekday: index + 1, ...period })),
  )
  return { name, timeZone, week: days, holidays }
}

function planCalendar(key: string, entry: CalendarEntry, { standing, making }: Planning): Calendar {
  const hours = hoursOf(entry)
  const before = newestVersion(standing.calendars.filter(calendar => calendar.key === key))
  if (before) {
    const { name, timeZone, week, holidays } = before
    if (sameContent({ name, timeZone, week, holidays }, hours)) return before
  }
  const { nowMs, random } = making
  return { ...hours, id: newId(nowMs, random), key, version: (before?.version ?? 0) + 1, createdAtMs: nowMs }
}

type Planning = { readonly standing: Standing; readonly making: Making }

type Naming = Pick<PolicyEntry, 'kind' | 'calendar'> & { readonly idOf: (key: string) => string }

function targetsOf(targets: PolicyEntry['targets'], { kind, calendar, idOf }: Naming): SlaTargets {
  const target = (priority: Priority): SlaTarget | null => {
    const given = targets[priority]
    if (!given) return null
    return {
      calendarId: idOf(given.calendar ?? calendar),
      firstMinutes: given.first,
      nextMinutes: given.next,
      solveMinutes: kind === 'support' ? given.restore : given.resolve,
    }
  }
  return { urgent: target('urgent'), high: target('high'), normal: target('normal'), low: target('low') }
}

function contentOf(entry: PolicyEntry, idOf: (key: string) => string): Content {
  const { name, kind, calendar, pauses, warnBefore, tiers, escalations } = entry
  const naming = { kind, calendar, idOf }
  return {
    name,
    kind,
    targets: targetsOf(entry.targets, naming),
    pausesIn: [...new Set(pauses)].toSorted(),
    warnBefore: {
      minutes: 'minutes' in warnBefore ? warnBefore.minutes : null,
      share: 'share' in warnBefore ? warnBefore.share : null,
    },
    tiers: Object.entries(tiers).map(([tier, targets]) => ({ tier, targets: targetsOf(targets, naming) })),
    escalations: escalations.map(({ moveToTeam, ...rule }) => ({ ...rule, moveToTeamId: moveToTeam })),
  }
}

type Content = Omit<SlaPolicy, 'id' | 'version' | 'validFromMs'>
const contentIn = (policy: SlaPolicy): Content => ({ ...policyContent(policy), kind: policy.kind })

function nextVersion(
  before: SlaPolicy | null,
  content: Content,
  { nowMs, random }: Making,
): readonly SlaPolicy[] {
  if (before && sameContent(contentIn(before), content)) return []
  return [{ ...content, id: newId(nowMs, random), version: (before?.version ?? 0) + 1, validFromMs: nowMs }]
}

/**
 * What has to be added so that the file holds from now on. What says the same as the newest version stays that version;
 * a kind the file does not name any more gets a version that promises nothing. Pure.
 */
export function planLevels(file: LevelsFile, standing: Standing, making: Making): LevelsPlan {
  const planning = { standing, making }
  const wanted = new Map(
    Object.entries(file.calendars).map(([key, entry]) => [key, planCalendar(key, entry, planning)]),
  )
  const known = new Set(standing.calendars.map(({ id }) => id))
  const idOf = (key: string): string => wanted.get(key)?.id ?? ''
  const policies = WORK_KINDS.flatMap(kind => {
    const before = newestVersion(standing.policies.filter(policy => policy.kind === kind))
    const entry = file.policies.find(policy => policy.kind === kind)
    if (entry) return nextVersion(before, contentOf(entry, idOf), making)
    return before
      ? nextVersion(
          before,
          { ...contentIn(before), targets: NOTHING_PROMISED, tiers: [], escalations: [] },
          making,
        )
      : []
  })
  return { calendars: [...wanted.values()].filter(({ id }) => !known.has(id)), policies }
}
