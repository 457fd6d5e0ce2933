import type { z } from 'zod'
import type { Calendar, SlaPolicy, SlaTarget, SlaTargets } from '../../shared/domain/service-levels.ts'
import { PRIORITIES, WORK_KINDS } from '../../shared/domain/values.ts'
import { Rules } from '../../shared/mutations/parts/levels-args.ts'
import { calendarsOf } from '../../shared/rules/sla/versions.ts'
import { policyInForce } from '../../shared/rules/sla/service-levels.ts'
import type { LevelsFile } from './levels-file.ts'
import { weekdayNames } from './levels-file.ts'
import type { Standing } from './plan-levels.ts'

type FileInput = z.input<typeof LevelsFile>
type PolicyInput = FileInput['policies'][number]

const calendarEntry = ({ name, timeZone, week, holidays }: Calendar): FileInput['calendars'][string] => ({
  name,
  timeZone,
  week: Object.fromEntries(
    weekdayNames.flatMap((day, index) => {
      const periods = week.filter(({ weekday }) => weekday === index + 1)
      return periods.length === 0 ? [] : [[day, periods.map(({ from, to }) => ({ from, to }))]]
    }),
  ),
  holidays: [...holidays],
})

function policyEntry(policy: SlaPolicy, keyOf: (id: string) => string): PolicyInput {
  const solve = policy.kind === 'support' ? 'restore' : 'resolve'
  const target = ({ calendarId, firstMinutes, nextMinutes, solveMinutes }: SlaTarget) => ({
    calendar: keyOf(calendarId),
    first: firstMinutes,
    next: nextMinutes,
    [solve]: solveMinutes,
  })
  const { minutes, share } = policy.warnBefore
  const named = (targets: SlaTargets) =>
    PRIORITIES.flatMap(priority => {
      const given = targets[priority]
      return given ? [[priority, target(given)] as const] : []
    })
  const targets = named(policy.targets)
  const tiers = policy.tiers.map(({ tier, targets: own }) => [tier, named(own)] as const)
  const rules = Rules.safeParse(policy.escalations).data ?? []
  return {
    name: policy.name,
    kind: policy.kind === 'support' ? 'support' : 'service',
    calendar: (targets[0] ?? tiers.flatMap(([, own]) => own)[0])?.[1].calendar ?? '',
    pauses: policy.pausesIn.filter(state => state === 'pending' || state === 'snoozed'),
    warnBefore: minutes === null ? { share: share ?? 0 } : { minutes },
    targets: Object.fromEntries(targets),
    ...(tiers.length === 0
      ? {}
      : { tiers: Object.fromEntries(tiers.map(([tier, own]) => [tier, Object.fromEntries(own)])) }),
    ...(rules.length === 0
      ? {}
      : { escalations: rules.map(({ moveToTeamId, ...rule }) => ({ ...rule, moveToTeam: moveToTeamId })) }),
  }
}

/** What holds at a moment, as a file that can be edited and set again. Policies that promise nothing are left out. */
export function toLevelsFile({ calendars, policies }: Standing, atMs: number): FileInput {
  const inForce = WORK_KINDS.flatMap(kind => policyInForce({ policies }, kind, atMs) ?? [])
  const promising = inForce.filter(policy => calendarsOf(policy).length > 0)
  const used = new Set(promising.flatMap(calendarsOf))
  const shown = calendars.filter(({ id }) => used.has(id))
  // Two versions of one calendar in force at once would need two keys: the older one is named by its version.
  const newestOf = (key: string): number =>
    Math.max(...shown.filter(each => each.key === key).map(each => each.version))
  const keys = new Map(
    shown.map(({ id, key, version }) => [id, version === newestOf(key) ? key : `${key}-${version}`]),
  )
  const keyOf = (id: string): string => keys.get(id) ?? ''
  return {
    calendars: Object.fromEntries(shown.map(calendar => [keyOf(calendar.id), calendarEntry(calendar)])),
    policies: promising.map(policy => policyEntry(policy, keyOf)),
  }
}
