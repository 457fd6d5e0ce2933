import { pickOnly, uiStore } from '../stores/ui-store.ts'
import { frontList } from './front-list.ts'
import { act } from './use-action.ts'

/** Picks every ticket of the view in front, whether its row is loaded or not, up to the most there can be at once. */
export async function pickWholeView(): Promise<void> {
  const asked = uiStore.getState()
  const ids = await act('threads.ids', frontList())
  const now = uiStore.getState()
  const isSame = now.view === asked.view && now.kind === asked.kind && now.filter === asked.filter
  if (ids !== null && isSame) pickOnly(ids)
}
