import { clicked, pressed, settled } from './acting.mjs'

const write = page =>
  page
    .getByRole('textbox', { name: 'Reply to customer' })
    .fill(
      'Hola Ana, tienes razón y lo siento: te hemos cobrado dos veces. La devolución de 249 € sale hoy y llega a tu cuenta antes del viernes. Para el escáner, Jonas te llama hoy a las 12:00, hora de Madrid',
    )

const openTicket = page => page.getByText('Charged twice').first().click()

/** The console in every width, state, language and look. */
export const consoleShots = [
  { name: 'light-1440', act: write },
  { name: 'dark-1440', dark: true, scene: 'offline', act: write },
  { name: 'light-1920', width: 1920, height: 1080, act: write },
  { name: 'dark-1920', width: 1920, height: 1080, dark: true, act: write },
  { name: 'light-1280', width: 1280, height: 800 },
  { name: 'folded-1100', width: 1100, height: 760 },
  { name: 'small-1024x700', width: 1024, height: 700 },
  { name: 'column-800', width: 800, height: 700 },
  { name: 'column-800-list', width: 800, height: 700, scene: 'empty' },
  {
    name: 'column-800-talk',
    width: 800,
    height: 700,
    act: page => page.getByText('Label printer').first().click(),
  },
  {
    name: 'column-800-customer',
    width: 800,
    height: 700,
    act: async page => {
      await openTicket(page)
      await clicked('Customer 360')(page)
    },
  },
  { name: 'tiny-480', width: 480, height: 700 },
  { name: 'tiny-480-talk', width: 480, height: 700, act: openTicket },
  { name: 'narrow-320', width: 320, height: 200 },
  { name: 'narrow-320-offline', width: 320, height: 200, scene: 'offline' },
  { name: 'empty-1440', scene: 'empty' },
  { name: 'loading-1440', scene: 'loading' },
  { name: 'failed-1440', scene: 'failed' },
  { name: 'long-1440', scene: 'long' },
  { name: 'html-1440', scene: 'html' },
  { name: 'html-dark', scene: 'html', dark: true },
  { name: 'rtl-1440', scene: 'rtl' },
  { name: 'triage-1440', scene: 'triage' },
  { name: 'triage-dark', scene: 'triage', dark: true, act: clicked(/^Why: “crashes/u) },
  { name: 'triage-de-1280', scene: 'triage', width: 1280, height: 800, settings: { language: 'de' } },
  { name: 'triage-rtl', scene: 'triage-rtl' },
  { name: 'triage-both', scene: 'triage-both' },
  {
    name: 'triage-both-de-1280',
    scene: 'triage-both',
    width: 1280,
    height: 800,
    settings: { language: 'de' },
  },
  { name: 'triage-unsure', scene: 'triage-unsure', act: clicked(/^Why: “crashes/u) },
  { name: 'waiting-1440', scene: 'waiting' },
  { name: 'thousands-1440', scene: 'thousands' },
  { name: 'contrast', settings: { contrast: 'high' } },
  { name: 'contrast-dark', settings: { contrast: 'high' }, dark: true },
  { name: 'text-160', settings: { textSize: 160 } },
  { name: 'compact', settings: { density: 'compact' } },
  { name: 'roomy-de', settings: { density: 'roomy', language: 'de' } },
  { name: 'table', act: pressed('v') },
  { name: 'timeline', act: pressed('y') },
  {
    name: 'tooltip',
    act: async page => {
      await page.getByRole('button', { name: 'Next ticket' }).hover()
      await page.getByRole('tooltip').waitFor()
    },
  },
  { name: 'clock-why', act: clicked(/^Why: first reply/u) },
  { name: 'clock-why-dark', dark: true, act: clicked(/^Why: restore/u) },
  { name: 'sign-in', scene: 'signed-out' },
  { name: 'first', scene: 'first', dark: true },
  { name: 'trouble', scene: 'trouble' },
  { name: 'damaged', scene: 'damaged' },
  {
    name: 'rebuilt',
    scene: 'damaged',
    act: clicked(/^(Save unsent work and build anew|Ungesendetes sichern)/u),
  },
  { name: 'expired', scene: 'expired', act: clicked('Sign in again') },
  {
    name: 'earlier',
    act: async page => {
      await pressed('y')(page)
      await page.getByRole('region', { name: 'Timeline' }).getByText('#48186').first().click()
      await settled(page)
    },
  },
]
