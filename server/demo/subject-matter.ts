import type { Dice } from '../../shared/demo/dice.ts'
import type { WorkKind } from '../../shared/domain/values.ts'
import type { Cast } from './cast.ts'
import { productFacts } from './catalogue.ts'
import type { Catalogue } from './catalogue.ts'
import type { Belongings, Counters, Purchase } from './commerce.ts'
import { nextReturn } from './commerce.ts'
import { writeAmount } from './money.ts'
import type { TopicId } from './packs/pack.ts'
import type { Known } from './people/customers.ts'
import { purchaseAt, topics } from './topics.ts'
import type { Slots } from './wording.ts'
import { DAY_MS } from './world.ts'
import type { World } from './world.ts'

/** Everything histories are told from. */
export type Stage = {
  readonly world: World
  readonly cast: Cast
  readonly counters: Counters
  readonly belongings: Map<string, Belongings>
  readonly products: Catalogue
}

/** What one conversation is about: the words for its slots and the rows it points to. */
export type Matter = {
  readonly topic: TopicId
  readonly slots: Slots
  readonly purchase: Purchase | null
  /** Number of the return case the conversation names; null when it names none. */
  readonly returnNumber: string | null
}

const NAMES_RETURN: ReadonlySet<TopicId> = new Set(['refund-when', 'broken-on-arrival', 'replacement-setup'])

function versionFor(belongings: Belongings | undefined, topic: TopicId): string {
  const wanted = topics[topic].asset
  const own = belongings?.assets.find(asset => asset.product === wanted?.product && asset.version !== null)
  return own?.version ?? (wanted === undefined ? '1.0' : (productFacts[wanted.product].version ?? '1.0'))
}

const deviceTitle = (purchase: Purchase): string =>
  purchase.lines.find((_line, index) => {
    const key = purchase.products[index]
    return key !== undefined && productFacts[key].isAsset
  })?.title ??
  purchase.lines[0]?.title ??
  'order'

export function matterOf(
  stage: Stage,
  dice: Dice,
  about: { who: Known; topic: TopicId; atMs: number },
): Matter {
  const { who, topic, atMs } = about
  const belongings = stage.belongings.get(who.customer.id)
  const purchase = belongings ? purchaseAt(topics[topic], belongings, atMs) : null
  const { currency, language } = who.place
  const euroAmount = dice.pick([1_000, 1_500, 2_500, 4_800])
  const amount = purchase?.order.totalMinor ?? Math.round((euroAmount * who.place.minorPerEuro) / 100)
  const returnNumber = purchase && NAMES_RETURN.has(topic) ? nextReturn(stage.counters) : null
  const since = purchase === null ? 4 : Math.round((atMs - purchase.order.placedAtMs) / DAY_MS)
  return {
    topic,
    purchase,
    returnNumber,
    slots: {
      order: purchase?.order.number ?? '',
      invoice: purchase?.invoice.number ?? '',
      item: purchase === null ? '' : deviceTitle(purchase),
      amount: writeAmount(
        topic === 'complaint' ? Math.round((1_500 * who.place.minorPerEuro) / 100) : amount,
        currency,
        language,
      ),
      rc: returnNumber ?? `RF-${dice.whole(10_000, 99_999)}`,
      version: versionFor(belongings, topic),
      n: String(dice.whole(2, 14)),
      days: String(Math.min(21, Math.max(4, since))),
    },
  }
}

/** Rows that a conversation says exist: the return case it names, the second charge it complains about. */
export function addConsequences(
  stage: Stage,
  dice: Dice,
  told: { who: Known; matter: Matter; ticketId: string; atMs: number; isSettled: boolean },
): void {
  const { world } = stage
  const { who, matter, ticketId, atMs, isSettled } = told
  const { purchase, returnNumber, topic } = matter
  if (!purchase) return
  if (returnNumber !== null) {
    const isExchange = topic !== 'refund-when'
    world.add('returnCases', {
      id: world.id(atMs),
      customerId: who.customer.id,
      ticketId,
      orderId: purchase.order.id,
      number: returnNumber,
      kind: isExchange ? 'exchange' : 'refund',
      state: isSettled
        ? isExchange
          ? 'exchanged'
          : 'refunded'
        : dice.pick(['approved', 'in-transit', 'received']),
      reason: isExchange ? 'Arrived damaged' : 'Sent back within thirty days',
      amountMinor: purchase.order.totalMinor,
      currency: purchase.order.currency,
      createdAtMs: atMs,
      closedAtMs: isSettled ? atMs + 2 * DAY_MS : null,
      lines: null,
      decision: null,
    })
  }
  if (topic === 'charged-twice') {
    world.add('charges', {
      id: world.id(atMs),
      customerId: who.customer.id,
      invoiceId: purchase.invoice.id,
      state: isSettled ? 'refunded' : 'captured',
      amountMinor: purchase.order.totalMinor,
      currency: purchase.order.currency,
      method: 'card',
      chargedAtMs: purchase.order.placedAtMs + 120_000,
    })
  }
}

export const teamIdOf = ({ cast }: Stage, topic: TopicId, kind: WorkKind): string | null => {
  const key = topics[topic][kind]
  return key === null ? null : cast.teams[key].id
}
