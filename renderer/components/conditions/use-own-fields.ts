import { isOwnField, ownField } from '../../../shared/rules/saved-views/fields.ts'
import type { OwnField } from '../../../shared/rules/saved-views/fields.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { formFields } from '../../lib/form-labels.ts'

/** Fields of the team's forms, in their order; `besides` stays on offer where no form asks for it any more. */
export function useOwnFields(besides: string): readonly OwnField[] {
  const forms = useLiveValue('ticketForms.list', {}) ?? []
  const asked = formFields(forms).map(({ key }) => ownField(key))
  return isOwnField(besides) && !asked.includes(besides) ? [...asked, besides] : asked
}
