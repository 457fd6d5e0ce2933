import { Button, Group, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DIGEST_DAYS } from '../../../shared/contract/incidents.ts'
import type { DigestDays } from '../../../shared/contract/incidents.ts'
import { FEEDBACK_KINDS } from '../../../shared/domain/feedback.ts'
import type { FeedbackKind } from '../../../shared/domain/feedback.ts'
import type { DigestEntry } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { howTo } from '../../commands/how-to.ts'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { AreaTable, keyOf } from './area-table.tsx'
import { passOn } from './pass-on.ts'
import { saveCsv, saveMarkdown } from './save-digest.ts'
import { Said } from './said.tsx'

/** Dialog "What customers said": wishes for the product team and how it felt for whoever leads the service, counted. */
export function DigestDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'product-feedback')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('productFeedback.dialog')} size={940}>
      {isOpen && <Digest />}
    </Dialog>
  )
}

function Digest() {
  const { t } = useTranslation()
  const [kind, setKind] = useState<FeedbackKind>('product')
  const [days, setDays] = useState<DigestDays>(30)
  const [openKey, setOpenKey] = useState<string | null>(null)
  const digest = useLiveQuery('feedback.digest', { kind, days })
  const entries = digest.state === 'ready' ? digest.value : []
  const opened = entries.find(entry => keyOf(entry) === openKey)
  const open = entries.flatMap(({ items }) => items.filter(({ state }) => state === 'open'))
  return (
    <>
      <Group justify="space-between" mb={12}>
        <Group gap={8}>
          <SegmentedControl<FeedbackKind>
            aria-label={t('relation.feedback.destination')}
            value={kind}
            onChange={setKind}
            data={FEEDBACK_KINDS.toReversed().map(value => ({
              value,
              label: t(`relation.feedbackKind.${value}`),
            }))}
          />
          <Period days={days} onChange={setDays} />
        </Group>
        <Saving kind={kind} days={days} entries={entries} />
      </Group>
      {digest.state === 'loading' && <Skeleton rows={4} />}
      {digest.state === 'failed' && <LoadFailed error={digest.error} onRetry={digest.reload} />}
      {digest.state === 'ready' && entries.length === 0 && (
        <EmptyState>{t(`productFeedback.noneYet.${kind}`, { how: howTo('feedback.add') })}</EmptyState>
      )}
      {entries.length > 0 && (
        <AreaTable kind={kind} entries={entries} onOpen={entry => setOpenKey(keyOf(entry))} />
      )}
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

type PeriodProps = { readonly days: DigestDays; readonly onChange: (days: DigestDays) => void }

function Period({ days, onChange }: PeriodProps) {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      aria-label={t('recurrence.period')}
      value={String(days)}
      onChange={next => onChange(DIGEST_DAYS.find(each => String(each) === next) ?? 30)}
      data={DIGEST_DAYS.map(each => ({
        value: String(each),
        label: t('recurrence.days', { count: each }),
      }))}
    />
  )
}

type SavingProps = {
  readonly kind: FeedbackKind
  readonly days: DigestDays
  readonly entries: readonly DigestEntry[]
}

function Saving({ entries, ...about }: SavingProps) {
  const { t } = useTranslation()
  const isEmpty = entries.length === 0
  return (
    <Group gap={8}>
      <Button variant="default" disabled={isEmpty} onClick={() => saveCsv(entries, about)}>
        {t('recurrence.save')}
      </Button>
      <Button variant="default" disabled={isEmpty} onClick={() => saveMarkdown(entries, about)}>
        {t('productFeedback.saveText')}
      </Button>
    </Group>
  )
}
