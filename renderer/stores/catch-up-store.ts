import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { SyncStatus } from '../../shared/contract/sync.ts'

type Pulled = Pick<SyncStatus, 'lastPulledAtMs'>

/** A laptop that heard nothing for so long was asleep or away; a resting one looks every five minutes. */
export const ABSENCE_MS = 15 * 60_000

/** When an absence began that ended between two statuses; null: there was none, or this laptop knew nothing before. */
export function absenceBetween(before: Pulled | null, after: Pulled): number | null {
  const from = before?.lastPulledAtMs ?? null
  const to = after.lastPulledAtMs
  return from !== null && to !== null && to - from >= ABSENCE_MS ? from : null
}

type State = { readonly sinceMs: number | null; readonly last: Pulled | null }

export const catchUpStore = createStore<State>(() => ({ sinceMs: null, last: null }))

/** Since when things changed while this laptop was away, until the agent has looked. */
export const useAbsence = (): number | null => useStore(catchUpStore, state => state.sinceMs)

export function notePulled(status: Pulled): void {
  const { last, sinceMs } = catchUpStore.getState()
  // Away again before anybody looked: what changed since the first time still waits to be seen.
  catchUpStore.setState({ last: status, sinceMs: sinceMs ?? absenceBetween(last, status) })
}

export const forgetAbsence = (): void => catchUpStore.setState({ sinceMs: null })

/** Another agent or workspace: what was heard before is of somebody else. */
export const beginAnew = (): void => catchUpStore.setState({ sinceMs: null, last: null })
