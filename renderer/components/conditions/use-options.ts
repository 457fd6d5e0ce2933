import { useTranslation } from 'react-i18next'
import { fieldOf } from '../../../shared/rules/saved-views/fields.ts'
import type { FieldName } from '../../../shared/rules/saved-views/fields.ts'
import { ValueField } from '../../../shared/contract/views.ts'
import { useLiveValue } from '../../data/use-live-query.ts'

/** Values of a field that are offered: what means somebody or nothing first, then what there is here. */
export function useOptions(field: FieldName, text: string): readonly string[] {
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
