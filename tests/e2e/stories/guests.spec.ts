import { addSupervisor, expect, plugIn, rowsWhere, syncNow, test } from '../../support/house.ts'
import type { House } from '../../support/house.ts'
import { PASSWORD } from '../../support/house-people.ts'
import { run, walk } from '../access/support/walk.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })
// With a guest audiences are kept: in a house of its own.
test.use({ houseName: 'guests' })

const STRIP = 'Suggested answers of this ticket'

type Guest = { readonly name: string; readonly email: string; readonly team: string }
const emilFalk: Guest = { name: 'Emil Falk', email: 'emil@example.com', team: 'Gift desk' }
const idaBloom: Guest = { name: 'Ida Bloom', email: 'ida@example.com', team: 'Ribbon desk' }

/** Somebody of another department, who helps one team, and its ticket. */
async function letIn(house: House, { name, email, team: own }: Guest, subject: string): Promise<string> {
  await house.hub.run(['team', 'add', own, '--kind', 'service'])
  const role = ['--role', 'guest', '--team', own, '--until', '2099-12-31', '--password-stdin']
  await house.hub.run(['agent', 'add', email, '--name', name, ...role], `${PASSWORD}\n`)
  const work = await house.jonas.ticket({
    customer: 'Rosa Lind',
    subject,
    text: 'Can I still have the present wrapped? There is no hurry.',
  })
  const [team] = rowsWhere(await house.rows(), 'teams', { name: own })
  const [threadId] = work.threadIds
  const move = { seen: null, value: team?.['id'] }
  await house.jonas.push([{ name: 'thread.assign', args: { threadId, team: move, assignee: null } }])
  return work.ticketId
}

test('a guest suggests offline, a colleague releases it in one key, and the guest sees what became of it', async ({
  house,
  sit,
}) => {
  const subject = 'Wrapping the present'
  const ticketId = await letIn(house, emilFalk, subject)
  await house.jonas.ticket({ customer: 'Otto Ahl', subject: 'Of another team', text: 'Hello' })
  const emil = await sit({ who: null })
  await emil.desk.signIn({ url: emil.cable.url, email: emilFalk.email, password: PASSWORD })
  await emil.desk.settled()

  // What suits is there with its reasons; of other teams there is nothing.
  const start = emil.window.getByRole('region', { name: 'For guests' })
  await expect(start).toContainText(`Thank you for helping ${emilFalk.team}.`)
  await expect(start.getByRole('button', { name: new RegExp(subject) })).toContainText('not urgent')
  await emil.desk.show('all-open')
  await expect(emil.desk.rows()).toHaveCount(1)
  await expect(emil.desk.rows()).toContainText(subject)
  await start.getByRole('button', { name: new RegExp(subject) }).click()
  await expect(emil.desk.conversation.getByRole('heading', { name: subject })).toBeVisible()
  await expect(emil.desk.conversation.getByRole('button', { name: /^State: / })).toBeDisabled()
  await expect(emil.window.getByRole('button', { name: /^New ticket/ })).toHaveCount(0)

  emil.cable.pull()
  await emil.desk.offline()
  const words = 'Yes, we wrap it for you: tell us which paper you like.'
  const strip = emil.window.getByRole('region', { name: STRIP })
  await emil.desk.leaveField()
  await emil.desk.press('r')
  await emil.window.getByRole('textbox', { name: 'Reply to customer' }).fill(words)
  await emil.desk.conversation.locator('input[type=file]').setInputFiles([
    { name: 'papers.txt', mimeType: 'text/plain', buffer: Buffer.from('Silver, green, blue') },
    { name: 'prices.txt', mimeType: 'text/plain', buffer: Buffer.from('For us alone') },
  ])
  await expect(emil.desk.conversation.getByText('prices.txt')).toBeVisible()
  await emil.window.screenshot({ path: 'out/e2e/stories/guest-suggests.png' })
  await emil.window.getByRole('button', { name: 'Suggest', exact: true }).click()
  await expect(strip).toContainText('waits for a colleague. Nothing has left.')
  await expect(strip).toContainText('papers.txt')
  await plugIn(emil)
  await emil.desk.settled()

  const mira = await sit({ undoSeconds: 0 })
  const block = mira.desk.list.getByRole('region', { name: 'Suggested answers' })
  await block.getByRole('button', { name: '1 suggested answer waits' }).click()
  await block.getByRole('button', { name: new RegExp(subject) }).click()
  const card = mira.desk.conversation.getByRole('region', { name: STRIP })
  await expect(card).toContainText('Emil Falk suggests an answer')
  // Looked at, and one of them stays out: put back and left out again.
  await card.getByRole('button', { name: /^papers\.txt/ }).click()
  await expect(mira.window.getByRole('dialog')).toContainText('Silver, green, blue')
  await mira.window.keyboard.press('Escape')
  await card.getByRole('button', { name: 'Remove prices.txt' }).click()
  await card.getByRole('button', { name: 'Put back' }).click()
  await card.getByRole('button', { name: 'Remove prices.txt' }).click()
  await expect(card).toContainText('1 file stays out.')
  await mira.window.screenshot({ path: 'out/e2e/stories/guest-released.png' })
  await mira.desk.leaveField()
  await mira.desk.press('Control+Shift+f')
  await expect(card).toHaveCount(0)
  await expect(mira.desk.conversation.getByText(words)).toBeVisible()
  await mira.desk.settled()
  const rows = await house.rows()
  expect(rowsWhere(rows, 'messages', { ticketId, direction: 'out' })).toHaveLength(1)
  expect(rowsWhere(rows, 'proposals', { ticketId, state: 'changed' })).toHaveLength(1)
  const [answer] = rowsWhere(rows, 'messages', { ticketId, direction: 'out' })
  expect(rowsWhere(rows, 'attachments', { ticketId })).toMatchObject([
    { fileName: 'papers.txt', messageId: answer?.['id'], proposalId: null },
  ])

  await syncNow(emil.desk)
  await expect(strip).toContainText('changed your answer a little and released it', { timeout: 20_000 })
  expect([...emil.complaints, ...mira.complaints]).toEqual([])
})

