import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { SavedView } from '../../shared/contract/views.ts'
import type { ViewBody } from '../../shared/rules/saved-views/rule.ts'
import { openDialog } from './ui-store.ts'

/** Who is offered a view: its maker, everybody, or some teams. */
export type Sharing = { readonly to: 'me' | 'everybody' | 'teams'; readonly teamIds: readonly string[] }

/** A view as it is being made or changed. */
export type ViewDraft = {
  /** What it was when the editor opened; null for a new one. */
  readonly before: SavedView | null
  readonly name: string
  readonly body: ViewBody
  readonly sharing: Sharing
}

const draftStore = createStore<{ readonly draft: ViewDraft | null }>(() => ({ draft: null }))

export const useViewDraft = (): ViewDraft | null => useStore(draftStore, state => state.draft)

/** Opens the editor on a view. */
export function editDraft(draft: ViewDraft): void {
  draftStore.setState({ draft })
  openDialog('view')
}
