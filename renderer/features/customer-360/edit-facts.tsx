import { Button, Group, Modal, Select, TagsInput, TextInput, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../shared/domain/people.ts'
import { CHANNELS, JOURNEY_STAGES } from '../../../shared/domain/values.ts'
import type { MutationArgs } from '../../../shared/mutations/index.ts'
import { useAction } from '../../data/use-action.ts'
import { FormError } from '../../components/form-error.tsx'
import { dynamicText } from '../../lib/dynamic-text.ts'

type EditFactsProps = { readonly customer: Customer; readonly isOpen: boolean; readonly onClose: () => void }
type FieldEdits = MutationArgs<'customer.editFacts'>['fields']

const PLAIN = ['name', 'jobTitle', 'tier', 'language', 'timeZone', 'preferredChannel', 'journeyStage'] as const
type Plain = (typeof PLAIN)[number]
type Form = Readonly<Record<Plain, string>> & { readonly facts: string; readonly labels: string[] }

const formOf = (customer: Customer): Form => ({
  name: customer.name,
  jobTitle: customer.jobTitle ?? '',
  tier: customer.tier ?? '',
  language: customer.language ?? '',
  timeZone: customer.timeZone ?? '',
  preferredChannel: customer.preferredChannel ?? '',
  journeyStage: customer.journeyStage ?? '',
  facts: customer.facts,
  labels: [...customer.labels],
})

/** Only what was changed goes out, each with what stood there when the form was opened. */
export function editsOf(before: Customer, form: Form): MutationArgs<'customer.editFacts'> | null {
  const old = formOf(before)
  const fields = PLAIN.filter(field => form[field] !== old[field]).map(field => ({
    field,
    seen: before[field],
    value: field === 'name' ? form[field] : form[field] === '' ? null : form[field],
  })) as FieldEdits
  const facts = form.facts === old.facts ? null : { seen: old.facts, value: form.facts }
  const labels = form.labels.join('\n') === old.labels.join('\n') ? null : { seen: old.labels, value: form.labels }
  return fields.length === 0 && facts === null && labels === null ? null : { customerId: before.id, facts, labels, fields }
}

/** What helps to treat the person well; merged word by word when somebody else edits too. */
export function EditFacts({ customer, isOpen, onClose }: EditFactsProps) {
  const { t } = useTranslation()
  const [before, setBefore] = useState(customer)
  const [form, setForm] = useState(() => formOf(customer))
  const action = useAction('customer.editFacts')
  // Taken once when the form opens: what arrives meanwhile is merged on saving, not typed over.
  useEffect(() => {
    if (!isOpen) return
    setBefore(customer)
    setForm(formOf(customer))
  }, [isOpen])
  const set = (part: Partial<Form>): void => setForm(current => ({ ...current, ...part }))
  const text = (field: Plain) => ({
    label: t(`customer.field.${field}`),
    value: form[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  })
  const choice = (field: Plain, group: string, values: readonly string[]) => ({
    label: t(`customer.field.${field}`),
    value: form[field] || null,
    clearable: true,
    data: values.map(value => ({ value, label: dynamicText(`${group}.${value}`) ?? value })),
    onChange: (value: string | null) => set({ [field]: value ?? '' }),
  })
  const save = async (): Promise<void> => {
    const edits = editsOf(before, form)
    if (edits === null || (await action.run(edits)) !== null) onClose()
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('customer.edit')} size="lg">
      <form
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
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
          <Select {...choice('preferredChannel', 'channel', CHANNELS)} />
          <Select {...choice('journeyStage', 'stage', JOURNEY_STAGES)} />
        </Group>
        <TagsInput label={t('customer.field.labels')} value={form.labels} onChange={labels => set({ labels })} mb={12} />
        <Textarea
          label={t('customer.field.facts')}
          autosize
          minRows={3}
          maxRows={12}
          dir="auto"
          value={form.facts}
          onChange={event => set({ facts: event.currentTarget.value })}
        />
        <FormError error={action.error} />
        <Group justify="flex-end" mt={16}>
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={action.isBusy}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
