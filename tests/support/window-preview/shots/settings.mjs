import { bothThemes, settingsPage } from './acting.mjs'

/** Service levels, one of its parts: a label, and whether to scroll to its end. */
const levelsPart =
  (part, isEnd = false) =>
  async page => {
    await settingsPage(/^(Service levels|Service-Vorgaben)$/u)(page)
    await page.getByRole('dialog').getByText(part, { exact: true }).first().click()
    if (!isEnd) return
    await page.getByRole('button', { name: /^(Rule|Regel|Day|Tag)$/u }).click()
    await page.getByRole('button', { name: /^(Set from now on|Ab jetzt setzen)$/u }).scrollIntoViewIfNeeded()
    await page.mouse.wheel(0, 3000)
  }

const dataKey = async page => {
  await settingsPage(/^(This computer|Dieser Rechner)$/u)(page)
  await page.getByRole('button', { name: /^(Replace the key|Schlüssel ersetzen)$/u }).click()
}

/** The settings, page by page. */
export const settingsShots = [
  ...['Appearance', 'Work', 'Notifications', 'Keys', 'This computer'].flatMap(name =>
    bothThemes({ name: `settings-${name}`, act: settingsPage(name) }),
  ),
  ...bothThemes({ name: 'settings-data-key', act: dataKey }),
  { name: 'settings-data-key-de', settings: { language: 'de' }, act: dataKey },
  ...bothThemes({ name: 'replacing-key', scene: 'replacing' }),
  { name: 'settings-sending', scene: 'lead', act: settingsPage('Sending') },
  { name: 'settings-de', settings: { language: 'de' }, act: settingsPage('Mitteilungen') },
  {
    name: 'settings-contrast',
    settings: { contrast: 'high', textSize: 150 },
    act: settingsPage('Notifications'),
  },
  { name: 'settings-small', width: 640, height: 700, act: settingsPage('Keys') },
  {
    name: 'settings-keys-taken',
    act: async page => {
      await settingsPage('Keys')(page)
      await page.getByRole('button', { name: /^Take: /u }).click()
      await page.keyboard.press('j')
    },
  },
  { name: 'levels-service', scene: 'lead', act: levelsPart('Service') },
  { name: 'levels-rules-dark', scene: 'lead', dark: true, act: levelsPart('Support', true) },
  { name: 'levels-hours', scene: 'lead', act: levelsPart('Opening hours') },
  {
    name: 'levels-holidays-de',
    scene: 'lead',
    settings: { language: 'de' },
    act: levelsPart('Öffnungszeiten', true),
  },
  { name: 'levels-small', scene: 'lead', width: 700, height: 800, act: levelsPart('Service') },
]
