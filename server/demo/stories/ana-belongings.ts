import { lastAt } from '../calendar.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { addOrder, addOwned } from './props.ts'

const FRIDAY = 5

/** Twelve orders in two years; the last one paid twice. */
function addOrders(stage: Stage, ana: Known): { readonly deliveredAtMs: number } {
  const { nowMs } = stage.world
  const rolls = [{ product: 'rolls', quantity: 1 } as const]
  const earlier = ['5012', '5187', '5344', '5590', '5803', '6021', '6277', '6530', '6841', '7120']
  for (const [index, number] of earlier.entries()) {
    const placedAtMs = nowMs - (700 - index * 65) * DAY_MS
    const lines = index % 3 === 0 ? [{ product: 'labels', quantity: 2 } as const] : rolls
    addOrder(stage, ana, {
      number,
      invoice: `88-1${String(300 + index * 57)}`,
      lines,
      placedAtMs,
      deliveredAtMs: placedAtMs + 3 * DAY_MS,
    })
  }
  addOrder(stage, ana, {
    number: '7402',
    invoice: '88-2051',
    lines: rolls,
    placedAtMs: nowMs - 35 * DAY_MS,
    deliveredAtMs: nowMs - 27 * DAY_MS,
  })
  const boughtAtMs = lastAt(nowMs, FRIDAY, { hour: 9, offsetMinutes: 60, leastMs: 11 * DAY_MS })
  const deliveredAtMs = boughtAtMs + 6 * DAY_MS
  addOrder(stage, ana, {
    number: '7719',
    invoice: '88-2190',
    lines: [
      { product: 'p40', quantity: 1 },
      { product: 'cradle', quantity: 1 },
    ],
    placedAtMs: boughtAtMs,
    deliveredAtMs,
    charges: 2,
  })
  return { deliveredAtMs }
}

/** Five things she owns, one of them out of order. */
function addAssets(stage: Stage, ana: Known, scannerAtMs: number): void {
  const { nowMs } = stage.world
  const downSinceMs = nowMs - (3 * DAY_MS + 20 * HOUR_MS + 51 * MINUTE_MS)
  addOwned(stage, ana, {
    product: 'till',
    version: '8.2',
    acquiredAtMs: nowMs - 900 * DAY_MS,
    environment: { system: 'Windows 11', shops: 3, tills: 5 },
  })
  addOwned(stage, ana, {
    product: 'p40',
    version: '2.1',
    serial: 'SN 22-0418',
    acquiredAtMs: scannerAtMs,
    state: 'broken',
    downSinceMs,
    environment: { connection: 'Bluetooth', shop: 'Third shop' },
  })
  addOwned(stage, ana, {
    product: 'p40',
    version: '2.3',
    serial: 'SN 22-0102',
    acquiredAtMs: nowMs - 400 * DAY_MS,
    environment: { connection: 'USB', shop: 'First shop' },
  })
  addOwned(stage, ana, {
    product: 'r80',
    version: '5.4',
    serial: 'SN 21-3377',
    acquiredAtMs: nowMs - 640 * DAY_MS,
    environment: { connection: 'network' },
  })
  addOwned(stage, ana, {
    product: 't5',
    version: '5.2',
    serial: 'SN 23-0911',
    acquiredAtMs: nowMs - 300 * DAY_MS,
    environment: { connection: 'Bluetooth' },
  })
}

export function addAnaBelongings(stage: Stage, ana: Known): void {
  const { deliveredAtMs } = addOrders(stage, ana)
  addAssets(stage, ana, deliveredAtMs)
}
