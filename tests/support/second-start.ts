import { spawn } from 'node:child_process'
import type { ElectronApplication } from '@playwright/test'

/** Starts the same app a second time on the same folder, as a person who clicks twice; answers its exit code. */
export async function startAgain(app: ElectronApplication, userDataFolder: string): Promise<number | null> {
  const { file, args, display } = await app.evaluate(({ app: electron }) => ({
    file: process.execPath,
    args: [electron.getAppPath(), ...process.argv.filter(argument => argument === '--no-sandbox')],
    display: process.env['DISPLAY'] ?? '',
  }))
  const second = spawn(file, [...args, `--user-data-dir=${userDataFolder}`], {
    env: { ...process.env, ...(display === '' ? {} : { DISPLAY: display }) },
    stdio: 'ignore',
  })
  return new Promise(resolve => second.once('exit', resolve))
}
