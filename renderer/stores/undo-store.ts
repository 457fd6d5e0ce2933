import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Description } from '../../shared/mutations/define.ts'

/** One act of a person that can be undone: the intents it became. */
export type Act = {
  readonly id: number
  readonly mutationIds: readonly string[]
  readonly description: Description
  /** Tickets it touched, when it was done to many at once; else 1. */
  readonly tickets: number
  /** A reply in its undo window leaves at this moment, ms; null for anything else. */
  readonly leavesAtMs: number | null
}

/** What the bar at the foot of the window says: what was done, or how undoing it went. */
export type UndoNews =
  | { readonly kind: 'done'; readonly act: Act }
  | { readonly kind: 'undone'; readonly id: number; readonly text: string; readonly isPartial: boolean }

type UndoState = { readonly acts: readonly Act[]; readonly news: UndoNews | null }

/** Acts further back than this are not undone by walking back. */
const MOST = 100

export const undoStore = createStore<UndoState>(() => ({ acts: [], news: null }))
export const useUndo = <T>(select: (state: UndoState) => T): T => useStore(undoStore, select)

let made = 0

export function rememberAct(act: Omit<Act, 'id'>): void {
  made += 1
  const whole = { ...act, id: made }
  undoStore.setState(({ acts }) => ({
    acts: [...acts, whole].slice(-MOST),
    news: { kind: 'done', act: whole },
  }))
}

export const forgetAct = (id: number): void =>
  undoStore.setState(({ acts, news }) => ({
    acts: acts.filter(act => act.id !== id),
    news: news?.kind === 'done' && news.act.id === id ? null : news,
  }))

export function tellUndone(text: string, isPartial: boolean): void {
  made += 1
  undoStore.setState({ news: { kind: 'undone', id: made, text, isPartial } })
}

export const hideNews = (): void => undoStore.setState({ news: null })
export const lastAct = (): Act | null => undoStore.getState().acts.at(-1) ?? null
/** Another session's acts are not this one's to undo. */
export const forgetActs = (): void => undoStore.setState({ acts: [], news: null })
