import i18next from 'i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { FollowUp } from '../../../shared/domain/people.ts'
import { fillIn } from '../../../shared/rules/fill-in.ts'
import { macroFamilies, variantFor } from '../../../shared/rules/macro-actions.ts'
import { insertWords } from '../../data/insert-words.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { placesOf } from '../../lib/places-of.ts'
import { useAgent } from '../../stores/session-store.ts'

type Place = { readonly card: CustomerCard; readonly ticketId: string | null }

/** Puts the canned text of a follow-up into the reply, in the customer's language and filled in; null: it has none. */
export function useTemplate({ macroId }: FollowUp, { card, ticketId }: Place): (() => void) | null {
  const agent = useAgent()
  const hasText = macroId !== null && ticketId !== null
  const macros = useLiveValue('macros.list', hasText ? {} : null)
  const view = useLiveValue('tickets.get', hasText ? { ticketId } : null)
  const chosen = macros?.find(({ id }) => id === macroId)
  if (!macros || !chosen || !view) return null
  const family = macroFamilies(macros).find(each => variantsOf(each).some(({ id }) => id === macroId))
  const macro = (family && variantFor(family, [card.customer.language, i18next.language])) ?? chosen
  const words = macro.body ?? ''
  return words === '' ? null : () => insertWords(fillIn(words, placesOf(view, card, agent)))
}

const variantsOf = ({ variants }: ReturnType<typeof macroFamilies>[number]) => variants