test('what is sent back comes with a word, and can be made better', async ({ house, sit }) => {
  const subject = 'Which ribbon goes with it'
  await letIn(house, idaBloom, subject)
  const ida = await sit({ who: null })
  await ida.desk.signIn({ url: ida.cable.url, email: idaBloom.email, password: PASSWORD })
  await ida.desk.settled()
  await ida.desk.show('all-open')
  await ida.desk.openTicket(subject)
  await ida.desk.leaveField()
  await ida.desk.press('r')
  await ida.window.getByRole('textbox', { name: 'Reply to customer' }).fill('It is wrapped now.')
  await ida.window.getByRole('button', { name: 'Suggest', exact: true }).click()
  await ida.desk.settled()

  const mira = await sit()
  const block = mira.desk.list.getByRole('region', { name: 'Suggested answers' })
  await block.getByRole('button', { name: '1 suggested answer waits' }).click()
  await block.getByRole('button', { name: new RegExp(subject) }).click()
  const card = mira.desk.conversation.getByRole('region', { name: STRIP })
  const found = await walk(mira, [
    {
      name: 'send back',
      of: ['proposals/proposal-strip'],
      part: `section[aria-label="${STRIP}"]`,
      isForm: true,
      enter: () => card.getByRole('button', { name: 'Send back' }).click(),
      leave: async () => {},
    },
  ])
  expect(found).toEqual([])
  await card.getByRole('textbox', { name: 'A word for Ida Bloom' }).fill('Say which day it leaves.')
  await card.getByRole('button', { name: 'Send back' }).click()
  await mira.desk.settled()

  await syncNow(ida.desk)
  const strip = ida.window.getByRole('region', { name: STRIP })
  await expect(strip).toContainText('Say which day it leaves.', { timeout: 20_000 })
  await strip.getByRole('button', { name: 'Improve it' }).click()
  await expect(ida.window.getByRole('textbox', { name: 'Reply to customer' })).toHaveValue(
    'It is wrapped now.',
  )

  // A guest thanks, and practises: the words between two and first steps are for colleagues.
  await run(ida, 'kudos.give')
  const thanks = ida.window.getByRole('dialog', { name: 'Thank a colleague' })
  await thanks.getByRole('combobox', { name: 'Whom' }).click()
  await ida.window.getByRole('option').first().click()
  await thanks.getByRole('textbox', { name: 'What for' }).fill('You told me why.')
  await thanks.getByRole('button', { name: 'Say thanks' }).click()
  await expect(thanks).toHaveCount(0)
  await run(ida, 'practice.open')
  const together = ida.window.getByRole('dialog', { name: 'Learning together' })
  await expect(together.getByRole('tab')).toHaveText(['Thanks', 'Stories', 'Practice'])
  await together.getByRole('tab', { name: 'Thanks' }).click()
  await expect(together.getByText('You told me why.')).toBeVisible()
  await ida.window.screenshot({ path: 'out/e2e/stories/guest-learns.png' })
  await ida.window.keyboard.press('Escape')
  await ida.desk.settled()
  expect([...ida.complaints, ...mira.complaints]).toEqual([])
})

