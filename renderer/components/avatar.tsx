import { initials } from '../../shared/rules/initials.ts'
import classes from './avatar.module.css'

/** Initials in a neutral circle: colours mean kind here, not people. */
export function Avatar({ name, size = 28 }: { readonly name: string; readonly size?: number }) {
  return (
    <span
      className={classes['avatar']}
      style={{ width: size, height: size, fontSize: size * 0.36 }}
      aria-hidden
    >
      {initials(name)}
    </span>
  )
}
