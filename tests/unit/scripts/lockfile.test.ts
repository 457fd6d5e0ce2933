import { describe, expect, test } from 'vitest'
import { matchesLockfile } from '../../../scripts/lib/lockfile.mjs'

const here = { os: [process.platform], cpu: [process.arch], optional: true, version: '1.0.0' }
const locked = {
  'node_modules/a': { version: '1.0.0' },
  'node_modules/native-here': here,
  'node_modules/native-elsewhere': { ...here, os: ['sunos'] },
  'node_modules/native-other-libc': { ...here, libc: ['musl'] },
  'node_modules/part-of-elsewhere': { version: '1.0.0', optional: true },
}
const { 'node_modules/a': a, 'node_modules/native-here': native } = locked
const present = { 'node_modules/a': a, 'node_modules/native-here': native }

describe('an installation', () => {
  test('is complete without the optional packages of other platforms', () => {
    expect(matchesLockfile(locked, present)).toBe(true)
  })

  test.each([
    ['nothing is there', {}],
    ['a package is missing', { 'node_modules/native-here': native }],
    ['the native package of this platform is missing', { 'node_modules/a': a }],
    ['a package has another version', { ...present, 'node_modules/a': { version: '1.0.1' } }],
    ['a package is left over', { ...present, 'node_modules/old': { version: '1.0.0' } }],
  ])('is not complete when %s', (_name, found) => {
    expect(matchesLockfile(locked, found)).toBe(false)
  })
})
