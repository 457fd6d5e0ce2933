import { NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Opportunity } from '../../../shared/domain/growth.ts'
import { minorDigits } from '../../../shared/rules/money.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { decimalMark } from '../../lib/format.ts'
import classes from './opportunities.module.css'

/** An amount as it is typed: whole units, and of which currency. */
export type Worth = { readonly amount: number | null; readonly currency: string }

const isCurrency = (text: string): boolean => /^[A-Z]{3}$/u.test(text)

/** Minor units of a whole currency; null: no amount, or no currency. */
export const valueOf = ({
  amount,
  currency,
}: Worth): { readonly minor: number; readonly currency: string } | null =>
  amount === null || !isCurrency(currency)
    ? null
    : { minor: Math.round(amount * 10 ** minorDigits(currency)), currency }

export const worthOf = (
  { valueMinor, currency }: Pick<Opportunity, 'valueMinor' | 'currency'>,
  usual: string,
): Worth =>
  valueMinor === null || currency === null
    ? { amount: null, currency: currency ?? usual }
    : { amount: valueMinor / 10 ** minorDigits(currency), currency }

type WorthFieldsProps = { readonly worth: Worth; readonly onChange: (worth: Worth) => void }

export function WorthFields({ worth, onChange }: WorthFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['worth']}>
      <NumberInput
        label={t('growth.worth')}
        min={0}
        decimalScale={2}
        decimalSeparator={decimalMark()}
        value={worth.amount ?? ''}
        onChange={amount => onChange({ ...worth, amount: typeof amount === 'number' ? amount : null })}
      />
      <TextInput
        aria-label={t('growth.currency')}
        maxLength={3}
        value={worth.currency}
        onChange={event => onChange({ ...worth, currency: event.currentTarget.value.toUpperCase() })}
      />
    </div>
  )
}

type ProductSelectProps = {
  readonly productId: string | null
  readonly onChange: (productId: string | null) => void
}

export function ProductSelect({ productId, onChange }: ProductSelectProps) {
  const { t } = useTranslation()
  const products = useLiveValue('products.list', {}) ?? []
  return (
    <Select
      searchable
      clearable
      label={t('growth.product')}
      data={products.map(({ id, name }) => ({ value: id, label: name }))}
      value={productId}
      onChange={onChange}
    />
  )
}
