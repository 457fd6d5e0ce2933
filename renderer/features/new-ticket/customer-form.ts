import type { Channel } from '../../../shared/domain/values.ts'
import type { MutationArgs } from '../../../shared/mutations/index.ts'
import { belongsTo } from '../../data/belonging.ts'
import type { Belonging } from '../../data/belonging.ts'
import { makeId } from '../../lib/make-id.ts'

export type CustomerForm = Belonging & {
  readonly name: string
  readonly jobTitle: string
  readonly mail: string
  readonly phone: string
  readonly language: string
  readonly facts: string
  readonly channel: Channel | null
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
  newOrganisation: null,
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

type Made = {
  readonly organisation: MutationArgs<'organisation.create'> | null
  readonly customer: MutationArgs<'customer.create'>
}

/** The person as written down, and their organisation where it is new too. */
export function createArgs(form: CustomerForm): Made {
  const { organisationId, made } = belongsTo(form)
  return { organisation: made, customer: customerArgs(form, organisationId) }
}

function customerArgs(form: CustomerForm, organisationId: string | null): MutationArgs<'customer.create'> {
  return {
    customerId: makeId(),
    name: form.name.trim(),
    organisationId,
    jobTitle: form.jobTitle.trim() || null,
    language: form.language.trim() || null,
    timeZone: null,
    preferredChannel: form.channel,
    labels: [],
    facts: form.facts,
    contactPoints: [...contactPointOf(form.mail), ...contactPointOf(form.phone)],
  }
}
