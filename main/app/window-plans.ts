import type { WindowKind } from '../../shared/contract/window-kinds.ts'
import { PAGE_URL, SUPERVISOR_URL } from './origin.ts'

export type WindowPlan = {
  readonly page: string
  readonly title: string
  /** Stays live while nobody looks at it: a board in the background is not a board of an hour ago. */
  readonly runsInBackground: boolean
}

/** What tells the app's windows apart. */
export const windowPlans: Readonly<Record<WindowKind, WindowPlan>> = {
  console: { page: PAGE_URL, title: 'Tandem', runsInBackground: false },
  supervisor: { page: SUPERVISOR_URL, title: 'Tandem Supervisor', runsInBackground: true },
}
