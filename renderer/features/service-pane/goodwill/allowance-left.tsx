import { useTranslation } from 'react-i18next'
import type { Limits } from '../../../../shared/rules/cases/allowance.ts'
import { isWithin } from '../../../../shared/rules/cases/allowance.ts'
import { useWhoDecides } from '../../../data/use-cases.ts'
import { money } from '../../../lib/format.ts'
import { useIsAway } from '../../../stores/sync-store.ts'
import formClasses from '../../../components/dialog-form.module.css'
import classes from '../cases/cases.module.css'

type AllowanceLeftProps = {
  readonly amountMinor: number
  readonly spentMinor: number
  readonly limits: Limits
  readonly currency: string
}

/** What the agent may still give alone this month, and what happens with what is over. */
export function AllowanceLeft({ amountMinor, spentMinor, limits, currency }: AllowanceLeftProps) {
  const { t } = useTranslation()
  const isAway = useIsAway()
  const who = useWhoDecides()
  const { goodwillMinor, goodwillMonthMinor } = limits
  const leftMinor = goodwillMonthMinor === null ? null : Math.max(0, goodwillMonthMinor - spentMinor)
  if (goodwillMinor === null && leftMinor === null) return null
  const isOver = !isWithin(amountMinor, goodwillMinor) || !isWithin(amountMinor, leftMinor)
  if (isOver)
    return (
      <p className={classes['over']}>
        {t('cases.overAllowance', {
          limit: money(Math.min(goodwillMinor ?? Infinity, leftMinor ?? Infinity), currency),
          who,
        })}
      </p>
    )
  return (
    <p className={formClasses['hint']}>
      {leftMinor !== null && t('cases.left', { left: money(leftMinor, currency) })}{' '}
      {isAway && t('cases.countedLater')}
    </p>
  )
}
