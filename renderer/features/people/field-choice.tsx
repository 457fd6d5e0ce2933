import { useTranslation } from 'react-i18next'
import type { RecordSide } from '../../../shared/contract/people.ts'
import type { JoinedField } from '../../../shared/rules/merged-people/join-records.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { describeValue } from '../../lib/describe-intent.ts'
import classes from './people.module.css'

type FieldChoiceProps = {
  readonly fields: readonly JoinedField[]
  readonly stays: RecordSide
  readonly goes: RecordSide
  readonly taken: readonly JoinedField[]
  readonly onTake: (field: JoinedField, isTaken: boolean) => void
}

/** Where the two records say different things: which word the card has from now on. */
export function FieldChoice({ fields, stays, goes, taken, onTake }: FieldChoiceProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  if (fields.length === 0) return null
  const valueOf = (side: RecordSide, field: JoinedField): string =>
    field === 'organisationId'
      ? (side.organisationName ?? t('attention.nothing'))
      : describeValue(field, side.customer[field], directory)
  return (
    <fieldset className={classes['fields']}>
      <legend>{t('people.whichWins')}</legend>
      {fields.map(field => (
        <div key={field} role="radiogroup" aria-label={t(`field.${field}`)}>
          <span>{t(`field.${field}`)}</span>
          {[stays, goes].map(side => {
            const isOther = side === goes
            const isChosen = taken.includes(field) === isOther
            return (
              <label key={side.customer.id} data-chosen={isChosen || undefined}>
                <input type="radio" name={field} checked={isChosen} onChange={() => onTake(field, isOther)} />
                <span dir="auto">{valueOf(side, field)}</span>
              </label>
            )
          })}
        </div>
      ))}
    </fieldset>
  )
}
