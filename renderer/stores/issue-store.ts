import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { openDialog } from './ui-store.ts'

export type IssuePart = 'about' | 'tickets' | 'tell' | 'reach'

type IssueState = {
  /** The issue in front in the register; null: the first of the list. */
  readonly issueId: string | null
  readonly part: IssuePart
  /** An issue is being written; `ticketId` of the ticket it comes from. */
  readonly writing: { readonly ticketId: string | null } | null
  /** Tickets that wait to be linked to the issue that is chosen. */
  readonly linking: readonly string[]
}
const NOTHING: IssueState = { issueId: null, part: 'about', writing: null, linking: [] }

export const issueStore = createStore<IssueState>(() => NOTHING)
export const useIssues = <T>(select: (state: IssueState) => T): T => useStore(issueStore, select)

const open = (state: Partial<IssueState>): void => {
  issueStore.setState({ ...NOTHING, ...state })
  openDialog('known-issues')
}
/** Opens the register, at an issue or at what stands first. */
export const showIssue = (issueId: string | null = null, part: IssuePart = 'about'): void =>
  open({ issueId, part })
/** Begins a new one, from a ticket or from nothing. */
export const writeIssue = (ticketId: string | null): void => open({ writing: { ticketId } })
/** Lets people choose the issue these tickets have. */
export const chooseIssueFor = (linking: readonly string[]): void => open({ linking })

export const pickIssue = (issueId: string): void =>
  issueStore.setState({ issueId, writing: null, part: 'about' })
export const showPart = (part: IssuePart): void => issueStore.setState({ part })
export const beginWriting = (): void => issueStore.setState({ writing: { ticketId: null } })
export const endWriting = (issueId: string | null): void =>
  issueStore.setState(state => ({ writing: null, issueId: issueId ?? state.issueId, part: 'about' }))
export const endLinking = (): void => issueStore.setState({ linking: [] })
