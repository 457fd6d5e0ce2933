import type { ProductKey } from '../catalogue.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS } from '../world.ts'

type Wish = {
  readonly product: ProductKey
  readonly area: string
  /** What different people said of it. */
  readonly said: readonly string[]
  readonly times: number
}
const WISHES: readonly Wish[] = [
  {
    product: 'catalogue',
    area: 'Export',
    said: [
      'We would like to export one category at a time without choosing it again every night.',
      'Could the export go to our web shop by itself?',
      'An export that stops should tell us by mail, not the customer.',
    ],
    times: 14,
  },
  {
    product: 'till',
    area: 'Offline sales',
    said: [
      'The till should keep selling when the line is down, and say what it could not send.',
      'When the network is gone we write receipts by hand.',
    ],
    times: 9,
  },
  {
    product: 'l20',
    area: 'Sleep',
    said: [
      'It must wake up by itself when a label is printed.',
      'Deep sleep should be off from the beginning.',
    ],
    times: 7,
  },
  {
    product: 't5',
    area: 'Declined cards',
    said: ['Show declined payments apart in the total of the day.'],
    times: 4,
  },
  {
    product: 's10',
    area: 'Stock count',
    said: ['Two people should be able to count one shelf.'],
    times: 3,
  },
]
const SPREAD = 26 * DAY_MS

/** What customers said of the products in the last weeks, for the digest of the product team. */
export function tellWishes({ world, cast, products }: Stage, customers: readonly Known[]): void {
  const dice = world.dice('wishes')
  const { mira, reem, ivan } = cast.agents
  const writers = [mira, reem, ivan]
  for (const { product, area, said, times } of WISHES)
    for (let time = 0; time < times; time += 1) {
      const { customer } = dice.pick(customers)
      const atMs = world.nowMs - HOUR_MS - Math.floor(((time + 0.5) / times) * SPREAD)
      world.add('feedback', {
        id: world.id(atMs),
        customerId: customer.id,
        ticketId: null,
        kind: 'product',
        area,
        productId: products[product].id,
        text: said[time % said.length] ?? '',
        watched: null,
        valueMinor: customer.yearlyValueMinor,
        currency: customer.currency,
        state: time > times / 2 ? 'passed-on' : 'open',
        createdBy: writers[time % writers.length]?.id ?? null,
        createdAtMs: atMs,
      })
    }
}
