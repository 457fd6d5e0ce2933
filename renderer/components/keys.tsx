import { isMac, shownKeys } from '../lib/shortcut.ts'
import type { Shortcut } from '../lib/shortcut.ts'
import classes from './keys.module.css'

/** A shortcut as small key caps. */
export function Keys({ shortcut }: { readonly shortcut: Shortcut }) {
  return (
    <span className={classes['keys']} aria-hidden>
      {shownKeys(shortcut, isMac()).map(key => (
        <kbd key={key} className={classes['key']}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
