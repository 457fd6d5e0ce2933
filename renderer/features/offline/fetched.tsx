import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { KeepLine } from '../../../shared/contract/scope.ts'
import { Line, Section } from '../../components/section.tsx'
import { endKeep } from '../../data/fetch-beyond.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { openCustomer, openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import classes from './offline.module.css'

/** What was fetched from beyond the scope, until when it stays, and the way to let it go. */
export function FetchedSection() {
  const { t } = useTranslation()
  const keeps = useLiveValue('keeps.list', {}) ?? []
  if (keeps.length === 0) return null
  return (
    <Section title={t('beyond.fetched')} detail={String(keeps.length)}>
      <ul className={classes['held']}>
        {keeps.map(keep => (
          <Fetched key={keep.id} keep={keep} />
        ))}
      </ul>
    </Section>
  )
}

function Fetched({ keep }: { readonly keep: KeepLine }) {
  const { t } = useTranslation()
  const { customerId, ticketId, customerName, isHere, isWaiting, untilMs } = keep
  const open = (): void => {
    closeDialog()
    if (ticketId !== null) openTicketInTab(ticketId)
    else if (customerId !== null) openCustomer(customerId)
  }
  const until = t('beyond.until', { time: moment(untilMs, now()) })
  const name = customerName === null ? '' : customerName.trim() || t('customer.unnamed')
  return (
    <Line
      title={name || t('beyond.notYet')}
      detail={isWaiting ? t('beyond.waitingShort') : isHere ? until : t('beyond.refusedShort')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => void endKeep(keep.id)}>
          {t('beyond.letGo')}
        </Button>
      }
      onOpen={isHere ? open : undefined}
    />
  )
}
