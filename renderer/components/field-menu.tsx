import { Menu } from '@mantine/core'
import { useCallback } from 'react'
import type { ReactNode } from 'react'

type FieldMenuProps = {
  /** Name of the entries, for screen readers. */
  readonly label: string
  /** What is typed into; it stands above the entries and is no entry itself. */
  readonly field: ReactNode
  readonly children: ReactNode
  /** What stands below the entries, and is none. */
  readonly below?: ReactNode
}

/** The dropdown of a menu with a field in it: a menu may hold nothing but entries, so only they are one. */
export function FieldMenu({ label, field, children, below }: FieldMenuProps) {
  const asGroup = useCallback(
    // Mantine gives every dropdown this role, whatever it is asked for.
    (element: HTMLDivElement | null) => {
      element?.setAttribute('role', 'group')
      element?.removeAttribute('aria-orientation')
    },
    [],
  )
  return (
    <Menu.Dropdown ref={asGroup} style={{ minWidth: 230 }}>
      {field}
      <div role="menu" aria-label={label}>
        {children}
      </div>
      {below !== undefined && <div style={{ maxWidth: 300, padding: '0 12px 6px' }}>{below}</div>}
    </Menu.Dropdown>
  )
}
