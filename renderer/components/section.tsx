import type { ReactNode } from 'react'
import { useIsGuest } from '../data/guest.ts'
import classes from './section.module.css'

type SectionProps = {
  readonly title: string
  /** How many there are in all, or another short fact, on the right. */
  readonly detail?: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A named part of a pane. */
export function Section({ title, detail, action, children }: SectionProps) {
  const isGuest = useIsGuest()
  return (
    <section className={classes['section']} aria-label={title}>
      <header className={classes['head']}>
        <h3>{title}</h3>
        {detail !== undefined && <span className={classes['detail']}>{detail}</span>}
        {/* What a section begins or changes is for colleagues. */}
        {!isGuest && action}
      </header>
      {children}
    </section>
  )
}

type LineProps = {
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly lead?: ReactNode
  readonly aside?: ReactNode
  /** Shown only while one points at the line or is inside it. */
  readonly quiet?: ReactNode
  readonly onOpen?: (() => void) | undefined
  /** Opening shows more of the line itself. */
  readonly isOpen?: boolean
}

/** One entry of a section: a title, a quieter line below it, something at its side. Opens when it can. */
export function Line({ title, detail, lead, aside, quiet, onOpen, isOpen }: LineProps) {
  const text = (
    <span className={classes['text']}>
      <span className={classes['title']} dir="auto">
        {title}
      </span>
      {detail !== undefined && detail !== null && (
        <span className={classes['sub']} dir="auto">
          {detail}
        </span>
      )}
    </span>
  )
  return (
    <li className={classes['line']}>
      {lead}
      {onOpen ? (
        <button type="button" className={classes['open']} aria-expanded={isOpen} onClick={onOpen}>
          {text}
        </button>
      ) : (
        text
      )}
      {aside !== undefined && <span className={classes['aside']}>{aside}</span>}
      {quiet !== undefined && <span className={classes['quiet']}>{quiet}</span>}
    </li>
  )
}
