import { dirname } from 'node:path'
import { prepareElectron } from '../lib/electron-runtime.mjs'
import { inRoot } from '../lib/paths.mjs'
import { prepareBuild } from '../lib/prepare.mjs'
import { PlainFailure, say, step } from '../lib/steps.mjs'
import { releaseConfig, testRuntimeConfig, unsignedConfig } from './config.mjs'
import { writePapers } from './papers.mjs'
import { signingTrouble } from './signing.mjs'

/** @typedef {import('electron-builder').Configuration} Configuration */
/** @typedef {'folder' | 'installers' | 'release'} Kind */

/**
 * Builds the console for this platform: the unpacked app, unsigned installers to try, or a signed release.
 * @param {Kind} kind
 */
export async function pack(kind) {
  // Said before anything is built.
  if (kind === 'release') refuseUnsigned()
  await prepareBuild()
  const electron = await prepareElectron()
  if (kind !== 'folder' && electron.isTestRuntime)
    throw new PlainFailure(
      `Installers need Electron itself; only the test runtime ${electron.version} could be had.`,
    )
  await step('Writing the bill of materials and the notices', () => writePapers(electron.version))
  const config = configFor(kind, electron)
  await step('Packing', () => runBuilder(kind, config))
  say(`The ${kind === 'folder' ? 'app' : 'installers'}: ${inRoot(config.directories?.output ?? 'release')}`)
}

function refuseUnsigned() {
  const trouble = signingTrouble({
    platform: process.platform,
    env: process.env,
    mustSign: true,
    publish: null,
  })
  if (trouble.length > 0)
    throw new PlainFailure(`A release is signed, and this one cannot be:\n- ${trouble.join('\n- ')}`)
}

/**
 * @param {Kind} kind
 * @param {import('../lib/electron-runtime.mjs').ElectronRuntime} electron
 * @returns {Configuration}
 */
function configFor(kind, electron) {
  if (kind === 'release') return releaseConfig()
  if (electron.isTestRuntime) return testRuntimeConfig(electron)
  // The runtime that is here already serves the processor it was fetched for; installers are made for both.
  return kind === 'folder'
    ? { ...unsignedConfig(), electronDist: electronDistOf(electron), electronVersion: electron.version }
    : unsignedConfig()
}

/** @param {import('../lib/electron-runtime.mjs').ElectronRuntime} electron */
const electronDistOf = ({ executable }) =>
  // On macOS the program lies three folders down in Electron.app.
  process.platform === 'darwin' ? inRoot('node_modules/electron/dist') : dirname(executable)

/**
 * @param {Kind} kind
 * @param {Configuration} config
 */
async function runBuilder(kind, config) {
  const { Platform, build } = await import('electron-builder')
  const targets =
    kind === 'folder' ? Platform.current().createTarget('dir') : Platform.current().createTarget(null)
  await build({ targets, config, projectDir: inRoot(), publish: 'never' })
}
