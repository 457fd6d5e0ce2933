import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { afterAllArtifactBuild } from '../../../scripts/packaging/after-all.mjs'
import { beforePack } from '../../../scripts/packaging/before-pack.mjs'
import { isListSigned } from '../../../scripts/packaging/checksums.mjs'
import { signingConfig, signingTrouble, verifyCommands } from '../../../scripts/packaging/signing.mjs'
import { skipUnless } from '../../support/has.ts'

const WINDOWS = { WIN_CSC_LINK: 'a', WIN_CSC_KEY_PASSWORD: 'b', TANDEM_RELEASE_KEY: 'c' }
const MAC = {
  CSC_LINK: 'a',
  CSC_KEY_PASSWORD: 'b',
  APPLE_API_KEY: 'c',
  APPLE_API_KEY_ID: 'd',
  APPLE_API_ISSUER: 'e',
  TANDEM_RELEASE_KEY: 'f',
}
const LINUX = { TANDEM_RELEASE_KEY: 'a' }
const AZURE = {
  AZURE_TENANT_ID: 'a',
  AZURE_CLIENT_ID: 'b',
  AZURE_CLIENT_SECRET: 'c',
  TANDEM_AZURE_ENDPOINT: 'https://weu.example',
  TANDEM_AZURE_ACCOUNT: 'account',
  TANDEM_AZURE_PROFILE: 'profile',
  TANDEM_AZURE_PUBLISHER: 'Tandem project',
}

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-signing-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const release = (platform: string, env: Record<string, string>): string[] =>
  signingTrouble({ platform, env, mustSign: true, publish: null })

describe('a release', () => {
  test.each([
    ['win32', WINDOWS],
    ['win32', { ...AZURE, TANDEM_RELEASE_KEY: 'x' }],
    ['darwin', MAC],
    ['linux', LINUX],
  ])('for %s goes on with all of its secrets', (platform, env) => {
    expect(release(platform, env)).toEqual([])
  })

  test.each(
    [
      ['win32', WINDOWS] as const,
      ['darwin', MAC] as const,
      ['linux', LINUX] as const,
      ['win32', { ...AZURE, TANDEM_RELEASE_KEY: 'x' }] as const,
    ].flatMap(([platform, env]) => Object.keys(env).map(name => [platform, name, env] as const)),
  )('for %s stops without %s', (platform, name, env) => {
    const { [name]: _left, ...rest } = env as Record<string, string>
    expect(release(platform, rest)).not.toEqual([])
    expect(release(platform, { ...env, [name]: '' })).not.toEqual([])
  })

  test('on a Mac stops where signing is switched off', () => {
    const { CSC_LINK: _left, ...rest } = MAC
    const env = { ...rest, CSC_NAME: 'Tandem', CSC_IDENTITY_AUTO_DISCOVERY: 'false' }
    expect(release('darwin', env).join()).toContain('switches signing off')
  })

  test('is stopped by the hook too, however electron-builder was called', async () => {
    vi.stubEnv('TANDEM_RELEASE_KEY', '')
    await expect(beforePack(hookContext({ forceCodeSigning: true }))).rejects.toThrow(
      /must be signed[^]*RELEASE_KEY/,
    )
  })

  test('is stopped at its end if nothing signs its checksums', async () => {
    vi.stubEnv('TANDEM_RELEASE_KEY', '')
    const folder = newFolder()
    writeFileSync(join(folder, 'a.deb'), 'a')
    await expect(afterAllArtifactBuild(buildResult(folder, true))).rejects.toThrow(/Nothing signs/)
  })
})

describe('an unsigned build', () => {
  const build = (publish: string | null | undefined): string[] =>
    signingTrouble({ platform: 'linux', env: {}, mustSign: false, publish })

  test.each([undefined, null, 'never'])('is made for this machine alone (publish %s)', publish => {
    expect(build(publish)).toEqual([])
  })

  test.each(['always', 'onTag', 'onTagOrDraft'])('is never published (%s)', publish => {
    expect(build(publish)).toEqual([`An unsigned build is never published (asked for: ${publish}).`])
  })

  test('is not published by the hook either', async () => {
    await expect(beforePack(hookContext({ forceCodeSigning: false, publish: 'always' }))).rejects.toThrow(
      /never published/,
    )
  })
})

