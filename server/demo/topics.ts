import type { Dice } from '../../shared/demo/dice.ts'
import type { WorkKind } from '../../shared/domain/values.ts'
import { compareVersions } from '../../shared/rules/versions.ts'
import type { TeamKey } from './cast.ts'
import type { ProductKey } from './catalogue.ts'
import type { Belongings, Purchase } from './commerce.ts'
import type { TopicId } from './packs/pack.ts'
import { DAY_MS } from './world.ts'

export type TopicFacts = {
  readonly kinds: readonly WorkKind[]
  readonly service: TeamKey | null
  readonly support: TeamKey | null
  readonly tags: readonly string[]
  readonly weight: number
  readonly needs: 'nothing' | 'order' | 'device-order'
  /** Days after an order was placed in which people write about it. */
  readonly window?: readonly [from: number, to: number]
  /** The customer must own this, in a version older than `below`. */
  readonly asset?: { readonly product: ProductKey; readonly below?: string }
  readonly issue?: string
}

const service = (team: TeamKey, weight: number, rest: Partial<TopicFacts> = {}): TopicFacts => ({
  kinds: ['service'],
  service: team,
  support: null,
  tags: [],
  weight,
  needs: 'nothing',
  ...rest,
})
const support = (team: TeamKey, weight: number, rest: Partial<TopicFacts> = {}): TopicFacts => ({
  kinds: ['support'],
  service: null,
  support: team,
  tags: [],
  weight,
  needs: 'nothing',
  ...rest,
})
const both = (weight: number, rest: Partial<TopicFacts> = {}): TopicFacts => ({
  kinds: ['service', 'support'],
  service: 'orders',
  support: 'devices',
  tags: ['exchange'],
  weight,
  needs: 'device-order',
  ...rest,
})

export const topics: Readonly<Record<TopicId, TopicFacts>> = {
  'late-delivery': service('orders', 12, { needs: 'order', window: [4, 14], tags: ['delivery'] }),
  'charged-twice': service('orders', 6, { needs: 'order', window: [1, 6], tags: ['billing'] }),
  'refund-when': service('orders', 8, { needs: 'device-order', window: [8, 25], tags: ['refund'] }),
  'invoice-address': service('orders', 9, { needs: 'order', window: [3, 40], tags: ['billing'] }),
  'which-plan': service('advice', 9, { tags: ['plans'] }),
  'cancel-order': service('orders', 4, { needs: 'order', window: [0.1, 0.6], tags: ['order'] }),
  'loyalty-points': service('orders', 4, { needs: 'order', window: [3, 40], tags: ['loyalty'] }),
  complaint: service('complaints', 5, { needs: 'order', window: [4, 20], tags: ['complaint'] }),
  training: service('onboarding', 5, { tags: ['onboarding'] }),
  renewal: service('advice', 4, { tags: ['renewal'] }),
  compliment: service('complaints', 2, { needs: 'device-order', window: [6, 20], tags: ['praise'] }),
  'scanner-pairing': support('devices', 14, {
    asset: { product: 'p40', below: '2.3' },
    issue: 'KE-117',
    tags: ['scanner'],
  }),
  'printer-offline': support('devices', 12, {
    asset: { product: 'l20' },
    issue: 'KE-118',
    tags: ['printer'],
  }),
  // Only the outage of today: nobody wrote about it before.
  'export-fails': support('till', 0, { issue: 'KE-121' }),
  'codes-rejected': support('till', 6, { asset: { product: 'till' }, issue: 'KE-112', tags: ['sign-in'] }),
  'app-update': support('till', 6, {
    asset: { product: 'till', below: '8.3' },
    issue: 'KE-104',
    tags: ['update'],
  }),
  'terminal-totals': support('devices', 6, {
    asset: { product: 't5', below: '5.2' },
    issue: 'KE-119',
    tags: ['terminal'],
  }),
  'slow-till': support('till', 5, { asset: { product: 'till' }, tags: ['till'] }),
  'broken-on-arrival': both(6, { window: [5, 9] }),
  'replacement-setup': both(2, { window: [9, 15] }),
}

const DEVICES: readonly ProductKey[] = ['p40', 'p60', 'l20', 'r80', 't5', 's10']
export const isDeviceOrder = ({ products }: Purchase): boolean => products.some(key => DEVICES.includes(key))

const ownsAsset = ({ asset }: TopicFacts, { assets }: Belongings): boolean =>
  asset === undefined ||
  assets.some(
    ({ product, version }) =>
      product === asset.product &&
      (asset.below === undefined || compareVersions(version ?? '0', asset.below) < 0),
  )

const isSuited = ({ needs }: TopicFacts, purchase: Purchase): boolean =>
  needs === 'order' || isDeviceOrder(purchase)

/** Purchases somebody could write about under this topic, whenever. */
export const purchasesFor = (topic: TopicFacts, { purchases }: Belongings): readonly Purchase[] =>
  topic.needs === 'nothing' ? [] : purchases.filter(purchase => isSuited(topic, purchase))

/** When people write about a purchase under this topic. */
export function windowOf(
  { window = [1, 30] }: TopicFacts,
  { order }: Purchase,
): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: order.placedAtMs + window[0] * DAY_MS, toMs: order.placedAtMs + window[1] * DAY_MS }
}

/** The newest purchase that is written about at this time; null when there is none. */
export function purchaseAt(topic: TopicFacts, belongings: Belongings, atMs: number): Purchase | null {
  const timely = purchasesFor(topic, belongings).filter(purchase => {
    const { fromMs, toMs } = windowOf(topic, purchase)
    return fromMs <= atMs && atMs <= toMs
  })
  return timely.at(-1) ?? null
}

/** Whether a customer with these things would write about the topic at some time. */
export const fitsEver = (topic: TopicFacts, belongings: Belongings): boolean =>
  topic.weight > 0 &&
  ownsAsset(topic, belongings) &&
  (topic.needs === 'nothing' || purchasesFor(topic, belongings).length > 0)

/** Whether a customer with these things would write about the topic at this time. */
export const fitsAt = (topic: TopicFacts, belongings: Belongings, atMs: number): boolean =>
  topic.weight > 0 &&
  ownsAsset(topic, belongings) &&
  (topic.needs === 'nothing' || purchaseAt(topic, belongings, atMs) !== null)

/** A topic among those that fit, as often as its weight says; null when none does. */
export function pickTopic(dice: Dice, candidates: readonly TopicId[]): TopicId | null {
  if (candidates.length === 0) return null
  return dice.weighted(
    Object.fromEntries(candidates.map(id => [id, topics[id].weight])) as Record<TopicId, number>,
  )
}
