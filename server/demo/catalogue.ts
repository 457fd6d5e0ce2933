import type { Product } from '../../shared/domain/commerce.ts'
import { DAY_MS } from './world.ts'
import type { World } from './world.ts'

type ProductFacts = {
  readonly name: string
  readonly sku: string
  /** Newest version; null for things that have none. */
  readonly version: string | null
  /** Versions still met in the field, newest first. */
  readonly inField: readonly string[]
  /** Euro cents. */
  readonly price: number
  /** A device or program a customer owns, not goods used up. */
  readonly isAsset: boolean
  readonly description: string
  /** What it suits. */
  readonly tags: readonly string[]
}

const facts = {
  p40: {
    name: 'P40 handheld scanner',
    sku: 'SC-P40',
    version: '2.3',
    inField: ['2.3', '2.2', '2.1', '2.0'],
    price: 18_900,
    isAsset: true,
    description: 'Reads codes on shelves and parcels, by Bluetooth or USB, all day on one charge.',
    tags: ['stocktaking', 'mobile', 'parcels'],
  },
  p60: {
    name: 'P60 presentation scanner',
    sku: 'SC-P60',
    version: '1.8',
    inField: ['1.8', '1.7', '1.6'],
    price: 29_900,
    isAsset: true,
    description: 'Stands at the till and reads codes that are held in front of it, scratched ones too.',
    tags: ['till', 'many customers'],
  },
  cradle: {
    name: 'P40 charging cradle',
    sku: 'SC-P40-C',
    version: null,
    inField: [],
    price: 6_000,
    isAsset: false,
    description: 'Charges a P40 overnight and keeps it in its place.',
    tags: ['charging'],
  },
  l20: {
    name: 'L20 label printer',
    sku: 'PR-L20',
    version: '3.1',
    inField: ['3.1', '3.0', '2.9'],
    price: 22_900,
    isAsset: true,
    description: 'Prints labels for shelves and parcels, without ink.',
    tags: ['labels', 'parcels'],
  },
  r80: {
    name: 'R80 receipt printer',
    sku: 'PR-R80',
    version: '5.4',
    inField: ['5.4', '5.3', '5.1'],
    price: 17_900,
    isAsset: true,
    description: 'Prints receipts fast and quietly, by network or USB.',
    tags: ['till', 'receipts', 'quiet'],
  },
  t5: {
    name: 'T5 card terminal',
    sku: 'PT-T5',
    version: '5.2',
    inField: ['5.2', '5.1', '4.9'],
    price: 24_900,
    isAsset: true,
    description: 'Takes cards and phones, at the till or at the table.',
    tags: ['till', 'cards', 'mobile'],
  },
  s10: {
    name: 'S10 stock tablet',
    sku: 'ST-S10',
    version: '12.1',
    inField: ['12.1', '12.0', '11.4'],
    price: 39_900,
    isAsset: true,
    description: 'Counts stock and moves it between shops, with a scanner built in.',
    tags: ['stocktaking', 'mobile', 'shared stock', 'many shops'],
  },
  drawer: {
    name: 'Cash drawer, wide',
    sku: 'CD-W',
    version: null,
    inField: [],
    price: 8_900,
    isAsset: false,
    description: 'Opens with the till, with room for eight kinds of coins.',
    tags: ['till', 'cash'],
  },
  rolls: {
    name: 'Receipt rolls ×40',
    sku: 'RR-40',
    version: null,
    inField: [],
    price: 6_100,
    isAsset: false,
    description: 'Paper for the R80, forty rolls.',
    tags: ['receipts', 'supplies'],
  },
  labels: {
    name: 'Shelf labels ×1000',
    sku: 'LB-1000',
    version: null,
    inField: [],
    price: 2_400,
    isAsset: false,
    description: 'A thousand labels for the L20.',
    tags: ['labels', 'supplies'],
  },
  till: {
    name: 'Till app',
    sku: 'SW-TILL',
    version: '8.4',
    inField: ['8.4', '8.3', '8.2', '8.0'],
    price: 0,
    isAsset: true,
    description: 'The till itself: sells, returns, counts, works without a network too.',
    tags: ['till', 'offline'],
  },
  catalogue: {
    name: 'Web catalogue',
    sku: 'SW-CAT',
    version: '4.7',
    inField: ['4.7', '4.6'],
    price: 0,
    isAsset: true,
    description: 'Shows what is on the shelves on the web, with stock of now.',
    tags: ['online shop', 'shared stock'],
  },
  starter: {
    name: 'Starter plan, one till, a month',
    sku: 'PL-1',
    version: null,
    inField: [],
    price: 2_900,
    isAsset: false,
    description: 'For one till, with updates and support in the daytime.',
    tags: ['one shop', 'small budget'],
  },
  shop: {
    name: 'Shop plan, up to five tills, a month',
    sku: 'PL-5',
    version: null,
    inField: [],
    price: 7_900,
    isAsset: false,
    description: 'For up to five tills in one shop, with support every day.',
    tags: ['one shop', 'several tills'],
  },
  chain: {
    name: 'Chain plan, a till, a month',
    sku: 'PL-N',
    version: null,
    inField: [],
    price: 1_490,
    isAsset: false,
    description: 'One stock for all shops, by the till and month; tills pay from when they are live.',
    tags: ['many shops', 'shared stock'],
  },
  card: {
    name: 'Business card',
    sku: 'BC-1',
    version: null,
    inField: [],
    price: 0,
    isAsset: false,
    description: 'Your card with a code that opens your shop page.',
    tags: ['supplies'],
  },
} as const satisfies Readonly<Record<string, ProductFacts>>

export type ProductKey = keyof typeof facts
export const PRODUCT_KEYS = Object.keys(facts) as readonly ProductKey[]
export const productFacts: Readonly<Record<ProductKey, ProductFacts>> = facts

export type Catalogue = Readonly<Record<ProductKey, Product>>

export function addCatalogue(world: World): Catalogue {
  const add = (key: ProductKey): Product => {
    const { name, sku, version, price, description, tags } = productFacts[key]
    return world.add('products', {
      id: world.id(world.nowMs - 700 * DAY_MS),
      name,
      sku,
      currentVersion: version,
      priceMinor: price,
      currency: 'EUR',
      isActive: true,
      description,
      tags: [...tags],
      version: null,
      reportedAtMs: null,
    })
  }
  return Object.fromEntries(PRODUCT_KEYS.map(key => [key, add(key)])) as Catalogue
}
