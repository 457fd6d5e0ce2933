import type { TicketEvent } from '../../domain/tickets.ts'
import type { Fields } from '../../domain/values.ts'
import { hasMask, maskContacts, withMasked } from '../../rules/guests/mask-contacts.ts'
import { isGuest } from '../../rules/guests/what-guests-may.ts'
import type { Many, MutationContext } from '../define.ts'
import { many } from '../define.ts'
import { NO_ROW } from './changes.ts'

const KEPT = 'kept '
const OF = 'keptOf'

type Words = Readonly<Record<string, unknown>>

/**
 * Facts of an event by which a guest takes words away or writes over them: those they were given masked, as they stood.
 * A guest who undoes it knows the masked ones only. Nothing of colleagues, and nothing where nothing was masked.
 */
export function keptFacts({ actor }: MutationContext, rowId: string, words: Words): Fields {
  if (!isGuest(actor.role)) return {}
  const kept = Object.entries(words).flatMap(([field, text]) =>
    typeof text === 'string' && maskContacts(text) !== text ? [[`${KEPT}${field}`, text]] : [],
  )
  return kept.length === 0 ? {} : { [OF]: rowId, ...Object.fromEntries(kept) }
}

/** Where words that may have been masked are looked for; without a mask in them nowhere. */
export const keptOn = (ticketId: string, given: readonly unknown[]): Many<'events'> =>
  many('events', { ticketId: given.some(hasMask) ? ticketId : NO_ROW })

type Place = {
  readonly rowId: string
  readonly field: string
  /** What stands there now. */
  readonly standing: unknown
  readonly kept: readonly TicketEvent[]
}

/** Words of a guest as they are meant: what was masked in them as it stands, or as it stood when they took it away. */
export function asMeant<T>(
  { actor }: MutationContext,
  given: T,
  { rowId, field, standing, kept }: Place,
): T | string {
  if (!isGuest(actor.role) || typeof given !== 'string') return given
  const stood = kept
    .filter(({ facts }) => facts[OF] === rowId)
    .toSorted((a, b) => b.atMs - a.atMs)
    .map(({ facts }) => facts[`${KEPT}${field}`])
  const same = [standing, ...stood].find(text => typeof text === 'string' && maskContacts(text) === given)
  if (typeof same === 'string') return same
  return typeof standing === 'string' ? withMasked(given, standing) : given
}
