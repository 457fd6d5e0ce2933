import { addSupervisor, expect, plugIn, rowsWhere, syncNow, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 240_000 })

test('a ticket held for a journey warns the other laptop; a supervisor frees it and the holder sees that', async ({
  house,
  sit,
}) => {
  const subject = 'Worked on in the train'
  const work = await house.jonas.ticket({ customer: 'Runa Holt', subject, text: 'The door stays shut.' })
  const saga = await addSupervisor(house, 'Saga Lund')

  // Mira takes it along, by keyboard, and goes offline.
  const mira = await sit()
  await mira.desk.show('all-open')
  await mira.desk.openTicket(subject)
  await mira.desk.leaveField()
  await mira.desk.press('Shift+T')
  const dialog = mira.window.getByRole('dialog', { name: 'Hold this ticket while you are offline' })
  await expect(dialog.getByRole('button', { name: /^4 hours/ })).toBeFocused()
  await mira.window.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(mira.desk.conversation.getByText(/^Yours offline until/)).toBeVisible()
  await mira.desk.settled()
  expect(rowsWhere(await house.rows(), 'leases', { ticketId: work.ticketId, endedAtMs: null })).toHaveLength(
    1,
  )
  mira.cable.pull()
  await mira.desk.offline()

  // The supervisor sees who has it and until when, in the list and above the composer.
  const seat = await sit({ who: null })
  await seat.desk.signIn({ url: seat.cable.url, ...saga })
  await seat.desk.settled()
  await seat.desk.show('all-open')
  await expect(seat.desk.rows().filter({ hasText: subject })).toContainText(/Mira K\. offline until/)
  await seat.desk.openTicket(subject)
  const line = seat.window.getByRole('status').filter({ hasText: 'Mira Kern works on this offline until' })
  await expect(line).toBeVisible()

  // Offline too, it is broken with one press; what is decided leaves with the next connection.
  seat.cable.pull()
  await seat.desk.offline()
  await line.getByRole('button', { name: 'Free it' }).click()
  await expect(line).toHaveCount(0)
  await plugIn(seat)
  await seat.desk.settled()
  expect(rowsWhere(await house.rows(), 'leases', { ticketId: work.ticketId, endedAtMs: null })).toEqual([])

  // Mira comes back: the ticket is not hers any more, and the conversation says who freed it.
  await plugIn(mira)
  await expect(
    mira.desk.conversation.getByText(/Saga Lund freed it for others; Mira K\. held it/),
  ).toBeVisible({ timeout: 30_000 })
  await expect(mira.desk.conversation.getByText(/^Yours offline until/)).toHaveCount(0)
})

test('a reply written without knowing of the lease is held, and goes out once its author has seen who works on it', async ({
  house,
  sit,
}) => {
  const subject = 'Held by somebody far away'
  const work = await house.jonas.ticket({ customer: 'Odd Vik', subject, text: 'Does it work now?' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()
  await house.jonas.push([
    {
      name: 'lease.take',
      args: {
        leaseId: work.ticketId.replace(/.$/, 'd'),
        ticketId: work.ticketId,
        agentId: house.jonas.agentId,
        forMs: 7_200_000,
        seen: null,
      },
    },
  ])
  await desk.reply('It should by now.')
  await plugIn(seat)
  await expect(window.getByRole('button', { name: '1 needs attention' })).toBeVisible({ timeout: 30_000 })
  expect(rowsWhere(await house.rows(), 'messages', { bodyText: 'It should by now.' })).toEqual([])
  await window.keyboard.press('Control+Shift+A')
  const card = window
    .getByRole('dialog', { name: 'Needs attention' })
    .getByRole('listitem')
    .filter({ hasText: subject })
  await expect(card).toContainText('a colleague works on this ticket offline')
  await expect(card).toContainText('Jonas Berg')
  await expect(card).toBeFocused()
  await window.keyboard.press('m')
  await expect(card).toHaveCount(0)
  await window.keyboard.press('Escape')
  await syncNow(desk)
  await desk.settled()
  expect(rowsWhere(await house.rows(), 'messages', { bodyText: 'It should by now.' })).toHaveLength(1)
})
