import { expect, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ timeout: 120_000 })

test('with the network switched off by choice nothing leaves; switched on again everything does, once', async ({
  house,
  sit,
}) => {
  const subject = 'On the train without a network'
  await house.jonas.ticket({ customer: 'Jana Roth', subject, text: 'Can you hear me?' })
  const { desk, window } = await sit()
  const cable = window.getByRole('switch', { name: 'Work offline' })
  await desk.show('all-open')
  await desk.openTicket(subject)
  await expect(cable).not.toBeChecked()
  await cable.click()
  await expect(cable).toBeChecked()
  await expect(desk.status).toContainText('Offline by choice since')
  await desk.reply('Written in a tunnel.')
  await expect(desk.status).toContainText(/\d changes? waits? on this laptop/)
  // Asking for it does not open a way either.
  await window.keyboard.press('Control+Shift+S')
  await expect(desk.status).toContainText('Offline by choice since')
  expect(rowsWhere(await house.rows(), 'messages', { bodyText: 'Written in a tunnel.' })).toEqual([])
  // What colleagues write meanwhile does not come in.
  await house.jonas.ticket({ customer: 'Jana Roth', subject: 'Said meanwhile', text: 'Hello?' })
  await expect(desk.status).toContainText('Offline by choice since')

  await cable.click()
  await desk.settled()
  await expect(desk.status).toContainText('Online')
  expect(rowsWhere(await house.rows(), 'messages', { bodyText: 'Written in a tunnel.' })).toHaveLength(1)
  await desk.show('all-open')
  await expect(window.getByText('Said meanwhile')).toBeVisible()
})
