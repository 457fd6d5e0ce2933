import { useTranslation } from 'react-i18next'
import { isWithin } from '../../../../shared/rules/cases/allowance.ts'
import { useWhoDecides } from '../../../data/use-cases.ts'
import { money } from '../../../lib/format.ts'
import formClasses from '../../../components/dialog-form.module.css'
import classes from './cases.module.css'

type LimitHintProps = {
  readonly amountMinor: number
  readonly limitMinor: number | null
  readonly currency: string
}

/** Whether the agent may give it alone, said before it is asked for. */
export function LimitHint({ amountMinor, limitMinor, currency }: LimitHintProps) {
  const { t } = useTranslation()
  const who = useWhoDecides()
  if (limitMinor === null) return null
  const limit = money(limitMinor, currency)
  return isWithin(amountMinor, limitMinor) ? (
    <p className={formClasses['hint']}>{t('cases.within', { limit })}</p>
  ) : (
    <p className={classes['over']}>
      {t(limitMinor === 0 ? 'cases.asksAlways' : 'cases.over', { limit, who })}
    </p>
  )
}
