import type { Channel } from '../../../shared/domain/values.ts'
import type { MutationArgs } from '../../../shared/mutations/index.ts'
import { makeId } from '../../lib/make-id.ts'

export type CustomerForm = {
  readonly name: string
  readonly jobTitle: string
  readonly mail: string
  readonly phone: string
  readonly language: string
  readonly facts: string
  readonly channel: Channel | null
  readonly organisationId: string | null
}

export const blankCustomer = (): CustomerForm => ({
  name: '',
  jobTitle: '',
  mail: '',
  phone: '',
  language: '',
  facts: '',
  channel: null,
  organisationId: null,
})

/** A voice on the phone has no name at first: any way to find them again will do. */
export const hasCustomer = ({ name, mail, phone }: CustomerForm): boolean =>
  [name, mail, phone].some(text => text.trim() !== '')

/** Way to reach a person as it was typed: an address, else a number. */
export function contactPointOf(text: string): MutationArgs<'customer.create'>['contactPoints'] {
  const value = text.trim()
  if (value === '') return []
  return [
    { id: makeId(), kind: value.includes('@') ? 'email' : 'phone', value, label: null, isPrimary: true },
  ]
}

export function createArgs(form: CustomerForm): MutationArgs<'customer.create'> {
  return {
    customerId: makeId(),
    name: form.name.trim(),
    organisationId: form.organisationId,
    jobTitle: form.jobTitle.trim() || null,
    language: form.language.trim() || null,
    timeZone: null,
    preferredChannel: form.channel,
    labels: [],
    facts: form.facts,
    contactPoints: [...contactPointOf(form.mail), ...contactPointOf(form.phone)],
  }
}
