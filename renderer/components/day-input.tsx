import { TextInput } from '@mantine/core'
import type { TextInputProps } from '@mantine/core'
import { inWords, orderInWords } from '../lib/engine-dates.ts'
import { fromInput } from '../lib/moments.ts'

type DayInputProps = Omit<TextInputProps, 'type' | 'onChange' | 'value' | 'description'> & {
  /** As `2026-11-30`, with `withTime` as `2026-11-30T09:00`; '' for none. */
  readonly value: string
  readonly withTime?: boolean
  readonly onChange: (value: string) => void
}

/** A day to fill in, or one with its time; where the engine writes it in another language, in words below; empty, what goes where. */
export function DayInput({ value, withTime = false, onChange, ...rest }: DayInputProps) {
  const atMs = fromInput(withTime || value === '' ? value : `${value}T12:00`)
  return (
    <TextInput
      {...rest}
      type={withTime ? 'datetime-local' : 'date'}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={value === '' ? orderInWords(withTime) : inWords(atMs, withTime)}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
