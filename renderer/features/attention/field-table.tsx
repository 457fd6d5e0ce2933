import { useTranslation } from 'react-i18next'
import type { FieldConflict } from '../../../shared/mutations/define.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import classes from './attention.module.css'
import { describeValue } from '../../lib/describe-intent.ts'

/** Field by field: what stood there, what I want, what stands there now. */
export function FieldTable({ fields }: { readonly fields: readonly FieldConflict[] }) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  if (fields.length === 0) return null
  return (
    <table className={classes['fields']}>
      <thead>
        <tr>
          <th scope="col">{t('attention.field')}</th>
          <th scope="col">{t('attention.base')}</th>
          <th scope="col">{t('attention.mine')}</th>
          <th scope="col">{t('attention.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ table, id, field, seen, mine, theirs }) => (
          <tr key={`${table} ${id} ${field}`}>
            <th scope="row">{dynamicText(`field.${field}`) ?? field}</th>
            {[seen, mine, theirs].map((value, index) => (
              <td key={index} dir="auto">
                {describeValue(field, value, directory)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
