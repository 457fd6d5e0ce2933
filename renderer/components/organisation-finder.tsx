import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { domainOfMail } from '../data/belonging.ts'
import type { Belonging, NewOrganisation } from '../data/belonging.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import classes from './organisation-finder.module.css'
import { SimilarOrganisations } from './similar-organisations.tsx'
import { SmallButton } from './small-button.tsx'

type OrganisationFinderProps = {
  readonly value: Belonging
  /** Finds the organisation of a mail's domain by itself, as the first to choose. */
  readonly mail: string
  readonly onChange: (value: Belonging) => void
  readonly autoFocus?: boolean
}

const NEW = 'new'

/** The organisation a person belongs to, found by name or domain as it is typed, or written down as a new one. */
export function OrganisationFinder({ value, mail, onChange, autoFocus = false }: OrganisationFinderProps) {
  const { newOrganisation } = value
  return newOrganisation === null ? (
    <Finder value={value} mail={mail} onChange={onChange} autoFocus={autoFocus} />
  ) : (
    <Fresh organisation={newOrganisation} onChange={onChange} />
  )
}

function Finder({
  value: { organisationId: value },
  mail,
  onChange,
  autoFocus = false,
}: OrganisationFinderProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const ids = value === null ? [] : [value]
  const typed = text.trim()
  const asked = typed || domainOfMail(mail)
  const found = useLiveValue('organisations.find', { text: asked.slice(0, 200), ids, limit: 12 }) ?? []
  const chosen = found.find(({ id }) => id === value)
  const choose = (id: string | null): void => {
    const name = typed.includes('.') && !typed.includes(' ') ? '' : typed
    if (id !== NEW) return onChange({ organisationId: id, newOrganisation: null })
    const domain = name === '' ? typed : domainOfMail(mail)
    return onChange({ organisationId: null, newOrganisation: { name: typed, domain } })
  }
  return (
    <Select
      autoFocus={autoFocus}
      label={t('newCustomer.organisation')}
      placeholder={t('newCustomer.findOrganisation')}
      searchable
      clearable
      value={value}
      onChange={choose}
      onSearchChange={next => setText(next === chosen?.name ? '' : next)}
      // What was found by domain need not have the words in its name.
      filter={({ options }) => options}
      data={[
        ...found.map(({ id, name }) => ({ value: id, label: name })),
        ...(typed === '' ? [] : [{ value: NEW, label: t('organisation.addNamed', { name: typed }) }]),
      ]}
    />
  )
}

type FreshProps = {
  readonly organisation: NewOrganisation
  readonly onChange: (value: Belonging) => void
}

/** One that nobody had: how it is called and where its mail comes from, beside those it may be after all. */
function Fresh({ organisation, onChange }: FreshProps) {
  const { t } = useTranslation()
  const set = (change: Partial<NewOrganisation>): void =>
    onChange({ organisationId: null, newOrganisation: { ...organisation, ...change } })
  const choose = (organisationId: string | null): void => onChange({ organisationId, newOrganisation: null })
  return (
    <div role="group" aria-label={t('organisation.new')} className={classes['fresh']}>
      <TextInput
        label={t('organisation.new')}
        autoFocus
        dir="auto"
        maxLength={300}
        value={organisation.name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('field.domain')}
        placeholder="example.com"
        maxLength={300}
        value={organisation.domain}
        onChange={event => set({ domain: event.currentTarget.value })}
      />
      <SmallButton onClick={() => choose(null)}>{t('organisation.findInstead')}</SmallButton>
      <SimilarOrganisations {...organisation} exceptId={null} onChoose={choose} />
    </div>
  )
}
