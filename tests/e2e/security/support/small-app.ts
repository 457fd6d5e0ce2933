import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DeskBridge } from '../../../../shared/contract/index.ts'
import { runFolder } from '../../../support/at-the-end.ts'
import { test as base } from '../../../support/e2e-test.ts'
import { launchApp } from '../../../support/launch-app.ts'
import type { LaunchOptions, LaunchedApp } from '../../../support/launch-app.ts'

declare global {
  /** What the preload gives every page. */
  const desk: DeskBridge
}

const ROOT = join(import.meta.dirname, '../../../..')

/** A page with one script of its own; what it cannot do, no page of ours can. */
const PAGE = `<!doctype html>
<html><head><meta charset="utf-8"><title>Tandem</title></head>
<body><main id="main">A page</main><script src="./probe.js"></script></body></html>`

/** Answers every call with what it got, and tells what a test asks it to tell. Needs no database. A note's words are an event. */
const DATA = `
process.on('SIGINT', () => {}); process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit(0))
const port = process.parentPort
const post = message => (port ? port.postMessage(message) : process.send(message))
let calls = 0
let opened = null
const place = {
  hubUrl: 'http://127.0.0.1:1',
  workspace: { id: '01890000-0000-7000-8000-000000000001', name: 'Acme', slug: 'acme' },
  agent: { id: '01890000-0000-7000-8000-000000000002', name: 'Lena', email: 'lena@acme.example', role: 'agent', teamIds: [] },
}
const tokens = { accessToken: 'marker-access', refreshToken: 'marker-refresh', expiresAtMs: 9e15 }
const take = ({ kind, id, method, input }) => {
  if (kind !== 'request') return
  const isOwn = method.startsWith('data.') || method === 'sync.wake'
  if (!isOwn) calls += 1
  if (method === 'data.open') opened = input
  if (method === 'data.signIn') return post({ kind: 'answer', id, ok: true, value: { place, tokens } })
  if (method === 'search.query' && input.text === 'emit') {
    post({ kind: 'event', name: 'sync.changed', payload: { waiting: 3 } })
  }
  if (method === 'search.query' && input.text === 'crash') process.exit(7)
  if (method === 'note.add') post({ kind: 'event', ...JSON.parse(input.body) })
  post({ kind: 'answer', id, ok: true, value: { method, input, calls, opened, pid: process.pid, unsent: 0 } })
}
if (port) port.on('message', event => take(event.data))
else process.on('message', take)
post({ kind: 'event', name: 'data.ready', payload: { node: process.versions.node, napi: process.versions.napi } })
`

export type SmallApp = LaunchedApp & {
  /** Calls a method of the contract from the page. */
  readonly call: (name: unknown, input: unknown) => Promise<unknown>
}

type Fixtures = {
  /** Starts the console's real main and preload around a page and a data process of the test. */
  readonly launchSmall: (options?: LaunchOptions & { readonly probe?: string }) => Promise<SmallApp>
  /** The same, started once for all tests that leave main as it was: each gets the page loaded anew. */
  readonly small: SmallApp
}
type WorkerFixtures = { readonly keptSmall: () => Promise<SmallApp> }

export const test = base.extend<Fixtures, WorkerFixtures>({
  launchSmall: async ({ launch }, use) => {
    const folders: string[] = []
    await use(async ({ probe = '', ...options } = {}) => {
      const appFolder = options.appFolder ?? makeApp({ 'dist/renderer/probe.js': probe })
      folders.push(appFolder)
      return smallIn(await launch({ ...options, appFolder }))
    })
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  keptSmall: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const appFolder = makeApp({ 'dist/renderer/probe.js': '' })
      const kept: { app?: SmallApp } = {}
      await use(async () => (kept.app ??= await smallIn(await launchApp({ appFolder }))))
      await kept.app?.close()
      rmSync(appFolder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],
  small: async ({ keptSmall }, use) => {
    const small = await keptSmall()
    await small.window.reload()
    await small.window.waitForSelector('#main')
    await use(small)
  },
})

async function smallIn(launched: LaunchedApp): Promise<SmallApp> {
  await launched.window.waitForSelector('#main')
  const call = (name: unknown, input: unknown): Promise<unknown> =>
    launched.window.evaluate(([method, value]) => desk.call(method as string, value), [name, input] as const)
  return { ...launched, call }
}

/** An app folder with the built main of this checkout, and these files beside it. */
export function makeApp(files: Readonly<Record<string, string>>): string {
  const main = join(ROOT, 'dist/main')
  if (!existsSync(join(main, 'index.cjs'))) throw new Error('Build main first: npm run build')
  const folder = mkdtempSync(join(runFolder(), 'tandem-small-app-'))
  cpSync(main, join(folder, 'dist/main'), { recursive: true })
  // The Node that old runtimes run the data process with is looked for beside the app.
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(ROOT, 'node_modules/node'), join(folder, 'node_modules/node'))
  const manifest = { name: 'tandem', productName: 'Tandem', version: '0.1.0', main: 'dist/main/index.cjs' }
  const all = {
    'package.json': JSON.stringify(manifest),
    'dist/renderer/index.html': PAGE,
    'dist/data/entry.cjs': DATA,
    ...files,
  }
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

export { expect } from '@playwright/test'
