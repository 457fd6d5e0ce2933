import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { now } from '../lib/clock.ts'
import { inWords } from '../lib/engine-dates.ts'
import { fromInput, nextMonday, thisEvening, toInput, tomorrowMorning } from '../lib/moments.ts'
import classes from './when-input.module.css'

type WhenInputProps = {
  readonly label: string
  readonly valueMs: number
  readonly onChange: (atMs: number) => void
  /** What is often wanted stands elsewhere already. */
  readonly isBare?: boolean
}

/** A moment: three that are often wanted, or any. */
export function WhenInput({ label, valueMs, onChange, isBare = false }: WhenInputProps) {
  const { t } = useTranslation()
  const id = useId()
  const words = inWords(valueMs, true)
  const presets = isBare
    ? []
    : ([
        [t('when.thisEvening'), thisEvening],
        [t('when.tomorrow'), tomorrowMorning],
        [t('when.monday'), nextMonday],
      ] as const)
  return (
    <div className={classes['when']}>
      <input
        type="datetime-local"
        aria-label={label}
        aria-describedby={words === null ? undefined : id}
        value={toInput(valueMs)}
        onChange={event => {
          const atMs = fromInput(event.currentTarget.value)
          if (atMs !== null) onChange(atMs)
        }}
      />
      {presets.map(([name, at]) => (
        <button
          key={name}
          type="button"
          aria-pressed={at(now()) === valueMs}
          onClick={() => onChange(at(now()))}
        >
          {name}
        </button>
      ))}
      {words !== null && (
        <span id={id} className={classes['words']}>
          {words}
        </span>
      )}
    </div>
  )
}
