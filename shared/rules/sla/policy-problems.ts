import type { SlaPolicy, SlaTargets } from '../../domain/service-levels.ts'
import { ESCALATION_MOMENTS } from '../../domain/service-levels.ts'
import { PRIORITIES } from '../../domain/values.ts'
import { CLOCK_NAMES } from './clock-names.ts'

/** What people set about a policy; kind and version are not theirs to choose. */
export type PolicyContent = Pick<
  SlaPolicy,
  'name' | 'targets' | 'tiers' | 'pausesIn' | 'warnBefore' | 'escalations'
>

/** Longer promises than five years are slips of the pen. */
export const MOST_MINUTES = 5 * 365 * 24 * 60

export const POLICY_PROBLEMS = [
  'name-missing',
  'minutes-wrong',
  'warning-wrong',
  'tier-missing',
  'tier-twice',
  'rule-without-clock',
  'rule-without-act',
] as const
/** `at` names the place: 'name', 'warnBefore', 'targets.high.solve', 'tiers.0', 'tiers.0.high.solve', 'escalations.1'. */
export type PolicyProblem = { readonly what: (typeof POLICY_PROBLEMS)[number]; readonly at: string }

const isWrong = (minutes: number | null): boolean =>
  minutes !== null && !(Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES)

function targetProblems(targets: SlaTargets, at: string): readonly PolicyProblem[] {
  return PRIORITIES.flatMap(priority => {
    const target = targets[priority]
    if (!target) return []
    return CLOCK_NAMES.flatMap(clock =>
      isWrong(target[`${clock}Minutes`])
        ? [{ what: 'minutes-wrong' as const, at: `${at}.${priority}.${clock}` }]
        : [],
    )
  })
}

function tierProblems(tiers: PolicyContent['tiers']): readonly PolicyProblem[] {
  return tiers.flatMap(({ tier, targets }, index): readonly PolicyProblem[] => {
    const at = `tiers.${index}`
    const isTwice = tiers.findIndex(each => each.tier === tier) < index
    return [
      ...(tier.trim() === '' ? [{ what: 'tier-missing' as const, at }] : []),
      ...(isTwice && tier.trim() !== '' ? [{ what: 'tier-twice' as const, at }] : []),
      ...targetProblems(targets, at),
    ]
  })
}

function warningProblems({ minutes, share }: PolicyContent['warnBefore']): readonly PolicyProblem[] {
  const isOne = (minutes === null) !== (share === null)
  const isFit =
    (minutes === null || (Number.isSafeInteger(minutes) && minutes >= 0 && minutes <= MOST_MINUTES)) &&
    (share === null || (share >= 0 && share <= 1))
  return isOne && isFit ? [] : [{ what: 'warning-wrong', at: 'warnBefore' }]
}

const isMoment = (on: string): boolean => ESCALATION_MOMENTS.some(each => each === on)

function ruleProblems(rules: PolicyContent['escalations']): readonly PolicyProblem[] {
  return rules.flatMap(({ on, clocks, tell, raiseTo, moveToTeamId }, index): readonly PolicyProblem[] => {
    const at = `escalations.${index}`
    const doesNothing = tell.length === 0 && raiseTo === null && moveToTeamId === null
    return [
      ...(clocks.length === 0 || !isMoment(on) ? [{ what: 'rule-without-clock' as const, at }] : []),
      ...(doesNothing ? [{ what: 'rule-without-act' as const, at }] : []),
    ]
  })
}

/** Everything that is wrong with a policy, each with its place; empty when it can be used. Pure. */
export function policyProblems(content: PolicyContent): readonly PolicyProblem[] {
  const { name, targets, tiers, warnBefore, escalations } = content
  return [
    ...(name.trim() === '' ? [{ what: 'name-missing' as const, at: 'name' }] : []),
    ...targetProblems(targets, 'targets'),
    ...tierProblems(tiers),
    ...warningProblems(warnBefore),
    ...ruleProblems(escalations),
  ]
}
