import { bothThemes, pressed, settled } from './acting.mjs'

const viewMenu = async page => {
  await page.getByRole('button', { name: /^(View|Ansicht):/u }).click()
  await settled(page)
}
const menuItem = name => async page => {
  await viewMenu(page)
  await page.getByRole('menuitem', { name }).click()
  await settled(page)
}

const filter = async page => {
  await pressed('f')(page)
  await page.getByRole('combobox', { name: 'Value' }).click()
  await page.getByRole('option', { name: 'gold' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.keyboard.press('f')
}

const editor = async page => {
  await menuItem(/Waiting over/u)(page)
  await pressed('Shift+f')(page)
  await page.getByRole('textbox', { name: 'Name' }).fill('Evening: who has waited longest of all')
  await page.getByRole('button', { name: 'Group', exact: true }).click()
}

const germanEditor = async page => {
  await menuItem(/Waiting over/u)(page)
  await pressed('Shift+f')(page)
  await page.getByRole('button', { name: 'Gruppe', exact: true }).click()
}

/** Saved views: their menu, the filter above a list, the editor, their order, a view of a newer version. */
export const viewShots = [
  ...bothThemes({ name: 'views-menu', act: viewMenu }),
  { name: 'views-menu-1280', width: 1280, height: 800, act: viewMenu },
  ...bothThemes({ name: 'views-filter', act: filter }),
  { name: 'filter-fields', act: pressed('f') },
  ...bothThemes({ name: 'views-editor', act: editor }),
  { name: 'views-editor-1920', width: 1920, height: 1080, act: editor },
  { name: 'views-editor-800', width: 800, height: 700, act: editor },
  { name: 'views-editor-de', settings: { language: 'de' }, act: germanEditor },
  ...bothThemes({ name: 'views-arrange', act: menuItem('Arrange views') }),
  ...bothThemes({ name: 'views-newer', act: menuItem(/Sentiment/u) }),
]
