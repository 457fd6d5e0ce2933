import { readFileSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'

const GONE_WITHIN_MS = 15_000
const LOOK_AGAIN_MS = 20

/**
 * For the environment of an app: marks all of its processes as users of a folder. Those of Chromium lose their
 * environment to their own title, but name the folder in their command line.
 */
export const usesFolder = (folder: string): Readonly<Record<string, string>> => ({
  TANDEM_TEST_FOLDER: folder,
})

const textOf = (pid: string, file: 'cmdline' | 'environ'): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1')
  } catch {
    // It ended while we looked, or belongs to somebody else.
    return ''
  }
}

/** Processes that run with this folder. Linux only: elsewhere nobody tells. */
function usersOf(folder: string): readonly string[] {
  if (process.platform !== 'linux') return []
  const own = String(process.pid)
  return readdirSync('/proc').filter(
    name =>
      /^\d+$/.test(name) &&
      name !== own &&
      (textOf(name, 'cmdline').includes(folder) || textOf(name, 'environ').includes(folder)),
  )
}

/**
 * Removes an app's folder once every process that may write to it has ended: main is gone before its helpers are, and
 * they would make it anew. Throws with what still runs.
 */
export async function removeOnceLeft(folder: string): Promise<void> {
  const deadline = performance.now() + GONE_WITHIN_MS
  for (let users = usersOf(folder); users.length > 0; users = usersOf(folder)) {
    if (performance.now() > deadline) {
      const which = users.map(pid => `${pid}: ${textOf(pid, 'cmdline').replaceAll('\0', ' ')}`)
      throw new Error(`Still running on ${folder}:\n${which.join('\n')}`)
    }
    await new Promise(resolve => {
      setTimeout(resolve, LOOK_AGAIN_MS)
    })
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
