import { Menu } from '@mantine/core'
import type { FloatingPosition } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useIsLater } from '../lib/use-is-later.ts'

type LaterMenuProps = {
  /** Told by whoever keeps it; else the button itself opens and closes it. */
  readonly opened?: boolean
  readonly onClose?: () => void
  readonly position: FloatingPosition
  /** The button. */
  readonly target: ReactElement
  /** The dropdown. */
  readonly children: ReactNode
}

/** A menu whose button is painted at once: what opens it is put together behind the first paint, or when it is asked for. */
export function LaterMenu({ opened, onClose, position, target, children }: LaterMenuProps) {
  const isLater = useIsLater()
  if (!isLater && opened !== true) return target
  return (
    <Menu position={position} {...(opened === undefined ? {} : { opened })} {...(onClose && { onClose })}>
      <Menu.Target>{target}</Menu.Target>
      {children}
    </Menu>
  )
}
