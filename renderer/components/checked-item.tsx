import { Menu } from '@mantine/core'
import type { MenuItemProps } from '@mantine/core'
import type { ComponentProps, MouseEventHandler } from 'react'

type CheckedItemProps = MenuItemProps & {
  readonly isChecked: boolean
  readonly onClick: MouseEventHandler<HTMLButtonElement>
}

// The role of an item is set by the menu, so what it is made of says that it can be checked.
const Radio = (props: ComponentProps<'button'>) => <button type="button" {...props} role="menuitemradio" />
const Box = (props: ComponentProps<'button'>) => <button type="button" {...props} role="menuitemcheckbox" />

/** A choice of a menu that excludes the others. */
export const RadioItem = ({ isChecked, ...props }: CheckedItemProps) => (
  <Menu.Item component={Radio} aria-checked={isChecked} {...props} />
)

/** A choice of a menu that is taken or not. */
export const CheckItem = ({ isChecked, ...props }: CheckedItemProps) => (
  <Menu.Item component={Box} aria-checked={isChecked} {...props} />
)
