import i18next from 'i18next'
import type { ConsentWay } from '../../shared/domain/diagnosis.ts'
import type { Opportunity, OpportunityKind, OpportunityState } from '../../shared/domain/growth.ts'
import { customerText } from '../lib/customer-text.ts'
import { makeId } from '../lib/make-id.ts'
import { currentTicket } from './current-ticket.ts'
import type { InFront } from './front-customer.ts'
import { canInsert, insertWords } from './insert-words.ts'
import { live } from './live.ts'
import { act } from './use-action.ts'

/** How somebody who is asked now answers: over the channel of the ticket in front. */
export function wayNow(): ConsentWay {
  switch (currentTicket()?.view.ticket.channel) {
    case 'phone':
      return 'phone'
    case 'walk-in':
      return 'in-person'
    case 'chat':
    case 'whatsapp':
    case 'sms':
    case 'in-app':
      return 'chat'
    default:
      return 'email'
  }
}

export function languageOf(who: InFront): string | null {
  const card = live.read('customers.card', who)
  return card.state === 'ready' ? (card.value?.customer.language ?? null) : null
}

/** What their contract is in; sales of a customer nobody knows a currency of are noted without a price. */
export function currencyOf(who: InFront): string {
  const card = live.read('customers.card', who)
  return (card.state === 'ready' ? card.value?.customer.currency : null) ?? 'EUR'
}

type Noted = {
  readonly kind: OpportunityKind
  readonly note: string
  readonly productId?: string | null
  readonly value?: { readonly minor: number; readonly currency: string } | null
  readonly hasAgreed?: boolean
  readonly isDropped?: boolean
}
export const noteOpportunity = (who: InFront, noted: Noted) =>
  act('opportunity.note', {
    ...who,
    opportunityId: makeId(),
    kind: noted.kind,
    note: noted.note,
    productId: noted.productId ?? null,
    valueMinor: noted.value?.minor ?? null,
    currency: noted.value?.currency ?? null,
    agreedVia: noted.hasAgreed === true ? wayNow() : null,
    isDropped: noted.isDropped ?? false,
  })

type Written = {
  readonly note: string
  readonly productId: string | null
  readonly value: { readonly minor: number; readonly currency: string } | null
  readonly ownerId: string | null
}
/** Writes what is another word now; true also when nothing is. */
export async function editOpportunity(opportunity: Opportunity, written: Written): Promise<boolean> {
  const { id, note, productId, valueMinor, currency, ownerId } = opportunity
  const seen = valueMinor === null || currency === null ? null : { minor: valueMinor, currency }
  const { value } = written
  const isSameValue = seen?.minor === value?.minor && seen?.currency === value?.currency
  const args = {
    opportunityId: id,
    note: note === written.note ? null : { seen: note, value: written.note },
    product: productId === written.productId ? null : { seen: productId, value: written.productId },
    value: isSameValue ? null : { seen, value },
    owner: ownerId === written.ownerId ? null : { seen: ownerId, value: written.ownerId },
  }
  const isSame = [args.note, args.product, args.value, args.owner].every(change => change === null)
  return isSame || (await act('opportunity.edit', args)) !== null
}

export const setConsent = ({ id, consent: seen }: Opportunity, consent: 'given' | 'refused') =>
  act('opportunity.consent', { opportunityId: id, consent, via: wayNow(), seen })

export const passOn = (
  { id, state }: Opportunity,
  to: { readonly teamId: string | null; readonly address: string | null },
) => act('opportunity.passOn', { opportunityId: id, ...to, seen: state })

export const takeBack = ({ id, state }: Opportunity) =>
  act('opportunity.takeBack', { opportunityId: id, seen: state })

export const moveOpportunity = ({ id, state: seen }: Opportunity, state: OpportunityState) =>
  act('opportunity.move', { opportunityId: id, state, seen })

/** Asks a promoter for a word about us: noted, so that nobody asks again, and written into the reply. */
export async function askFavour(who: InFront, kind: 'referral' | 'testimonial'): Promise<void> {
  const note = i18next.t(`growth.favour.note.${kind}`)
  if ((await noteOpportunity(who, { kind, note })) === null) return
  if (canInsert()) insertWords(customerText(languageOf(who), `growth.favour.question.${kind}`))
}

/** Not now: nobody offers it again for a year. */
export const dropFavour = (who: InFront) =>
  noteOpportunity(who, { kind: 'referral', note: i18next.t('growth.favour.dropped'), isDropped: true })
