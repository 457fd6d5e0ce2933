import { Select, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { FREQUENCIES } from '../../../shared/domain/diagnosis.ts'
import type { Diagnosis, Frequency } from '../../../shared/domain/diagnosis.ts'
import type { Fields } from '../../../shared/domain/values.ts'
import { DayInput } from '../../components/day-input.tsx'
import { EnvironmentFields } from '../../components/environment-fields.tsx'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { environmentEdits } from '../../data/customer-intents.ts'
import { useEnvironmentNames } from '../../data/environment-names.ts'
import { likelyAsset } from '../../data/likely-asset.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { saveDiagnosis } from '../../data/diagnosis-intents.ts'
import type { DiagnosisValues } from '../../data/diagnosis-intents.ts'
import { fromInput, toInput } from '../../lib/moments.ts'
import classes from './diagnosis.module.css'

type DiagnosisFormProps = {
  readonly card: CustomerCard
  readonly ticketId: string
  readonly diagnosis: Diagnosis | null
  readonly onDone: () => void
}

const fieldText = (value: unknown): string => (typeof value === 'string' ? value : '')

function useValues(props: DiagnosisFormProps) {
  const { card, ticketId, diagnosis } = props
  const ticket = useLiveValue('tickets.get', { ticketId })
  const fields = ticket?.ticket.fields ?? {}
  const [values, setValues] = useState<DiagnosisValues>(() =>
    diagnosis
      ? { ...diagnosis }
      : {
          // What an import or a form has said of it already.
          symptom: fieldText(fields['symptom']),
          errorCode: fieldText(fields['errorCode']) || null,
          firstSeenAtMs: null,
          frequency: null,
          assetId: likelyAsset(card, { ticketId, diagnosedId: null, impacts: [] }),
        },
  )
  const change = (changed: Partial<DiagnosisValues>): void => setValues(old => ({ ...old, ...changed }))
  const asset = card.support.assets.find(({ id }) => id === values.assetId) ?? null
  // What was written down for this fault, and what is known of the thing it is about.
  const known = { ...asset?.environment, ...(asset?.id === diagnosis?.assetId && diagnosis?.environment) }
  const [typed, setTyped] = useState<Fields>({})
  return { values, change, asset, known, environment: { ...known, ...typed }, setTyped }
}

/** Symptom, code, since when, how often, with what. */
export function DiagnosisForm(props: DiagnosisFormProps) {
  const { t } = useTranslation()
  const { ticketId, diagnosis, onDone } = props
  // What the agent saw when it was opened: a change of somebody else meanwhile is asked about.
  const [seen] = useState(diagnosis)
  const { values, change, asset, known, environment, setTyped } = useValues(props)
  const names = useEnvironmentNames(asset?.productName ?? null, known)
  const save = async (): Promise<void> => {
    await saveDiagnosis(ticketId, seen, {
      values: { ...values, symptom: values.symptom.trim() },
      asset,
      surroundings: environmentEdits(known, environment),
    })
    onDone()
  }
  return (
    <FormInPlace
      label={t('support.diagnosis')}
      saveLabel={t('common.save')}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <Textarea
        autoFocus
        autosize
        minRows={1}
        maxRows={5}
        dir="auto"
        label={t('field.symptom')}
        value={values.symptom}
        onChange={event => change({ symptom: event.currentTarget.value })}
      />
      <Facts card={props.card} values={values} change={change} />
      <EnvironmentFields names={names} values={environment} onChange={setTyped} />
    </FormInPlace>
  )
}

type FactsProps = {
  readonly card: CustomerCard
  readonly values: DiagnosisValues
  readonly change: (changed: Partial<DiagnosisValues>) => void
}

function Facts({ card, values, change }: FactsProps) {
  const { t } = useTranslation()
  const assets = card.support.assets.filter(({ id, state }) => state !== 'retired' || id === values.assetId)
  return (
    <>
      <div className={classes['pair']}>
        <TextInput
          label={t('field.errorCode')}
          value={values.errorCode ?? ''}
          onChange={event => change({ errorCode: event.currentTarget.value || null })}
        />
        <Select
          clearable
          label={t('field.frequency')}
          data={FREQUENCIES.map(value => ({ value, label: t(`frequency.${value}`) }))}
          value={values.frequency === 'other' ? null : values.frequency}
          onChange={value => change({ frequency: value as Frequency | null })}
        />
      </div>
      <DayInput
        withTime
        label={t('field.firstSeenAtMs')}
        value={values.firstSeenAtMs === null ? '' : toInput(values.firstSeenAtMs)}
        onChange={value => change({ firstSeenAtMs: fromInput(value) })}
      />
      <Select
        clearable
        label={t('field.assetId')}
        data={assets.map(({ id, name, serial, version }) => ({
          value: id,
          label: [name, serial, version].filter(Boolean).join(' · '),
        }))}
        value={values.assetId}
        onChange={assetId => change({ assetId })}
      />
    </>
  )
}
