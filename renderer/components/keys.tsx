import { Fragment } from 'react'
import { isMac, shownKeys } from '../lib/shortcut.ts'
import type { Shortcut } from '../lib/shortcut.ts'
import classes from './keys.module.css'

/** A shortcut as small key caps. */
export function Keys({ shortcut }: { readonly shortcut: Shortcut }) {
  if (shortcut === '') return null
  return (
    <span className={classes['keys']} aria-hidden>
      {shownKeys(shortcut, isMac()).map((key, index) => (
        <Fragment key={key}>
          {index > 0 && ' '}
          <kbd className={classes['key']}>{key}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
