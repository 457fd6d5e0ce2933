import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { SyncStatus } from '../../shared/contract/sync.ts'

/** Null until the data process has said something. */
export const syncStore = createStore<{ readonly status: SyncStatus | null }>(() => ({ status: null }))

export const useSyncStatus = (): SyncStatus | null => useStore(syncStore, state => state.status)

/** Nothing can leave or arrive at the moment. */
export const isAway = (status: SyncStatus | null): boolean =>
  status !== null && (status.phase.state === 'offline' || status.phase.state === 'trouble')

export const useIsAway = (): boolean => useStore(syncStore, state => isAway(state.status))

/** Nothing is on its way to the hub. */
export const useIsAllSent = (): boolean => useStore(syncStore, ({ status }) => (status?.waiting ?? 0) === 0)

/** Work that has not left this laptop: what waits, and what was not accepted. */
export const useUnsent = (): number =>
  useStore(syncStore, ({ status }) => (status?.waiting ?? 0) + (status?.attention ?? 0))
