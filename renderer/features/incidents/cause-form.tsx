import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CAUSE_CATEGORIES, CAUSE_REMEDIES } from '../../../shared/domain/incidents.ts'
import type { CauseRemedy } from '../../../shared/domain/incidents.ts'
import { useAction } from '../../data/use-action.ts'
import { isWebAddress } from '../../lib/is-web-address.ts'
import { makeId } from '../../lib/make-id.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { causeContent, causeWords } from './cause-words.ts'
import type { CauseWords } from './cause-words.ts'
import { assetName } from './front-record.ts'
import type { FrontRecord } from './front-record.ts'
import classes from './incidents.module.css'
import { RecordForm } from './record-form.tsx'

const isAddress = (text: string): boolean => text.trim() === '' || isWebAddress(text)

export function CauseForm({ front }: { readonly front: FrontRecord }) {
  const { t } = useTranslation()
  // Taken once when the form opens: what a colleague records meanwhile is asked about, not written over.
  const [before] = useState(front.record.cause)
  const [words, setWords] = useState(() => causeWords(before, front))
  const action = useAction('cause.record')
  const content = causeContent(words, front)
  const isReady = content !== null && isAddress(words.url)
  const record = async (next: typeof content): Promise<void> => {
    const ticketId = front.view.ticket.id
    const seen = before?.revision ?? 0
    const done = await action.run({ causeId: before?.id ?? makeId(), ticketId, seen, content: next })
    if (done !== null) closeDialog()
  }
  return (
    <RecordForm
      action={action}
      isReady={isReady}
      saveLabel={t('common.save')}
      onSave={() => void record(content)}
      onCancel={closeDialog}
      otherEnd={
        before !== null && (
          <Button variant="subtle" onClick={() => void record(null)}>
            {t('rootCause.withdraw')}
          </Button>
        )
      }
    >
      <Fields front={front} words={words} onChange={part => setWords(now => ({ ...now, ...part }))} />
    </RecordForm>
  )
}

type FieldsProps = {
  readonly front: FrontRecord
  readonly words: CauseWords
  readonly onChange: (part: Partial<CauseWords>) => void
}

function Fields({ front, words, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const { assets } = front.card.support
  const area = (field: 'evidence' | 'remedyText') => ({
    label: t(`rootCause.${field}`),
    dir: 'auto' as const,
    autosize: true,
    minRows: 2,
    maxRows: 6,
    value: words[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  })
  return (
    <>
      <div className={classes['two']}>
        <Select
          data-autofocus
          label={t('rootCause.category')}
          placeholder={t('rootCause.choose')}
          value={words.category}
          onChange={next => onChange({ category: CAUSE_CATEGORIES.find(each => each === next) ?? null })}
          data={CAUSE_CATEGORIES.map(value => ({ value, label: t(`causeCategory.${value}`) }))}
        />
        {assets.length > 0 && (
          <Select
            label={t('escalate.asset')}
            clearable
            value={words.assetId}
            onChange={assetId => onChange({ assetId })}
            data={assets.map(asset => ({ value: asset.id, label: assetName(asset) }))}
          />
        )}
      </div>
      <Textarea {...area('evidence')} />
      <SegmentedControl<CauseRemedy>
        aria-label={t('rootCause.remedy')}
        value={words.remedy}
        onChange={remedy => onChange({ remedy })}
        data={CAUSE_REMEDIES.map(value => ({ value, label: t(`causeRemedy.${value}`) }))}
      />
      <Textarea {...area('remedyText')} />
      <TextInput
        label={t(words.remedy === 'community' ? 'rootCause.communityUrl' : 'rootCause.url')}
        placeholder="https://"
        maxLength={2_000}
        error={isAddress(words.url) ? null : t('rootCause.noAddress')}
        value={words.url}
        onChange={event => onChange({ url: event.currentTarget.value })}
      />
    </>
  )
}
