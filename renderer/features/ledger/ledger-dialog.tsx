import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/contract/sync.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { LedgerRow } from './ledger-row.tsx'
import classes from './ledger.module.css'

const SHOWN = 200

/** What is still this laptop's affair. */
const HERE: ReadonlySet<LedgerLine['state']> = new Set([
  'resting',
  'here',
  'sending',
  'unconfirmed',
  'parked',
])

/** Dialog "Outgoing": every act of this laptop, how far it has come, and when. */
export function LedgerDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'ledger')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('ledger.title')} size={860}>
      {isOpen && <Lines />}
    </Dialog>
  )
}

function Lines() {
  const { t } = useTranslation()
  const lines = useLiveQuery('sync.ledger', { limit: SHOWN })
  switch (lines.state) {
    case 'loading':
      return <Skeleton rows={4} />
    case 'failed':
      return <LoadFailed error={lines.error} onRetry={lines.reload} />
    case 'ready': {
      if (lines.value.length === 0) return <EmptyState>{t('ledger.empty')}</EmptyState>
      const here = lines.value.filter(({ state }) => HERE.has(state))
      const gone = lines.value.filter(({ state }) => !HERE.has(state))
      return (
        <>
          <Part title={t('ledger.here', { count: here.length })} lines={here} />
          <Part title={t('ledger.left')} lines={gone} />
        </>
      )
    }
  }
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly LedgerLine[] }) {
  const { t } = useTranslation()
  if (lines.length === 0) return null
  return (
    <section aria-label={title} className={classes['part']}>
      <h3>{title}</h3>
      <table className={classes['lines']}>
        <thead>
          <tr>
            <th scope="col">{t('ledger.what')}</th>
            <th scope="col">{t('ledger.state')}</th>
            <th scope="col">{t('ledger.written')}</th>
            <th scope="col">{t('ledger.accepted')}</th>
            <th scope="col">{t('ledger.delivered')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <LedgerRow key={line.mutationId} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
