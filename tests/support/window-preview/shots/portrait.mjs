import { bothThemes, clicked, pressed, settingsPage } from './acting.mjs'

/** Opens a command by its name. */
const commanded = name => async page => {
  await page.locator('body').press('Control+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

/** Who a customer is: the head, its reasons, and the forms behind it. */
export const portraitShots = [
  ...bothThemes({ name: 'portrait-about', act: pressed('Shift+A') }),
  ...bothThemes({ name: 'portrait-why', act: clicked(/^Health \d+/u) }),
  { name: 'portrait-shown', act: pressed('Shift+V') },
  { name: 'portrait-pin', act: pressed('Shift+N') },
  { name: 'portrait-stage', act: clicked(/^Stage: /u) },
  { name: 'portrait-settings', scene: 'lead', act: settingsPage('Customers') },
  { name: 'portrait-wish-de', settings: { language: 'de' }, act: commanded('Einen Wunsch notieren') },
]
