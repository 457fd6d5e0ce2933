import { clicked, pressed, pressedAndTyped, settled } from './acting.mjs'

const moreFor = /^More for .*7719/u

/** Menus, finders and small dialogs of the console. */
export const menuShots = [
  { name: 'commands', act: pressed('Control+k') },
  { name: 'keys', act: pressed('?') },
  { name: 'assign-menu', act: pressed('a') },
  { name: 'state-menu', act: pressed('s') },
  { name: 'search', act: pressedAndTyped('/', 'order') },
  {
    name: 'reader',
    act: async page => {
      await pressedAndTyped('/', 'keys')(page)
      await page.getByText('Reset a P40').click()
    },
  },
  {
    name: 'issue',
    act: page => page.getByRole('region', { name: 'Technical support' }).getByText('KE-').first().click(),
  },
  { name: 'stage', act: clicked(/^Stage:/u) },
  { name: 'edit-facts', act: clicked('Edit facts') },
  { name: 'add-duty', act: clicked('Add a promise') },
  {
    name: 'line-menu',
    act: async page => {
      await page.getByText('7719', { exact: false }).first().hover()
      await clicked(moreFor)(page)
    },
  },
  {
    name: 'return',
    act: async page => {
      await page.getByRole('button', { name: moreFor }).click({ force: true })
      await page.getByText('Return, refund or exchange').click()
    },
  },
  {
    name: 'switch',
    act: async page => {
      await pressedAndTyped('Control+k', 'switch agent')(page)
      await page.keyboard.press('Enter')
      await settled(page)
    },
  },
]
