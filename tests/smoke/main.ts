import { mkdirSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packagedApp } from '../../scripts/lib/packaged-app.mjs'
import { launchApp } from '../support/launch-app.ts'
import { launchPackaged } from '../support/launch-packaged.ts'
import { prepareHub } from './prepare-hub.ts'
import { Steps } from './steps.ts'
import { playStory } from './story.ts'
import type { Start } from './story.ts'

/** `npm run smoke [-- --packaged --json]`: the main job from end to end, through the real hub and the real window. */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, packaged: { type: 'boolean', default: false } },
})
const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** How the story starts its consoles: from this checkout, or the app that `npm run package` left. */
function chooseStart(): Start {
  if (!values.packaged) return userDataFolder => launchApp({ userDataFolder })
  const packaged = packagedApp()
  if (!packaged) throw new Error('There is no packaged app: run `npm run package` first')
  say(`Packaged app: ${packaged.program}`)
  return userDataFolder => launchPackaged({ program: packaged.program, userDataFolder })
}

const start = chooseStart()
const steps = new Steps(say)
const userDataFolder = mkdtempSync(join(tmpdir(), 'tandem-smoke-'))
const startedAt = performance.now()
let failure: string | null = null
let facts: Record<string, unknown> = {}
const prepared = await prepareHub(steps)
try {
  facts = { ...prepared.facts, ...(await playStory(steps, prepared, { start, userDataFolder })) }
} catch (error) {
  failure = error instanceof Error ? error.message : String(error)
} finally {
  await prepared.hub.remove()
  rmSync(userDataFolder, { recursive: true, force: true, maxRetries: 5 })
}

const summary = {
  ok: failure === null,
  failure,
  packaged: values.packaged,
  ms: Math.round(performance.now() - startedAt),
  ...facts,
  steps: steps.done,
}
const out = join(import.meta.dirname, '../../out/smoke')
mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
if (values.json) process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`)
else
  say(
    failure === null
      ? `Every step was seen in the window and confirmed on the hub; pictures in out/smoke`
      : `Failed: ${failure}`,
  )
process.exit(failure === null ? 0 : 1)
