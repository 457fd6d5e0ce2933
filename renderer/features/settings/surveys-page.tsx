import { useTranslation } from 'react-i18next'
import { SURVEY_DEFAULTS, SURVEY_LIMITS } from '../../../shared/rules/surveys/survey-rule.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import { RuleForm } from './rule-form.tsx'
import classes from './settings-dialog.module.css'

/** When customers are asked for their opinion, and whether the hub asks by itself: for supervisors to set. */
export function SurveysPage() {
  const { t } = useTranslation()
  const isAway = useIsAway()
  return (
    <>
      <p className={classes['hint']}>{t('growth.survey.how')}</p>
      <RuleForm rule="surveys" defaults={SURVEY_DEFAULTS} limits={SURVEY_LIMITS} />
      <p className={classes['hint']}>{t(isAway ? 'sending.later' : 'sending.now')}</p>
    </>
  )
}
