import type { Opportunity } from '../../domain/growth.ts'
import { isEnded } from '../../rules/growth/passing-on.ts'

export type Noted = Pick<
  Opportunity,
  'ticketId' | 'productId' | 'note' | 'valueMinor' | 'currency' | 'consent' | 'consentVia' | 'consentAtMs'
>

/** Both in their own words, the first first; the same words once. */
const bothNotes = (first: string, second: string): string =>
  first.includes(second) ? first : [first, second].filter(Boolean).join('\n')

/**
 * What changes where somebody else has noted the same already: what stands stays, consent above all; what it lacks is
 * taken over, and other words are put below. What was withdrawn is noted anew; what sales are done with stays as it is.
 */
export function notedAgain(known: Opportunity, { note, ...given }: Noted): Partial<Opportunity> {
  if (known.state === 'withdrawn') return { ...given, note, state: 'noted', closedAtMs: null }
  if (isEnded(known)) return {}
  const isPriced = known.valueMinor !== null
  return {
    note: bothNotes(known.note, note),
    ticketId: known.ticketId ?? given.ticketId,
    productId: known.productId ?? given.productId,
    ...(isPriced ? {} : { valueMinor: given.valueMinor, currency: given.currency }),
    ...(known.consent === 'not-asked'
      ? { consent: given.consent, consentVia: given.consentVia, consentAtMs: given.consentAtMs }
      : {}),
  }
}
