import { serveOrders } from './serve-orders.ts'
import { sitDown } from './desk.ts'
import type { Desk, DeskPlace } from './desk.ts'

/** A colleague's laptop in a process of its own, as it is in a machine of its own. */
let desk: Desk | null = null

async function take(name: string, input: unknown): Promise<unknown> {
  if (name === 'sit') {
    desk = await sitDown(input as DeskPlace)
    return null
  }
  if (!desk) throw new Error('Nobody sits here')
  if (name === 'heard') return desk.heard(String(input))
  if (name === 'stop') return desk.stop()
  throw new Error(`Unknown order ${name}`)
}

serveOrders(take)
