import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'

/** One small JSON file of ours. What is read is checked by whoever reads it. */
export type StoreFile = {
  readonly read: () => unknown
  readonly write: (value: object) => void
  /** The file could not be read as JSON and was put aside under another name. */
  readonly wasReset: boolean
}

/** Opens `<folder>/<name>.json` with electron-store, which writes to the side and renames. */
export function openStoreFile(folder: string, name: string): StoreFile {
  const wasReset = putAsideIfBroken(join(folder, `${name}.json`))
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name,
    accessPropertiesByDotNotation: false,
  })
  return {
    read: () => store.store,
    write: value => {
      store.store = { ...value }
    },
    wasReset,
  }
}

/** electron-store would throw on such a file at every start; deleting it could lose what an agent can still rescue. */
function putAsideIfBroken(path: string): boolean {
  if (!existsSync(path) || isObjectFile(path)) return false
  renameSync(path, `${path}.unreadable`)
  return true
}

function isObjectFile(path: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