test('a supervisor lets a guest in, and everything leaves the guest’s laptop when it ends', async ({
  house,
  sit,
}) => {
  const subject = 'A card for the present'
  const ticketId = await letIn(
    house,
    { name: 'Ole Lam', email: 'ole@example.com', team: 'Card desk' },
    subject,
  )
  const login = await addSupervisor(house, 'Saga Lund')
  await house.hub.run(['agent', 'teams', login.email, '--team', 'Card desk'])
  const lead = await sit({ who: null })
  await lead.desk.signIn({ url: lead.cable.url, ...login })
  await lead.desk.settled()
  const dialog = lead.window.getByRole('dialog')
  const openPage = async (): Promise<void> => {
    await run(lead, 'settings.open')
    await lead.window.getByRole('tab', { name: 'Guests', exact: true }).click()
  }
  const found = await walk(lead, [
    {
      name: 'guests',
      of: ['settings/guests/guests-page'],
      part: '[role=dialog]',
      enter: openPage,
      leave: async () => {},
    },
    {
      name: 'a guest',
      of: ['settings/guests/guest-form', 'settings/guests/guest-history'],
      part: '[role=dialog]',
      isForm: true,
      enter: () => dialog.getByRole('button', { name: /^Ole Lam/ }).click(),
      leave: () => dialog.getByRole('button', { name: 'Cancel' }).click(),
    },
  ])
  expect(found).toEqual([])

  await dialog.getByRole('button', { name: 'Let somebody in' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Uma Rask')
  await dialog.getByRole('textbox', { name: 'Email' }).fill('uma@example.com')
  await dialog.getByRole('combobox', { name: 'Teams whose tickets they see' }).click()
  await lead.window.getByRole('option', { name: 'Card desk' }).click()
  await lead.window.keyboard.press('Tab')
  await dialog.getByLabel('Last day').fill('2099-12-31')
  await dialog.getByRole('textbox', { name: 'Hours a week' }).fill('4')
  await lead.window.screenshot({ path: 'out/e2e/stories/guest-let-in.png' })
  await dialog.getByRole('button', { name: 'Let them in' }).click()
  const password = await dialog.getByRole('textbox', { name: 'Password' }).inputValue()
  await lead.window.screenshot({ path: 'out/e2e/stories/guest-password.png' })
  await dialog.getByRole('button', { name: 'Done' }).click()
  const line = dialog.getByRole('button', { name: /^Uma Rask/ })
  await expect(line).toContainText('Card desk · until Dec 31, 2099')
  await expect(line).toContainText('0 of 4 h this week')
  await lead.window.screenshot({ path: 'out/e2e/stories/guests-page.png' })

  const uma = await sit({ who: null })
  await uma.desk.signIn({ url: uma.cable.url, email: 'uma@example.com', password })
  await uma.desk.settled()
  await uma.desk.show('all-open')
  await expect(uma.desk.rows()).toContainText(subject)
  await uma.desk.openTicket(subject)
  // What is done without a network counts as well, here at once and there when it arrives.
  const hours = uma.window.getByRole('region', { name: 'For guests' })
  await expect(hours).toContainText('0 of 4 h this week')
  uma.cable.pull()
  await uma.desk.offline()
  await uma.desk.leaveField()
  await uma.desk.press('n')
  await uma.window.getByRole('textbox', { name: /^Internal note/ }).fill('They like silver best.')
  await uma.window.getByRole('button', { name: 'Add note' }).click()
  await expect(hours).toContainText('0.25 of 4 h this week')
  await plugIn(uma)
  await uma.desk.settled()
  await uma.window.screenshot({ path: 'out/e2e/stories/guest-sees.png' })
  await uma.desk.show('all-open')
  await line.click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(line).toContainText('0.25 of 4 h this week')
  await lead.window.screenshot({ path: 'out/e2e/stories/guest-hours.png' })

  await line.click()
  await dialog.getByRole('button', { name: 'End it now…' }).click()
  await dialog.getByRole('button', { name: 'End it: their laptop is emptied' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Uma Rask' })).toContainText('over')
  await syncNow(uma.desk)
  await expect(uma.desk.rows()).toHaveCount(0, { timeout: 20_000 })
  await expect(uma.window.getByRole('region', { name: 'For guests' })).toContainText(
    'Your time as a guest is over.',
  )
  await uma.window.screenshot({ path: 'out/e2e/stories/guest-over.png' })
  expect(rowsWhere(await house.rows(), 'tickets', { id: ticketId })).toHaveLength(1)
  expect([...lead.complaints, ...uma.complaints]).toEqual([])
})
