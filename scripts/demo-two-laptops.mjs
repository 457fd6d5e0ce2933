import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runConsole } from './lib/console-window.mjs'
import { demoFolder, startDemoHub } from './lib/demo-hub.mjs'
import { prepareBuild, prepareStage, runPrepared } from './lib/prepare.mjs'
import { isEnding } from './lib/processes.mjs'
import { PlainFailure, say } from './lib/steps.mjs'

const WIDTH = 1_024
const HEIGHT = 860

const WHAT_TO_TRY = `
Two consoles on one hub: Mira's on the left, Jonas's on the right. The switch "network on" at the bottom
of each window is its cable.

  A held reply     Both open the same ticket. Switch Mira's network off and let her answer.
                   Let Jonas answer too: his reply leaves. Switch Mira's network on again: hers is held
                   under Needs attention, with what Jonas wrote above it.
  A conflict       Both open another open ticket. Network off at Mira's: she sets it to pending (Shift+P).
                   Jonas solves it. Network on: the three states stand side by side, and one key decides.

Ctrl-C ends both consoles and the hub.`

/**
 * Where one of the two keeps its data and its window, and the file that says how its agent signs in.
 * @param {{ who: string, x: number, ready: { url: string, demo: { email: string, password: string } } }} options
 */
function prepareLaptop({ who, x, ready }) {
  const folder = join(demoFolder(), 'laptops', who)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const windows = join(folder, 'window-state.json')
  const place = { x, y: 0, width: WIDTH, height: HEIGHT, isMaximized: false }
  if (!existsSync(windows)) writeFileSync(windows, JSON.stringify({ console: place }))
  const demoFile = join(folder, 'demo.json')
  writeFileSync(demoFile, JSON.stringify(ready), { mode: 0o600 })
  return { args: [`--user-data-dir=${folder}`], demoFile }
}

/** `npm run demo:two-laptops`: two consoles on one hub, each with a cable to pull. */
await runPrepared(import.meta.url, async () => {
  await prepareBuild()
  const { electron, env, blocked } = await prepareStage()
  if (blocked) throw new PlainFailure(blocked)
  const hub = await startDemoHub()
  const { url, demo } = JSON.parse(readFileSync(hub.readyFile, 'utf8'))
  const { email, colleague, password } = demo
  say(WHAT_TO_TRY)
  const laptops = [
    prepareLaptop({ who: 'left', x: 0, ready: { url, demo: { email, password } } }),
    prepareLaptop({ who: 'right', x: WIDTH, ready: { url, demo: { email: colleague, password } } }),
  ]
  const ends = await Promise.all(
    laptops.map(({ args, demoFile }) =>
      runConsole({ electron, env: { ...env, TANDEM_DEMO_FILE: demoFile }, args }),
    ),
  )
  if (isEnding()) return say('Ending the consoles, the hub and its database.')
  const failed = ends.find(({ code }) => code !== 0)
  if (failed)
    throw new PlainFailure(
      `A console ended with code ${failed.code}.${failed.trouble && `\n${failed.trouble}`}`,
    )
  say('Both consoles were closed; the hub ends with them.')
})
