import { fork } from 'node:child_process'
import type { ChildProcess, Serializable } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Plugin } from 'esbuild'
import type { InternalInput } from '../../shared/contract/internal.ts'
import { createRpcClient } from '../../shared/rpc/client.ts'
import type { RpcClient } from '../../shared/rpc/client.ts'
import type { Port } from '../../shared/rpc/port.ts'
import { systemClock } from '../../main/data/system-clock.ts'
import { atTheEnd, quickFolder } from './at-the-end.ts'
import { TEST_KEY } from './laptop-database.ts'
import { sampleId } from './sample-row.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Takes a protection out of the product, for negative controls: `from` must stand in the file as it is. */
export type Patch = { readonly file: string; readonly from: string; readonly to: string }

const bundled = new Map<Patch | null, Promise<string>>()

const patching = ({ file, from, to }: Patch): Plugin => ({
  name: 'patch',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path !== join(ROOT, file)) return null
      const source = readFileSync(path, 'utf8')
      if (!source.includes(from)) throw new Error(`${file} no longer holds what the patch replaces`)
      return { contents: source.replace(from, () => to), loader: 'ts' }
    })
  },
})

/** Bundled as the product is: three threads that strip types from every file would take seconds to start. */
async function bundle(patch: Patch | null): Promise<string> {
  const outdir = join(ROOT, 'out', 'test-data-process', `${process.pid}-${bundled.size}`)
  await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['better-sqlite3'],
    entryPoints: ['entry', 'writer', 'reader'].map(name => join(ROOT, 'main', 'data', `${name}.ts`)),
    outdir,
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    logLevel: 'silent',
    plugins: patch ? [patching(patch)] : [],
  })
  atTheEnd(() => rmSync(outdir, { recursive: true, force: true }))
  return join(outdir, 'entry.cjs')
}

export type DataProcess = {
  readonly child: ChildProcess
  readonly call: RpcClient['call']
  readonly on: RpcClient['on']
  /** Lets it finish, as main does when the app quits. */
  readonly end: () => Promise<number | null>
  readonly kill: () => Promise<void>
}

function portOf(child: ChildProcess, exited: Promise<unknown>): Port {
  return {
    post: message => {
      if (child.connected) child.send(message as Serializable, () => {})
    },
    onMessage: listener => void child.on('message', listener),
    onClose: listener => void exited.then(listener),
    close: () => {
      if (child.connected) child.disconnect()
    },
  }
}

/** What is different about the machine it runs on: a disk of its own, another clock. */
export type Machine = {
  readonly env?: Readonly<Record<string, string>>
  readonly execArgv?: readonly string[]
}

/** A machine whose clock is wrong by so much. */
export const withClockOff = (ms: number): Machine => ({
  env: { CLOCK_SHIFT_MS: String(ms) },
  execArgv: ['--require', join(import.meta.dirname, 'shifted-clock.cjs')],
})

/** The real data process in a process of its own, as main starts it under an old runtime. */
export async function startDataProcess(
  patch: Patch | null = null,
  machine: Machine = {},
): Promise<DataProcess> {
  const script = bundled.get(patch) ?? bundle(patch)
  bundled.set(patch, script)
  const child = fork(await script, [], {
    execArgv: [...(machine.execArgv ?? [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'] ?? '', ...machine.env },
  })
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve))
  const port = portOf(child, exited)
  const { call, on } = createRpcClient(port, systemClock)
  await new Promise<void>((resolve, reject) => {
    on('data.ready', () => resolve())
    void exited.then(code => reject(new Error(`The data process ended with ${String(code)}`)))
  })
  return {
    child,
    call,
    on,
    end: () => {
      port.close()
      return exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

export const OFFLINE = {
  isOnline: false,
  isCut: false,
  proxyUrl: null,
  extraCertificates: [],
} as const

export type PlaceInput = InternalInput<'data.open'>

/** What main says when it opens a place; offline unless told otherwise. */
export function openInput(fields: Partial<PlaceInput> & { readonly folder: string }): PlaceInput {
  return {
    key: TEST_KEY,
    clientId: sampleId(),
    tokens: { accessToken: 'access', refreshToken: 'refresh', expiresAtMs: Number.MAX_SAFE_INTEGER },
    network: { ...OFFLINE, extraCertificates: [] },
    appVersion: '0.1.0',
    place: {
      id: 'place-1',
      hubUrl: 'http://127.0.0.1:9',
      workspace: { id: sampleId(), name: 'Acme', slug: 'acme' },
      agent: { id: sampleId(), name: 'Lena Koch', email: 'lena@tandem.example', role: 'agent', teamIds: [] },
      isDemo: false,
      lastOpenedAtMs: 0,
    },
    ...fields,
  }
}

export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = quickFolder('place')
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
