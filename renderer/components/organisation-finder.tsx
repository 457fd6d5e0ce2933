import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveValue } from '../data/use-live-query.ts'

type OrganisationFinderProps = {
  readonly value: string | null
  /** Finds the organisation of a mail's domain by itself, as the first to choose. */
  readonly mail: string
  readonly onChange: (organisationId: string | null) => void
}

const domainOf = (mail: string): string => /@([^\s@>]+)>?$/u.exec(mail.trim())?.[1] ?? ''

/** The organisation a person belongs to, found by name or domain as it is typed. */
export function OrganisationFinder({ value, mail, onChange }: OrganisationFinderProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const ids = value === null ? [] : [value]
  const asked = text.trim() || domainOf(mail)
  const found = useLiveValue('organisations.find', { text: asked, ids, limit: 12 }) ?? []
  const chosen = found.find(({ id }) => id === value)
  return (
    <Select
      label={t('newCustomer.organisation')}
      placeholder={t('newCustomer.findOrganisation')}
      searchable
      clearable
      value={value}
      onChange={onChange}
      onSearchChange={next => setText(next === chosen?.name ? '' : next)}
      // What was found by domain need not have the words in its name.
      filter={({ options }) => options}
      data={found.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
