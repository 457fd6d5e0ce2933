import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { useBulkJob } from '../../stores/bulk-store.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './inbox.module.css'

/** Failures listed by name; more are a matter for a view, not for a dialog. */
const SHOWN = 500

/** Which tickets did not take part in the work on many, and why. */
export function BulkResultDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'bulk-result')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('inbox.bulkWhyTitle')} size="lg">
      {isOpen && <Failures />}
    </Dialog>
  )
}

function Failures() {
  const { t } = useTranslation()
  const failures = (useBulkJob()?.failures ?? []).slice(0, SHOWN)
  const names = useLiveValue('tickets.names', { ticketIds: failures.map(({ ticketId }) => ticketId) })
  const byId = new Map((names ?? []).map(name => [name.ticketId, name]))
  const open = (ticketId: string): void => {
    closeDialog()
    openTicketInTab(ticketId)
  }
  return (
    <ul className={classes['failures']}>
      {failures.map(({ ticketId, reason }) => {
        const name = byId.get(ticketId)
        return (
          <li key={ticketId}>
            <button type="button" disabled={!name} onClick={() => open(ticketId)} dir="auto">
              <strong>{name ? ticketName(name) : t('inbox.notHere')}</strong>{' '}
              {name && `${name.customerName.trim() || t('customer.unnamed')} · ${name.subject}`}
            </button>
            <span>{dynamicText(`bulkReason.${reason}`) ?? t('bulkReason.other')}</span>
          </li>
        )
      })}
    </ul>
  )
}
