import { useTranslation } from 'react-i18next'
import { fieldOf } from '../../../shared/rules/saved-views/fields.ts'
import { isOwnField, ownKey } from '../../../shared/rules/saved-views/fields.ts'
import { typeOf } from '../../../shared/rules/forms/ticket-fields.ts'
import { formFieldOf } from '../../lib/form-labels.ts'
import type { AnyField, OwnField } from '../../../shared/rules/saved-views/fields.ts'
import { ValueField } from '../../../shared/contract/views.ts'
import { useLiveValue } from '../../data/use-live-query.ts'

function ownOptions(field: OwnField): readonly string[] {
  const form = formFieldOf(ownKey(field))
  if (form === null) return []
  return typeOf(form) === 'yes-no' ? ['yes', 'no'] : form.options.map(({ key }) => key)
}

/** Values of a field that are offered: what means somebody or nothing first, then what there is here. */
export function useOptions(field: AnyField, text: string): readonly string[] {
  useTranslation()
  const { oneOf, special } = fieldOf(field)
  const directory = useLiveValue('directory.get', field === 'owner' || field === 'team' ? {} : null)
  const asked = ValueField.options.find(each => each === field)
  const values = useLiveValue('views.values', asked ? { field: asked } : null)
  const organisations = useLiveValue(
    'organisations.find',
    field === 'organisation' ? { text, limit: 30 } : null,
  )
  const people = (directory?.agents ?? []).filter(({ isActive }) => isActive).map(({ id }) => id)
  if (isOwnField(field)) return ownOptions(field)
  switch (field) {
    case 'owner':
      return [...special, ...people]
    case 'team':
      return [...special, ...(directory?.teams ?? []).map(({ id }) => id)]
    case 'organisation':
      return [...special, ...(organisations ?? []).map(({ id }) => id)]
    default:
      return [...special, ...(oneOf ?? values ?? [])]
  }
}
