import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, inRoot } from './paths.mjs'
import { pinnedNode } from './pinned-node.mjs'
import { start } from './processes.mjs'
import { PlainFailure, step } from './steps.mjs'

const POLL_MS = 100
const READY_WITHIN_MS = 10 * 60_000
const LINES_SHOWN = 12

/**
 * Where the demo workspace is kept. Root's home is closed to the user that PostgreSQL then runs as.
 */
export function demoFolder() {
  const isRoot = process.getuid?.() === 0
  return join(isRoot && !process.env['XDG_DATA_HOME'] ? '/var/lib' : dataFolder(), 'tandem-demo')
}

/**
 * Starts the embedded hub with the demo workspace.
 * @returns {Promise<{ url: string, readyFile: string, logFile: string, exited: Promise<number> }>}
 */
export async function startDemoHub() {
  const folder = demoFolder()
  mkdirSync(folder, { recursive: true })
  const readyFile = join(folder, 'ready.json')
  const logFile = join(folder, 'hub.log')
  rmSync(readyFile, { force: true })
  const isFirst = !existsSync(join(folder, 'hub'))
  const title = isFirst ? 'Starting the hub and filling the demo workspace' : 'Starting the hub'
  return step(title, async note => {
    const { exited, tail } = launch({ folder: join(folder, 'hub'), readyFile, logFile, note })
    const code = await Promise.race([exited, isWritten(readyFile, exited)])
    if (typeof code === 'number')
      throw new PlainFailure(
        `The hub ended with code ${code}. Its last words (all of them: ${logFile}):\n${tail()}`,
      )
    if (!code)
      throw new PlainFailure(`The hub was not ready in time. Its last words (${logFile}):\n${tail()}`)
    const { url } = JSON.parse(readFileSync(readyFile, 'utf8'))
    return { url, readyFile, logFile, exited }
  })
}

/** @param {{ folder: string, readyFile: string, logFile: string, note: (text: string) => void }} options */
function launch({ folder, readyFile, logFile, note }) {
  const args = ['serve', '--demo', '--data', folder, '--port', '0', '--ready-file', readyFile]
  const { child, exited } = start('hub', [pinnedNode(), inRoot('server/index.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log = createWriteStream(logFile)
  /** @type {string[]} */
  let lines = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      log.write(text)
      lines = [...lines, ...text.split('\n').filter(line => line.trim())].slice(-LINES_SHOWN)
      note((lines.at(-1) ?? '').slice(0, 100))
    })
  }
  return { exited, tail: () => lines.join('\n') }
}

/**
 * Waits until the file is there and whole.
 * @param {string} file
 * @param {Promise<number>} exited of the process that writes it
 * @returns {Promise<boolean>} false if it took too long or cannot come any more
 */
async function isWritten(file, exited) {
  let isWaiting = true
  void exited.then(() => (isWaiting = false))
  const deadline = performance.now() + READY_WITHIN_MS
  while (isWaiting && performance.now() < deadline) {
    if (existsSync(file) && isJson(file)) return true
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
  }
  return false
}

/** @param {string} file */
function isJson(file) {
  try {
    JSON.parse(readFileSync(file, 'utf8'))
    return true
  } catch {
    return false
  }
}
