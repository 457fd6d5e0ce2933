import { Button, Group, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ISSUE_STATES } from '../../../shared/domain/values.ts'
import type { IssueWords } from '../../data/incident-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { trimmed } from './issue-words.ts'
import classes from './issues.module.css'

type IssueFormProps = {
  readonly initial: IssueWords
  readonly submit: string
  readonly onSubmit: (words: IssueWords) => Promise<void>
  readonly onCancel: () => void
}

/** Everything the register keeps about a fault. */
export function IssueForm({ initial, submit, onSubmit, onCancel }: IssueFormProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState(initial)
  const [isBusy, setBusy] = useState(false)
  const done = trimmed(words)
  const send = async (): Promise<void> => {
    setBusy(true)
    await onSubmit(done)
    setBusy(false)
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (done.title !== '') void send()
      }}
    >
      <Fields words={words} onChange={part => setWords(now => ({ ...now, ...part }))} />
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={done.title === ''}>
          {submit}
        </Button>
      </Group>
    </form>
  )
}

type FieldsProps = { readonly words: IssueWords; readonly onChange: (part: Partial<IssueWords>) => void }
type Line = 'title' | 'fixedInVersion' | 'engineeringKey'

function Fields({ words, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const products = useLiveValue('products.list', {}) ?? []
  const line = (field: Line) => ({
    label: t(`knownIssues.field.${field}`),
    value: words[field] ?? '',
    dir: 'auto' as const,
    maxLength: 300,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  })
  const area = (field: 'symptoms' | 'workaround') => ({
    label: t(`knownIssues.field.${field}`),
    value: words[field] ?? '',
    dir: 'auto' as const,
    autosize: true,
    minRows: 2,
    maxRows: 8,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput data-autofocus required {...line('title')} />
      <div className={classes['two']}>
        <Select
          label={t('knownIssues.field.productId')}
          clearable
          searchable
          value={words.productId}
          onChange={productId => onChange({ productId })}
          data={products.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label={t('knownIssues.field.state')}
          allowDeselect={false}
          value={words.state}
          onChange={next => onChange({ state: ISSUE_STATES.find(state => state === next) ?? words.state })}
          data={ISSUE_STATES.map(value => ({ value, label: t(`issueState.${value}`) }))}
        />
        <Marks words={words} onChange={onChange} />
      </div>
      <Textarea {...area('symptoms')} />
      <Textarea {...area('workaround')} />
      <div className={classes['two']}>
        <TextInput {...line('fixedInVersion')} />
        <TextInput {...line('engineeringKey')} placeholder="PB-881" />
      </div>
    </>
  )
}

/** What a ticket about it is recognised by. */
function Marks({ words, onChange }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TagsInput
        label={t('knownIssues.field.affectedVersions')}
        description={t('knownIssues.versionsHint')}
        value={[...words.affectedVersions]}
        onChange={affectedVersions => onChange({ affectedVersions })}
      />
      <TagsInput
        label={t('knownIssues.field.errorCodes')}
        description={t('knownIssues.codesHint')}
        value={[...words.errorCodes]}
        onChange={errorCodes => onChange({ errorCodes })}
      />
    </>
  )
}
