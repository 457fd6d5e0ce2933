import type { Customer } from '../../../shared/domain/people.ts'
import { finishedMarks, marksDraft } from '../../data/marks.ts'
import type { MarksDraft } from '../../data/marks.ts'
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
  /** How the facts are to be kept. */
  readonly marks: MarksDraft
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
  marks: marksDraft(customer.factsMarks),
})

/** Only what was changed, each with what stood there when the form was opened; null when nothing was. */
export function editsOf(before: Customer, form: FactsForm, nowMs: number): Edits | null {
  const old = factsFormOf(before)
  const marks = finishedMarks(form.marks, nowMs)
  const isSameMarks = JSON.stringify(form.marks) === JSON.stringify(old.marks)
  const plain = PLAIN.filter(field => form[field] !== old[field]).map(field => ({
    field,
    seen: before[field],
    value: field === 'name' ? form[field] : form[field] || null,
    // The form offers only values that the field's own schema takes.
  })) as Edits['fields']
  const fields: Edits['fields'] = isSameMarks
    ? plain
    : [...plain, { field: 'factsMarks', seen: before.factsMarks, value: marks }]
  const facts = form.facts === old.facts ? null : { seen: old.facts, value: form.facts }
  const isSameLabels = form.labels.join('\n') === old.labels.join('\n')
  const labels = isSameLabels ? null : { seen: old.labels, value: form.labels }
  if (fields.length === 0 && facts === null && labels === null) return null
  return { customerId: before.id, facts, labels, fields }
}
