import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PREFERENCE_SOURCES, PREFERENCE_SUBJECTS } from '../../../shared/domain/portrait.ts'
import type { Preference } from '../../../shared/domain/portrait.ts'
import { CHANNELS } from '../../../shared/domain/values.ts'
import { isAlwaysSensitive, preferenceRefusal } from '../../../shared/rules/portrait/preferences.ts'
import { ConsentFields } from '../../components/consent-fields.tsx'
import { dropPreference, savePreference } from '../../data/portrait-intents.ts'
import type { PreferenceWish } from '../../data/portrait-intents.ts'
import { now } from '../../lib/clock.ts'
import { closePortrait } from '../../stores/portrait-store.ts'
import { FormActions } from './form-actions.tsx'
import classes from './portrait.module.css'
import { aboutSubject, draftOf, finished } from './preference-draft.ts'

type PreferenceFormProps = {
  readonly customerId: string
  readonly name: string
  readonly before: Preference | null
}

/** One wish: what it is about, what they said, and what they agreed to. What may not be stored says why. */
export function PreferenceForm({ customerId, name, before }: PreferenceFormProps) {
  const { t } = useTranslation()
  // Taken once when the form opens: a colleague's change meanwhile is asked about on saving.
  const [standing] = useState(before)
  const [draft, setDraft] = useState(() => draftOf(before, name))
  const change = (part: Partial<PreferenceWish>): void => setDraft(current => ({ ...current, ...part }))
  const refusal = preferenceRefusal(finished(draft, now()))
  const save = async (): Promise<void> => {
    if (await savePreference(customerId, standing, finished(draft, now()))) closePortrait()
  }
  const remove = async (preference: Preference): Promise<void> => {
    if (await dropPreference(preference)) closePortrait()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (refusal === null) void save()
      }}
    >
      <NativeSelect
        data-autofocus
        label={t('portrait.subject')}
        value={draft.subject}
        data={PREFERENCE_SUBJECTS.map(value => ({ value, label: t(`portrait.subjects.${value}`) }))}
        onChange={event => {
          const subject = PREFERENCE_SUBJECTS.find(one => one === event.currentTarget.value)
          if (subject) setDraft(current => aboutSubject(current, subject))
        }}
      />
      <Said draft={draft} onChange={change} />
      <ConsentFields draft={draft} isAlways={isAlwaysSensitive(draft.subject)} onChange={change} />
      <Source draft={draft} onChange={change} />
      {refusal !== null && draft.value.trim() !== '' && (
        <p className={classes['why']} role="status">
          {t(`portrait.refusals.${refusal}`)}
        </p>
      )}
      <FormActions
        onRemove={standing === null ? null : () => void remove(standing)}
        removeLabel={t('portrait.removeWish')}
        isDisabled={refusal !== null}
      />
    </form>
  )
}

type FieldsProps = {
  readonly draft: PreferenceWish
  readonly onChange: (part: Partial<PreferenceWish>) => void
}

function Said({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation()
  if (draft.subject === 'channel')
    return (
      <NativeSelect
        label={t('portrait.value')}
        value={draft.value}
        data={CHANNELS.map(value => ({ value, label: t(`channel.${value}`) }))}
        onChange={event => onChange({ value: event.currentTarget.value })}
      />
    )
  return (
    <TextInput
      dir="auto"
      label={t('portrait.value')}
      placeholder={t(`portrait.examples.${draft.subject}`)}
      maxLength={500}
      value={draft.value}
      onChange={event => onChange({ value: event.currentTarget.value })}
    />
  )
}

function Source({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={t('portrait.source')}
      value={draft.source}
      data={PREFERENCE_SOURCES.map(value => ({ value, label: t(`portrait.sources.${value}`) }))}
      onChange={event =>
        onChange({
          source: PREFERENCE_SOURCES.find(one => one === event.currentTarget.value) ?? 'customer',
        })
      }
    />
  )
}
