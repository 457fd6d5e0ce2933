import { Popover } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import classes from './advice-chip.module.css'

type AdviceChipProps = {
  readonly icon: ReactNode
  readonly label: string
  /** What it is about, and that it keeps nothing from being sent. */
  readonly hint: string
  /** It may do harm: more than a quiet word. */
  readonly isGrave?: boolean
  /** What was found, an item of a list each. */
  readonly children: ReactNode
  /** What can be done about all of it; it says itself when the advice is to go away. */
  readonly foot?: (close: () => void) => ReactNode
}

/** Advice on words that are being written, at their foot: a word that opens what it is about. */
export function AdviceChip({ icon, label, hint, isGrave = false, children, foot }: AdviceChipProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="top-start"
      width={340}
      shadow="md"
      withinPortal
      trapFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={classes['chip']}
          title={hint}
          data-grave={isGrave || undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {icon}
          <span>{label}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes['list']}>{children}</ul>
        {foot?.(() => setOpen(false))}
        <p className={classes['hint']}>{hint}</p>
      </Popover.Dropdown>
    </Popover>
  )
}

type AdviceProps = {
  readonly kind: ReactNode
  /** The words it is about; none where it is about all of them. */
  readonly words: string
  readonly children: ReactNode
}

/** One finding: what it is, the words it is about, and what could be done. */
export function Advice({ kind, words, children }: AdviceProps) {
  return (
    <li>
      <span className={classes['kind']}>{kind}</span>
      {words !== '' && <q dir="auto">{words}</q>}
      {children}
    </li>
  )
}
