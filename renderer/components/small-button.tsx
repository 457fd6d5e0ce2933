import type { ComponentProps } from 'react'
import classes from './small-button.module.css'

/** A button inside a line of text: what can be done about what the line says. */
export function SmallButton(props: Omit<ComponentProps<'button'>, 'type' | 'className'>) {
  return <button type="button" className={classes['button']} {...props} />
}
