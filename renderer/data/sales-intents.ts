import type { Need } from '../../shared/domain/cases.ts'
import { makeId } from '../lib/make-id.ts'
import { wayNow } from './growth-intents.ts'
import { act } from './use-action.ts'

/** What is handed over: in the agent's words, whether they agreed, and which team takes it at once. */
export type Handing = {
  readonly note: string
  readonly productId: string | null
  readonly hasAgreed: boolean
  readonly teamId: string | null
}

/** The step and the opportunity it stands for, as one; it goes to a team only with the customer's consent. */
export function handToSales(need: Need, { note, productId, hasAgreed, teamId }: Handing) {
  const opportunityId = makeId()
  const { customerId, ticketId, budgetMinor, currency } = need
  const noted = {
    opportunityId,
    customerId,
    ticketId,
    kind: 'upsell',
    productId,
    note,
    valueMinor: currency === null ? null : budgetMinor,
    currency: budgetMinor === null ? null : currency,
    agreedVia: hasAgreed ? wayNow() : null,
  }
  const passed = { opportunityId, teamId, address: null, seen: 'noted' }
  return act('mutations.group', {
    items: [
      { name: 'need.step', args: { needId: need.id, step: 'handed-over', isDone: true } },
      { name: 'opportunity.note', args: noted },
      ...(hasAgreed && teamId !== null ? [{ name: 'opportunity.passOn', args: passed }] : []),
    ],
  })
}
