import type { Locator } from '@playwright/test'
import { sitOffline } from '../../support/demo-seat.ts'
import { readHub } from '../../support/hub-view.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'
import { run } from '../access/support/walk.ts'

// Two reviews of the demo wait for somebody who knows their writers; no other story places them.
test.use({ houseName: 'posts with the demo' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const SUBJECT = 'Thank you, and a question about loyalty points'
const HAPPENED = 'The man at the counter sent her away'

const dialog = ({ window }: Seat, name: string): Locator => window.getByRole('dialog', { name })

async function noteExperience(seat: Seat, where: string, words: string): Promise<void> {
  await run(seat, 'experience.report')
  const form = dialog(seat, 'A bad experience elsewhere')
  await form.getByRole('combobox', { name: 'Where it was' }).click()
  await seat.window.getByRole('option', { name: where }).click()
  await form.getByRole('textbox', { name: 'What happened' }).fill(words)
  await form.getByRole('button', { name: 'Note it' }).click()
  await expect(form).toHaveCount(0)
}

test('offline: a review finds its customer and is answered; what went wrong elsewhere is noted, and one taken back', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sitOffline({ house, sit }, SUBJECT)
  const { desk, complaints, window } = seat

  // The rail says that some wait, and opens them.
  const rail = window.getByRole('navigation', { name: 'Main' })
  await rail.getByRole('button', { name: '2 reviews nobody has placed' }).click()
  const waiting = dialog(seat, 'Reviews and posts without a customer')
  const review = waiting.getByRole('listitem').filter({ hasText: 'Trustpilot' })
  await window.screenshot({ path: 'out/e2e/stories/posts.png' })
  await review.getByRole('button', { name: 'Say who wrote it' }).click()
  await review.getByRole('textbox', { name: 'Which customer wrote it' }).fill('Grace Lindqvist')
  await window
    .getByRole('option', { name: /^Grace Lindqvist/u })
    .first()
    .click()
  await expect(waiting.getByText('Waiting 1')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(rail.getByRole('button', { name: '1 review nobody has placed' })).toBeVisible()

  // It stands with what she said, and is answered with a ticket.
  const voice = window.getByRole('region', { name: 'Voice' })
  const line = voice.getByRole('listitem').filter({ hasText: 'Trustpilot' })
  await expect(line).toContainText('not answered')
  await line.hover()
  await line.getByRole('button', { name: /^More/u }).click()
  await window.getByRole('menuitem', { name: 'Answer with a ticket' }).click()
  await expect(desk.conversation.getByRole('heading', { name: /^Trustpilot: Scanner fine/u })).toBeVisible()
  await expect(line).toContainText('answered with a ticket')

  // What went wrong where nobody here saw it counts; one of the two was a mistake.
  await noteExperience(seat, 'In a shop', HAPPENED)
  await noteExperience(seat, 'With the courier', 'It was somebody else')
  const alert = window.getByRole('note').filter({ hasText: /bad experiences/u })
  await alert.getByRole('button', { name: /./u }).first().click()
  const reasons = window.getByRole('dialog')
  const courier = reasons.getByRole('listitem').filter({ hasText: 'with the courier' })
  await courier.getByRole('button', { name: 'Take back' }).click()
  await expect(courier).toHaveCount(0)
  await expect(reasons.getByRole('listitem').filter({ hasText: 'in a shop' })).toHaveCount(1)
  await expect(desk.conversation.getByText('It was somebody else')).toHaveCount(0)
  await expect(desk.conversation.getByText(HAPPENED)).toBeVisible()
  await window.screenshot({ path: 'out/e2e/stories/posts-experience.png' })
  await window.keyboard.press('Escape')

  await plugIn(seat)
  await desk.settled()
  const rows = await readHub(house.hub.url, login)
  const [post] = rowsWhere(rows, 'publicPosts', { author: 'tilldesk_fan' })
  const [ticket] = rowsWhere(rows, 'tickets', { id: post?.['ticketId'] })
  expect(ticket).toMatchObject({ channel: 'social', customerId: post?.['customerId'] })
  expect(rowsWhere(rows, 'unplacedPosts', {}).map(({ author }) => author)).toEqual([null])
  const noted = rowsWhere(rows, 'events', { type: 'experience.negative', customerId: post?.['customerId'] })
  const words = noted.map(({ facts }) => JSON.stringify(facts))
  expect(words.filter(each => each.includes(HAPPENED))).toHaveLength(1)
  expect(words.filter(each => each.includes('somebody else'))).toEqual([])

  // A second laptop is told the same.
  const other = await sit({ who: null })
  await other.desk.signIn({ url: other.cable.url, ...login })
  await other.desk.settled()
  await other.desk.openTicket(SUBJECT)
  const told = other.window.getByRole('region', { name: 'Voice' }).getByRole('listitem')
  await expect(told.filter({ hasText: 'Trustpilot' })).toContainText('answered with a ticket')
  expect([...complaints, ...other.complaints]).toEqual([])
})
