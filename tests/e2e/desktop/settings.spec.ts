import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'

test.describe.configure({ timeout: 180_000 })

async function openSettings(window: Page, page: string): Promise<Locator> {
  await window.keyboard.press('Control+,')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('tab', { name: page, exact: true }).click()
  return dialog
}

const menuOf = ({ app }: Seat) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))

test('looks and language change at once and are the same after a restart', async ({
  sit,
  userDataFolder,
}) => {
  const first = await sit({ userDataFolder })
  const { window } = first
  const html = window.locator('html')
  const dialog = await openSettings(window, 'Appearance')
  await dialog.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click()
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await dialog.getByRole('radiogroup', { name: 'Contrast' }).getByText('High').click()
  await expect(html).toHaveAttribute('data-contrast', 'high')
  await dialog.getByRole('radiogroup', { name: 'Density' }).getByText('Roomy').click()
  await expect(html).toHaveAttribute('data-density', 'roomy')
  const size = () => window.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  const before = Number.parseFloat(await size())
  const slider = dialog.getByRole('slider', { name: 'Text size' })
  await slider.focus()
  await slider.press('End')
  await expect.poll(async () => Number.parseFloat(await size()) / before).toBeCloseTo(1.5)
  await dialog.getByRole('combobox', { name: 'Language' }).click()
  await window.getByRole('option', { name: 'Deutsch' }).click()
  await expect(dialog.getByRole('tab', { name: 'Aussehen' })).toBeVisible()
  expect(await menuOf(first)).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Fenster', 'Hilfe'])
  await dialog.getByRole('tab', { name: 'Arbeit' }).click()
  await dialog.getByRole('radiogroup', { name: 'Nach dem Senden' }).getByText('Zur Liste').click()
  const kept = (): string =>
    (JSON.parse(readFileSync(join(userDataFolder, 'settings.json'), 'utf8')) as { afterSend: string })
      .afterSend
  await expect.poll(kept).toBe('list')
  await first.close()

  const second = await sit({ userDataFolder, who: null, cable: first.cable })
  const again = second.window.locator('html')
  await expect(second.window.getByRole('navigation')).toBeVisible()
  await expect(again).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(again).toHaveAttribute('data-contrast', 'high')
  await expect(again).toHaveAttribute('data-density', 'roomy')
  await expect(again).toHaveAttribute('lang', 'de')
  // What the engine paints itself, such as fields for days, speaks it too.
  expect(await second.window.evaluate(() => navigator.language)).toMatch(/^de/u)
  expect(await menuOf(second)).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Fenster', 'Hilfe'])
  expect(kept()).toBe('list')
})

test('settings that cannot be read fall back with a word, and nothing else is touched', async ({
  sit,
  userDataFolder,
}) => {
  const first = await sit({ userDataFolder })
  await first.close()
  writeFileSync(join(userDataFolder, 'settings.json'), '{"theme": "da')
  const { window, desk } = await sit({ userDataFolder, who: null, cable: first.cable })
  await expect(window.getByText('The settings could not be read.')).toBeVisible()
  await desk.settled()
})

test('keys can be changed: at once, with conflicts told, shown everywhere, and kept', async ({
  house,
  sit,
  userDataFolder,
}) => {
  const subject = 'Found by another key'
  await house.jonas.ticket({ customer: 'Ines Falk', subject, text: 'Hello' })
  const first = await sit({ userDataFolder })
  const { desk, window } = first
  await desk.show('all-open')
  await desk.openTicket(subject)
  const dialog = await openSettings(window, 'Keys')

  // An own key for a command that has another.
  await dialog.getByRole('button', { name: /^Internal note: / }).click()
  await window.keyboard.press('g')
  await expect(dialog.getByRole('button', { name: /^Internal note: G/ })).toBeVisible()
  // Taken keys are told, and given only when asked for.
  await dialog.getByRole('button', { name: /^Assign: / }).click()
  await window.keyboard.press('s')
  await expect(dialog.getByRole('alert')).toContainText('These keys belong to “Set state”.')
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await expect(dialog.getByRole('button', { name: /^Assign: A/ })).toBeVisible()
  await dialog.getByRole('button', { name: /^Assign: / }).click()
  await window.keyboard.press('s')
  await dialog.getByRole('button', { name: 'Take them' }).click()
  await expect(dialog.getByRole('button', { name: /^Set state: None/ })).toBeVisible()
  // Copying stays copying.
  await dialog.getByRole('button', { name: /^Take: / }).click()
  await window.keyboard.press('Control+c')
  await expect(dialog.getByRole('alert')).toContainText('Text fields or the system need these keys.')
  // Escape changes nothing, and does not close the dialog either.
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await dialog.getByRole('button', { name: /^Solve: / }).click()
  await window.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: /^Solve: Shift E/ })).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const works = async ({ desk: at, window: page }: Seat): Promise<void> => {
    await at.press('n')
    await expect(page.getByRole('textbox', { name: 'Internal note' })).toHaveCount(0)
    await at.press('g')
    await expect(page.getByRole('textbox', { name: 'Internal note' })).toBeFocused()
    // A letter is a letter while somebody writes.
    await page.keyboard.type('gs')
    await expect(page.getByRole('textbox', { name: 'Internal note' })).toHaveValue('gs')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Escape')
    await at.leaveField()
  }
  await works(first)
  await desk.press('?')
  const sheet = window.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Internal note' })).toContainText('G')
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Set state' })).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Change keys' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Find a command' })).toBeVisible()
  await first.close()

  const second = await sit({ userDataFolder, who: null, cable: first.cable })
  await expect(second.desk.conversation.getByRole('heading', { name: subject })).toBeVisible()
  const again = await openSettings(second.window, 'Keys')
  await expect(again.getByRole('button', { name: /^Internal note: G/ })).toBeVisible()
  await again.getByRole('button', { name: 'Reset all' }).click()
  await expect(again.getByRole('button', { name: /^Internal note: N/ })).toBeVisible()
  await expect(again.getByRole('button', { name: /^Set state: S/ })).toBeVisible()
})
