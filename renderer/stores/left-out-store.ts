import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Files of suggested answers that whoever releases them leaves out, by attachment id; until the window is closed. */
const store = createStore<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }))

export const leftOut = (): ReadonlySet<string> => store.getState().ids
export const useLeftOut = (): ReadonlySet<string> => useStore(store, ({ ids }) => ids)

export const leaveOut = (attachmentId: string): void =>
  store.setState(({ ids }) => ({ ids: new Set([...ids, attachmentId]) }))

export const putBack = (attachmentIds: readonly string[]): void =>
  store.setState(({ ids }) => ({ ids: new Set([...ids].filter(id => !attachmentIds.includes(id))) }))
