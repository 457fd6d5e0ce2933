import { homedir, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** @param {...string} parts */
export const inRoot = (...parts) => join(ROOT, ...parts)

const APP_FOLDER = 'tandem'

/** What may be deleted at any time: it is fetched again. */
export function cacheFolder() {
  if (process.env['XDG_CACHE_HOME']) return join(process.env['XDG_CACHE_HOME'], APP_FOLDER)
  if (platform() === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), APP_FOLDER, 'Cache')
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches', APP_FOLDER)
  return join(homedir(), '.cache', APP_FOLDER)
}

/** What the user keeps: the demo workspace lives below it. */
export function dataFolder() {
  if (process.env['XDG_DATA_HOME']) return process.env['XDG_DATA_HOME']
  if (platform() === 'win32') return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return join(homedir(), '.local', 'share')
}
