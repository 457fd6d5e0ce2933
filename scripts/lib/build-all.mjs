import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { inRoot } from './paths.mjs'
import { step } from './steps.mjs'
import { zodInEnglish } from './zod-in-english.mjs'

/** Where the build notes which modules a target is made of, for the bill of materials of an installer. */
const inputsFile = (/** @type {string} */ target) => inRoot('dist', `.${target}.inputs.json`)

const COMMON = [
  'shared',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/lib/build-all.mjs',
  'scripts/lib/zod-in-english.mjs',
]

/** Bundles are CommonJS, where `import.meta` does not exist: its uses are mapped to what does. */
const IMPORT_META = {
  'import.meta.dirname': '__dirname',
  'import.meta.filename': '__filename',
  'import.meta.url': '__moduleUrl',
}
const MODULE_URL = "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;"

/** @type {import('esbuild').BuildOptions} */
const COMMON_OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  sourcemap: true,
  logLevel: 'warning',
  define: IMPORT_META,
  banner: { js: MODULE_URL },
  outExtension: { '.js': '.cjs' },
  legalComments: 'none',
  metafile: true,
  plugins: [zodInEnglish],
}

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

/**
 * @param {readonly import('esbuild').BuildResult[]} results
 * @returns {string[]}
 */
const inputsOf = results => results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))

/** Main and preload run on every supported Electron, the oldest of which brings Node 18. */
async function buildMain() {
  const { build } = await import('esbuild')
  const options = { ...COMMON_OPTIONS, target: 'node18', external: ['electron'], outdir: inRoot('dist/main') }
  const main = await build({ ...options, entryPoints: [inRoot('main/index.ts')] })
  // A sandboxed preload has neither `node:url` nor `__filename`.
  const preload = await build({
    ...options,
    define: {},
    banner: {},
    entryPoints: [inRoot('main/preload.ts')],
  })
  return inputsOf([main, preload])
}

/** The data process runs in Electron's utility process or in the pinned Node, never in an older one. */
async function buildData() {
  const { build } = await import('esbuild')
  const entries = ['entry', 'writer', 'reader'].map(name => inRoot('main/data', `${name}.ts`))
  const data = await build({
    ...COMMON_OPTIONS,
    target: 'node22',
    external: ['better-sqlite3'],
    entryPoints: entries,
    outdir: inRoot('dist/data'),
  })
  return inputsOf([data])
}

async function buildRenderer() {
  const { build } = await import('vite')
  /** @type {string[]} */
  let inputs = []
  /** @type {import('vite').Plugin} */
  const noteInputs = {
    name: 'note-inputs',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
      const styles = [...this.getModuleIds()].filter(id => id.endsWith('.css'))
      const ids = [...chunks.flatMap(({ moduleIds }) => moduleIds), ...styles]
      inputs = ids.filter(id => !id.startsWith('\0')).map(id => id.split('?')[0] ?? id)
    },
  }
  const root = inRoot('renderer')
  await build({ configFile: inRoot('vite.config.ts'), root, logLevel: 'warn', plugins: [noteInputs] })
  return inputs.map(id => relative(inRoot(), id))
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
      const inputs = await target.build()
      mkdirSync(inRoot('dist'), { recursive: true })
      writeFileSync(inputsFile(target.name), JSON.stringify(inputs))
      writeFileSync(stampFile, stamp)
    })
  }
}
