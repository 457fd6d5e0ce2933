import { execFile, spawn } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { packagedApp } from '../../../scripts/lib/packaged-app.mjs'
import type { PackagedApp } from '../../../scripts/lib/packaged-app.mjs'
import { expect, test } from '../../support/e2e-test.ts'
import {
  displayEnvironment,
  newUserDataFolder,
  ownEnvironment,
  sandboxFlags,
} from '../../support/launch-app.ts'
import { removeOnceLeft, usesFolder } from '../../support/left-folder.ts'
import { launchPackaged } from '../../support/launch-packaged.ts'
import { readAsar } from '../../support/read-asar.ts'

/** The app as `npm run package` leaves it on this machine, with its fuses as shipped. */
const ROOT = join(import.meta.dirname, '../../..')
const MAX_MB_WITHOUT_ELECTRON = 25

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let packaged: PackagedApp

test.beforeAll(async () => {
  test.setTimeout(180_000)
  await promisify(execFile)(process.execPath, [join(ROOT, 'scripts/package.mjs')], { cwd: ROOT })
  const found = packagedApp()
  if (!found) throw new Error('`npm run package` left no app')
  packaged = found
})

const resources = (): string =>
  process.platform === 'darwin'
    ? join(packaged.program, '../../Resources')
    : join(packaged.folder, 'resources')

test('every fuse is set in the program itself', async () => {
  const wire = await getCurrentFuseWire(packaged.program)
  expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE)
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE)
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE)
  expect(wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(FuseState.DISABLE)
  // Older runtimes have no such fuse.
  if (!packaged.isTestRuntime)
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE)
})

test('the archive holds the three bundles and the database, nothing of the hub and no sources', () => {
  const { files, text } = readAsar(join(resources(), 'app.asar'))
  expect([...new Set(files.map(file => file.split('/').slice(0, 2).join('/')))].sort()).toEqual([
    'dist/data',
    'dist/main',
    'dist/renderer',
    'node_modules/better-sqlite3',
    'package.json',
  ])
  expect(files.filter(file => /\.(map|ts|tsx)$/.test(file))).toEqual([])
  expect(files.filter(file => file.endsWith('.node'))).toEqual([
    `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  ])
  const manifest = JSON.parse(text('package.json')) as object
  expect(manifest).not.toHaveProperty('devDependencies')
  expect(manifest).not.toHaveProperty('scripts')
})

test('no loader of the checkout is left beside the archive', () => {
  const expected = ['THIRD-PARTY-NOTICES.txt', 'app.asar', 'app.asar.unpacked', 'sbom.cdx.json']
  const found = readdirSync(resources()).filter(name => !name.endsWith('.lproj') && !name.endsWith('.icns'))
  expect(found.sort()).toEqual(packaged.isTestRuntime ? [...expected, 'node'].sort() : expected)
})

test('the bill of materials and the notices name what is inside', () => {
  const bom = JSON.parse(readFileSync(join(resources(), 'sbom.cdx.json'), 'utf8')) as {
    components: { name: string }[]
  }
  const names = bom.components.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['electron', 'react', 'zod', 'better-sqlite3', 'undici']))
  expect(names).not.toEqual(expect.arrayContaining(['fastify']))
  const notices = readFileSync(join(resources(), 'THIRD-PARTY-NOTICES.txt'), 'utf8')
  for (const name of ['react', 'zod', 'better-sqlite3-multiple-ciphers', '@fontsource-variable/inter'])
    expect(notices).toContain(`\n${name} `)
})

test('without Electron it takes less room than its goal', () => {
  const own = filesBelow(resources()).filter(file => relative(resources(), file) !== 'node')
  const bytes = own.reduce((sum, file) => sum + statSync(file).size, 0)
  expect(bytes / 1e6).toBeLessThan(MAX_MB_WITHOUT_ELECTRON)
})

test('it cannot be turned into a Node', async () => {
  const env = { ELECTRON_RUN_AS_NODE: '1' }
  const printed = await printedBy(['-e', 'process.stdout.write("i am a node")'], env)
  expect(printed).not.toContain('i am a node')
})

test('it opens no door for a debugger of Node and takes no code from the environment', async () => {
  const preload = join(ROOT, 'tests/support/held-app/held.cjs')
  const printed = await printedBy(['--inspect=0', '--inspect-brk=0'], {
    NODE_OPTIONS: `--require ${preload}`,
  })
  expect(printed).not.toMatch(/Debugger listening|ERR_|held-app/)
  expect(printed).toMatch(/DevTools listening/)
})

test('it starts, finds its database and quits', async () => {
  const app = await launchPackaged({ program: packaged.program })
  try {
    await expect(app.window.getByRole('textbox', { name: 'Hub address' })).toBeVisible()
    const info = await app.window.evaluate(() => {
      const { desk } = globalThis as unknown as {
        desk: {
          call: (
            name: string,
            input: object,
          ) => Promise<{ value: { version: string; dataNode: string | null } }>
        }
      }
      return desk.call('app.info', {}).then(({ value }) => value)
    })
    expect(info.version).toBe(
      (createRequire(import.meta.url)(join(ROOT, 'package.json')) as { version: string }).version,
    )
    expect(info.dataNode).not.toBeNull()
  } finally {
    await app.close()
  }
})

/** What the program prints until its window could be driven, or until it ends by itself. */
async function printedBy(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const data = newUserDataFolder()
  const all = [...args, '--remote-debugging-port=0', `--user-data-dir=${data}`, ...sandboxFlags()]
  const child = spawn(packaged.program, all, {
    env: { ...ownEnvironment(), ...(await displayEnvironment()), ...usesFolder(data), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = new Promise(resolve => child.once('close', resolve))
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (/DevTools listening/.test(printed)) child.kill('SIGTERM')
    })
  await exited
  await removeOnceLeft(data)
  return printed
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
