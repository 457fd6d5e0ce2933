import type { TeamRuleKey } from '../../shared/domain/between.ts'
import type { Fields } from '../../shared/domain/values.ts'
import { useLiveValue } from './use-live-query.ts'

/** What the team has set for a rule. Undefined while it is read; null: nothing, the defaults hold. */
export function useTeamRule(key: TeamRuleKey): Fields | null | undefined {
  const rules = useLiveValue('teamRules.list', {})
  if (!rules) return undefined
  return rules.find(rule => rule.key === key)?.content ?? null
}
