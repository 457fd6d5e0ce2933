import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { openDialog } from './ui-store.ts'

/** What somebody was about to do when a word to the receiver was offered. */
export type HandOverPlan = {
  readonly ticketId: string
  readonly toKind: 'service' | 'support'
  readonly to: { readonly type: 'agent' | 'team'; readonly id: string } | null
  /** Of the person: where the ticket has no part in that pane yet, a team gets it first. */
  readonly teamId: string | null
  /** The kind the ticket is to have; null: the part of the other pane is made beside this one. */
  readonly relabelTo: 'service' | 'support' | null
  /** Does it without a word. */
  readonly skip: () => unknown
}

const handOverStore = createStore<{ readonly plan: HandOverPlan | null }>(() => ({ plan: null }))

export const useHandOverPlan = (): HandOverPlan | null => useStore(handOverStore, state => state.plan)

/** Opens the dialog "Hand over": from nothing, or from what somebody was about to do. */
export function openHandOver(plan: HandOverPlan | null): void {
  handOverStore.setState({ plan })
  openDialog('hand-over')
}
