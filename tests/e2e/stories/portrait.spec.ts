import type { Locator } from '@playwright/test'
import type { Console } from '../../support/console.ts'
import { readHub } from '../../support/hub-view.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'

test.use({ houseName: 'portrait with the demo' })
test.describe.configure({ mode: 'default', timeout: 180_000 })

const card = (desk: Console): Locator => desk.page.getByRole('region', { name: 'Customer 360' })
const dialog = (desk: Console, name: string): Locator => desk.page.getByRole('dialog', { name })

/** Runs a command by its name, as somebody who knows no keys does. */
async function command(desk: Console, name: string): Promise<void> {
  await desk.leaveField()
  await desk.press('Control+k')
  const palette = dialog(desk, 'Commands')
  await palette.getByRole('textbox').first().fill(name)
  await palette.getByText(name, { exact: true }).first().click()
}

async function noteAccessNeeds(desk: Console): Promise<void> {
  await command(desk, 'Write down a wish')
  const wish = dialog(desk, 'How they want to be treated')
  await wish.getByRole('combobox', { name: 'What it is about' }).selectOption('Access needs')
  await wish.getByRole('textbox', { name: 'What they said' }).fill('Hears badly on the left')
  await expect(wish.getByRole('status')).toContainText('Write down who agreed and how')
  await expect(wish.getByRole('button', { name: 'Save' })).toBeDisabled()
  await wish.getByRole('textbox', { name: 'How', exact: true }).fill('on the phone')
  await wish.getByRole('button', { name: 'Save' }).click()
  // Its title goes before it; keys belong to it until it is gone.
  await expect(desk.page.getByRole('dialog')).toHaveCount(0)
}

test('what a customer wishes, what is pinned and where they stand is written down offline and stays', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.giveTimeToUndo(0)
  await desk.openTicket('Charged twice, and the scanner still will not pair')
  const head = card(desk)
  // However much there is to say, the panes below keep their room.
  const pane = desk.page.getByRole('region', { name: 'Service engagement' })
  await expect.poll(async () => (await pane.boundingBox())?.height).toBeGreaterThanOrEqual(520)
  // Every reason of the number opens, and says what it took.
  await head.getByRole('button', { name: /^Health \d+, .*: why$/u }).click()
  const share = desk.page.getByText(/^\d+ of 100$/u)
  await expect(share).toBeVisible()
  // Keys belong to what is open as soon as it has the focus, and until it is gone.
  await expect(async () => {
    await desk.page.keyboard.press('Escape')
    await expect(share).toHaveCount(0, { timeout: 1_000 })
  }).toPass()
  cable.pull()
  await desk.offline()

  // Who is about to leave stands in one list, without a network too.
  await command(desk, 'Who may leave')
  const leaving = dialog(desk, 'Who may leave').getByRole('row').filter({ hasText: 'Beatriz Molina' })
  await expect(leaving).toContainText('noted as at risk')
  await desk.page.keyboard.press('Escape')
  await expect(desk.page.getByRole('dialog')).toHaveCount(0)

  // What is sensitive is hidden from whoever looks over the shoulder; one key shows it.
  await expect(head.getByText('Reads with a screen reader')).toHaveCount(0)
  await desk.leaveField()
  await desk.press('Shift+V')
  await expect(head.getByText(/Reads with a screen reader/u).first()).toBeVisible()
  await desk.press('Shift+V')
  await expect(head.getByText(/Reads with a screen reader/u)).toHaveCount(0)
  await noteAccessNeeds(desk)
  await expect(head.getByText('Hears badly on the left')).toHaveCount(0)

  await desk.leaveField()
  await desk.press('Shift+N')
  const pin = dialog(desk, 'Pin to the top')
  await pin.getByRole('textbox', { name: 'One line' }).fill('Ask for Marta on Mondays')
  await pin.getByRole('button', { name: 'Save' }).click()
  await expect(head.getByRole('button', { name: 'Ask for Marta on Mondays' })).toBeVisible()

  await command(desk, 'Set where the customer stands')
  const stage = dialog(desk, 'Where they stand')
  await stage.getByRole('combobox', { name: 'Stage' }).selectOption('At risk')
  await stage.getByRole('textbox', { name: 'Why' }).fill('Asked for the notice period')
  await stage.getByRole('button', { name: 'Save' }).click()
  await expect(head.getByRole('button', { name: 'Stage: At risk' })).toBeVisible()

  await plugIn(seat)
  const rows = await readHub(house.hub.url, login)
  expect(rowsWhere(rows, 'preferences', { value: 'Hears badly on the left' })).toMatchObject([
    { subject: 'access', consent: 'given', consentHow: 'on the phone', sensitivity: 'sensitive' },
  ])
  expect(rowsWhere(rows, 'pins', { text: 'Ask for Marta on Mondays' })).toHaveLength(1)
  const said = rowsWhere(rows, 'portraits', { stageReason: 'Asked for the notice period' })
  expect(said).toMatchObject([{ stage: 'at-risk' }])
  expect(complaints).toEqual([])
})

