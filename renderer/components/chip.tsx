import type { ReactNode } from 'react'
import { cx } from '../lib/cx.ts'
import classes from './chip.module.css'

export type Tone = 'plain' | 'good' | 'warning' | 'bad' | 'service' | 'support' | 'note'

type ChipProps = {
  readonly tone?: Tone
  readonly icon?: ReactNode
  readonly title?: string | undefined
  readonly children: ReactNode
}

/** A short fact. Colour only says state or kind; the words say it too. */
export function Chip({ tone = 'plain', icon, title, children }: ChipProps) {
  return (
    <span className={cx(classes['chip'], classes[tone])} title={title}>
      {icon}
      <span className={classes['text']} dir="auto">
        {children}
      </span>
    </span>
  )
}
