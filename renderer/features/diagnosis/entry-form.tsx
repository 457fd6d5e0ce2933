import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TRY_RESULTS } from '../../../shared/domain/diagnosis.ts'
import type { TryResult } from '../../../shared/domain/diagnosis.ts'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { addAsked, addTried } from '../../data/diagnosis-intents.ts'

type EntryFormProps = {
  readonly kind: 'asked' | 'tried'
  readonly ticketId: string
  readonly onDone: () => void
}

/** A step that was taken, or a question asked on the phone, with how it went. */
export function EntryForm({ kind, ticketId, onDone }: EntryFormProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [outcome, setOutcome] = useState('')
  const [result, setResult] = useState<TryResult>('no-effect')
  const save = async (): Promise<void> => {
    const said = { words: words.trim(), outcome: outcome.trim() || null }
    const taken = await (kind === 'tried'
      ? addTried(ticketId, { ...said, result })
      : addAsked(ticketId, said))
    if (taken !== null) onDone()
  }
  return (
    <FormInPlace
      label={t(`diagnosis.${kind}Form`)}
      saveLabel={t('common.add')}
      canSave={words.trim() !== ''}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <TextInput
        autoFocus
        dir="auto"
        label={t(`diagnosis.${kind}Words`)}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      {kind === 'tried' && <ResultChoice value={result} onChange={setResult} />}
      <TextInput
        dir="auto"
        label={t(`diagnosis.${kind}Outcome`)}
        value={outcome}
        onChange={event => setOutcome(event.currentTarget.value)}
      />
    </FormInPlace>
  )
}

type ResultChoiceProps = { readonly value: TryResult; readonly onChange: (value: TryResult) => void }

export function ResultChoice({ value, onChange }: ResultChoiceProps) {
  const { t } = useTranslation()
  return (
    <SegmentedControl<TryResult>
      fullWidth
      orientation="vertical"
      aria-label={t('diagnosis.result')}
      value={value}
      onChange={onChange}
      data={TRY_RESULTS.map(each => ({ value: each, label: t(`tryResult.${each}`) }))}
    />
  )
}
