import { NumberInput } from '@mantine/core'
import { currencyDigits, decimalMark } from '../lib/format.ts'

type AmountInputProps = {
  readonly label: string
  readonly currency: string
  readonly minor: number
  readonly mostMinor?: number
  /** Written in first when its form opens. */
  readonly isFirst?: boolean
  readonly onChange: (minor: number) => void
}

/** An amount as people write it, kept in the smallest unit of its currency. */
export function AmountInput({ label, currency, minor, mostMinor, isFirst, onChange }: AmountInputProps) {
  const unit = 10 ** currencyDigits(currency)
  return (
    <NumberInput
      label={label}
      data-autofocus={isFirst}
      min={0}
      {...(mostMinor === undefined ? {} : { max: mostMinor / unit, clampBehavior: 'strict' as const })}
      decimalScale={currencyDigits(currency)}
      decimalSeparator={decimalMark()}
      value={minor / unit}
      onChange={value => onChange(Math.max(0, Math.round((Number(value) || 0) * unit)))}
    />
  )
}
