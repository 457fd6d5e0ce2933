import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toIcns, toIco } from './icons/containers.mjs'
import { drawIcon } from './icons/drawing.mjs'
import { inRoot } from './lib/paths.mjs'
import { prepareStage, runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'
import { PlainFailure, say, step } from './lib/steps.mjs'

const SIZES = { full: [16, 24, 32, 48, 64, 128, 256, 512, 1024], mac: [16, 32, 64, 128, 256, 512, 1024] }
const LARGEST_IN_ICO = 256
const OUT = inRoot('packaging')

/**
 * @typedef {import('./icons/drawing.mjs').Shape} Shape
 * @typedef {{ shape: Shape, size: number, file: string, svg: string }} Job
 */

/**
 * @param {string} folder
 * @returns {Promise<Job[]>}
 */
async function jobsIn(folder) {
  // By address: this project knows no types of the window's sources.
  const tokens = await import(inRoot('renderer/theme/tokens.ts'))
  return /** @type {Shape[]} */ (['full', 'mac']).flatMap(shape =>
    SIZES[shape].map(size => ({
      shape,
      size,
      file: join(folder, `${shape}-${size}.png`),
      svg: drawIcon({ size, shape, colours: tokens.light }),
    })),
  )
}

/**
 * @param {string} folder
 * @param {readonly Job[]} jobs
 */
async function rasterise(folder, jobs) {
  const { electron, env, blocked } = await prepareStage()
  if (blocked) throw new PlainFailure(blocked)
  const list = join(folder, 'jobs.json')
  writeFileSync(list, JSON.stringify(jobs))
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const data = `--user-data-dir=${join(folder, 'user-data')}`
  const app = inRoot('scripts/icons/rasteriser')
  const command = /** @type {const} */ ([electron.executable, app, `--jobs=${list}`, data, ...flags])
  const code = await start('rasteriser', command, { env }).exited
  if (code !== 0) throw new PlainFailure(`The icons could not be drawn: Electron ended with ${code}.`)
}

/** `npm run icons`: draws the icons of all platforms anew; they are committed. */
await runPrepared(import.meta.url, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-icons-'))
  try {
    const jobs = await jobsIn(folder)
    await step('Drawing the icons', () => rasterise(folder, jobs))
    const pictures = jobs.map(job => ({ ...job, png: readFileSync(job.file) }))
    const full = pictures.filter(({ shape }) => shape === 'full')
    mkdirSync(join(OUT, 'icons'), { recursive: true })
    for (const { size, png } of full) writeFileSync(join(OUT, 'icons', `${size}x${size}.png`), png)
    writeFileSync(join(OUT, 'icon.ico'), toIco(full.filter(({ size }) => size <= LARGEST_IN_ICO)))
    writeFileSync(join(OUT, 'icon.icns'), toIcns(pictures.filter(({ shape }) => shape === 'mac')))
    say(`The icons are in ${OUT}.`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
