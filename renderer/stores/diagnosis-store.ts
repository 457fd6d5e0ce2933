import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** A form of the technical pane that is open; one at a time. */
export type DiagnosisForm = 'diagnosis' | 'asked' | 'tried' | 'remote' | 'guide'
type DiagnosisState = {
  readonly form: DiagnosisForm | null
  /** The ticket it is open for: with another ticket it is gone. */
  readonly ticketId: string | null
}

export const diagnosisStore = createStore<DiagnosisState>(() => ({ form: null, ticketId: null }))

/** The form that is open for a ticket; null when none is. */
export const useDiagnosisForm = (ticketId: string | null): DiagnosisForm | null =>
  useStore(diagnosisStore, state => (ticketId !== null && state.ticketId === ticketId ? state.form : null))

export const openForm = (form: DiagnosisForm, ticketId: string): void =>
  diagnosisStore.setState({ form, ticketId })
export const closeForm = (): void => diagnosisStore.setState({ form: null, ticketId: null })
