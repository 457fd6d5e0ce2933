import type { ReactNode } from 'react'
import classes from './lone-sheet.module.css'
import { Logo } from './logo.tsx'

type LoneSheetProps = {
  /** What it says is told at once to people who do not see it. */
  readonly isAlert?: boolean
  readonly children: ReactNode
}

/** The only thing in the window while there is nothing else to show: a sheet with the mark and a few sentences. */
export function LoneSheet({ isAlert = false, children }: LoneSheetProps) {
  return (
    <main className={classes['page']}>
      <div className={classes['sheet']} role={isAlert ? 'alert' : undefined}>
        <Logo size={36} />
        {children}
      </div>
    </main>
  )
}
