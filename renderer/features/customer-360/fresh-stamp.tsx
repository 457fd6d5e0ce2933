import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { useSyncStatus } from '../../stores/sync-store.ts'
import classes from './customer-360.module.css'

type FreshStampProps = { readonly card: Pick<CustomerCard, 'asOfMs'> }

/** How old what stands here can be: when this laptop last heard from the hub. */
export function FreshStamp({ card }: FreshStampProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  // Hearing nothing new is news too: the card is as fresh as the last answer of the hub.
  const asOfMs = useSyncStatus()?.lastPulledAtMs ?? card.asOfMs
  return (
    <span className={classes['fresh']}>
      {asOfMs === null ? t('customer.notSynced') : t('customer.asOf', { time: moment(asOfMs, nowMs) })}
    </span>
  )
}
