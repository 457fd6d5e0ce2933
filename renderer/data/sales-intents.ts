import type { Need } from '../../shared/domain/cases.ts'
import { handingOver, opportunityFor } from '../../shared/rules/growth/hand-to-sales.ts'
import type { Handing } from '../../shared/rules/growth/hand-to-sales.ts'
import { act } from './use-action.ts'

/** Hands over what somebody looks for; nothing where it could not be done. */
export async function handToSales(need: Need, handing: Handing) {
  const known = await act('opportunities.ofCustomer', { customerId: need.customerId })
  if (known === null) return null
  const id = opportunityFor(need.id, handing, known)
  return act('mutations.group', { items: [...handingOver(need, handing, id)] })
}
