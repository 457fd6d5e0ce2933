import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** A thread that was just closed here, and whose closing questions are open. */
export type ClosingAsked = { readonly ticketId: string; readonly threadId: string }

type ClosingState = {
  readonly asked: ClosingAsked | null
  /** Grows with every wish to go there by key. */
  readonly focusWish: number
  /** Grows with every wish to accept what stands there. */
  readonly acceptWish: number
}

export const closingStore = createStore<ClosingState>(() => ({ asked: null, focusWish: 0, acceptWish: 0 }))
export const useClosing = <T>(select: (state: ClosingState) => T): T => useStore(closingStore, select)

export const askClosing = (asked: ClosingAsked): void => closingStore.setState({ asked })
export const endClosing = (): void => closingStore.setState({ asked: null })
export const focusClosing = (): void =>
  closingStore.setState(({ focusWish }) => ({ focusWish: focusWish + 1 }))
export const acceptClosing = (): void =>
  closingStore.setState(({ acceptWish }) => ({ acceptWish: acceptWish + 1 }))
