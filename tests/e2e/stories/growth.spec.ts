import type { Locator } from '@playwright/test'
import type { Console } from '../../support/console.ts'
import { readHub } from '../../support/hub-view.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'

// The demo workspace has a promoter, a chain that grows and customers worth a word; its stories are nobody else's.
test.use({ houseName: 'growth with the demo' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const part = (desk: Console, name: string): Locator =>
  desk.page.getByRole('region', { name: 'Service engagement' }).getByRole('region', { name })
const dialog = (desk: Console, name: string): Locator => desk.page.getByRole('dialog', { name })
const reply = (desk: Console): Locator => desk.page.getByRole('textbox', { name: 'Reply to customer' })

/** Reaches a choice of the menu behind a line. */
async function choose(desk: Console, line: Locator, name: string | RegExp): Promise<void> {
  await line.hover()
  await line.getByRole('button', { name: /^More/u }).click()
  await desk.page.getByRole('menuitem', { name }).click()
}

test('what comes next with a customer is asked, agreed to and passed on, most of it without a network', async ({
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

  // One key answers what she is likely to ask next; the question is then none any more once the answer was sent.
  const next = part(desk, 'Likely next questions')
  await expect(next.getByText('Can I pay my next order with points?')).toBeVisible()
  await desk.press('Control+Shift+N')
  await expect(reply(desk)).toHaveValue(/^Points can be used on any order/u)

  // A promoter is asked once, in the reply, and it is written down.
  const coming = part(desk, 'What may come next')
  await expect(coming.getByText('Would recommend us: ask for a referral')).toBeVisible()
  await coming.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(coming.getByText('Would recommend us: ask for a referral')).toHaveCount(0)
  await expect(reply(desk)).toHaveValue(/Do you know somebody we could help as well/u)
  const asked = coming.getByRole('listitem').filter({ hasText: 'Referral' })
  await expect(asked.getByText(/consent not asked/u)).toBeVisible()

  // She agrees; only now it can be passed on.
  await choose(desk, asked, /^They agreed/u)
  await asked.getByRole('button', { name: 'Pass on' }).click()
  await coming.getByText('An address outside').click()
  await coming.getByRole('textbox').fill('sales@partner.example')
  await desk.page.keyboard.press('Enter')
  await expect(asked.getByText(/sales@partner\.example · leaves with the hub/u)).toBeVisible()

  // What she may want herself is noted beside the ticket.
  await desk.leaveField()
  await desk.press('Shift+J')
  const form = dialog(desk, 'Note an opportunity')
  await form.getByRole('textbox', { name: 'In a sentence' }).fill('A second till for the summer fair.')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(form).toHaveCount(0)
  await expect(coming.getByText(/A second till for the summer fair/u)).toBeVisible()

  // What turns out otherwise is put right by command, and the history says who did.
  await desk.leaveField()
  await desk.press('Control+K')
  const palette = dialog(desk, 'Commands')
  await palette.getByRole('searchbox').or(palette.getByRole('textbox')).first().fill('Edit an opp')
  await palette.getByText('Edit an opportunity', { exact: true }).click()
  const edit = dialog(desk, 'Edit the opportunity')
  const words = edit.getByRole('textbox', { name: 'In a sentence' })
  await expect(words).toHaveValue('A second till for the summer fair.')
  await words.fill('A second till, to rent for the summer fair.')
  await edit.getByRole('button', { name: 'Save' }).click()
  await expect(edit).toHaveCount(0)
  await expect(coming.getByText(/to rent for the summer fair/u)).toBeVisible()
  await expect(
    desk.page.getByText(/edited an opportunity \(Upsell: more of it\): Note/u).first(),
  ).toBeVisible()

  // Two customers worth a word: one is put off, one is left alone, without a network.
  await desk.leaveField()
  await desk.press('Control+Shift+R')
  const queue = dialog(desk, 'Reach out')
  const entries = queue.getByRole('listitem')
  const names = await entries.getByRole('button').and(desk.page.locator('[dir=auto]')).allInnerTexts()
  const [first = '', second = ''] = names
  await choose(desk, entries.filter({ hasText: first }).first(), 'Put off for a week')
  await expect(queue.getByRole('button', { name: first, exact: true })).toHaveCount(0)
  await entries.filter({ hasText: second }).first().getByRole('button', { name: 'Leave alone' }).click()
  await expect(queue.getByRole('button', { name: second, exact: true })).toHaveCount(0)
  await desk.page.keyboard.press('Escape')

  await plugIn(seat)
  const rows = await readHub(house.hub.url, login)
  expect(rowsWhere(rows, 'opportunities', { kind: 'referral' })).toMatchObject([
    { state: 'passed-on', consent: 'given', address: 'sales@partner.example' },
  ])
  expect(
    rowsWhere(rows, 'opportunities', { note: 'A second till, to rent for the summer fair.' }),
  ).toHaveLength(1)
  expect(new Set(rowsWhere(rows, 'outreach', {}).map(({ state }) => state))).toEqual(
    new Set(['snoozed', 'skipped']),
  )

  // What was passed on to teams stands in one list, and is taken on there.
  await desk.leaveField()
  await desk.press('Control+Shift+G')
  const all = dialog(desk, 'Opportunities')
  const row = all.getByRole('row').filter({ hasText: 'fixed price for the second year' })
  await choose(desk, row, 'Take it on')
  await expect(row.getByText('taken on')).toBeVisible()
  expect(complaints).toEqual([])
})

test('offline, one key puts in what there is to talk about; nothing on a bad day', async ({ house, sit }) => {
  const login = await house.demo()
  const { desk, cable, complaints } = await sit({ who: null })
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  cable.pull()
  await desk.offline()
  // Her scanner is out and the charge is disputed: no small talk.
  await desk.openTicket('Charged twice, and the scanner still will not pair')
  await expect(part(desk, 'Orders and returns')).toBeVisible()
  await expect(part(desk, 'To talk about')).toHaveCount(0)
  await desk.openTicket('Thank you, and a question about loyalty points')
  const topics = part(desk, 'To talk about')
  await expect(topics.getByRole('listitem')).toHaveCount(2)
  await desk.press('Control+Shift+d')
  await expect(reply(desk)).toContainText('Thank you again for your kind words lately.')
  await topics.getByRole('button', { name: /^Insert: Has come/u }).click()
  await expect(reply(desk)).toContainText('How are you getting on with')
  expect(complaints).toEqual([])
})

test('offline, what somebody looks for is handed to sales with their consent, and can be read again', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.openTicket('Which plan fits 40 shops? We open six in spring')
  cable.pull()
  await desk.offline()
  const needs = part(desk, 'Looks for')
  await needs.getByRole('checkbox', { name: 'handed to sales' }).click()
  const form = needs.getByRole('form', { name: 'Hand over to sales' })
  await expect(form.getByRole('textbox', { name: 'What sales gets to know' })).not.toHaveValue('')
  // Nothing is ticked before it was handed over, and no team is asked for before they agreed.
  await expect(needs.getByRole('checkbox', { name: 'handed to sales' })).not.toBeChecked()
  await expect(form.getByRole('combobox', { name: 'To this team at once' })).toHaveCount(0)
  await form.getByRole('checkbox', { name: /agree/u }).check()
  await form.getByRole('combobox', { name: 'To this team at once' }).click()
  await desk.page.getByRole('option').first().click()
  await form.getByRole('button', { name: 'Hand over' }).click()
  await expect(form).toHaveCount(0)
  await needs.getByRole('button', { name: '1 done' }).click()
  await expect(needs.getByRole('checkbox', { name: 'handed to sales' })).toBeChecked()
  // Given to another team, it is asked what becomes of the first, and nothing is done before that is said.
  await needs.getByRole('checkbox', { name: 'handed to sales' }).click()
  await expect(needs.getByRole('checkbox', { name: 'handed to sales' })).not.toBeChecked()
  await needs.getByRole('checkbox', { name: 'handed to sales' }).click()
  await form.getByRole('checkbox', { name: /agree/u }).check()
  await form.getByRole('combobox', { name: 'To this team at once' }).click()
  await desk.page.getByRole('option').nth(1).click()
  await expect(form.getByRole('button', { name: 'Hand over' })).toBeDisabled()
  await form.getByRole('combobox', { name: /has it already/u }).click()
  await desk.page.getByRole('option', { name: /^Move it/u }).click()
  await seat.window.screenshot({ path: 'out/e2e/stories/second-team.png' })
  await form.getByRole('button', { name: 'Hand over' }).click()
  await expect(form).toHaveCount(0)
  await plugIn(seat)
  await desk.settled()
  const rows = await readHub(house.hub.url, login)
  const [need] = rowsWhere(rows, 'needs', {}).filter(({ steps }) => String(steps).includes('handed-over'))
  expect(
    rowsWhere(rows, 'opportunities', { customerId: need?.['customerId'], state: 'passed-on' }),
  ).toMatchObject([{ consent: 'given', valueMinor: need?.['budgetMinor'], ticketId: need?.['ticketId'] }])
  expect(complaints).toEqual([])
})
