import { bothThemes, pressed, pressedAndTyped, settled } from './acting.mjs'

const pickAll = ['Control+4', 'Alt+1', 'Control+a']

const send = async page => {
  await page.getByRole('textbox', { name: 'Reply to customer' }).fill('It is on its way.')
  await page.keyboard.press('Control+Enter')
}

/** An outgoing mail with everything it can have. */
const outgoingMail = async page => {
  await pressed('c')(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Outgoing mail', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Customer' }).fill('Ana')
  await page
    .getByRole('option', { name: /Ana Ruiz/u })
    .first()
    .click()
  await dialog.getByRole('button', { name: 'Add Cc' }).click()
  await dialog.getByRole('textbox', { name: 'Cc' }).fill('Bo Larsen <bo@example.com>')
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'A receipt with a very long name, scanned twice on Monday.pdf',
    mimeType: 'application/pdf',
    buffer: globalThis.Buffer.from('receipt'),
  })
  await dialog.getByRole('combobox', { name: 'Macro' }).click()
  await page.getByRole('option').first().click()
}

const mailToNew = async page => {
  await pressed('Shift+m')(page)
  await page.getByRole('textbox', { name: 'Customer', exact: true }).fill('Nadia Fresh')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add Cc' }).click()
  await page.getByRole('textbox', { name: /^(Message|Mail)/u }).fill('A line\n'.repeat(20))
}

/** Replies, notes, macros, new tickets, and what is done to many tickets. */
export const writingShots = [
  { name: 'note', act: pressed('n') },
  {
    name: 'note-mention',
    act: async page => {
      await pressedAndTyped('n', 'Can you look at the cradle, @')(page)
      await page.keyboard.press('ArrowDown')
    },
  },
  ...bothThemes({ name: 'held', act: send }),
  { name: 'macro', act: pressedAndTyped('m', 'order') },
  { name: 'macro-steps-dark', dark: true, act: pressedAndTyped('m', 'urgent') },
  {
    name: 'macro-inserted',
    act: async page => {
      await pressedAndTyped('m', 'order')(page)
      await page.keyboard.press('Enter')
    },
  },
  { name: 'new-ticket', act: pressed('c') },
  ...bothThemes({ name: 'new-ticket-mail', act: outgoingMail }),
  ...bothThemes({ name: 'new-ticket-nobody', act: mailToNew }),
  {
    name: 'similar',
    act: async page => {
      await pressed('Shift+C')(page)
      await page.getByRole('textbox', { name: 'Customer', exact: true }).fill('Ana Ruiz')
      await page.getByText('Somebody new: Ana Ruiz').click()
    },
  },
  {
    name: 'picked-menu',
    width: 1920,
    act: async page => {
      await pressed('v', 'Alt+1', 'Control+a')(page)
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Priority' }).hover()
    },
  },
  {
    name: 'picked-ended',
    act: async page => {
      await pressed(...pickAll)(page)
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Take', exact: true }).click()
      await page.getByRole('button', { name: 'Show why' }).click()
      await settled(page)
    },
  },
  { name: 'macro-many', act: pressed(...pickAll, 'm') },
]
