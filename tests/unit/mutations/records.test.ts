import { expect, test } from 'vitest'
import { byAutomation, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import { aWiderDesk, ids, samples } from './scenes.ts'

const invoice = samples['invoice.report']
const [charge] = invoice.charges

test('what people do not decide: only the hub takes reports, only supervisors write products', () => {
  for (const name of ['product.report', 'order.report', 'invoice.report', 'customer.record'] as const)
    expect(aWiderDesk().decide(name, samples[name], onHub()).kind).toBe('rejected')
  expect(aWiderDesk().decide('product.set', samples['product.set'], onHub()).kind).toBe('rejected')
})

test('older news changes nothing, news of the same moment does', () => {
  const desk = aWiderDesk()
  const report = samples['order.report']
  desk.run('order.report', report, byAutomation())
  const content = { ...report.content, state: 'delivered' as const }
  desk.run('order.report', { ...report, content, saidAtMs: NOW_MS - 1 }, byAutomation())
  expect(desk.get('orders', ids.order)).toMatchObject({ state: 'shipped', reportedAtMs: NOW_MS })
  desk.run('order.report', { ...report, content }, byAutomation())
  expect(desk.get('orders', ids.order)).toMatchObject({ state: 'delivered' })
})

test('an order never goes to another customer', () => {
  const report = { ...samples['order.report'], customerId: ids.double }
  expect(aWiderDesk().decide('order.report', report, byAutomation()).kind).toBe('rejected')
})

test('a charge that was corrected here is not raised again; what goes lower or back does', () => {
  const desk = aWiderDesk()
  desk.run('invoice.report', invoice, byAutomation())
  desk.run(
    'dispute.open',
    { disputeId: idOf(700), chargeId: ids.madeToo, ticketId: null, cause: 'duplicate', note: null, seen: [] },
    onHub(),
  )
  const told = (amountMinor: number, state: 'captured' | 'refunded' = 'captured'): unknown => {
    const charges = charge ? [{ ...charge, amountMinor, state }] : []
    desk.run('invoice.report', { ...invoice, charges }, byAutomation())
    const { amountMinor: amount, state: standing } = desk.get('charges', ids.madeToo) ?? {}
    return [amount, standing]
  }
  expect(told(31_000)).toEqual([31_000, 'disputed'])
  desk.run(
    'dispute.correct',
    { disputeId: idOf(700), afterMinor: 30_000, reason: 'Twice', seen: 'open' },
    onHub(),
  )
  expect(told(31_000)).toEqual([30_000, 'captured'])
  expect(told(15_000)).toEqual([15_000, 'captured'])
  expect(told(15_000, 'refunded')).toEqual([15_000, 'refunded'])
})

test('a product written by hand and reported keeps its version; a report is newer than what a hand wrote', () => {
  const desk = aWiderDesk()
  const report = { ...samples['product.report'], productId: ids.product }
  desk.run('product.set', samples['product.set'], byAutomation())
  desk.run('product.report', report, byAutomation())
  expect(desk.get('products', ids.product)).toMatchObject({ name: 'Scanner S3', version: 1 })
  const again = desk.decide('product.set', { ...samples['product.set'], seen: 0 }, byAutomation())
  expect(again.kind).toBe('conflict')
})
