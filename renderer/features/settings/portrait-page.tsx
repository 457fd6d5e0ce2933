import { useTranslation } from 'react-i18next'
import { HEALTH_DEFAULTS, HEALTH_LIMITS } from '../../../shared/rules/health/health-rule.ts'
import { VALUE_DEFAULTS, VALUE_LIMITS } from '../../../shared/rules/portrait/value-band.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import { LoyaltyForm } from './loyalty-form.tsx'
import { RuleForm } from './rule-form.tsx'
import classes from './settings-dialog.module.css'

/** What the team holds against the health of a relationship, and from which sums on a customer is of a band. */
export function PortraitPage() {
  const { t } = useTranslation()
  const isAway = useIsAway()
  return (
    <>
      <p className={classes['hint']}>{t('portrait.settingsHow')}</p>
      <RuleForm rule="health" defaults={HEALTH_DEFAULTS} limits={HEALTH_LIMITS} />
      <RuleForm rule="value" defaults={VALUE_DEFAULTS} limits={VALUE_LIMITS} />
      <LoyaltyForm />
      <p className={classes['hint']}>{t(isAway ? 'sending.later' : 'sending.now')}</p>
    </>
  )
}
