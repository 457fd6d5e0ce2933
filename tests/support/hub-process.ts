import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync, rmSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { openFolder } from './at-the-end.ts'
import { compiledHub } from './compiled-code.ts'

const ROOT = join(import.meta.dirname, '../..')
const HUB = join(ROOT, 'server/index.ts')
const READY_WITHIN_MS = 120_000

/** Below a folder the database server's own user can reach: a temporary folder of root is closed to it. */
const roomFor = (): string => openFolder('hub')

export type HubProcess = {
  readonly url: string
  readonly port: number
  readonly folder: string
  /** Stops as Ctrl-C does. */
  readonly stop: () => Promise<void>
  /** The machine it runs on dies. */
  readonly kill: () => Promise<void>
  /** Starts again on the same data and the same port, on a machine with these variables more. */
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<void>
  /** Runs a command of the hub's command line and answers what it printed. Throws with its words when it fails. */
  readonly run: (args: readonly string[], input?: string) => Promise<string>
  /** Stops and removes everything. */
  readonly remove: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => {
    server.close(resolve)
  })
  return port
}

const exitOf = (child: ChildProcess): Promise<number> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode ?? 1)
    : new Promise(resolve => {
        child.once('exit', code => resolve(code ?? 1))
      })

/** Answers when the hub can be reached; throws with its last words when it ends first. */
async function untilReady(child: ChildProcess, readyFile: string): Promise<void> {
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-2_000)
    })
  }
  const startedAt = performance.now()
  while (!existsSync(readyFile)) {
    if (child.exitCode !== null) throw new Error(`The hub ended: ${words}`)
    if (performance.now() - startedAt > READY_WITHIN_MS)
      throw new Error(`The hub was not ready in time: ${words}`)
    await new Promise(resolve => {
      setTimeout(resolve, 50)
    })
  }
}

export type HubProcessOptions = {
  readonly args?: readonly string[]
  /** A database that is there already, as large teams have it; without one the hub starts its embedded PostgreSQL. */
  readonly databaseUrl?: string
}

/** A hub as `npm run hub` starts it, in a process of its own. */
export async function startHubProcess(options: HubProcessOptions = {}): Promise<HubProcess> {
  const folder = roomFor()
  const { databaseUrl } = options
  const storage =
    databaseUrl === undefined ? ['--data', join(folder, 'data')] : ['--database-url', databaseUrl]
  const readyFile = join(folder, 'ready.json')
  const port = await freePort()
  let child: ChildProcess | null = null

  async function start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    rmSync(readyFile, { force: true })
    const args = [
      'serve',
      ...storage,
      '--port',
      String(port),
      '--ready-file',
      readyFile,
      ...(options.args ?? []),
    ]
    child = spawn(process.execPath, [HUB, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: ROOT,
      env: { ...process.env, ...compiledHub(HUB), ...env },
    })
    await untilReady(child, readyFile)
  }
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (!child) return
    const ended = exitOf(child)
    child.kill(signal)
    await ended
    child = null
  }
  async function run(args: readonly string[], input = ''): Promise<string> {
    const given = { cwd: ROOT, env: { ...process.env, ...compiledHub(HUB) } }
    const tool = spawn(process.execPath, [HUB, ...args, ...storage], given)
    let out = ''
    for (const stream of [tool.stdout, tool.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        out += text
      })
    }
    tool.stdin.end(input)
    const code = await exitOf(tool)
    if (code !== 0) throw new Error(`hub ${args.join(' ')} ended with ${code}: ${out}`)
    return out
  }
  await start()
  return {
    url: (JSON.parse(readFileSync(readyFile, 'utf8')) as { url: string }).url,
    port,
    folder,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start,
    run,
    remove: async () => {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
