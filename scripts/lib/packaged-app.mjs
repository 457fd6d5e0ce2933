import { existsSync } from 'node:fs'
import { inRoot } from './paths.mjs'

/** Folders electron-builder makes for an unpacked app, by platform and processor. */
const FOLDERS = /** @type {Record<string, string>} */ ({
  'linux-x64': 'linux-unpacked',
  'linux-arm64': 'linux-arm64-unpacked',
  'win32-x64': 'win-unpacked',
  'win32-arm64': 'win-arm64-unpacked',
  'darwin-x64': 'mac',
  'darwin-arm64': 'mac-arm64',
})
const PROGRAMS = /** @type {Record<string, (name: string) => string>} */ ({
  linux: () => 'tandem',
  win32: name => `${name}.exe`,
  darwin: name => `${name}.app/Contents/MacOS/${name}`,
})

/**
 * An unpacked app that was built on this machine.
 * @typedef {{ folder: string, program: string, isTestRuntime: boolean }} PackagedApp
 */

/** @returns {PackagedApp | null} the one on the runtime users get, else the one on the test runtime */
export function packagedApp() {
  const found = [
    { output: 'release/unsigned', name: 'Tandem', isTestRuntime: false },
    { output: 'release/test-runtime', name: 'Tandem test runtime', isTestRuntime: true },
  ].map(({ output, name, isTestRuntime }) => {
    const folder = inRoot(output, FOLDERS[`${process.platform}-${process.arch}`] ?? '')
    return { folder, program: `${folder}/${PROGRAMS[process.platform]?.(name) ?? ''}`, isTestRuntime }
  })
  return found.find(({ program }) => existsSync(program)) ?? null
}
