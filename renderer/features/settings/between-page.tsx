import { useTranslation } from 'react-i18next'
import type { TeamRuleKey } from '../../../shared/domain/between.ts'
import { CLOSING_DEFAULTS, CLOSING_LIMITS } from '../../../shared/rules/closing/closing-rule.ts'
import { EXPERIENCE_DEFAULTS, EXPERIENCE_LIMITS } from '../../../shared/rules/experience/experience-rule.ts'
import { HANDSHAKE_DEFAULTS, HANDSHAKE_LIMITS } from '../../../shared/rules/experience/painful.ts'
import { PRIORITY_LIMITS, SUGGEST_DEFAULTS } from '../../../shared/rules/impact/suggest-priority.ts'
import type { RuleLimits, RuleValues } from '../../../shared/rules/team-rule.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import { PriorityTable } from './priority-table.tsx'
import { RuleForm } from './rule-form.tsx'
import classes from './settings-dialog.module.css'

const RULES: readonly (readonly [TeamRuleKey, RuleValues, RuleLimits])[] = [
  ['closing', CLOSING_DEFAULTS, CLOSING_LIMITS],
  ['experience', EXPERIENCE_DEFAULTS, EXPERIENCE_LIMITS],
  ['handshake', HANDSHAKE_DEFAULTS, HANDSHAKE_LIMITS],
  ['priority', SUGGEST_DEFAULTS, PRIORITY_LIMITS],
]

/** What the team decides about work between the panes: which closings are guided, what counts as bad, what is painful. */
export function BetweenPage() {
  const { t } = useTranslation()
  const isAway = useIsAway()
  return (
    <>
      <p className={classes['hint']}>{t('between.settingsHow')}</p>
      {RULES.map(([key, defaults, limits]) => (
        <RuleForm key={key} rule={key} defaults={defaults} limits={limits} />
      ))}
      <PriorityTable />
      <p className={classes['hint']}>{t(isAway ? 'sending.later' : 'sending.now')}</p>
    </>
  )
}
