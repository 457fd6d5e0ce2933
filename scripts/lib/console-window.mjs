import { ROOT } from './paths.mjs'
import { start } from './processes.mjs'

const KEPT = 4_000

/** What Chromium says on machines without a session bus or a graphics card; none of it matters. */
const HARMLESS = /dbus|dconf|GLib-|Gtk-|vaapi|viz_main|gpu|GPU|Vulkan|libva|GetVSyncParametersIfAvailable|^$/

/**
 * Opens the console and waits until it is closed.
 * @param {{ electron: import('./electron-runtime.mjs').ElectronRuntime, env: NodeJS.ProcessEnv, args: string[] }} options
 * @returns {Promise<{ code: number, trouble: string }>} what it complained about, for when it did not open
 */
export async function runConsole({ electron, env, args }) {
  // Chromium's sandbox refuses to run as root; everybody else keeps it.
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const { child, exited } = start('console', [electron.executable, ROOT, ...flags, ...args], {
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let trouble = ''
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    const lines = text.split('\n').filter(line => !HARMLESS.test(line))
    trouble = `${trouble}${lines.join('\n')}\n`.slice(-KEPT)
  })
  child.once('error', error => (trouble += error.message))
  return { code: await exited, trouble: trouble.trim() }
}
