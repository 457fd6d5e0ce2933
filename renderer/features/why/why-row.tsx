import { useTranslation } from 'react-i18next'
import type { FieldExplained, RowExplained } from '../../../shared/contract/explain.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { describeValue } from '../../lib/describe-intent.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { count, money } from '../../lib/format.ts'
import { LastChangeLine, PendingLine } from './why-lines.tsx'
import classes from './why.module.css'

type WhyRowProps = {
  readonly row: RowExplained
  /** The field that was asked about: it comes first. */
  readonly field: string | null
}

const nameOf = (field: string): string | null =>
  dynamicText(`field.${field}`) ?? dynamicText(`why.fields.${field}`)

/** Named in people's words, and not simply empty. */
const isWorthALine = ({ field, value, pending }: FieldExplained): boolean =>
  nameOf(field) !== null && (pending.length > 0 || (value !== null && value !== ''))

/** Fields in the order of how much there is to say: the one asked about, what is changed here, the rest. */
function inOrder({ fields }: RowExplained, asked: string | null): readonly FieldExplained[] {
  const rank = ({ field, pending, isChangedHere }: FieldExplained): number =>
    field === asked ? 0 : pending.length > 0 || isChangedHere ? 1 : 2
  return fields
    .filter(each => each.field === asked || isWorthALine(each))
    .toSorted((left, right) => rank(left) - rank(right))
}

export function WhyRow({ row, field }: WhyRowProps) {
  const { t } = useTranslation()
  return (
    <>
      <p className={classes['intro']}>
        {row.isOnHub ? t('why.onHub', { version: count(row.version) }) : t('why.onlyHere')}
      </p>
      <ul className={classes['fields']}>
        {inOrder(row, field).map(each => (
          <Field key={each.field} field={each} row={row} isAsked={each.field === field} />
        ))}
      </ul>
    </>
  )
}

type FieldProps = {
  readonly field: FieldExplained
  readonly row: RowExplained
  readonly isAsked: boolean
}

/** What amounts of the row are in. */
function currencyOf({ fields }: RowExplained): string | null {
  const found = fields.find(({ field }) => field === 'currency')?.value
  return typeof found === 'string' ? found : null
}

function Field({ field, row, isAsked }: FieldProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const { isOnHub } = row
  const currency = currencyOf(row)
  const value = (each: unknown): string =>
    field.field.endsWith('Minor') && typeof each === 'number' && currency !== null
      ? money(each, currency)
      : describeValue(field.field, each, directory)
  const isPending = field.pending.length > 0
  return (
    <li className={classes['field']} data-asked={isAsked || undefined}>
      <h3>{nameOf(field.field) ?? field.field}</h3>
      <div>
        <p className={classes['value']} dir="auto">
          {value(field.value)}
        </p>
        {isPending && isOnHub && (
          <p dir="auto">
            {t(field.isChangedHere ? 'why.base' : 'why.sameBase', { value: value(field.base) })}
          </p>
        )}
        {field.pending.map(write => (
          <PendingLine key={write.mutationId} write={write} />
        ))}
        {isOnHub && <LastChangeLine change={field.lastChange} />}
      </div>
    </li>
  )
}
