import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { openDialog } from './ui-store.ts'

type OutageState = {
  /** The outage whose times are being corrected; null: the list is only read. */
  readonly editing: string | null
}
export const outageStore = createStore<OutageState>(() => ({ editing: null }))
export const useOutages = <T>(select: (state: OutageState) => T): T => useStore(outageStore, select)

export const editOutage = (editing: string | null): void => outageStore.setState({ editing })

export function openOutages(editing: string | null = null): void {
  editOutage(editing)
  openDialog('outages')
}
