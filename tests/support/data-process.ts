import { fork } from 'node:child_process'
import type { ChildProcess, Serializable } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import type { OutputFile, Plugin } from 'esbuild'
import { zodInEnglish } from '../../scripts/lib/zod-in-english.mjs'
import type { InternalInput } from '../../shared/contract/internal.ts'
import { createRpcClient } from '../../shared/rpc/client.ts'
import type { RpcClient } from '../../shared/rpc/client.ts'
import type { Port } from '../../shared/rpc/port.ts'
import { systemClock } from '../../main/data/system-clock.ts'
import { quickFolder } from './at-the-end.ts'
import { COMPILED } from './compiled-code.ts'
import { TEST_KEY } from './laptop-database.ts'
import { sampleId } from './sample-row.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Takes a protection out of the product, for negative controls: `from` must stand in the file as it is. */
export type Patch = { readonly file: string; readonly from: string; readonly to: string }

/** One thing taken out, or several at once. */
export type Patches = Patch | readonly Patch[] | null

const bundled = new Map<Patches, Promise<string>>()

function patched(source: string, { file, from, to }: Patch): string {
  if (!source.includes(from)) throw new Error(`${file} no longer holds what the patch replaces`)
  return source.replace(from, () => to)
}

const patching = (patches: readonly Patch[]): Plugin => ({
  name: 'patch',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const due = patches.filter(({ file }) => path === join(ROOT, file))
      if (due.length === 0) return null
      return { contents: due.reduce(patched, readFileSync(path, 'utf8')), loader: 'ts' }
    })
  },
})

/** Named by what is in them: Node then knows from the last time what it need not compile again. */
const BUNDLES = join(ROOT, 'out', 'test-data-process')
const FORGOTTEN_AFTER_MS = 24 * 3_600_000

/** Bundled as the product is: stripping types from every file would take seconds. Answers the folder. */
async function bundle(entryPoints: readonly string[], patch: Patches): Promise<string> {
  const { outputFiles } = await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['better-sqlite3'],
    entryPoints: entryPoints.map(path => join(ROOT, path)),
    outdir: BUNDLES,
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    logLevel: 'silent',
    plugins: [zodInEnglish, ...(patch ? [patching([patch].flat())] : [])],
    write: false,
  })
  const hash = createHash('sha256')
  for (const { contents } of outputFiles) hash.update(contents)
  const folder = join(BUNDLES, hash.digest('hex').slice(0, 16))
  if (!existsSync(folder)) put(folder, outputFiles)
  return folder
}

/** Under its name only when whole: other test files may be making the same one. */
function put(folder: string, files: readonly OutputFile[]): void {
  forgetOldBundles()
  const half = `${folder}.${process.pid}`
  mkdirSync(half, { recursive: true })
  for (const { path, contents } of files) writeFileSync(join(half, basename(path)), contents)
  try {
    renameSync(half, folder)
  } catch {
    // Another one was quicker.
    rmSync(half, { recursive: true, force: true })
  }
}

/** Those of code that has changed since. */
function forgetOldBundles(): void {
  mkdirSync(BUNDLES, { recursive: true })
  for (const name of readdirSync(BUNDLES)) {
    const path = join(BUNDLES, name)
    const madeAtMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - madeAtMs > FORGOTTEN_AFTER_MS) rmSync(path, { recursive: true, force: true })
  }
}

/** A script for a process of its own, with something taken out of the product where a patch says so. */
export const bundleScript = async (path: string, patch: Patches = null): Promise<string> =>
  join(await bundle([path], patch), `${basename(path, '.ts')}.cjs`)

async function bundleProcess(patch: Patches): Promise<string> {
  const entries = ['entry', 'writer', 'reader'].map(name => `main/data/${name}.ts`)
  const folder = await bundle(entries, patch)
  const script = join(folder, 'entry.cjs')
  const mark = join(folder, 'compiled')
  if (!existsSync(mark)) {
    // What Node has compiled is kept by a process that ends by itself only, and most of these are killed.
    await (await startScript(script)).end()
    writeFileSync(mark, '')
  }
  return script
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
  /** A file, open for writing, that takes what the process says. */
  readonly saysTo?: number
}

/** A machine whose clock is wrong by so much. */
export const withClockOff = (ms: number): Machine => ({
  env: { CLOCK_SHIFT_MS: String(ms) },
  execArgv: ['--require', join(import.meta.dirname, 'shifted-clock.cjs')],
})

/** The real data process in a process of its own, as main starts it under an old runtime. */
export async function startDataProcess(patch: Patches = null, machine: Machine = {}): Promise<DataProcess> {
  const script = bundled.get(patch) ?? bundleProcess(patch)
  bundled.set(patch, script)
  return startScript(await script, machine)
}

/**
 * Room in MiB for what is made while a process and its two threads load: without it the collector runs again and again
 * before the first question is answered, and tests start hundreds of them.
 */
const ROOMY = ['--min-semi-space-size=32', '--max-semi-space-size=32'] as const

async function startScript(script: string, machine: Machine = {}): Promise<DataProcess> {
  const child = fork(script, [], {
    execArgv: [...ROOMY, ...(machine.execArgv ?? [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', machine.saysTo ?? 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'] ?? '', ...COMPILED, ...machine.env },
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
