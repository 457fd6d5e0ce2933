import { Button, Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DIGEST_DAYS } from '../../../shared/contract/incidents.ts'
import type { DigestDays } from '../../../shared/contract/incidents.ts'
import type { DigestEntry } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { howTo } from '../../commands/how-to.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { passOn } from './pass-on.ts'
import classes from '../../components/report.module.css'
import { saveCsv, saveMarkdown, worthOf } from './save-digest.ts'
import { Said } from './said.tsx'

/** Dialog "What customers want of the products": every wish once, with how many want it and what they are worth. */
export function DigestDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'product-feedback')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('productFeedback.title')} size={860}>
      {isOpen && <Digest />}
    </Dialog>
  )
}

function Digest() {
  const { t } = useTranslation()
  const [days, setDays] = useState<DigestDays>(30)
  const [openKey, setOpenKey] = useState<string | null>(null)
  const digest = useLiveQuery('feedback.digest', { days })
  const entries = digest.state === 'ready' ? digest.value : []
  const opened = entries.find(entry => keyOf(entry) === openKey)
  const open = entries.flatMap(({ items }) => items.filter(({ state }) => state === 'open'))
  return (
    <>
      <Group justify="space-between" mb={12}>
        <SegmentedControl
          aria-label={t('recurrence.period')}
          value={String(days)}
          onChange={next => setDays(DIGEST_DAYS.find(each => String(each) === next) ?? 30)}
          data={DIGEST_DAYS.map(each => ({
            value: String(each),
            label: t('recurrence.days', { count: each }),
          }))}
        />
        <Group gap={8}>
          <Button variant="default" disabled={entries.length === 0} onClick={() => saveCsv(entries, days)}>
            {t('recurrence.save')}
          </Button>
          <Button
            variant="default"
            disabled={entries.length === 0}
            onClick={() => saveMarkdown(entries, days)}
          >
            {t('productFeedback.saveText')}
          </Button>
        </Group>
      </Group>
      {digest.state === 'loading' && <Skeleton rows={4} />}
      {digest.state === 'failed' && <LoadFailed error={digest.error} onRetry={digest.reload} />}
      {digest.state === 'ready' && entries.length === 0 && (
        <EmptyState>{t('productFeedback.noneYet', { how: howTo('feedback.add') })}</EmptyState>
      )}
      {entries.length > 0 && <Table entries={entries} onOpen={entry => setOpenKey(keyOf(entry))} />}
      {opened && <Said entry={opened} />}
      {open.length > 0 && (
        <Group justify="flex-end" mt={12}>
          <Button onClick={() => void passOn(open)}>
            {t('productFeedback.passOn', { count: open.length })}
          </Button>
        </Group>
      )}
    </>
  )
}

const keyOf = ({ productId, area }: DigestEntry): string => `${productId} ${area}`

type TableProps = { readonly entries: readonly DigestEntry[]; readonly onOpen: (entry: DigestEntry) => void }

function Table({ entries, onOpen }: TableProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['scroll']}>
      <table className={classes['report']}>
        <thead>
          <tr>
            <th scope="col">{t('recurrence.product')}</th>
            <th scope="col">{t('productFeedback.area')}</th>
            {(['count', 'customers', 'value'] as const).map(column => (
              <th key={column} scope="col" data-number>
                {t(`productFeedback.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <tr key={keyOf(entry)}>
              <th scope="row" dir="auto">
                {entry.productName ?? t('recurrence.noProduct')}
              </th>
              <td dir="auto">{entry.area}</td>
              <td data-number>
                <button
                  type="button"
                  aria-label={t('productFeedback.open', { area: entry.area, count: entry.count })}
                  onClick={() => onOpen(entry)}
                >
                  {entry.count}
                </button>
              </td>
              <td data-number>{entry.customers}</td>
              <td data-number>{worthOf(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
