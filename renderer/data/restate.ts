import type { DiagnosisView } from '../../shared/contract/diagnosis.ts'
import { customerText } from '../lib/customer-text.ts'
import { insertWords } from './insert-words.ts'

/** Whether there is something to say back. */
export const isRestatable = ({ diagnosis }: DiagnosisView): boolean =>
  diagnosis !== null && diagnosis.symptom !== ''

/** Of work without a fault: what it is about, as the subject has it. */
export const restateSubject = (subject: string, language: string | null): void =>
  insertWords(customerText(language, 'diagnosis.restated', { words: subject.trim() }))

/** Says the fault back in the reply, as it was understood: who is understood need not say it again. */
export function restate({ diagnosis }: DiagnosisView, language: string | null): void {
  if (diagnosis === null) return
  const { symptom, errorCode, frequency } = diagnosis
  const often =
    frequency === null || frequency === 'other' ? null : customerText(language, `frequency.${frequency}`)
  const words = [symptom, errorCode, often].filter(Boolean).join(', ')
  insertWords(customerText(language, 'diagnosis.restated', { words }))
}
