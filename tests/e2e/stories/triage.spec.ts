import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 240_000 })

const CRASH = 'Since the update the app crashes with an error message. I have reinstalled it twice.'

const TWO_MATTERS = 'Please refund the second parcel, and the app crashes with an error since the update.'

test('offline, a suggestion is moved with its reasons at hand, another is kept, a third ticket gets both threads; the hub has it all afterwards', async ({
  house,
  sit,
}) => {
  const [moved, kept] = ['The app crashes with error 7', 'Login fails with an error']
  const first = await house.jonas.ticket({ customer: 'Ylva Sund', subject: moved, text: CRASH })
  const second = await house.jonas.ticket({ customer: 'Ylva Sund', subject: kept, text: CRASH })
  const two = await house.jonas.ticket({ customer: 'Ylva Sund', subject: 'Two things', text: TWO_MATTERS })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  cable.pull()
  await desk.offline()

  // It says what it looks like and which words say so; one more press says how sure it is.
  await desk.openTicket(moved)
  const line = desk.conversation.getByRole('group', { name: 'What kind of work this looks like' })
  await expect(line).toContainText('Looks like support')
  await expect(line).toContainText('crashes')
  await line.getByRole('button', { name: /^Why:/ }).click()
  await expect(window.getByText(/^Sure to \d+/)).toBeVisible()
  await window.keyboard.press('Escape')

  // Moved: the ticket is support now, and the line is answered.
  await line.getByRole('button', { name: 'Move' }).click()
  await expect(line).toHaveCount(0)
  await expect(desk.conversation.getByText(/changed the kind from Service to Support/)).toBeVisible()

  // Kept: it stays what it is, and is not asked again.
  await desk.openTicket(kept)
  await expect(line).toContainText('Looks like support')
  await line.getByRole('button', { name: 'Keep service' }).click()
  await expect(line).toHaveCount(0)
  await desk.openTicket(moved)
  await expect(line).toHaveCount(0)
  await desk.openTicket(kept)
  await expect(line).toHaveCount(0)

  // Both: each side by words of its own half, answered from the palette.
  await desk.openTicket('Two things')
  await expect(line).toContainText('Looks like both')
  await expect(line).toContainText(/refund|parcel/)
  await expect(line).toContainText(/crashes|error/)
  await desk.leaveField()
  await desk.press('Control+k')
  await window.keyboard.type('the kind it looks like')
  await window.keyboard.press('Enter')
  await expect(line).toHaveCount(0)

  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  expect(rowsWhere(rows, 'threads', { ticketId: first.ticketId })).toMatchObject([{ kind: 'support' }])
  expect(rowsWhere(rows, 'threads', { ticketId: second.ticketId })).toMatchObject([{ kind: 'service' }])
  const parts = rowsWhere(rows, 'threads', { ticketId: two.ticketId })
  expect(parts.map(({ kind }) => String(kind)).toSorted()).toEqual(['service', 'support'])
  expect(rowsWhere(rows, 'events', { ticketId: first.ticketId, type: 'ticket.relabelled' })).toMatchObject([
    { facts: { before: 'service', after: 'support', suggested: 'support' } },
  ])
  expect(rowsWhere(rows, 'events', { ticketId: second.ticketId, type: 'ticket.kind-kept' })).toMatchObject([
    { facts: { kind: 'service', suggested: 'support' } },
  ])
})
