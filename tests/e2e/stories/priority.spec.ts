import { isAccessible } from '../../support/accessible.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'

test.use({ houseName: 'priority' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

test('offline, the priority that fits is suggested with its reasons, and taken or kept by a person', async ({
  house,
  sit,
}) => {
  const made = await Promise.all(
    ['Both tills are dead', 'One till is dead'].map(async (subject, index) => {
      const ticket = await house.jonas.ticket({
        customer: `Rosa Almeida ${'I'.repeat(index + 1)}`,
        subject,
        text: 'Nothing works.',
        kinds: ['support'],
      })
      const fields = [{ name: 'affected', seen: null, value: 9 }]
      await house.jonas.push([{ name: 'ticket.setFields', args: { ticketId: ticket.ticketId, fields } }])
      return ticket
    }),
  )
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket('Both tills are dead')
  cable.pull()
  await desk.offline()
  const line = window.getByRole('group', { name: 'Priority that fits' })
  await expect(line).toContainText('Priority high fits')
  await expect(line).toContainText('9 people')
  await isAccessible(window, 'a priority that is suggested')
  await line.getByRole('button', { name: 'Take it' }).click()
  await expect(line).toHaveCount(0)
  await expect(desk.conversation.getByRole('button', { name: 'Priority: high' })).toBeVisible()

  await desk.openTicket('One till is dead')
  await line.getByRole('button', { name: 'Keep' }).click()
  await expect(line).toHaveCount(0)
  await expect(desk.conversation.getByText('kept the priority normal')).toBeVisible()

  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  const standing = made.map(({ ticketId }) => rowsWhere(rows, 'threads', { ticketId })[0]?.['priority'])
  expect(standing).toEqual(['high', 'normal'])
})
