import { clicked, pressed, settingsPage, settled } from './acting.mjs'

const SEARCH = /(Search on the hub too|Auch auf dem Hub suchen)/u

const onHub = async page => {
  await page.locator('nav').first().waitFor()
  await page.getByRole('searchbox').fill('scanner')
  await clicked(SEARCH)(page)
  await settled(page)
}

/**
 * What laptops hold: settings, what was fetched, the way to what is only on the hub.
 * @param {string} suffix
 * @param {object} more
 */
const scope = (suffix, more) => [
  { name: `scope-settings${suffix}`, ...more, act: settingsPage(/^(On laptops|Auf Laptops)$/u) },
  {
    name: `scope-policy${suffix}`,
    ...more,
    scene: 'admin',
    act: settingsPage(/^(On laptops|Auf Laptops)$/u),
  },
  { name: `scope-search${suffix}`, ...more, act: onHub },
  {
    name: `scope-not-here${suffix}`,
    ...more,
    act: async page => {
      await onHub(page)
      await clicked(/Scanner shows nothing/u)(page)
    },
  },
  {
    name: `scope-fetched${suffix}`,
    ...more,
    act: async page => {
      await pressed('Control+Shift+y')(page)
      await page.getByText(/(Fetched from the hub|Vom Hub geholt)/u).scrollIntoViewIfNeeded()
    },
  },
]

const erase = (suffix, more) => ({
  name: `erase${suffix}`,
  ...more,
  scene: 'lead',
  act: async page => {
    await page
      .getByRole('region', { name: /(Customer 360|Kunde 360)/u })
      .getByRole('button', { name: /^(More for|Mehr zu)/u })
      .first()
      .click()
    await page.getByText(/(Erase person…|Person löschen …)/u).click()
  },
})

export const scopeShots = [
  erase('', {}),
  erase('-dark-de', { dark: true, settings: { language: 'de' } }),

  ...scope('', {}),
  ...scope('-dark-de', { dark: true, settings: { language: 'de' } }),
]
