import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageFolderOf } from '../../../scripts/packaging/bundled-packages.mjs'
import { thirdPartyNotices } from '../../../scripts/packaging/notices.mjs'
import { consoleBom, lockfileBom } from '../../../scripts/packaging/sbom.mjs'

const product = { name: 'tandem', version: '1.2.3' }

describe('a module belongs to the package', () => {
  test.each([
    ['node_modules/zod/v4/core/util.js', 'node_modules/zod'],
    ['node_modules/@mantine/core/esm/index.mjs', 'node_modules/@mantine/core'],
    ['node_modules/conf/node_modules/ajv/dist/ajv.js', 'node_modules/conf/node_modules/ajv'],
    [String.raw`node_modules\react\index.js`, 'node_modules/react'],
    ['../node_modules/react/index.js', 'node_modules/react'],
    ['renderer/app.tsx', null],
  ])('%s: %s', (module, folder) => {
    expect(packageFolderOf(module)).toBe(folder)
  })
})

describe('the bill of materials', () => {
  let lockfile: Awaited<ReturnType<typeof lockfileBom>>
  // npm itself, which takes its time on a busy machine.
  beforeAll(async () => {
    lockfile = await lockfileBom()
  }, 60_000)

  test('names what is in the console and nothing else, with checksums from the lockfile', () => {
    const packages = [
      { name: 'zod', version: versionOf('zod') },
      { name: 'better-sqlite3-multiple-ciphers', version: '13.0.3' },
    ]
    const bom = consoleBom(lockfile, { packages, product, electron: '45.4.1' })

    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' })
    expect(bom.metadata.component).toMatchObject({ type: 'application', ...product })
    expect(bom.components.map(component => component['purl'])).toEqual([
      `pkg:npm/zod@${versionOf('zod')}`,
      'pkg:npm/better-sqlite3-multiple-ciphers@13.0.3',
      'pkg:npm/electron@45.4.1',
    ])
    const [zod] = bom.components
    expect(zod).toMatchObject({ scope: 'required', licenses: [{ license: { id: 'MIT' } }] })
    expect(zod?.['hashes']).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }])
    expect(JSON.stringify(zod)).not.toContain('development')
  })

  test('ties every part to another that is in it', () => {
    const packages = [{ name: 'zod', version: versionOf('zod') }]
    const bom = consoleBom(lockfile, { packages, product, electron: '45.4.1' })
    const known = new Set(['tandem@1.2.3', ...bom.components.map(component => component['bom-ref'])])
    const named = bom.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn])
    expect(named.filter(ref => !known.has(ref))).toEqual([])
    expect(bom.dependencies.map(({ ref }) => ref).sort()).toEqual([...known].sort())
  })

  test('stops at a package the lockfile does not have', () => {
    const packages = [{ name: 'left-pad', version: '1.0.0' }]
    const bom = { metadata: { component: { 'bom-ref': 'x' } }, components: [], dependencies: [] }
    expect(() => consoleBom(bom, { packages, product, electron: '45.4.1' })).toThrow(/left-pad@1.0.0/)
  })
})

test('the notices carry each licence, and say so where a package brings none', () => {
  const part = { version: '1.0.0', license: 'MIT', homepage: 'https://a.example' }
  const text = thirdPartyNotices([
    { ...part, name: 'a', text: 'Copyright the makers of a' },
    { ...part, name: 'b', text: '' },
  ])
  expect(text).toMatch(/a 1\.0\.0\nLicence: MIT\nhttps:\/\/a\.example\n\nCopyright the makers of a/)
  expect(text).toMatch(/b 1\.0\.0\n[^]*brings no licence text of its own: MIT/)
})

function versionOf(name: string): string {
  return (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version
}
