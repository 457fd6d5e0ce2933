import { Combobox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/index.ts'
import classes from './person-option.module.css'

export type Found = Output<'customers.find'>[number]

/** Somebody who was found, to be chosen: name, and what tells them from others of that name. */
export function PersonOption({ person }: { readonly person: Found }) {
  const { t } = useTranslation()
  return (
    <Combobox.Option value={person.id}>
      <span className={classes['person']} dir="auto">
        <strong>{person.name.trim() || t('customer.unnamed')}</strong>
        <small>{[person.organisationName, person.contact].filter(Boolean).join(' · ')}</small>
      </span>
    </Combobox.Option>
  )
}
