import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, plugIn, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })

test('a laptop says what a day offline still needs, is made ready with one press, and reads the file offline', async ({
  house,
  sit,
}) => {
  const subject = 'A file for the journey'
  const work = await house.jonas.ticket({ customer: 'Rut Berg', subject, text: 'See the log I sent you.' })
  // Mira's own laptop at home put a file to the ticket: here it is only named.
  const home = await sit()
  await home.desk.show('all-open')
  await home.desk.openTicket(subject)
  await home.desk.take()
  await home.desk.leaveField()
  await home.desk.press('n')
  const box = home.window.getByRole('textbox', { name: 'Internal note' })
  await box.fill('The log is in the file.')
  await home.window
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'router.log', mimeType: 'text/plain', buffer: Buffer.from('E-1042 at nine') })
  await expect(home.window.getByText('router.log')).toBeVisible()
  // A file that is still being sealed holds the note back: then nothing was sent yet.
  await expect(async () => {
    await box.press('Control+Enter')
    const note = home.desk.conversation.getByRole('article', { name: /note/i })
    await expect(note.filter({ hasText: 'The log is in the file.' })).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  await home.desk.settled()

  const seat = await sit()
  const { desk, window, cable } = seat
  const light = window.getByRole('button', { name: /1 file missing/ })
  await expect(light).toBeVisible({ timeout: 30_000 })
  await light.click()
  const dialog = window.getByRole('dialog', { name: 'Ready for offline' })
  await expect(dialog).toContainText('1 file (14 byte) is not on this laptop yet.')
  await dialog.getByRole('button', { name: 'Make ready' }).click()
  await expect(dialog).toContainText('Everything a day without network needs is on this laptop.')
  await expect(dialog.getByRole('row', { name: /^Files/ })).toContainText('1')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: 'Ready for offline' })).toBeVisible()

  cable.pull()
  await desk.offline()
  await expect(window.getByRole('button', { name: 'Ready for offline' })).toBeVisible()
  await desk.show('mine')
  await desk.openTicket(subject)
  await window
    .getByRole('button', { name: /router\.log/ })
    .first()
    .click()
  await expect(window.getByRole('dialog').getByText('E-1042 at nine')).toBeVisible()
  await window.keyboard.press('Escape')
  expect(work.ticketId).not.toBe('')
  await plugIn(seat)
})

test('sync health tells the state in facts, and its file holds nothing of anybody', async ({
  house,
  sit,
}, info) => {
  const subject = 'Never to be told to anybody'
  await house.jonas.ticket({ customer: 'Hilde Frost', subject, text: 'My number is 4711 0815.' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()
  await desk.note('Do not tell Hilde.')
  await window.keyboard.press('Control+Shift+Y')
  await window.getByRole('dialog').getByRole('button', { name: 'Sync health' }).click()
  const dialog = window.getByRole('dialog', { name: 'Sync health' })
  await expect(dialog).toContainText('1 waiting · 0 on their way · 0 not accepted')
  await expect(dialog).toContainText('No way to the hub')

  const path = join(info.outputDir, 'diagnostics.json')
  await seat.app.evaluate(({ session }, savePath) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(savePath))
  }, path)
  await dialog.getByRole('button', { name: 'Save diagnostics' }).click()
  await expect(async () => expect(readFileSync(path, 'utf8')).toContain('"product"')).toPass()
  const text = readFileSync(path, 'utf8')
  for (const leak of [subject, 'Hilde', 'Frost', 'Mira', '4711', 'example.com', house.hub.url])
    expect(text).not.toContain(leak)
  expect(JSON.parse(text)).toMatchObject({ connection: { state: 'offline' }, outbox: { pending: 1 } })
})
