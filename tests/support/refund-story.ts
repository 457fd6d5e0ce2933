import type { Locator } from '@playwright/test'
import { expect } from './house.ts'
import type { House, Seat } from './house.ts'

type Asked = {
  readonly customer: string
  readonly subject: string
  readonly text: string
  readonly reason: string
}
export type AskedRefund = {
  readonly ticketId: string
  readonly customerId: string
  readonly returnId: string
}

/** A ticket whose customer wants 1,296 € back: more than an agent may give alone. */
export async function refundOverTheLimit(house: House, { reason, ...words }: Asked): Promise<AskedRefund> {
  const { ticketId, customerId } = await house.jonas.ticket(words)
  const returnId = ticketId.replace(/.{4}$/, 'beef')
  const about = { returnId, customerId, ticketId, orderId: null }
  const money = { kind: 'refund', reason, amountMinor: 129_600, currency: 'EUR' }
  await house.jonas.push([{ name: 'return.start', args: { ...about, ...money, seen: [] } }])
  return { ticketId, customerId, returnId }
}

/** The agent approves it without a line: it is asked for, and says so. Answers the pane it stands in. */
export async function approveOffline({ desk, window, cable }: Seat, subject: string): Promise<Locator> {
  await desk.show('all-open')
  await desk.openTicket(subject)
  const pane = window.getByRole('region', { name: 'Service engagement' })
  cable.pull()
  await desk.offline()
  await pane.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(pane.getByText('Requested: a supervisor decides')).toBeVisible()
  return pane
}
