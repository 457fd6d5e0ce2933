import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

type FieldsState = {
  /** The ticket whose fields are being written; with another ticket it is closed. */
  readonly ticketId: string | null
  readonly pane: 'service' | 'support'
  /** The field to begin with; null: the first one that is empty. */
  readonly field: string | null
}

const fieldsStore = createStore<FieldsState>(() => ({ ticketId: null, pane: 'service', field: null }))

export const useWrittenFields = (): FieldsState => useStore(fieldsStore)
export const writeFields = (state: FieldsState): void => fieldsStore.setState(state)
export const endFields = (): void => fieldsStore.setState({ ticketId: null, field: null })