test('offline, a supervisor says what a tier gives; it is told to the customer, and missing points are credited', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.openTicket('Charged twice, and the scanner still will not pair')
  cable.pull()
  await desk.offline()
  const pane = desk.page.getByRole('region', { name: 'Service engagement' })
  await expect(pane.getByRole('list', { name: 'Benefits of gold' })).toContainText(
    'Free shipping on every order',
  )
  await command(desk, 'Weigh health and value')
  const tiers = desk.page.getByRole('region', { name: 'Loyalty tiers' })
  await tiers
    .getByRole('group', { name: 'gold' })
    .getByLabel('Benefits')
    .fill('A colleague calls back within the hour')
  await tiers.getByRole('button', { name: 'Set for everybody' }).click()
  await expect(tiers.getByRole('button', { name: 'Set for everybody' })).toHaveCount(0)
  await desk.page.keyboard.press('Escape')
  await pane.getByRole('button', { name: 'Insert: A colleague calls back within the hour' }).click()
  await expect(desk.page.getByRole('textbox', { name: 'Reply to customer' })).toContainText(
    'A colleague calls back within the hour',
  )
  await command(desk, 'Credit missing points')
  const form = dialog(desk, 'Credit missing points')
  await form.getByLabel('Points').fill('310')
  await form.getByLabel('Why they are missing').fill('Order 7719 was paid by invoice')
  await form.getByRole('button', { name: 'Credit points' }).click()
  await expect(form).toHaveCount(0)
  await expect(pane.getByText('Order 7719 was paid by invoice')).toBeVisible()
  await plugIn(seat)
  await desk.settled()
  const rows = await readHub(house.hub.url, login)
  expect(rowsWhere(rows, 'teamRules', { key: 'loyalty' })).toMatchObject([
    { content: { threeBenefits: 'A colleague calls back within the hour' } },
  ])
  expect(rowsWhere(rows, 'loyaltyEntries', { points: 310 })).toMatchObject([{ reason: 'adjusted' }])
  expect(complaints).toEqual([])
})

test('offline, a sensitive line is pinned with consent and hidden until asked for, and so are facts', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.openTicket('Thank you, and a question about loyalty points')
  cable.pull()
  await desk.offline()
  const head = card(desk)
  await command(desk, 'Pin a line to the customer')
  const pin = dialog(desk, 'Pin to the top')
  await pin.getByRole('textbox').first().fill('Expects a child in May')
  await pin.getByRole('switch', { name: 'Sensitive' }).check({ force: true })
  await expect(pin.getByRole('button', { name: 'Save' })).toBeDisabled()
  await pin.getByText('Agreed', { exact: true }).click()
  await pin.getByRole('textbox', { name: 'Who said so' }).fill('Grace')
  await pin.getByRole('textbox', { name: 'How', exact: true }).fill('on the phone')
  await pin.getByRole('button', { name: 'Save' }).click()
  await expect(pin).toHaveCount(0)
  await expect(head.getByText('Expects a child in May')).toHaveCount(0)
  await head.getByRole('button', { name: 'Sensitive line: hidden' }).click()
  await expect(head.getByText('Expects a child in May')).toBeVisible()

  await head.getByRole('button', { name: 'Edit facts' }).click()
  const facts = dialog(desk, 'Edit facts')
  await facts.getByLabel('What helps to treat them well').fill('Reads large print')
  await facts.getByRole('switch', { name: 'Sensitive' }).check({ force: true })
  await expect(facts.getByRole('button', { name: 'Save' })).toBeDisabled()
  await facts.getByText('Agreed', { exact: true }).click()
  await facts.getByRole('textbox', { name: 'Who said so' }).fill('Grace')
  await facts.getByRole('textbox', { name: 'How', exact: true }).fill('by mail')
  await facts.getByRole('button', { name: 'Save' }).click()
  await expect(facts).toHaveCount(0)
  await plugIn(seat)
  await desk.settled()
  const rows = await readHub(house.hub.url, login)
  expect(rowsWhere(rows, 'pins', { text: 'Expects a child in May' })).toMatchObject([
    { marks: { sensitivity: 'sensitive', consent: 'given', consentBy: 'Grace' } },
  ])
  expect(rowsWhere(rows, 'customers', { name: 'Grace Lindqvist' })).toMatchObject([
    { facts: 'Reads large print', factsMarks: { consentHow: 'by mail' } },
  ])
  expect(complaints).toEqual([])
})
