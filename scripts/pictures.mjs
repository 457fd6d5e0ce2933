import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { startDemoFloor } from './lib/demo-floor.mjs'
import { startDemoHub } from './lib/demo-hub.mjs'
import { inRoot, ROOT } from './lib/paths.mjs'
import { prepareBuild, prepareStage, runPrepared } from './lib/prepare.mjs'
import { endAll, start } from './lib/processes.mjs'
import { PlainFailure, say, step } from './lib/steps.mjs'
import { withFewerColours } from './pictures/fewer-colours.mjs'
import { openPage } from './pictures/page.mjs'

/** @typedef {import('./pictures/page.mjs').Page} Page */
/** @typedef {import('./pictures/page.mjs').Shot} Shot */

const OUT = inRoot('docs/images')
/** The last one stays in front. */
const TICKETS = [
  'Label printer drops off',
  'Export fails with E-1042',
  'Charged twice, and the scanner still',
]
const REPLY =
  'Hola Ana, tienes razón y lo siento: te hemos cobrado dos veces. La devolución de 249 € sale hoy y llega a tu ' +
  'cuenta antes del viernes. Para el escáner, Jonas te llama hoy a las 18:00, hora de Madrid.'
/** So long simulated agents work before the supervisors' window is looked at. */
const FLOOR_MS = 30_000

/** @type {readonly (readonly [name: string, shot: Shot])[]} */
const CONSOLE = [
  ['console-light', { width: 1440, height: 900 }],
  ['console-dark', { width: 1440, height: 900, theme: 'dark' }],
  ['console-1280', { width: 1280, height: 800 }],
  ['console-1920', { width: 1920, height: 1080 }],
  ['console-zoom-200', { width: 720, height: 450, zoom: 2 }],
  ['service-pane', { width: 1920, height: 1500, part: '[aria-label="Service engagement"]' }],
  ['support-pane', { width: 1920, height: 1500, part: '[aria-label="Technical support"]' }],
]
/** @type {readonly (readonly [name: string, shot: Shot])[]} */
const BOARD = [
  ['supervisor-light', { width: 1440, height: 860 }],
  ['supervisor-dark', { width: 1440, height: 860, theme: 'dark' }],
]

/** @param {string} name */
const button = name => `document.querySelector('button[aria-label=${JSON.stringify(name)}]')`

/**
 * @param {Page} page
 * @param {readonly (readonly [name: string, shot: Shot])[]} shots
 */
async function take(page, shots) {
  for (const [name, shot] of shots)
    writeFileSync(join(OUT, `${name}.png`), withFewerColours(await page.shot(shot)))
}

/** @param {Page} page */
async function openTickets(page) {
  for (const words of TICKETS) {
    const row = `[...document.querySelectorAll('[role=listitem]')].find(row => row.textContent.includes(${JSON.stringify(words)}))`
    await page.until(`!!${row}`, words)
    await page.evaluate(`${row}.click()`)
    const title = `document.querySelector('[aria-label="Conversation"] h1')?.textContent ?? ''`
    await page.until(`(${title}).includes(${JSON.stringify(words)})`, `the ticket: ${words}`)
  }
  await page.until(`!document.querySelector('[aria-busy=true]')`, 'everything about the customer')
}

/** @param {Page} page */
async function writeReply(page) {
  const box = `document.querySelector('textarea[aria-label="Reply to customer"]')`
  await page.until(`!!${box}`, 'the reply')
  await page.evaluate(`${box}.focus()`)
  await page.until(`document.activeElement === ${box} && !${box}.readOnly`, 'the focus in the reply')
  await page.write(REPLY)
  await page.until(`${box}.value.includes(${JSON.stringify(REPLY)})`, 'what was written in the reply')
}

/** @param {Page} page */
async function openSettings(page) {
  await page.evaluate(`${button('Settings')}.click()`)
  const tab = `[...document.querySelectorAll('[role=tab]')].find(tab => tab.textContent === 'Service levels')`
  await page.until(`!!${tab}`, 'the settings')
  await page.evaluate(`${tab}.click()`)
}

/** `npm run pictures`: renews docs/images from the demo, which is made anew for it. */
await runPrepared(import.meta.url, async () => {
  await prepareBuild()
  const { electron, env, blocked } = await prepareStage()
  if (blocked) throw new PlainFailure(blocked)
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : inRoot('out'), 'tandem-pictures-'))
  // Started by root, PostgreSQL runs as somebody else.
  chmodSync(folder, 0o755)
  try {
    process.env['XDG_DATA_HOME'] = folder
    const hub = await startDemoHub()
    const port = await openConsole([electron.executable, join(folder, 'laptop')], {
      ...env,
      TANDEM_DEMO_FILE: hub.readyFile,
    })
    const page = await openPage(port, 'Tandem ·')
    await step('The console', async () => {
      const status = `document.querySelector('[aria-label="Sync status"]')?.textContent ?? ''`
      await page.until(`(${status}).includes('nothing waiting')`, 'the end of the first fill')
      await openTickets(page)
      await writeReply(page)
      await take(page, CONSOLE)
      await openSettings(page)
      await take(page, [['settings', { width: 1440, height: 900 }]])
    })
    await step('The supervisors’ window', async () => {
      startDemoFloor(hub)
      await rest(FLOOR_MS)
      await page.evaluate(`${button('Open the supervisor window')}.click()`)
      await take(await openPage(port, 'Tandem Supervisor'), BOARD)
    })
    say(`The pictures lie in ${OUT}`)
  } finally {
    await endAll()
    rmSync(folder, { recursive: true, force: true })
  }
})

/**
 * @param {readonly [program: string, userData: string]} what
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the port of its debugger
 */
function openConsole([program, userData], env) {
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [ROOT, ...flags, '--remote-debugging-port=0', `--user-data-dir=${userData}`, '--lang=en-GB']
  const { child, exited } = start('console', [program, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      printed += text
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1]
      if (port) resolve(Number(port))
    })
    void exited.then(code => reject(new Error(`The console ended with code ${code}:\n${printed}`)))
  })
}
