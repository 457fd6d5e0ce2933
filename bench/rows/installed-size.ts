import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { packagedApp } from '../../scripts/lib/packaged-app.mjs'
import type { BenchRow, Leg } from '../lib/leg.ts'
import { windowSample } from '../lib/windows.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BYTES_PER_MB = 1_000_000

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))

const megabytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0) / BYTES_PER_MB

function legOf(name: string, what: string, files: readonly string[]): Leg {
  return { name, what, durability: 'none', run: async () => windowSample([megabytes(files)]) }
}

/** D4: what an installation takes without Electron itself, on this platform. */
export const installedSize: BenchRow = {
  id: 'D4',
  title: 'installed size without Electron',
  run: async (context, measure) => {
    context.progress('packing the console')
    await promisify(execFile)(process.execPath, [join(ROOT, 'scripts/package.mjs')], { cwd: ROOT })
    const app = packagedApp()
    if (!app) throw new Error('`npm run package` left no app')
    const resources =
      process.platform === 'darwin' ? join(app.program, '../../Resources') : join(app.folder, 'resources')
    // The test runtime gets a Node beside it, which users do not have.
    const own = filesBelow(resources).filter(file => file !== join(resources, 'node'))
    await measure({
      figures: [{ id: 'D4', quantile: 0.5 }],
      ours: legOf('console', 'every file of the resources folder', own),
      limit: legOf(
        'the database alone',
        "the addon's binary",
        own.filter(file => file.endsWith('.node')),
      ),
      peers: [],
      asides: [],
      runs: 1,
      remark: null,
    })
  },
}
