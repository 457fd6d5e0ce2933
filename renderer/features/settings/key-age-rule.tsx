import { useTranslation } from 'react-i18next'
import { allowedKeyAge } from '../../../shared/rules/key-age.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { act } from '../../data/use-action.ts'
import { useTeamRule } from '../../data/use-team-rule.ts'
import { useAgent } from '../../stores/session-store.ts'
import { KeyAgeSelect } from './key-age-select.tsx'
import { Row } from './rows.tsx'
import classes from './settings-dialog.module.css'

/** How old the keys of laptops may grow: said by supervisors for everybody, told to everybody else. */
export function KeyAgeRule() {
  const { t } = useTranslation()
  const rule = useTeamRule('laptops')
  const role = useAgent()?.role
  if (rule === undefined || role === undefined) return null
  const days = allowedKeyAge(rule)
  if (!maySupervise(role))
    return days === null ? null : (
      <ul className={classes['standing']}>
        <li>{t('laptops.keyAfter', { count: days })}</li>
      </ul>
    )
  const set = (next: number | null): void =>
    void act('teamRule.set', {
      key: 'laptops',
      values: { keyMaxAgeDays: next },
      seen: { keyMaxAgeDays: days },
    })
  return (
    <Row label={t('laptops.keyAge')} hint={t('laptops.keyAgeHint')}>
      <KeyAgeSelect label={t('laptops.keyAge')} value={days} most={null} onChange={set} />
    </Row>
  )
}
