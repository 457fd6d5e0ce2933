import { keepForms } from '../lib/form-labels.ts'
import { live } from './live.ts'

/** Keeps what the team calls its fields, for sentences that are not painted by a query; returns what stops it. */
export function watchForms(): () => void {
  const keep = (): void => {
    const found = live.read('ticketForms.list', {})
    if (found.state === 'ready') keepForms(found.value)
  }
  keep()
  return live.subscribe('ticketForms.list', {}, keep)
}
