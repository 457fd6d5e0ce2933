import classes from './status-dot.module.css'

/** What somebody says of themselves as a shape; the words stand beside it or in the name of what holds it. */
export function StatusDot({ state }: { readonly state: string }) {
  return <span className={classes['dot']} data-state={state} aria-hidden />
}
