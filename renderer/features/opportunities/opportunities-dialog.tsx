import { Button, Group, SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpportunityEntry } from '../../../shared/contract/growth.ts'
import { nextStates } from '../../../shared/rules/growth/passing-on.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import classes from '../../components/report.module.css'
import { Skeleton } from '../../components/skeleton.tsx'
import { moveOpportunity } from '../../data/growth-intents.ts'
import { useLiveQuery, useLiveValue } from '../../data/use-live-query.ts'
import { openCustomer } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { opportunityTitle, receiverText, standingText, worthText } from './opportunity-words.ts'
import { saveOpportunities } from './save-opportunities.ts'

type Which = 'open' | 'ended'

/** Every opportunity on this laptop: what came to one's team is taken on here, and told how it ended. */
export function OpportunitiesDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'opportunities')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('growth.all')} size={900}>
      {isOpen && <Everything />}
    </Dialog>
  )
}

function Everything() {
  const { t } = useTranslation()
  const [which, setWhich] = useState<Which>('open')
  const found = useLiveQuery('opportunities.list', { isEnded: which === 'ended' })
  const entries = found.state === 'ready' ? found.value : []
  const agreed = entries.filter(({ consent }) => consent === 'given')
  return (
    <>
      <Group justify="space-between" mb={12}>
        <SegmentedControl<Which>
          aria-label={t('growth.which')}
          value={which}
          onChange={setWhich}
          data={[
            { value: 'open', label: t('growth.isOpen') },
            { value: 'ended', label: t('growth.hasEnded') },
          ]}
        />
        <Button
          variant="default"
          disabled={agreed.length === 0}
          title={t('growth.saveHow')}
          onClick={() => saveOpportunities(entries)}
        >
          {t('growth.save')}
        </Button>
      </Group>
      {found.state === 'loading' && <Skeleton rows={5} />}
      {found.state === 'failed' && <LoadFailed error={found.error} onRetry={found.reload} />}
      {found.state === 'ready' && entries.length === 0 && <EmptyState>{t('growth.none')}</EmptyState>}
      {entries.length > 0 && <Table entries={entries} />}
    </>
  )
}

function Table({ entries }: { readonly entries: readonly OpportunityEntry[] }) {
  const { t } = useTranslation()
  return (
    <div className={classes['scroll']}>
      <table className={classes['report']}>
        <thead>
          <tr>
            {(['customer', 'what', 'to', 'state'] as const).map(column => (
              <th key={column} scope="col">
                {t(`growth.column.${column}`)}
              </th>
            ))}
            <th scope="col" data-number>
              {t('growth.column.worth')}
            </th>
            <th scope="col">
              <VisuallyHidden>{t('growth.column.acts')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <Row key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ entry }: { readonly entry: OpportunityEntry }) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const open = (): void => {
    closeDialog()
    openCustomer(entry.customerId)
  }
  return (
    <tr>
      <th scope="row">
        <button type="button" dir="auto" onClick={open}>
          {entry.customerName}
        </button>
      </th>
      <td dir="auto">
        {opportunityTitle(entry)}
        <br />
        <small>{entry.note}</small>
      </td>
      <td dir="auto">{receiverText(entry, directory) ?? ''}</td>
      <td>{standingText(entry, null)}</td>
      <td data-number>{worthText(entry) ?? ''}</td>
      <td>
        <LineMenu
          what={`${entry.customerName}: ${opportunityTitle(entry)}`}
          actions={nextStates(entry).map(next => ({
            label: t(`growth.move.${next}`),
            run: () => void moveOpportunity(entry, next),
          }))}
        />
      </td>
    </tr>
  )
}
