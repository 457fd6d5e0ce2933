import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

type EmptyStateProps = { readonly children: ReactNode; readonly action?: ReactNode }

/** Nothing here: one sentence that says what to do next. */
export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      <p>{children}</p>
      {action}
    </div>
  )
}
