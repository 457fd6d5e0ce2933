import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fingerprint } from './fingerprint.mjs'
import { inRoot } from './paths.mjs'
import { step } from './steps.mjs'

const COMMON = ['shared', 'package-lock.json', 'tsconfig.base.json', 'scripts/lib/build-all.mjs']

/** Bundles are CommonJS, where `import.meta` does not exist: its uses are mapped to what does. */
const IMPORT_META = {
  'import.meta.dirname': '__dirname',
  'import.meta.filename': '__filename',
  'import.meta.url': '__moduleUrl',
}
const MODULE_URL = "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;"

const COMMON_OPTIONS = /** @type {const} */ ({
  bundle: true,
  platform: 'node',
  format: 'cjs',
  sourcemap: true,
  logLevel: 'warning',
  define: IMPORT_META,
  banner: { js: MODULE_URL },
  outExtension: { '.js': '.cjs' },
  legalComments: 'none',
})

const TARGETS = [
  { name: 'main', title: 'the main process', sources: ['main'], folder: 'dist/main', build: buildMain },
  { name: 'data', title: 'the data process', sources: ['main/data'], folder: 'dist/data', build: buildData },
  {
    name: 'window',
    title: 'the window',
    sources: ['renderer', 'vite.config.ts'],
    folder: 'dist/renderer',
    build: buildRenderer,
  },
]

/** Main and preload run on every supported Electron, the oldest of which brings Node 18. */
async function buildMain() {
  const { build } = await import('esbuild')
  const options = { ...COMMON_OPTIONS, target: 'node18', external: ['electron'], outdir: inRoot('dist/main') }
  await build({ ...options, entryPoints: [inRoot('main/index.ts')] })
  // A sandboxed preload has neither `node:url` nor `__filename`.
  await build({ ...options, define: {}, banner: {}, entryPoints: [inRoot('main/preload.ts')] })
}

/** The data process runs in Electron's utility process or in the pinned Node, never in an older one. */
async function buildData() {
  const { build } = await import('esbuild')
  const entries = ['entry', 'writer', 'reader'].map(name => inRoot('main/data', `${name}.ts`))
  await build({
    ...COMMON_OPTIONS,
    target: 'node22',
    external: ['better-sqlite3'],
    entryPoints: entries,
    outdir: inRoot('dist/data'),
  })
}

async function buildRenderer() {
  const { build } = await import('vite')
  await build({ configFile: inRoot('vite.config.ts'), root: inRoot('renderer'), logLevel: 'warn' })
}

/** @param {string} file */
function readStamp(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Builds what changed since the last build; unchanged sources cost a few milliseconds. */
export async function buildAll({ force = false } = {}) {
  for (const target of TARGETS) {
    const stampFile = inRoot('dist', `.${target.name}.stamp`)
    const stamp = fingerprint([...COMMON, ...target.sources])
    if (!force && readStamp(stampFile) === stamp) continue
    await step(`Building ${target.title}`, async () => {
      rmSync(inRoot(target.folder), { recursive: true, force: true })
      await target.build()
      mkdirSync(inRoot('dist'), { recursive: true })
      writeFileSync(stampFile, stamp)
    })
  }
}
