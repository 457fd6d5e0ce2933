import type { Dice } from '../../shared/demo/dice.ts'
import type { Asset, Invoice, Order, OrderLine } from '../../shared/domain/commerce.ts'
import { productFacts } from './catalogue.ts'
import type { Catalogue, ProductKey } from './catalogue.ts'
import { priceIn } from './money.ts'
import type { Known } from './people/customers.ts'
import { DAY_MS, HOUR_MS } from './world.ts'
import type { World } from './world.ts'

/** What a customer bought, with its papers. */
export type Purchase = {
  readonly order: Order
  readonly lines: readonly OrderLine[]
  readonly invoice: Invoice
  readonly products: readonly ProductKey[]
}
export type Belongings = {
  readonly purchases: readonly Purchase[]
  readonly assets: readonly (Asset & { readonly product: ProductKey })[]
}

const CARRIERS = ['DHL', 'UPS', 'GLS', 'Royal Mail', 'Correos', 'Colissimo', 'InPost'] as const
const METHODS = { card: 60, transfer: 25, paypal: 10, 'direct-debit': 5 } as const
const BASKET = {
  p40: 14,
  p60: 5,
  l20: 9,
  r80: 11,
  t5: 12,
  s10: 5,
  drawer: 8,
  rolls: 34,
  labels: 18,
  cradle: 6,
} as const satisfies Partial<Record<ProductKey, number>>

/** Numbers of documents, each kind counted on its own. */
export type Counters = { order: number; invoice: number; returnCase: number; serial: number }
export const newCounters = (): Counters => ({ order: 1100, invoice: 842_000, returnCase: 310, serial: 4100 })
export const nextInvoice = (counters: Counters): string => {
  counters.invoice += 1
  const text = String(counters.invoice).padStart(6, '0')
  return `${text.slice(0, 2)}-${text.slice(2)}`
}
export const nextReturn = (counters: Counters): string => `RC-${(counters.returnCase += 1)}`

function stateOf(ageMs: number, isLate: boolean): Order['state'] {
  if (ageMs < DAY_MS) return 'paid'
  if (ageMs < 2 * DAY_MS) return 'packed'
  return ageMs < (isLate ? 15 : 5) * DAY_MS ? 'shipped' : 'delivered'
}

type Buying = {
  readonly world: World
  readonly dice: Dice
  readonly products: Catalogue
  readonly counters: Counters
}

function addPurchase({ world, dice, products, counters }: Buying, who: Known, placedAtMs: number): Purchase {
  const { customer, place } = who
  const keys = [...new Set(Array.from({ length: dice.whole(1, 3) }, () => dice.weighted(BASKET)))]
  counters.order += 1
  const orderId = world.id(placedAtMs)
  const lines = keys.map(key => ({
    id: world.id(placedAtMs),
    customerId: customer.id,
    orderId,
    productId: products[key].id,
    title: products[key].name,
    quantity: productFacts[key].isAsset ? dice.whole(1, 2) : dice.whole(1, 6),
    unitMinor: priceIn(productFacts[key].price, place),
  }))
  const totalMinor = lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0)
  const state = stateOf(world.nowMs - placedAtMs, dice.chance(0.35))
  const order = world.add('orders', {
    id: orderId,
    customerId: customer.id,
    number: String(counters.order),
    state,
    totalMinor,
    currency: place.currency,
    carrier: state === 'paid' ? null : dice.pick(CARRIERS),
    trackingCode: state === 'paid' ? null : `TR${dice.whole(10_000_000, 99_999_999)}`,
    placedAtMs,
    deliveredAtMs: state === 'delivered' ? placedAtMs + dice.whole(40, 100) * HOUR_MS : null,
    reportedAtMs: null,
  })
  for (const line of lines) world.add('orderLines', line)
  const invoice = world.add('invoices', {
    id: world.id(placedAtMs),
    customerId: customer.id,
    orderId,
    number: nextInvoice(counters),
    state: dice.chance(0.97) || world.nowMs - placedAtMs < 14 * DAY_MS ? 'paid' : 'overdue',
    totalMinor,
    currency: place.currency,
    issuedAtMs: placedAtMs,
    dueAtMs: placedAtMs + 14 * DAY_MS,
    reportedAtMs: null,
  })
  if (invoice.state === 'paid') {
    world.add('charges', {
      id: world.id(placedAtMs),
      customerId: customer.id,
      invoiceId: invoice.id,
      state: 'captured',
      amountMinor: totalMinor,
      currency: place.currency,
      method: dice.weighted(METHODS),
      chargedAtMs: placedAtMs + 60_000,
    })
  }
  return { order, lines, invoice, products: keys }
}

type AssetInput = { readonly product: ProductKey; readonly acquiredAtMs: number }

function addAsset(
  { world, dice, products, counters }: Buying,
  customerId: string,
  { product, acquiredAtMs }: AssetInput,
): Belongings['assets'][number] {
  const { inField, name } = productFacts[product]
  counters.serial += 1
  const isSoftware = product === 'till' || product === 'catalogue'
  const row = world.add('assets', {
    id: world.id(acquiredAtMs),
    customerId,
    productId: products[product].id,
    name,
    serial: isSoftware ? null : `SN ${dice.whole(20, 25)}-${String(counters.serial).padStart(5, '0')}`,
    version: inField.length === 0 ? null : dice.pick(inField),
    state: dice.chance(0.96) ? 'in-use' : 'retired',
    environment: isSoftware
      ? { system: dice.pick(['Windows 11', 'Windows 10', 'macOS 15', 'Android 14']), tills: dice.whole(1, 6) }
      : { connection: dice.pick(['USB', 'Bluetooth', 'network']) },
    downSinceMs: null,
    acquiredAtMs,
  })
  return { ...row, product }
}

/** Orders with lines, invoices and charges, and the things that came with them, for everybody who buys. */
export function addCommerce(
  { world, products, counters }: Omit<Buying, 'dice'>,
  customers: readonly Known[],
): Map<string, Belongings> {
  const dice = world.dice('commerce')
  const buying = { world, dice, products, counters }
  const planned = customers.flatMap(who => {
    const { customerSinceMs } = who.customer
    if (customerSinceMs === null) return []
    const span = world.nowMs - customerSinceMs
    const count = Math.min(dice.whole(0, 3), Math.floor(span / (20 * DAY_MS)) + 1)
    return Array.from({ length: count }, () => ({
      who,
      atMs: customerSinceMs + Math.floor(dice.random() * (span - DAY_MS / 2)),
    }))
  })
  const belongings = new Map<string, { purchases: Purchase[]; assets: Belongings['assets'][number][] }>()
  for (const who of customers) {
    const assets =
      who.customer.customerSinceMs !== null && dice.chance(0.6)
        ? [addAsset(buying, who.customer.id, { product: 'till', acquiredAtMs: who.customer.customerSinceMs })]
        : []
    belongings.set(who.customer.id, { purchases: [], assets })
  }
  // In order of time, so that numbers of documents rise with their dates.
  for (const { who, atMs } of planned.toSorted((a, b) => a.atMs - b.atMs)) {
    const purchase = addPurchase(buying, who, atMs)
    const own = belongings.get(who.customer.id)
    own?.purchases.push(purchase)
    if (purchase.order.deliveredAtMs === null) continue
    for (const product of purchase.products.filter(key => productFacts[key].isAsset)) {
      own?.assets.push(
        addAsset(buying, who.customer.id, { product, acquiredAtMs: purchase.order.deliveredAtMs }),
      )
    }
  }
  return new Map(belongings)
}
