import { Button, Group, Select, TagsInput, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import type { Customer } from '../../../shared/domain/people.ts'
import { marksRefusal } from '../../../shared/rules/portrait/marks.ts'
import { CHANNELS } from '../../../shared/domain/values.ts'
import { belongsTo } from '../../data/belonging.ts'
import { OrganisationFinder } from '../../components/organisation-finder.tsx'
import { ConsentFields } from '../../components/consent-fields.tsx'
import { FormError } from '../../components/form-error.tsx'
import { finishedMarks } from '../../data/marks.ts'
import { useAction } from '../../data/use-action.ts'
import { now } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { editsOf, factsFormOf } from './facts-form.ts'
import type { FactsForm, PlainFact } from './facts-form.ts'

type EditFactsProps = { readonly customer: Customer; readonly isOpen: boolean; readonly onClose: () => void }

/** What helps to treat the person well; merged word by word when somebody else edits too. */
export function EditFacts({ customer, isOpen, onClose }: EditFactsProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('customer.edit')} size="lg">
      {isOpen && <Form customer={customer} onClose={onClose} />}
    </Dialog>
  )
}

function Form({ customer, onClose }: Omit<EditFactsProps, 'isOpen'>) {
  const { t } = useTranslation()
  // Taken once when the form opens: what arrives meanwhile is merged on saving, not typed over.
  const [before] = useState(customer)
  const [form, setForm] = useState(() => factsFormOf(customer))
  const action = useAction('customer.editFacts')
  const marks = finishedMarks(form.marks, now())
  const refusal = marks && marksRefusal(marks)
  const creation = useAction('organisation.create')
  const save = async (): Promise<void> => {
    const { newOrganisation } = form
    const { organisationId, made } = belongsTo({
      organisationId: form.organisationId || null,
      newOrganisation,
    })
    if (made && (await creation.run(made)) === null) return
    const edits = editsOf(before, { ...form, organisationId: organisationId ?? '' }, now())
    if (edits === null || (await action.run(edits)) !== null) onClose()
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <Fields form={form} onChange={part => setForm(current => ({ ...current, ...part }))} />
      {refusal !== null && <p role="status">{t(`portrait.refusals.${refusal}`)}</p>}
      <FormError error={creation.error ?? action.error} />
      <Group justify="flex-end" mt={16}>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={action.isBusy} disabled={refusal !== null}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  )
}

/** What is shown as it is kept; an organisation is found by its name. */
type TextFact = Exclude<PlainFact, 'organisationId'>
type FieldsProps = { readonly form: FactsForm; readonly onChange: (part: Partial<FactsForm>) => void }

function Fields({ form, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const text = (field: TextFact) => ({
    label: t(`customer.field.${field}`),
    value: form[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  })
  const choice = (field: TextFact, group: string, values: readonly string[]) => ({
    label: t(`customer.field.${field}`),
    value: form[field] || null,
    clearable: true,
    data: values.map(value => ({ value, label: dynamicText(`${group}.${value}`) ?? value })),
    onChange: (value: string | null) => onChange({ [field]: value ?? '' }),
  })
  return (
    <>
      <Group grow align="flex-start" mb={12}>
        <TextInput {...text('name')} data-autofocus dir="auto" />
        <TextInput {...text('jobTitle')} dir="auto" />
      </Group>
      <Group grow align="flex-start" mb={12}>
        <TextInput {...text('tier')} />
        <TextInput {...text('language')} placeholder="es, pt-BR" />
        <TextInput {...text('timeZone')} placeholder="Europe/Madrid" />
      </Group>
      <Group grow align="flex-start" mb={12}>
        <OrganisationFinder
          value={{ organisationId: form.organisationId || null, newOrganisation: form.newOrganisation }}
          mail=""
          onChange={({ organisationId, newOrganisation }) =>
            onChange({ organisationId: organisationId ?? '', newOrganisation })
          }
        />
        <Select {...choice('preferredChannel', 'channel', CHANNELS)} />
      </Group>
      <TagsInput
        label={t('customer.field.labels')}
        value={form.labels}
        onChange={labels => onChange({ labels })}
        mb={12}
      />
      <Textarea
        label={t('customer.field.facts')}
        autosize
        minRows={3}
        maxRows={12}
        dir="auto"
        value={form.facts}
        onChange={event => onChange({ facts: event.currentTarget.value })}
        mb={12}
      />
      <ConsentFields draft={form.marks} onChange={part => onChange({ marks: { ...form.marks, ...part } })} />
    </>
  )
}
