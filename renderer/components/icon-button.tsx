import { Tooltip } from '@mantine/core'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { cx } from '../lib/cx.ts'
import type { Shortcut } from '../lib/shortcut.ts'
import classes from './icon-button.module.css'
import { Keys } from './keys.tsx'

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  readonly label: string
  readonly icon: ReactNode
  readonly shortcut?: Shortcut | undefined
  readonly isOn?: boolean
}

/** A button that is only an icon: its name and its key are in the tooltip and for screen readers. */
export function IconButton({ label, icon, shortcut, isOn = false, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip
      label={
        <span className={classes['tip']}>
          {label}
          {shortcut !== undefined && <Keys shortcut={shortcut} />}
        </span>
      }
    >
      <button
        type="button"
        aria-label={label}
        aria-keyshortcuts={shortcut?.replace('Mod', 'Control')}
        {...rest}
        className={cx(classes['button'], isOn && classes['on'], className)}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
