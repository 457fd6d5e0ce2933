import { useId } from 'react'
import type { ReactNode } from 'react'
import classes from './closing.module.css'

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly (readonly [Value, string])[]
  readonly onChange: (value: Value) => void
  readonly children?: ReactNode
}

/** A question with few answers, beside each other; arrow keys move between them. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, onChange, children } = props
  const name = useId()
  return (
    <div className={classes['question']} role="radiogroup" aria-label={label}>
      <span className={classes['label']}>{label}</span>
      <span className={classes['answers']}>
        {options.map(([option, text]) => (
          <label key={option} data-on={option === value || undefined}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            {text}
          </label>
        ))}
      </span>
      {children}
    </div>
  )
}