describe('the list of checksums', () => {
  test('is read by sha256sum, and signed to the letter', async context => {
    skipUnless(context, 'linux')
    const folder = newFolder()
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    vi.stubEnv('TANDEM_RELEASE_KEY', privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
    for (const name of ['b.deb', 'a.rpm']) writeFileSync(join(folder, name), name)

    const added = await afterAllArtifactBuild(buildResult(folder, true))

    expect(added).toEqual([join(folder, 'SHA256SUMS'), join(folder, 'SHA256SUMS.sig')])
    expect(execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })).toBe(
      'a.rpm: OK\nb.deb: OK\n',
    )
    const list = readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
    const signature = readFileSync(join(folder, 'SHA256SUMS.sig'))
    const key = publicKey.export({ type: 'spki', format: 'pem' }) as string
    expect(isListSigned(list, signature, key)).toBe(true)
    expect(isListSigned(list.replace('a.rpm', 'c.rpm'), signature, key)).toBe(false)
  })

  test('is not taken with a signature of another key', async () => {
    const folder = newFolder()
    const { privateKey } = generateKeyPairSync('ed25519')
    vi.stubEnv('TANDEM_RELEASE_KEY', privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
    writeFileSync(join(folder, 'a.deb'), 'a')
    await afterAllArtifactBuild(buildResult(folder, true))
    const [list, signature] = [
      readFileSync(join(folder, 'SHA256SUMS'), 'utf8'),
      readFileSync(join(folder, 'SHA256SUMS.sig')),
    ]
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string
    expect(isListSigned(list, signature, other)).toBe(false)
  })

  test('is not signed with a weaker kind of key', async () => {
    const folder = newFolder()
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    vi.stubEnv('TANDEM_RELEASE_KEY', privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
    writeFileSync(join(folder, 'a.deb'), 'a')
    await expect(afterAllArtifactBuild(buildResult(folder, true))).rejects.toThrow(/not Ed25519/)
  })
})

test("Azure's account comes from the environment and replaces a certificate file", () => {
  expect(signingConfig(AZURE)).toEqual({
    win: {
      signtoolOptions: null,
      azureSignOptions: {
        endpoint: 'https://weu.example',
        codeSigningAccountName: 'account',
        certificateProfileName: 'profile',
        publisherName: 'Tandem project',
      },
    },
  })
  expect(signingConfig(WINDOWS)).toEqual({})
})

describe('what was signed is judged by the system', () => {
  test('on macOS with its seal, its notary and Gatekeeper', () => {
    const commands = verifyCommands('darwin', '/out/Tandem.app')
    expect(commands.map(([tool]) => tool)).toEqual(['codesign', 'xcrun', 'spctl'])
    expect(commands.every(command => command.at(-1) === '/out/Tandem.app')).toBe(true)
  })

  test('on Windows with Authenticode, whatever stands in the path', () => {
    const [command] = verifyCommands('win32', String.raw`C:\it's $here\Tandem.exe`)
    expect(command?.at(-1)).toContain(String.raw`-LiteralPath 'C:\it''s $here\Tandem.exe'`)
  })
})

type HookContext = Parameters<typeof beforePack>[0]

const hookContext = (build: { forceCodeSigning: boolean; publish?: string }): HookContext =>
  ({
    electronPlatformName: 'linux',
    packager: {
      config: { forceCodeSigning: build.forceCodeSigning },
      info: { options: { publish: build.publish ?? null } },
    },
  }) as unknown as HookContext

type BuildResult = Parameters<typeof afterAllArtifactBuild>[0]

const buildResult = (folder: string, forceCodeSigning: boolean): BuildResult =>
  ({
    outDir: folder,
    artifactPaths: ['b.deb', 'a.rpm', 'a.deb'].map(name => join(folder, name)).filter(existsOn),
    configuration: { forceCodeSigning },
  }) as unknown as BuildResult

function existsOn(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch {
    return false
  }
}
