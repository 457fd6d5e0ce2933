import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** What the copy out of the registry has beside Electron, for running from a checkout. */
const LEFTOVERS = ['resources/app', 'resources/default_app.asar', '.complete', 'version']

/** @param {import('electron-builder').AfterPackContext} context */
export async function afterPack({ appOutDir }) {
  for (const path of LEFTOVERS) rmSync(join(appOutDir, path), { recursive: true, force: true })
}
