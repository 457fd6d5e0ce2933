import type { Locator } from '@playwright/test'
import { isAccessible } from '../../support/accessible.ts'
import type { Seat } from '../../support/house.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ timeout: 240_000 })

const SUPPORT = { kinds: ['support'] as const, language: 'en' }
const FIRST = 'Export stops with E-1042'
const SECOND = 'No file from the export, E-1042'

async function open({ desk }: Seat, subject: string): Promise<void> {
  await desk.leaveField()
  await desk.openTicket(subject)
  await desk.leaveField()
}

async function command({ desk, window }: Seat, name: string): Promise<void> {
  await desk.leaveField()
  await desk.press('Control+K')
  const palette = window.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('searchbox').or(palette.getByRole('textbox')).first().fill(name)
  await palette.getByText(name, { exact: true }).first().click()
}

const dialogOf = ({ window }: Seat, name: string | RegExp): Locator => window.getByRole('dialog', { name })

test('one fault, two customers: written down, linked, told once offline, escalated and heard of again', async ({
  house,
  sit,
}) => {
  const one = await house.jonas.ticket({
    ...SUPPORT,
    customer: 'Chiara Neri',
    subject: FIRST,
    text: 'It stops.',
  })
  const two = await house.jonas.ticket({
    ...SUPPORT,
    customer: 'Pavel Hora',
    subject: SECOND,
    text: 'No file.',
  })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')

  // From the ticket into the register: its words are there already, and the ticket has it.
  await open(seat, FIRST)
  await command(seat, 'New known issue from this ticket')
  const register = dialogOf(seat, 'Known issues')
  await expect(register.getByRole('textbox', { name: 'What is wrong' })).toHaveValue(FIRST)
  await expect(register.getByText('E-1042', { exact: true })).toBeVisible()
  await register.getByRole('textbox', { name: 'What is wrong' }).fill('Exports stop')
  await register.getByRole('textbox', { name: 'Issue in engineering’s tracker' }).fill('pb-77')
  await register.getByRole('button', { name: 'Write it down and link the ticket' }).click()
  await expect(register.getByRole('heading', { name: /^KE-\w{5} Exports stop$/ })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(register).toHaveCount(0)

  // The second one is linked by keyboard.
  await open(seat, SECOND)
  await desk.press('Shift+I')
  await dialogOf(seat, 'Which known issue does the ticket have?')
    .getByRole('button', { name: 'Link the ticket' })
    .click()
  await expect(window.getByRole('button', { name: /Exports stop/ }).first()).toBeVisible()

  // Offline: one update to both, written once.
  await desk.settled()
  cable.pull()
  await desk.offline()
  await desk.press('Control+Shift+I')
  await register.getByText('Tell all 2').click()
  await register
    .getByRole('textbox', { name: 'One update to all' })
    .fill('Hello {{customer.firstName}}, it is found. Not to card 4111 1111 1111 1111.')
  // What is personal is cited, taken out, and asked about once before it goes to all.
  await expect(register.getByRole('button', { name: 'Personal data: 1' })).toBeVisible()
  // In a low window the question comes into view as a whole: what is cited is what it is about.
  await window.setViewportSize({ width: 1280, height: 560 })
  await register.getByRole('button', { name: 'Send to 2 tickets' }).click()
  const question = register.getByRole('alert')
  await expect(question).toContainText('4111 1111 1111 1111')
  await expect(question).toBeInViewport({ ratio: 0.95 })
  await window.setViewportSize({ width: 1440, height: 900 })
  await isAccessible(window, 'components/personal-question in tell-all')
  await window.screenshot({ path: 'out/e2e/stories/tell-all-personal.png' })
  await question.getByRole('button', { name: 'Take out' }).click()
  await expect(question).toHaveCount(0)
  const update = register.getByRole('textbox', { name: 'One update to all' })
  await expect(update).toHaveValue(/Not to card …1111\.$/u)
  await update.press('Control+z')
  await expect(update).toHaveValue(/Not to card 4111 1111 1111 1111\.$/u)
  await update.fill('Hello {{customer.firstName}}, it is found.')
  await register.getByRole('button', { name: 'Send to 2 tickets' }).click()
  await expect(register).toHaveCount(0)
  await expect(desk.conversation.getByText('Hello Pavel, it is found.')).toBeVisible()
  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  const said = (ticketId: string): unknown =>
    rowsWhere(rows, 'messages', { ticketId, direction: 'out' }).map(({ bodyText }) => bodyText)
  expect([said(one.ticketId), said(two.ticketId)]).toEqual([
    ['Hello Chiara, it is found.'],
    ['Hello Pavel, it is found.'],
  ])
  expect(rowsWhere(rows, 'issueUpdates', { tickets: 2 })).toHaveLength(1)

  // To engineering: what is missing is named until it is there.
  await desk.press('Shift+U')
  const escalate = dialogOf(seat, 'Escalate')
  await expect(escalate.getByText(/^Still needed: Steps to reproduce,/)).toBeVisible()
  await expect(escalate.getByRole('button', { name: 'Escalate' })).toBeDisabled()
  await escalate.getByRole('textbox', { name: 'Steps to reproduce' }).fill('Export all')
  await escalate.getByRole('textbox', { name: 'What should happen' }).fill('A file')
  await escalate.getByRole('textbox', { name: 'What happens' }).fill('E-1042')
  await escalate.getByRole('textbox', { name: 'Version' }).fill('4.7')
  await escalate.getByRole('textbox', { name: /^Log lines/ }).fill('killed: time limit')
  await expect(escalate.getByText(/^Still needed/)).toHaveCount(0)
  await escalate.getByRole('button', { name: 'Escalate' }).click()
  const pane = window.getByRole('region', { name: 'Technical support' })
  await expect(pane.getByText('PB-77, nothing heard yet')).toBeVisible()
  await desk.settled()
  await house.hub.run(['issue', 'status', 'pb-77', '--status', 'In review', '--state', 'in-progress'])
  await expect(pane.getByText(/PB-77 “In review”/)).toBeVisible({ timeout: 30_000 })
  await expect(pane.getByText('taken', { exact: true })).toBeVisible()

  // Down, up again and why, without a network.
  cable.pull()
  await desk.offline()
  await command(seat, 'Note that it does not work')
  await dialogOf(seat, 'Note that it does not work').getByRole('button', { name: 'Start the clock' }).click()
  await expect(pane.getByText(/^Down since/)).toBeVisible()
  await command(seat, 'Note that it works again')
  await expect(pane.getByText(/restored/).first()).toBeVisible()
  // It was not as bad as they said at first: corrected where all outages of the customer stand.
  await command(seat, 'Outages and uptime of the customer')
  const outages = dialogOf(seat, 'Outages and uptime')
  await expect(outages.getByRole('row', { name: /30 days/ })).toBeVisible()
  await outages.getByRole('button', { name: /^Everything/ }).click()
  await outages.getByText('Works badly', { exact: true }).click()
  await outages.getByRole('button', { name: 'Save' }).click()
  await expect(outages.getByText(/^Worked badly from/)).toBeVisible()
  await window.screenshot({ path: 'out/e2e/stories/outages.png' })
  await window.keyboard.press('Escape')
  await expect(outages).toHaveCount(0)
  await desk.leaveField()
  await desk.press('Shift+K')
  const cause = dialogOf(seat, 'Root cause')
  await cause.getByRole('textbox', { name: 'What was done' }).fill('Time limit raised')
  await cause.getByRole('button', { name: 'Save' }).click()
  await expect(pane.getByText(/^Fault of the product/)).toBeVisible()
  await plugIn(seat)
  await desk.settled()
  const now = await house.rows()
  expect(rowsWhere(now, 'impacts', { ticketId: two.ticketId, scope: 'degraded' })).toHaveLength(1)
  const [recorded] = rowsWhere(now, 'rootCauses', { ticketId: two.ticketId })
  expect(recorded).toMatchObject({ category: 'defect', remedyText: 'Time limit raised' })
  expect(seat.complaints).toEqual([])
})
