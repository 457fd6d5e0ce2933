import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Threads whose change is shown already and is not on the disk yet; one is named once for each such change. */
const savingStore = createStore<{ readonly threadIds: readonly string[] }>(() => ({ threadIds: [] }))

export const beginSaving = (threadId: string): void =>
  savingStore.setState(({ threadIds }) => ({ threadIds: [...threadIds, threadId] }))

export function endSaving(threadId: string): void {
  const { threadIds } = savingStore.getState()
  const at = threadIds.indexOf(threadId)
  if (at >= 0) savingStore.setState({ threadIds: threadIds.toSpliced(at, 1) })
}

export const useIsSaving = (threadId: string): boolean =>
  useStore(savingStore, ({ threadIds }) => threadIds.includes(threadId))
