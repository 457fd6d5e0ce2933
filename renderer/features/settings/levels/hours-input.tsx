import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { hoursText, readHours } from './hours-text.ts'

type HoursInputProps = {
  readonly label: string
  readonly minutes: number | null
  readonly isWrong: boolean
  readonly onChange: (minutes: number | null) => void
}

/** A length of opening hours. What cannot be read stays as it was typed, marked, and changes nothing. */
export function HoursInput({ label, minutes, isWrong, onChange }: HoursInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? minutes : readHours(typed)
  return (
    <TextInput
      aria-label={label}
      value={typed ?? hoursText(minutes)}
      placeholder="–"
      error={read === undefined || isWrong}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        const next = readHours(value)
        if (next !== undefined) onChange(next)
      }}
      // Left alone it reads as everything else does.
      onBlur={() => read !== undefined && setTyped(null)}
      size="xs"
      w={64}
    />
  )
}
