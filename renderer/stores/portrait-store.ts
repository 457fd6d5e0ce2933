import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What is open over the window about who a customer is. */
export type PortraitForm =
  | { readonly form: 'about' }
  | { readonly form: 'preference'; readonly preferenceId: string | null }
  | { readonly form: 'pin'; readonly pinId: string | null }
  | { readonly form: 'stage' }
  | { readonly form: 'vip' }

type PortraitState = {
  readonly open: (PortraitForm & { readonly customerId: string }) | null
  /** Whose sensitive wishes are in clear: one customer's at a time, gone with the next. */
  readonly revealed: string | null
}
export const portraitStore = createStore<PortraitState>(() => ({ open: null, revealed: null }))
export const usePortraitStore = <T>(select: (state: PortraitState) => T): T => useStore(portraitStore, select)

export const openPortrait = (form: PortraitForm, customerId: string): void =>
  portraitStore.setState({ open: { ...form, customerId } })
export const closePortrait = (): void => portraitStore.setState({ open: null })
/** Shows what is hidden from whoever looks over the shoulder, or hides it again. */
export const toggleRevealed = (customerId: string): void =>
  portraitStore.setState(({ revealed }) => ({ revealed: revealed === customerId ? null : customerId }))
export const useIsRevealed = (customerId: string): boolean =>
  usePortraitStore(({ revealed }) => revealed === customerId)
