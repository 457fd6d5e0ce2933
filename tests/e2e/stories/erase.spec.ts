import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { isAccessible } from '../../support/accessible.ts'
import { addSupervisor, expect, openBox, plugIn, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })

/** What is done with the person in front now and then. */
async function choose(window: Page, what: string): Promise<void> {
  await window
    .getByRole('region', { name: 'Customer 360' })
    .getByRole('button', { name: /^More for/u })
    .first()
    .click()
  await window.getByRole('menuitem', { name: what, exact: true }).click()
}

test('a person is erased on every laptop; a colleague who was away keeps the own unsent words and nothing else', async ({
  house,
  sit,
}, info) => {
  const subject = 'Please forget me'
  const person = 'Sunniva Aas'
  const work = await house.jonas.ticket({ customer: person, subject, text: 'I want to be erased.' })
  const saga = await addSupervisor(house, 'Saga Lund')

  // Mira is away with a note that has not left.
  const mira = await sit()
  await mira.desk.show('all-open')
  await mira.desk.openTicket(subject)
  mira.cable.pull()
  await mira.desk.offline()
  const note = await openBox(mira.desk, 'note')
  await note.fill('I promised to look into it.')
  await note.press('Control+Enter')
  await mira.desk.waiting(1)

  // The supervisor erases: with a reason, and only with the name written out.
  const seat = await sit({ who: null })
  const { desk, window } = seat
  await desk.signIn({ url: seat.cable.url, ...saga })
  await desk.settled()
  await desk.show('all-open')
  await desk.openTicket(subject)
  // What is kept is handed out first; a folder nobody may write to is told, and the next attempt works.
  const path = join(info.outputDir, 'person.json')
  await seat.app.evaluate(
    ({ session }, places) => {
      const left = [...places]
      session.defaultSession.on('will-download', (_event, item) => item.setSavePath(left.shift() ?? ''))
    },
    ['/proc/nowhere/person.json', path],
  )
  const exported = window.getByRole('dialog', { name: 'Export this person' })
  for (const isFirst of [true, false]) {
    await choose(window, 'Export person…')
    if (isFirst) await isAccessible(window, 'customer-360/export-person', 'export')
    await exported.getByRole('button', { name: 'Save as a file…' }).click()
    await expect(exported).toHaveCount(0)
    if (isFirst)
      await expect(window.getByText(/json could not be saved: the disk may be full/u)).toBeVisible()
  }
  await expect(async () => expect(readFileSync(path, 'utf8')).toContain('I want to be erased.')).toPass()

  const dialog = window.getByRole('dialog', { name: 'Erase this person' })
  const erase = dialog.getByRole('button', { name: 'Erase for good' })
  // While it has to be kept nobody erases it; lifted, it is as before.
  await choose(window, 'Legal hold…')
  const holds = window.getByRole('dialog', { name: 'Legal holds' })
  await holds.getByRole('textbox', { name: 'Why it has to be kept' }).fill('A court has asked for it')
  await holds.getByRole('button', { name: 'Place hold' }).click()
  await expect(holds.getByRole('listitem')).toContainText('A court has asked for it')
  await isAccessible(window, 'customer-360/hold-person', 'export')
  await desk.settled()
  await window.keyboard.press('Escape')
  await expect(holds).toBeHidden()
  const tryToErase = async (): Promise<void> => {
    await choose(window, 'Erase person…')
    await dialog.getByRole('textbox', { name: `To confirm, write the name: ${person}` }).fill(person)
    await erase.click()
  }
  await tryToErase()
  await expect(window.getByText('A legal hold stands on this person.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await choose(window, 'Legal hold…')
  await holds.getByRole('button', { name: 'Lift', exact: true }).click()
  await expect(holds.getByRole('listitem')).toHaveCount(0)
  await desk.settled()
  await window.keyboard.press('Escape')
  await expect(holds).toBeHidden()

  await choose(window, 'Erase person…')
  await expect(erase).toBeDisabled()
  await dialog.getByRole('textbox', { name: `To confirm, write the name: ${person}` }).fill(person)
  await expect(erase).toBeEnabled()
  await isAccessible(window, 'customer-360/erase-person', 'erase')
  // Offline nobody is erased: it is said, and nothing is kept for later.
  seat.cable.pull()
  await desk.offline()
  await expect(dialog.getByRole('button', { name: 'Needs a connection' })).toBeDisabled()
  await plugIn(seat)
  await expect(erase).toBeEnabled({ timeout: 30_000 })
  await erase.click()
  await expect(dialog).toHaveCount(0)
  await expect(window.getByText('Erased. Laptops follow with their next connection.')).toBeVisible()
  await expect(desk.rows().filter({ hasText: subject })).toHaveCount(0, { timeout: 30_000 })
  await expect(desk.page.getByText(person)).toHaveCount(0)
  expect(rowsWhere(await house.rows(), 'customers', { id: work.customerId })).toEqual([])

  // Mira comes back.
  await plugIn(mira)
  await expect(mira.desk.rows().filter({ hasText: subject })).toHaveCount(0, { timeout: 30_000 })
  await expect(mira.window.getByText(person)).toHaveCount(0)
  await expect(mira.window.getByRole('button', { name: '1 needs attention' })).toBeVisible({
    timeout: 30_000,
  })
  await mira.window.keyboard.press('Control+Shift+A')
  const card = mira.window.getByRole('dialog', { name: 'Needs attention' }).getByRole('listitem').first()
  await expect(card).toContainText('I promised to look into it.')
  await expect(card).not.toContainText(person)
  await expect(card).toContainText('No longer there: the person was erased.')
  await expect(card.getByRole('button', { name: /^(Discard|Copy words)/ })).toHaveCount(2)
  await expect(card.getByRole('button', { name: 'Open ticket' })).toHaveCount(0)
  await mira.window.screenshot({ path: 'out/e2e/erase-away.png' })
})
