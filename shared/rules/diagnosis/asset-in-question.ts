import type { Asset } from '../../domain/commerce.ts'
import type { Impact } from '../../domain/incidents.ts'
import { isRunning } from '../impact/impact-times.ts'

export type ThingFacts = Pick<Asset, 'id' | 'productId' | 'state' | 'downSinceMs'>
type Known = {
  readonly ticketId: string
  /** Everything the customer has. */
  readonly assets: readonly ThingFacts[]
  /** The thing the diagnosis names. */
  readonly diagnosedId: string | null
  /** Of the customer, newest first. */
  readonly impacts: readonly Pick<Impact, 'ticketId' | 'assetId' | 'restoredAtMs'>[]
  /** The product of the known issue the ticket has. */
  readonly issueProductId: string | null
}

const onlyOne = (ids: readonly string[]): string | null => {
  const [first, second] = new Set(ids)
  return first !== undefined && second === undefined ? first : null
}

/**
 * The thing a ticket is about, as far as what is recorded says so: what the diagnosis names, what is down because of this
 * ticket, the one thing the known issue is about, the one thing that is out of order, the only thing there is. Null rather
 * than a guess among several: a wrong thing would be counted under the wrong product.
 */
export function assetInQuestion(known: Known): string | null {
  const { ticketId, assets, diagnosedId, impacts, issueProductId } = known
  if (diagnosedId !== null && assets.some(({ id }) => id === diagnosedId)) return diagnosedId
  const hit = impacts.find(impact => impact.ticketId === ticketId && impact.assetId !== null)
  if (hit) return hit.assetId
  const used = assets.filter(({ state }) => state !== 'retired')
  const down = new Set(impacts.filter(isRunning).map(({ assetId }) => assetId))
  const ways: readonly ((thing: ThingFacts) => boolean)[] = [
    ({ productId }) => issueProductId !== null && productId === issueProductId,
    ({ id, state, downSinceMs }) => state === 'broken' || downSinceMs !== null || down.has(id),
    () => true,
  ]
  for (const fits of ways) {
    const found = onlyOne(used.filter(fits).map(({ id }) => id))
    if (found !== null) return found
  }
  return null
}
