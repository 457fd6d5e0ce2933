import { pickOnly, uiStore } from '../stores/ui-store.ts'
import { act } from './use-action.ts'

/** Picks every ticket of the view in front, whether its row is loaded or not, up to the most there can be at once. */
export async function pickWholeView(): Promise<void> {
  const { view, kind, sort } = uiStore.getState()
  const ids = await act('threads.ids', { view, kind, sort })
  const now = uiStore.getState()
  if (ids !== null && now.view === view && now.kind === kind) pickOnly(ids)
}
