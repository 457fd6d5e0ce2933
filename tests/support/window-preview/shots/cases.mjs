import { settled } from './acting.mjs'

/**
 * Opens a form from the menu of a line of the pane.
 * @param {RegExp} line
 * @param {string} item
 */
const fromMenu = (line, item) => async page => {
  const menu = page.getByRole('button', { name: line }).first()
  await menu.scrollIntoViewIfNeeded()
  await menu.click({ force: true })
  await page.getByRole('menuitem', { name: item, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await settled(page)
}

/** Money and cases of the service pane: all at once, and each form. */
export const casesShots = [
  { name: 'cases', scene: 'cases', width: 1440, height: 1500 },
  { name: 'cases-dark', scene: 'cases', width: 1440, height: 1500, dark: true },
  { name: 'cases-1280', scene: 'cases', width: 1280, height: 1500 },
  { name: 'cases-1920', scene: 'cases', width: 1920, height: 1300 },
  {
    name: 'cases-approvals',
    scene: 'cases-lead',
    act: async page => {
      await page.getByRole('button', { name: '1 approval waits' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'cases-return',
    scene: 'cases',
    act: fromMenu(/^More for 7719/u, 'Return, refund or exchange'),
  },
  {
    name: 'cases-correct',
    scene: 'cases',
    act: async page => {
      await page.getByRole('button', { name: 'Correct it' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'cases-goodwill', scene: 'cases', act: fromMenu(/^More for Loyalty/u, 'Give goodwill') },
  { name: 'cases-need', scene: 'cases', act: fromMenu(/^More for Stocktaking/u, 'Change it') },
]
