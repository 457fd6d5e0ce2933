import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ApprovalsAnswer } from '../../shared/protocol/approvals.ts'

/** What the hub said last, and when this window heard it. */
export type KnownApprovals = { readonly answer: ApprovalsAnswer; readonly atMs: number }
type ApprovalsState = {
  /** Null: it was never asked, or never answered. */
  readonly known: KnownApprovals | null
  /** The last question was not answered. */
  readonly isUnanswered: boolean
  /** Decided in this window: the hub may not have heard of it yet. */
  readonly decided: ReadonlySet<string>
}

export const approvalsStore = createStore<ApprovalsState>(() => ({
  known: null,
  isUnanswered: false,
  decided: new Set(),
}))
export const useApprovals = <T>(select: (state: ApprovalsState) => T): T => useStore(approvalsStore, select)

/** Null: there was no answer; what was known before still is, with its age. */
export const noteHubAnswer = (answer: ApprovalsAnswer | null, atMs: number): void =>
  approvalsStore.setState(
    answer === null ? { isUnanswered: true } : { known: { answer, atMs }, isUnanswered: false },
  )

export const noteDecided = (approvalId: string): void =>
  approvalsStore.setState(({ decided }) => ({ decided: new Set([...decided, approvalId]) }))
