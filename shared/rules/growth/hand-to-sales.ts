import type { Need } from '../../domain/cases.ts'
import type { ConsentWay } from '../../domain/diagnosis.ts'
import type { Opportunity } from '../../domain/growth.ts'
import type { Intent } from '../../mutations/define.ts'
import type { MutationArgs } from '../../mutations/index.ts'
import { idOfBoth } from '../named-id.ts'

/** What is handed over: in the agent's words, how they agreed (null: nobody asked), and which team takes it at once. */
export type Handing = {
  readonly note: string
  readonly productId: string | null
  readonly agreedVia: ConsentWay | null
  readonly teamId: string | null
}

const OVER: readonly string[] = ['won', 'lost', 'declined']

/**
 * Id of the opportunity a need is handed over as, made of the need: two who hand it over at the same time mean one. Once
 * sales are done with it the next handing over is another.
 */
export function handOverId(needId: string, known: readonly Pick<Opportunity, 'id' | 'state'>[]): string {
  let id = idOfBoth(needId, 'handed-over')
  while (known.some(each => each.id === id && OVER.includes(each.state))) id = idOfBoth(id, 'again')
  return id
}

/** The step and the opportunity it stands for, as one group; it goes to a team only with the customer's consent. */
export function handingOver(
  { id: needId, customerId, ticketId, budgetMinor, currency }: Need,
  { note, productId, agreedVia, teamId }: Handing,
  opportunityId: string,
): readonly Intent[] {
  const noted: MutationArgs<'opportunity.note'> = {
    opportunityId,
    customerId,
    ticketId,
    kind: 'upsell',
    productId,
    note,
    valueMinor: currency === null ? null : budgetMinor,
    currency: budgetMinor === null ? null : currency,
    agreedVia,
    isDropped: false,
  }
  const passed: MutationArgs<'opportunity.passOn'> = { opportunityId, teamId, address: null, seen: 'noted' }
  return [
    { name: 'need.step', args: { needId, step: 'handed-over', isDone: true } },
    { name: 'opportunity.note', args: noted },
    ...(agreedVia !== null && teamId !== null ? [{ name: 'opportunity.passOn' as const, args: passed }] : []),
  ]
}
