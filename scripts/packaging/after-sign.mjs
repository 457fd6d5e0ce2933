import { join } from 'node:path'
import { run } from '../lib/run.mjs'
import { verifyCommands } from './signing.mjs'

/**
 * Called only for a build that was signed: what the tools of the system refuse is not passed on.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterSign({ appOutDir, electronPlatformName, packager }) {
  const suffix = electronPlatformName === 'darwin' ? '.app' : '.exe'
  const program = join(appOutDir, `${packager.appInfo.productFilename}${suffix}`)
  for (const command of verifyCommands(electronPlatformName, program)) {
    const { code, output } = await run(command)
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`)
  }
}
