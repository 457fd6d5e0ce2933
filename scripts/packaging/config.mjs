import { dirname } from 'node:path'
import { inRoot } from '../lib/paths.mjs'
import { pinnedNodeFile } from '../lib/pinned-node.mjs'
import { beforePack } from './before-pack.mjs'
import { signingConfig } from './signing.mjs'

/** @typedef {import('electron-builder').Configuration} Configuration */

export const PRODUCT_FILE = inRoot('electron-builder.yml')

/** Only a release is signed, and only what is signed may carry the name of a release's folder. */
export const UNSIGNED_FOLDER = 'release/unsigned'
export const TEST_RUNTIME_FOLDER = 'release/test-runtime'

/** @returns {Configuration} what a build for others adds to electron-builder.yml */
export const releaseConfig = () => ({ extends: PRODUCT_FILE, ...signingConfig(process.env) })

/**
 * What a build for this machine adds: it may stay unsigned, and its folder says so.
 * @returns {Configuration}
 */
export const unsignedConfig = () => ({
  extends: PRODUCT_FILE,
  forceCodeSigning: false,
  compression: 'store',
  directories: { output: UNSIGNED_FOLDER },
})

/**
 * What a build on the old copy of Electron adds, which is for tests only: an identity of its own, so that it never
 * meets an installed console, and a Node beside it, because the copy's own is too old for the database.
 * @param {import('../lib/electron-runtime.mjs').ElectronRuntime} electron
 * @returns {Configuration}
 */
export const testRuntimeConfig = electron => ({
  ...unsignedConfig(),
  appId: 'app.tandem.console.test-runtime',
  productName: 'Tandem test runtime',
  electronDist: dirname(electron.executable),
  electronVersion: electron.version,
  directories: { output: TEST_RUNTIME_FOLDER },
  extraFiles: [{ from: pinnedNodeFile(), to: 'resources/node' }],
  beforePack: async context => {
    // The copy does not know this fuse, and says so by failing.
    delete context.packager.config.electronFuses?.grantFileProtocolExtraPrivileges
    await beforePack(context)
  },
})
