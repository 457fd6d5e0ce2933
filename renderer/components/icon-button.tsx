import type { ComponentPropsWithRef, ReactNode } from 'react'
import { cx } from '../lib/cx.ts'
import type { Shortcut } from '../lib/shortcut.ts'
import classes from './icon-button.module.css'

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  readonly label: string
  readonly icon: ReactNode
  readonly shortcut?: Shortcut | undefined
}

/** A button that is only an icon: its name and its key are in the tooltip and for screen readers. */
export function IconButton({ label, icon, shortcut, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={shortcut?.replace('Mod', 'Control')}
      data-tip={label}
      data-keys={shortcut}
      {...rest}
      className={cx(classes['button'], className)}
    >
      {icon}
    </button>
  )
}
