import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Files of the day are on their way. */
export const readyStore = createStore<{ readonly isBusy: boolean }>(() => ({ isBusy: false }))

export const useIsMakingReady = (): boolean => useStore(readyStore, state => state.isBusy)
