import type { Locator } from '@playwright/test'
import { isAccessible } from '../../support/accessible.ts'
import type { Console } from '../../support/console.ts'
import { addSupervisor, expect, plugIn, rowsWhere, test } from '../../support/house.ts'
import type { House } from '../../support/house.ts'

// A workspace of its own, without the demo: what stands here came over the route or was written in the window.
test.use({ houseName: 'records' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const part = (desk: Console, name: string): Locator =>
  desk.page.getByRole('region', { name: 'Service engagement' }).getByRole('region', { name })
const reply = (desk: Console): Locator => desk.page.getByRole('textbox', { name: 'Reply to customer' })

async function choose(desk: Console, line: Locator, name: string): Promise<void> {
  await line.hover()
  await line.getByRole('button', { name: /^More/u }).click()
  await desk.page.getByRole('menuitem', { name }).click()
}

/** Says something as the shop's system does, and answers what the hub says. */
async function tell({ hub }: House, records: readonly object[]): Promise<unknown> {
  const words = await hub.run(['engineering', 'token', '--name', 'Shop'])
  const token = words.trim().split(' ').at(-1)
  const answer = await fetch(`${hub.url}/v1/records`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ records }),
  })
  return answer.json()
}

test('an order and a contract a company’s system reports stand in the pane and go into the reply', async ({
  house,
  sit,
}) => {
  const subject = 'Where is my scanner?'
  const made = await house.jonas.ticket({ customer: 'Rosa Almeida', subject, text: 'It was due on Friday.' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  await expect(part(desk, 'Orders and returns')).toHaveCount(0)

  const customer = { id: made.customerId }
  const order = {
    kind: 'order',
    key: 'o-7719',
    customer,
    number: '7719',
    state: 'shipped',
    totalMinor: 24_900,
    currency: 'EUR',
    carrier: 'DHL',
    placedAt: '2026-10-30',
    lines: [{ title: 'Scanner S2', unitMinor: 24_900 }],
  }
  const contract = {
    kind: 'contract',
    key: 'v-2041',
    customer,
    name: 'Till care plan',
    number: 'V-2041',
    renewsOn: '2031-01-31',
    amountMinor: 34_800,
    currency: 'EUR',
    term: 'year',
  }
  const nobody = { ...order, key: 'o-1', customer: { email: 'nobody@else.example' } }
  expect(await tell(house, [order, nobody, contract])).toMatchObject({
    taken: 2,
    refused: [{ index: 1, key: 'o-1', problem: 'unknown-customer' }],
  })
  const orders = part(desk, 'Orders and returns')
  await expect(orders).toContainText('7719 · Scanner S2')
  await choose(
    desk,
    orders.getByRole('listitem').filter({ hasText: '7719' }),
    'Put the status into the reply',
  )
  await expect(reply(desk)).toHaveValue('Your order 7719 is on its way.')

  const contracts = part(desk, 'Contracts')
  const plan = contracts.getByRole('listitem').filter({ hasText: 'Till care plan' })
  await expect(plan).toContainText('V-2041')
  await choose(desk, plan, 'Put the day of renewal into the reply')
  await expect(reply(desk)).toHaveValue(/“Till care plan” renews on January 31, 2031\./u)
  await isAccessible(window, 'contracts in the service pane')

  // Without a network one more is written down, and what was said on the phone.
  cable.pull()
  await desk.offline()
  await desk.leaveField()
  await desk.press('Control+K')
  await window.keyboard.type('Note a contract')
  await window.keyboard.press('Enter')
  const form = window.getByRole('dialog', { name: 'Contract' })
  await form
    .getByRole('combobox', { name: 'What it is for' })
    .or(form.getByLabel('What it is for'))
    .first()
    .fill('Label rolls')
  await form.getByLabel('Renews or ends on').fill('2031-05-01')
  await form.getByLabel('Price of a term').fill('19.90')
  await form.getByLabel('Term', { exact: true }).selectOption('month')
  await isAccessible(window, 'a contract being noted')
  await form.getByRole('button', { name: 'Add the contract' }).click()
  await expect(contracts).toContainText('Label rolls')
  await choose(desk, plan, 'It was cancelled')
  await expect(plan).toContainText('cancelled, ends')
  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  const noted = rowsWhere(rows, 'subscriptions', { customerId: made.customerId })
  expect(noted.map(({ name, state, amountMinor }) => [name, state, amountMinor])).toEqual(
    expect.arrayContaining([
      ['Till care plan', 'cancelled', 34_800],
      ['Label rolls', 'active', 1_990],
    ]),
  )
})

test('a supervisor writes a product, and corrects one another system keeps', async ({ house, sit }) => {
  const scanner = { kind: 'product', key: 'p-1', name: 'Scanner S2', priceMinor: 24_900, currency: 'EUR' }
  expect(await tell(house, [scanner])).toMatchObject({ taken: 1 })
  const login = await addSupervisor(house, 'Pia Lang')
  const { desk, window, cable } = await sit({ who: null })
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await window.keyboard.press('Control+,')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'Products', exact: true }).click()
  await dialog.getByRole('button', { name: 'Add a product' }).click()
  await dialog.getByLabel('Name').fill('Receipt rolls')
  await dialog.getByLabel('Price').fill('6.10')
  await isAccessible(window, 'settings/products')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('button', { name: /Receipt rolls/u })).toContainText('€6.10')
  await dialog.getByRole('button', { name: /Scanner S2/u }).click()
  await expect(dialog.getByText(/^Another system keeps this one/u)).toBeVisible()
  await dialog.getByLabel('What it is for').fill('Reads codes on shelves.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('button', { name: 'Add a product' })).toBeVisible()
  await desk.settled()
  const found = rowsWhere(await house.rows(), 'products', { name: 'Scanner S2' })
  expect(found).toMatchObject([{ version: 1, priceMinor: 24_900, description: 'Reads codes on shelves.' }])
})
