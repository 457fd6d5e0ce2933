import { Button, Group, Select, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../../shared/domain/people.ts'
import type { MutationArgs } from '../../../shared/mutations/index.ts'
import { domainOf } from '../../../shared/rules/organisations/names.ts'
import { FormError } from '../../components/form-error.tsx'
import { SimilarOrganisations } from '../../components/similar-organisations.tsx'
import { useAction } from '../../data/use-action.ts'
import { countryCodes } from '../../lib/countries.ts'
import { countryName } from '../../lib/format.ts'

type Edits = MutationArgs<'organisation.edit'>['fields']
type Typed = {
  readonly name: string
  readonly domain: string
  readonly country: string
  readonly notes: string
}

const typedOf = ({ name, domain, country, notes }: Organisation): Typed => ({
  name,
  domain: domain ?? '',
  country: country ?? '',
  notes: notes ?? '',
})

/** The fields that were written anew, each with what stood there when the form was opened. */
function editsOf(before: Organisation, typed: Typed): Edits {
  const next = {
    name: typed.name.trim(),
    domain: domainOf(typed.domain) || null,
    country: typed.country || null,
    notes: typed.notes.trim() || null,
  }
  const edits: Edits = [
    { field: 'name', seen: before.name, value: next.name },
    { field: 'domain', seen: before.domain, value: next.domain },
    { field: 'country', seen: before.country, value: next.country },
    { field: 'notes', seen: before.notes, value: next.notes },
  ]
  return edits.filter(({ seen, value }) => seen !== value)
}

type OrganisationFormProps = { readonly organisation: Organisation; readonly onClose: () => void }

/** Name, domain, country and notes of an organisation. */
export function OrganisationForm({ organisation, onClose }: OrganisationFormProps) {
  const { t } = useTranslation()
  // Taken once when the form opens: who was first is asked for field by field on saving.
  const [before] = useState(organisation)
  const [typed, setTyped] = useState(() => typedOf(organisation))
  const action = useAction('organisation.edit')
  const isReady = typed.name.trim() !== ''
  const save = async (): Promise<void> => {
    const fields = editsOf(before, typed)
    if (fields.length === 0) return onClose()
    if ((await action.run({ organisationId: before.id, fields })) !== null) onClose()
  }
  const isOther = typed.name !== before.name || typed.domain !== (before.domain ?? '')
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void save()
      }}
    >
      <Fields typed={typed} onChange={change => setTyped(current => ({ ...current, ...change }))} />
      {isOther && (
        <SimilarOrganisations name={typed.name} domain={typed.domain} exceptId={before.id} onChoose={null} />
      )}
      <FormError error={action.error} />
      <Group justify="flex-end" mt={16}>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={action.isBusy} disabled={!isReady}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  )
}

type FieldsProps = { readonly typed: Typed; readonly onChange: (change: Partial<Typed>) => void }

function Fields({ typed, onChange }: FieldsProps) {
  const { t } = useTranslation()
  // One nobody knows by its code stays to choose.
  const codes = [...new Set([...countryCodes(), ...(typed.country === '' ? [] : [typed.country])])]
  return (
    <>
      <TextInput
        data-autofocus
        mb={12}
        dir="auto"
        label={t('field.name')}
        maxLength={300}
        value={typed.name}
        onChange={event => onChange({ name: event.currentTarget.value })}
      />
      <Group grow align="flex-start" mb={12}>
        <TextInput
          label={t('field.domain')}
          placeholder="example.com"
          maxLength={300}
          value={typed.domain}
          onChange={event => onChange({ domain: event.currentTarget.value })}
        />
        <Select
          label={t('field.country')}
          searchable
          clearable
          value={typed.country || null}
          data={codes
            .map(value => ({ value, label: countryName(value) }))
            .toSorted((a, b) => a.label.localeCompare(b.label))}
          onChange={country => onChange({ country: country ?? '' })}
        />
      </Group>
      <Textarea
        mb={12}
        label={t('organisation.notes')}
        dir="auto"
        autosize
        minRows={3}
        maxRows={10}
        maxLength={10_000}
        value={typed.notes}
        onChange={event => onChange({ notes: event.currentTarget.value })}
      />
    </>
  )
}
