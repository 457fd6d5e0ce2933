import type { Priority, WorkKind } from '../../../shared/domain/values.ts'
import { openPlaces } from '../../../shared/rules/fill-in.ts'
import type { TicketAction } from '../../../shared/rules/ticket-actions.ts'
import type { Belonging } from '../../data/belonging.ts'
import { parseAddress, parseAddresses } from '../../lib/receivers.ts'
import { isKept } from '../../stores/composer-store.ts'
import type { ComposerFile } from '../../stores/composer-store.ts'

export const CONTACTS = ['phone', 'walk-in', 'email'] as const
export const KINDS = ['service', 'support', 'both'] as const

/** Where a new person belongs stands in it too. */
export type TicketForm = Belonging & {
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
  readonly priority: Priority
  readonly tags: readonly string[]
  /** Copies of a mail, as they were typed. */
  readonly cc: string
  readonly files: readonly ComposerFile[]
  /** A macro that was chosen, and what of it comes after the ticket is there: notes, follow-ups, another owner. */
  readonly macro: ChosenMacro | null
  /** What the work is about by its kind: a thing of theirs and its code for support, an order for service. */
  readonly assetId: string | null
  readonly errorCode: string
  readonly orderNumber: string | null
  /** What was typed into the fields of its kind, by their names; of another kind it waits. */
  readonly typed: Readonly<Record<string, string>>
}

export type ChosenMacro = {
  readonly macroId: string
  readonly later: readonly TicketAction[]
  /** Text it put into the message. */
  readonly text: string
  /** What stood in the fields it has changed. */
  readonly before: Partial<TicketForm>
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
  priority: 'normal',
  tags: [],
  cc: '',
  organisationId: null,
  newOrganisation: null,
  files: [],
  macro: null,
  assetId: null,
  errorCode: '',
  orderNumber: null,
  typed: {},
})

/** The form after a change; of another customer nothing of the one before is meant. */
export function changed(form: TicketForm, change: Partial<TicketForm>): TicketForm {
  const isOther = change.customerId !== undefined && change.customerId !== form.customerId
  return { ...form, ...(isOther ? { assetId: null, orderNumber: null } : {}), ...change }
}

/** A form that was put aside with Escape comes back with the next new ticket: words are not lost by one key. */
let aside: TicketForm | null = null
/** A form and whether it is the one that was put aside. */
export type Begun = { readonly form: TicketForm; readonly isResumed: boolean }
/** An empty form takes the place of what was put aside only when it is what became of it. */
export function putAside(form: TicketForm, { isResumed }: Pick<Begun, 'isResumed'>): void {
  const isWritten = (form.subject + form.body).trim() !== '' || form.files.length > 0
  if (isWritten) aside = form
  else if (isResumed) aside = null
}
export const takeAside = (): TicketForm | null => aside

export const kindsOf = ({ kind }: TicketForm): readonly WorkKind[] =>
  kind === 'both' ? ['service', 'support'] : [kind]

/** Enough to be written down: who, about what, and where a mail would go. */
export function isComplete(form: TicketForm): boolean {
  const hasCustomer = form.customerId !== null || form.isNewCustomer
  const hasWords = form.subject.trim() !== '' || form.body.trim() !== ''
  return hasCustomer && hasWords && form.files.every(isKept) && (form.contact !== 'email' || canLeave(form))
}

/** A mail has a receiver, copies only to addresses, and no open place in its words. */
const canLeave = ({ address, cc, body }: TicketForm): boolean =>
  parseAddress(address) !== null && parseAddresses(cc).rest === '' && openPlaces(body).length === 0
