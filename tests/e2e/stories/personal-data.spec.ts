import type { Locator } from '@playwright/test'
import type { Console } from '../../support/console.ts'
import { sitOffline } from '../../support/demo-seat.ts'
import { readHub } from '../../support/hub-view.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'
import { run, walk } from '../access/support/walk.ts'

test.use({ houseName: 'personal data with the demo' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const SUBJECT = 'Charged twice, and the scanner still will not pair'
const CARD = '4111 1111 1111 1111'

const reply = (desk: Console): Locator => desk.page.getByRole('textbox', { name: 'Reply to customer' })
const chip = (desk: Console): Locator => desk.page.getByRole('button', { name: /^Personal data: \d/u })
const question = (desk: Console): Locator =>
  desk.page.getByRole('alert').filter({ hasText: 'Is this meant to leave?' })

async function write(desk: Console, words: string): Promise<void> {
  await desk.leaveField()
  await desk.press('r')
  await reply(desk).fill(words)
}

test('what is personal in a reply is cited, taken out with one key, and asked about once before it leaves', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sitOffline({ house, sit }, SUBJECT)
  const { desk, cable, complaints, window } = seat

  // Her own address, an order and a date are nobody's secret.
  await write(desk, 'Hello Ana, order 7719 of 2026-11-20: we write to ana@example.com.')
  await expect(chip(desk)).toHaveCount(0)

  // Another customer's address is named with whose it is.
  await write(desk, `Hello Ana, card ${CARD} was charged twice. Ask tomasz@example.com.`)
  await expect(chip(desk)).toHaveText('Personal data: 2')
  const found = await walk(seat, [
    {
      name: 'what is personal',
      of: ['components/advice-chip'],
      part: '[role=dialog]',
      enter: () => chip(desk).click(),
      leave: async () => {},
    },
  ])
  expect(found).toEqual([])
  const list = window.getByRole('dialog')
  await expect(list.getByText('A card number')).toBeVisible()
  await expect(list.getByText(/^How to reach /u)).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await run(seat, 'personal.takeOut')
  await expect(reply(desk)).toHaveValue(/card …1111 was charged twice\. Ask /u)
  await expect(chip(desk)).toHaveCount(0)
  // The text's own undo brings it back.
  await reply(desk).press('Control+z')
  await expect(reply(desk)).toHaveValue(new RegExp(`card ${CARD} was charged twice`, 'u'))
  await expect(chip(desk)).toHaveText('Personal data: 2')

  // A card is asked about once; whoever means it sends again.
  await write(desk, `Hello Ana, is ${CARD} the card?`)
  await desk.press('Control+Enter')
  await expect(question(desk)).toContainText(CARD)
  await window.screenshot({ path: 'out/e2e/stories/personal-data.png' })
  await question(desk).getByRole('button', { name: 'Take out' }).click()
  await expect(question(desk)).toHaveCount(0)
  await expect(reply(desk)).toHaveValue('Hello Ana, is …1111 the card?')
  await reply(desk).fill(`Hello Ana, it is the card ${CARD}.`)
  await desk.press('Control+Enter')
  await question(desk).getByRole('button', { name: 'Send as it is' }).click()
  await expect(desk.conversation.getByText(`it is the card ${CARD}.`)).toBeVisible()

  // Notes are looked at as well, and never asked about.
  await desk.leaveField()
  await desk.press('n')
  const note = window.getByRole('textbox', { name: 'Internal note' })
  await note.fill('Her password is Blue7!sky.')
  await expect(chip(desk)).toHaveText('Personal data: 1')
  await note.press('Control+Enter')
  await expect(desk.conversation.getByText('Her password is Blue7!sky.')).toBeVisible()

  // A new mail asks too.
  await run(seat, 'ticket.newMail')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Our account')
  await dialog.getByLabel('Customer', { exact: true }).fill('Tomasz Wiś')
  await window.getByRole('option', { name: /^Tomasz Wiśniewski/u }).click()
  await dialog.getByRole('textbox', { name: 'Message' }).fill('DE89 3704 0044 0532 0130 00')
  await dialog.getByRole('button', { name: 'Send and create ticket' }).click()
  await expect(question(desk)).toContainText('An account number')
  // Taken out, and brought back by the field's own undo.
  await question(desk).getByRole('button', { name: 'Take out' }).click()
  const message = dialog.getByRole('textbox', { name: 'Message' })
  await expect(message).toHaveValue('…3000')
  await message.press('Control+z')
  await expect(message).toHaveValue('DE89 3704 0044 0532 0130 00')
  await dialog.getByRole('button', { name: 'Send and create ticket' }).click()
  await expect(question(desk)).toContainText('An account number')
  await question(desk).getByRole('button', { name: 'Send as it is' }).click()
  await expect(window.getByRole('dialog')).toHaveCount(0)

  await plugIn(seat)
  await desk.settled()
  expect(
    rowsWhere(await readHub(cable.url, login), 'messages', { bodyText: 'DE89 3704 0044 0532 0130 00' }),
  ).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('how somebody sounded is said by their words, and a reply begins with what they wrote, offline too', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints, window } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.openTicket('Thank you, and a question about loyalty points')
  cable.pull()
  await desk.offline()
  const head = window.getByRole('region', { name: 'Customer 360' })
  await expect(head.getByText(/\d open ticket/u)).toBeVisible()
  await expect(head.getByText(/last contact /u)).toBeVisible()
  const found = await walk(seat, [
    {
      name: 'how they sounded',
      of: ['customer-360/mood-chip'],
      part: '[role=dialog]',
      enter: () => head.getByRole('button', { name: 'Sounded glad: by which words' }).click(),
      leave: async () => {},
    },
  ])
  expect(found).toEqual([])
  await expect(window.getByRole('dialog').getByText(/“perfect”/u)).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)

  await write(desk, 'Hello ')
  await desk.press('Control+Shift+M')
  await expect(reply(desk)).toHaveValue('Hello Grace')
  const rest = ',\n\nopen the settings of the app. Then choose the second entry and press save below.'
  await reply(desk).fill(`Hello Grace${rest}`)
  const tone = window.getByRole('button', { name: 'Tone: 1' })
  await tone.click()
  await expect(window.getByRole('dialog').getByText('Begins with the answer')).toBeVisible()
  await window.keyboard.press('Escape')
  await reply(desk).fill(`Hello Grace, thank you for your kind words${rest}`)
  await expect(tone).toHaveCount(0)
  await reply(desk).fill(`Hello Grace${rest}`)
  await tone.click()
  await window.getByRole('button', { name: 'It is fine like this' }).click()
  await expect(tone).toHaveCount(0)
  expect(complaints).toEqual([])
})
