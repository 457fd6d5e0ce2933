import { engineeringIssueId } from '../../../shared/rules/named-id.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS } from '../world.ts'
import { addOwned } from './props.ts'

const OWNERS = 9
const SERIES = '1.5'
const KEY = 'HW-204'
const LANGUAGES = ['en', 'de', 'es', 'fr'] as const

/**
 * A recall: some own a scanner of the first series and have not noticed anything. They stand in the register under "Who
 * is next", each with the thing they own, and wait to be written to.
 */
export function tellRecall(stage: Stage, customers: readonly Known[]): void {
  const { world, products } = stage
  const { nowMs } = world
  world.add('engineeringIssues', {
    id: engineeringIssueId(KEY),
    key: KEY,
    url: 'https://tracker.example/browse/HW-204',
    title: 'Foot of the P60, first series',
    status: 'Parts in stock',
    state: 'released',
    fixedInVersion: '1.6',
    saidAtMs: nowMs - 20 * HOUR_MS,
  })
  const owning = new Set(
    world.rows('assets').flatMap(asset => (asset.productId === products.p60.id ? [asset.customerId] : [])),
  )
  const quiet = customers.filter(
    ({ customer, place }) =>
      !owning.has(customer.id) &&
      LANGUAGES.some(language => place.pack === language) &&
      customer.tier === 'silver',
  )
  for (const [index, who] of quiet.slice(0, OWNERS).entries()) {
    addOwned(stage, who, {
      product: 'p60',
      version: SERIES,
      serial: `P60-${String(11_402 + index * 37)}`,
      acquiredAtMs: nowMs - (410 + index * 9) * DAY_MS,
    })
  }
}
