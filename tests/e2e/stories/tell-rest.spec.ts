import { expect, plugIn, rowsWhere, syncNow, test } from '../../support/house.ts'
import type { House, Seat } from '../../support/house.ts'

// What laptops hold is the whole house's: no other story shares it.
test.use({ houseName: 'tell rest' })
test.describe.configure({ mode: 'default', timeout: 180_000 })

type Work = Awaited<ReturnType<House['jonas']['ticket']>>
const ISSUE = '01900000-0000-7000-8000-0000000000a1'

async function waiting({ jonas }: House, customer: string, number: number): Promise<Work> {
  const given = {
    customer,
    subject: `Export stops, ${customer}`,
    text: 'It stops.',
    kinds: ['support'] as const,
  }
  const made = await jonas.ticket(given)
  const linkId = `01900000-0000-7000-8000-0000000000b${number}`
  await jonas.push([{ name: 'ticket.linkIssue', args: { linkId, ticketId: made.ticketId, issueId: ISSUE } }])
  return made
}

async function writeIssue({ jonas }: House): Promise<void> {
  const words = { productId: null, affectedVersions: [], symptoms: '', errorCodes: [], workaround: null }
  const state = { state: 'fixing', fixedInVersion: null, engineeringKey: null }
  const args = { issueId: ISSUE, code: 'KE-EXPRT', title: 'Exports stop', ...words, ...state }
  await jonas.push([{ name: 'knownIssue.create', args }])
}

async function tell({ window, desk }: Seat, body: string): Promise<void> {
  await desk.press('Control+Shift+I')
  const register = window.getByRole('dialog', { name: 'Known issues' })
  await register.getByText('Tell all 2').click()
  await register.getByRole('textbox', { name: 'One update to all' }).fill(body)
  const rest = register.getByRole('checkbox', { name: 'And 1 open ticket that is not on this laptop' })
  await expect(rest).toBeChecked()
  await window.screenshot({ path: 'out/e2e/stories/tell-rest.png' })
  await register.getByRole('button', { name: 'Send to 2 tickets' }).click()
  await expect(register).toHaveCount(0)
}

test('an update reaches tickets of other teams through the hub: asked offline, written once, counted back', async ({
  house,
  sit,
}) => {
  await writeIssue(house)
  const mine = await waiting(house, 'Chiara Neri', 1)
  const theirs = await waiting(house, 'Pavel Hora', 2)
  await house.hub.run(['team', 'add', 'Devices', '--kind', 'support'])
  const teams = (await house.rows()).get('teams') ?? []
  const teamId = String(teams.find(({ name }) => name === 'Devices')?.['id'])
  const assigned = { threadId: theirs.threadIds[0], team: { seen: null, value: teamId }, assignee: null }
  await house.jonas.push([{ name: 'thread.assign', args: assigned }])
  await house.hub.run(['policy', 'set', '--queues', 'own', '--fetch', 'any'])
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await syncNow(desk)
  await expect(desk.rows().filter({ hasText: 'Pavel Hora' })).toHaveCount(0)
  await desk.openTicket('Export stops, Chiara Neri')
  await desk.leaveField()

  cable.pull()
  await desk.offline()
  await tell(seat, 'Hello {{customer.firstName}}, it is found.')
  await expect(desk.conversation.getByText('Hello Chiara, it is found.')).toBeVisible()
  await desk.press('Control+Shift+I')
  const register = window.getByRole('dialog', { name: 'Known issues' })
  const updates = register.getByRole('listitem').filter({ hasText: 'it is found.' })
  await expect(updates).toContainText('to 1 ticket · the rest is requested of the hub')
  await window.screenshot({ path: 'out/e2e/stories/tell-rest-asked.png' })

  await plugIn(seat)
  await expect(updates).toContainText('to 1 ticket · 1 by the hub', { timeout: 60_000 })
  await house.hub.run(['policy', 'set', '--queues', 'all'])
  const rows = await house.rows()
  const said = ({ ticketId }: Work): unknown =>
    rowsWhere(rows, 'messages', { ticketId, direction: 'out' }).map(({ bodyText }) => bodyText)
  expect([said(mine), said(theirs)]).toEqual([['Hello Chiara, it is found.'], ['Hello Pavel, it is found.']])
  expect(seat.complaints).toEqual([])
})
