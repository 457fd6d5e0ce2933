import type { ReactNode } from 'react'
import { cx } from '../../lib/cx.ts'
import classes from './supervisor.module.css'

/** So many rows may stand two lines high on a large screen: more of them are worth more than their second line. */
export const MOST_ROOMY_ROWS = 11

type PanelProps = {
  readonly title: string
  readonly lead?: ReactNode
  readonly aside?: ReactNode
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** One region of the board: a sheet with its name. */
export function Panel({ title, lead, aside, className, children }: PanelProps) {
  return (
    <section className={cx(classes['panel'], className)} aria-label={title}>
      <header className={classes['panelHead']}>
        <h2>{title}</h2>
        {lead}
        <span className={classes['gap']} />
        {aside !== undefined && <span className={classes['quiet']}>{aside}</span>}
      </header>
      {children}
    </section>
  )
}
