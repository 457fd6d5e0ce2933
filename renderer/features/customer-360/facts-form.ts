import type { Customer } from '../../../shared/domain/people.ts'
import type { NewOrganisation } from '../../data/belonging.ts'
import type { MutationArgs } from '../../../shared/mutations/index.ts'

type Edits = MutationArgs<'customer.editFacts'>

const PLAIN = [
  'name',
  'jobTitle',
  'tier',
  'language',
  'timeZone',
  'preferredChannel',
  'organisationId',
] as const
export type PlainFact = (typeof PLAIN)[number]
export type FactsForm = Readonly<Record<PlainFact, string>> & {
  /** One that is written down with the change; then `organisationId` says nothing. */
  readonly newOrganisation: NewOrganisation | null
  readonly facts: string
  readonly labels: string[]
}

export const factsFormOf = (customer: Customer): FactsForm => ({
  name: customer.name,
  jobTitle: customer.jobTitle ?? '',
  tier: customer.tier ?? '',
  language: customer.language ?? '',
  timeZone: customer.timeZone ?? '',
  preferredChannel: customer.preferredChannel ?? '',
  organisationId: customer.organisationId ?? '',
  newOrganisation: null,
  facts: customer.facts,
  labels: [...customer.labels],
})

/** Only what was changed, each with what stood there when the form was opened; null when nothing was. */
export function editsOf(before: Customer, form: FactsForm): Edits | null {
  const old = factsFormOf(before)
  const fields = PLAIN.filter(field => form[field] !== old[field]).map(field => ({
    field,
    seen: before[field],
    value: field === 'name' ? form[field] : form[field] || null,
    // The form offers only values that the field's own schema takes.
  })) as Edits['fields']
  const facts = form.facts === old.facts ? null : { seen: old.facts, value: form.facts }
  const isSameLabels = form.labels.join('\n') === old.labels.join('\n')
  const labels = isSameLabels ? null : { seen: old.labels, value: form.labels }
  if (fields.length === 0 && facts === null && labels === null) return null
  return { customerId: before.id, facts, labels, fields }
}
