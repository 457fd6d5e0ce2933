import { expect, plugIn, syncNow, test } from '../../support/house.ts'
import type { House, Seat } from '../../support/house.ts'

// What laptops hold is the whole house's: no other story shares it.
test.use({ houseName: 'scope' })
test.describe.configure({ mode: 'default', timeout: 180_000 })

type Work = Awaited<ReturnType<House['jonas']['ticket']>>

/** Gives a ticket to a team Mira is not in, as its supervisor would. */
async function giveToOthers({ jonas }: House, { threadIds }: Work, teamId: string): Promise<void> {
  const [threadId] = threadIds
  const team = { seen: null, value: teamId }
  await jonas.push([{ name: 'thread.assign', args: { threadId, team, assignee: null } }])
}

const rowOf = ({ desk }: Seat, subject: string) => desk.rows().filter({ hasText: subject })

test('a policy that gives laptops less takes tickets away and says so; what is fetched beyond it is marked', async ({
  house,
  sit,
}) => {
  const theirs = await house.jonas.ticket({
    customer: 'Tove Lind',
    subject: 'Of the other team',
    text: 'Hi.',
  })
  await house.jonas.ticket({ customer: 'Ossian Falk', subject: 'Of nobody yet', text: 'Hello.' })
  await house.hub.run(['team', 'add', 'Devices', '--kind', 'support'])
  const teams = (await house.rows()).get('teams') ?? []
  await giveToOthers(house, theirs, String(teams.find(({ name }) => name === 'Devices')?.['id']))
  const seat = await sit()
  const { desk, window } = seat
  await desk.show('all-open')
  await desk.openTicket('Of the other team')

  // The administrator lets laptops hold the queues of their agents only.
  await house.hub.run(['policy', 'set', '--queues', 'own', '--fetch', 'any'])
  await syncNow(desk)
  await expect(rowOf(seat, 'Of the other team')).toHaveCount(0, { timeout: 60_000 })
  await expect(rowOf(seat, 'Of nobody yet')).toHaveCount(1)
  const gone = desk.conversation.getByRole('status').filter({ hasText: 'This ticket is not on this laptop.' })
  await expect(gone).toContainText('belongs to other teams')
  await window.screenshot({ path: 'out/e2e/scope-gone.png' })
  await window.keyboard.press('Control+,')
  const settings = window.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'On laptops' }).click()
  await expect(settings.getByText('Customers of your teams are on this laptop.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(settings).toBeHidden()

  // Offline it is asked for all the same, and comes with the next connection.
  seat.cable.pull()
  await desk.offline()
  await desk.conversation.getByRole('button', { name: 'Fetch it when online' }).click()
  await expect(desk.conversation.getByText('comes with the next connection')).toBeVisible()
  await plugIn(seat)
  await expect(desk.conversation.getByRole('heading', { name: 'Of the other team' })).toBeVisible({
    timeout: 60_000,
  })
  await expect(window.getByText(/^Fetched, kept until/).first()).toBeVisible()
  await window.screenshot({ path: 'out/e2e/scope-fetched.png' })
})
