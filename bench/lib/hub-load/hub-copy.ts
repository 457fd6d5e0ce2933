import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { end, start } from '../../../scripts/lib/processes.mjs'

export type HubCopy = {
  readonly url: string
  readonly pid: number
  /** Resident memory, MB: now, and the most it ever was. Linux only. */
  readonly memory: () => { readonly nowMb: number; readonly mostMb: number }
  /** Asks it to end, as Ctrl-C does. */
  readonly stop: () => Promise<void>
  /** Ends it without a word. */
  readonly kill: () => Promise<void>
}

const INDEX = fileURLToPath(new URL('../../../server/index.ts', import.meta.url))
const READY_WITHIN_MS = 30_000

const kilobytes = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)

function memoryOf(pid: number): ReturnType<HubCopy['memory']> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return { nowMb: kilobytes(status, 'VmRSS') / 1024, mostMb: kilobytes(status, 'VmHWM') / 1024 }
}

let made = 0

/** The hub as `npm run hub -- serve` runs it, over a database that is there already. */
export async function startHubCopy(folder: string, databaseUrl: string): Promise<HubCopy> {
  made += 1
  const readyFile = join(folder, `copy-${made}.json`)
  rmSync(readyFile, { force: true })
  const args = ['serve', '--port', '0', '--database-url', databaseUrl, '--ready-file', readyFile]
  const started = start(`hub copy ${made}`, [process.execPath, INDEX, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const { child, exited } = started
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2_000)
  })
  let hasEnded = false
  void exited.then(() => (hasEnded = true))
  for (const from = performance.now(); !existsSync(readyFile);) {
    if (hasEnded) throw new Error(`A copy of the hub ended before it was ready: ${words}`)
    if (performance.now() - from > READY_WITHIN_MS) throw new Error('A copy of the hub was not ready in time')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  const pid = child.pid ?? 0
  return {
    url: (JSON.parse(readFileSync(readyFile, 'utf8')) as { url: string }).url,
    pid,
    memory: () => memoryOf(pid),
    stop: () => end(started),
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
