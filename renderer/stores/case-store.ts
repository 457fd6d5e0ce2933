import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What a gesture begins with where something suggests one. */
export type GoodwillStart = { readonly amountMinor: number; readonly reason: string }

/** What is being asked for in a form over the window, and for whom. */
export type CaseForm =
  | { readonly form: 'return'; readonly orderId: string | null }
  | { readonly form: 'dispute'; readonly chargeId: string | null }
  | { readonly form: 'correct'; readonly disputeId: string }
  | { readonly form: 'goodwill'; readonly start: GoodwillStart | null }
  | { readonly form: 'points' }
  | { readonly form: 'credit' }
  | { readonly form: 'complaint' }
  | { readonly form: 'contract'; readonly subscriptionId: string | null }
  | { readonly form: 'need'; readonly needId: string | null }
export type Whom = { readonly customerId: string; readonly ticketId: string | null }

type CaseState = {
  readonly open: (CaseForm & Whom) | null
  /** Lists over the window that belong to no customer. */
  readonly list: 'approvals' | 'catalogue' | null
}
export const caseStore = createStore<CaseState>(() => ({ open: null, list: null }))
export const useCaseStore = <T>(select: (state: CaseState) => T): T => useStore(caseStore, select)

export const openCase = (form: CaseForm, whom: Whom): void =>
  caseStore.setState({ open: { ...form, ...whom }, list: null })
export const openCaseList = (list: 'approvals' | 'catalogue'): void =>
  caseStore.setState({ open: null, list })
export const closeCase = (): void => caseStore.setState({ open: null, list: null })
