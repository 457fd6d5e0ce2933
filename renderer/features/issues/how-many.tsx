import { useTranslation } from 'react-i18next'
import type { IssueLine } from '../../../shared/contract/incidents.ts'
import { useCountedAsOf } from './counted-as-of.ts'
import { count } from '../../lib/format.ts'
import classes from './issues.module.css'

/** How many have it everywhere, as the hub counts, and how many of them are here; else what this laptop can say. */
export function HowMany({ line: { everywhere, tickets, openTickets } }: { readonly line: IssueLine }) {
  const { t } = useTranslation()
  const asOf = useCountedAsOf()
  if (everywhere === null)
    return tickets === 0 ? null : (
      <p className={classes['hint']}>
        {t('issueCounts.here', { count: tickets, shown: count(tickets), open: count(openTickets) })}
      </p>
    )
  if (everywhere.tickets === 0) return null
  const words = [
    t('issueCounts.tickets', { count: everywhere.tickets, shown: count(everywhere.tickets) }),
    t('issueCounts.customers', { count: everywhere.customers, shown: count(everywhere.customers) }),
    t('issueCounts.open', { count: everywhere.openTickets, shown: count(everywhere.openTickets) }),
    everywhere.tickets > tickets
      ? t('issueCounts.onLaptop', { count: tickets, shown: count(tickets) })
      : null,
    asOf,
  ]
  return <p className={classes['hint']}>{words.filter(Boolean).join(' · ')}</p>
}
