import type { MutationArgs, MutationName } from '../../../shared/mutations/index.ts'
import type { WorkKind } from '../../../shared/domain/values.ts'
import { contactPointOf } from './customer-form.ts'
import { makeId } from '../../lib/make-id.ts'
import { parseAddress } from '../../lib/receivers.ts'

export const CONTACTS = ['phone', 'walk-in', 'email'] as const
export const KINDS = ['service', 'support', 'both'] as const

export type TicketForm = {
  readonly contact: (typeof CONTACTS)[number]
  readonly kind: (typeof KINDS)[number]
  /** Somebody known; null while a new person is being written down. */
  readonly customerId: string | null
  readonly customerName: string
  readonly isNewCustomer: boolean
  readonly newContact: string
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly owner: 'me' | 'nobody'
  readonly teamId: string | null
  readonly state: 'open' | 'pending' | 'solved'
}

export const blankTicket = (): TicketForm => ({
  contact: 'phone',
  kind: 'service',
  customerId: null,
  customerName: '',
  isNewCustomer: false,
  newContact: '',
  address: '',
  subject: '',
  body: '',
  owner: 'me',
  teamId: null,
  state: 'open',
})

/** A form that was put aside with Escape comes back with the next new ticket: words are not lost by one key. */
let aside: TicketForm | null = null
export const putAside = (form: TicketForm | null): void => {
  aside = form !== null && (form.subject + form.body).trim() !== '' ? form : null
}
export const takeAside = (): TicketForm | null => aside

/** Enough to be written down: who, about what, and where a mail would go. */
export function isComplete(form: TicketForm): boolean {
  const hasCustomer = form.customerId !== null || form.isNewCustomer
  const hasWords = form.subject.trim() !== '' || form.body.trim() !== ''
  return hasCustomer && hasWords && (form.contact !== 'email' || parseAddress(form.address) !== null)
}

type Intent = { readonly name: MutationName; readonly args: unknown }
const intent = <Name extends MutationName>(name: Name, args: MutationArgs<Name>): Intent => ({ name, args })

const FIRST_WORDS = 80
const subjectOf = ({ subject, body }: TicketForm): string =>
  subject.trim() || body.trim().slice(0, FIRST_WORDS)

function customerIntent(form: TicketForm, customerId: string): Intent {
  return intent('customer.create', {
    customerId,
    name: form.customerName.trim(),
    organisationId: null,
    jobTitle: null,
    language: null,
    timeZone: null,
    preferredChannel: null,
    labels: [],
    facts: '',
    contactPoints: contactPointOf(form.newContact || form.address),
  })
}

/** A mail goes out; what was said on the phone or at the counter came in. */
function messageOf(form: TicketForm): MutationArgs<'ticket.create'>['message'] {
  const mail = form.contact === 'email' ? parseAddress(form.address) : null
  if (form.body.trim() === '') return null
  const people = { to: mail ? [{ ...mail, name: form.customerName || null }] : [], cc: [], from: null }
  const direction = form.contact === 'email' ? ('out' as const) : ('in' as const)
  return { id: makeId(), direction, ...people, bodyText: form.body, bodyHtml: null, attachments: [] }
}

/** Everything the form means, as one group: the person if new, then the ticket. */
export function ticketIntents(
  form: TicketForm,
  agentId: string,
): { readonly ticketId: string; readonly items: readonly Intent[] } {
  const ticketId = makeId()
  const customerId = form.customerId ?? makeId()
  const kinds: readonly WorkKind[] = form.kind === 'both' ? ['service', 'support'] : [form.kind]
  const assigneeId = form.owner === 'me' ? agentId : null
  const thread = { state: form.state, priority: 'normal' as const, teamId: form.teamId, assigneeId }
  const ticket = intent('ticket.create', {
    ticketId,
    customerId,
    subject: subjectOf(form),
    channel: form.contact,
    tags: [],
    fields: {},
    threads: kinds.map(kind => ({ id: makeId(), kind, ...thread })),
    message: messageOf(form),
    note: null,
  })
  return { ticketId, items: form.customerId === null ? [customerIntent(form, customerId), ticket] : [ticket] }
}
