import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeToken, readToken } from '../../../server/auth/token.ts'
import { unwrapKey, wrapKey } from '../../../server/blobs/key-wrap.ts'
import { readRange } from '../../../server/blobs/range.ts'
import { newBlobKey, seal, unseal } from '../../../server/blobs/seal.ts'
import { explain } from '../../../server/cli/explain.ts'
import { ConfigError, readConfig } from '../../../server/config.ts'
import { chooseEncoding } from '../../../server/http/compression.ts'
import { toFailure } from '../../../server/http/failure.ts'
import { latestOnly } from '../../../server/http/latest-only.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { idOf } from '../../support/builders.ts'

describe('Accept-Encoding', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'zstd'],
    ['zstd;q=0.5, gzip', 'gzip'],
    ['gzip, br;q=0.9', 'gzip'],
    ['gzip;q=0.2, br;q=0.8', 'br'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['gzip;q=0', 'identity'],
    ['deflate', 'identity'],
    ['gzip;q=nonsense', 'identity'],
  ])('%s means %s', (header, expected) => {
    expect(chooseEncoding(header)).toBe(expected)
  })
})

describe('Range', () => {
  test.each([
    [undefined, 'all'],
    ['bytes=0-9', { first: 0, last: 9 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=90-1000', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-1000', { first: 0, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', 'all'],
    ['bytes=0-1,5-6', 'all'],
    ['lines=0-1', 'all'],
    ['bytes=-', 'all'],
  ])('%s of 100 bytes', (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected)
  })
})

describe('sealed pieces', () => {
  const key = newBlobKey()
  const piece = { sha256: 'a'.repeat(64), startByte: 0 }

  test('open with their key at their place, and only there', () => {
    const sealed = seal(key, piece, Buffer.from('a receipt'))

    expect(unseal(key, piece, sealed).toString()).toBe('a receipt')
    expect(() => unseal(newBlobKey(), piece, sealed)).toThrow('unable to authenticate')
    expect(() => unseal(key, { ...piece, startByte: 1 }, sealed)).toThrow('unable to authenticate')
    expect(() => unseal(key, { ...piece, sha256: 'b'.repeat(64) }, sealed)).toThrow('unable to authenticate')
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    expect(() => unseal(key, piece, sealed)).toThrow('unable to authenticate')
  })

  test('no two are alike', () => {
    expect(seal(key, piece, Buffer.from('x')).equals(seal(key, piece, Buffer.from('x')))).toBe(false)
  })

  test('a wrapped key opens with the hub’s key for its customer only; a bare one always', () => {
    const hubKey = randomBytes(32)
    const owner = { workspaceId: idOf(1), customerId: idOf(2) }
    const wrapped = wrapKey(hubKey, owner, key)

    expect(unwrapKey(hubKey, owner, wrapped).equals(key)).toBe(true)
    expect(wrapped.includes(key)).toBe(false)
    expect(() => unwrapKey(hubKey, { ...owner, customerId: idOf(3) }, wrapped)).toThrow(/TANDEM_HUB_KEY/)
    expect(() => unwrapKey(randomBytes(32), owner, wrapped)).toThrow(/TANDEM_HUB_KEY/)
    expect(() => unwrapKey(null, owner, wrapped)).toThrow(/TANDEM_HUB_KEY/)
    expect(unwrapKey(hubKey, owner, wrapKey(null, owner, key)).equals(key)).toBe(true)
  })
})

test('a token says its workspace and kind, and what is no token is refused before the database is asked', () => {
  const { text, hash } = makeToken('r', idOf(7))

  expect(readToken(text)).toEqual({ kind: 'r', workspaceId: idOf(7), hash })
  for (const wrong of [
    '',
    'x',
    text.slice(0, -1),
    `${text}=`,
    text.replace('tdr1', 'tdx1'),
    text.replace(/\./g, '/'),
  ]) {
    expect(readToken(wrong)).toBeNull()
  }
})

describe('failures on the wire', () => {
  test('keep code and facts of ours, and nothing of anybody else’s', () => {
    const database = Object.assign(new Error('duplicate key value: (Ana Ruiz)'), {
      code: '23505',
      detail: 'Ana Ruiz',
    })

    expect(toFailure(new AppError(ErrorCode.Conflict, 'Elsewhere', { offset: 3 }))).toMatchObject({
      details: { offset: 3 },
    })
    expect(JSON.stringify(toFailure(database))).not.toContain('Ana')
    expect(toFailure(database).code).toBe('internal')
    expect(toFailure('Ana Ruiz')).toEqual({
      code: 'internal',
      message: 'Unexpected failure',
      details: { name: 'string' },
    })
  })

  test.each(['55000', '3D000', '57P01', '57P03', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET'])(
    '%s is a database that is away',
    code => {
      expect(toFailure(Object.assign(new Error('x'), { code })).code).toBe('data-unavailable')
    },
  )
})

describe('settings', () => {
  const surroundings = { env: {}, platform: 'linux', isRoot: false } as const

  test('flags win over the environment, which wins over the defaults', () => {
    const env = { TANDEM_HUB_PORT: '8000', TANDEM_HUB_HOST: '0.0.0.0', DATABASE_URL: '' }
    const config = readConfig({ port: '9000' }, { ...surroundings, env })

    expect(config).toMatchObject({
      port: 9000,
      host: '0.0.0.0',
      databaseUrl: null,
      proxies: 0,
      hubKey: null,
    })
    expect(readConfig({}, surroundings)).toMatchObject({ port: 7420, host: '127.0.0.1', logLevel: 'info' })
  })

  test.each([
    [{ TANDEM_HUB_PORT: '70000' }, 'TANDEM_HUB_PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ TANDEM_HUB_KEY: 'c2hvcnQ=' }, 'TANDEM_HUB_KEY'],
    [{ TANDEM_HUB_LOG: 'loud' }, 'TANDEM_HUB_LOG'],
  ])('%j is refused by name', (env, name) => {
    expect(() => readConfig({}, { ...surroundings, env })).toThrow(ConfigError)
    expect(() => readConfig({}, { ...surroundings, env })).toThrow(name)
  })

  test('data of root does not lie in root’s home, which the database’s user cannot enter', () => {
    expect(readConfig({}, { ...surroundings, isRoot: true }).dataDir).toBe('/var/lib/tandem-hub')
    expect(readConfig({ data: '/srv/hub' }, { ...surroundings, isRoot: true }).dataDir).toBe('/srv/hub')
  })
})

test('what the command line explains never holds a password', () => {
  const error = new Error('cannot connect to postgres://hub:secret@db.example/x')
  expect(explain(error)).not.toContain('secret')
  expect(
    explain(new AppError(ErrorCode.DbLocked, 'Another hub uses this data folder (process 7)')),
  ).toContain('Stop it first')
})

test('of values that arrive while one is worked on only the newest of each kind is kept', async () => {
  const done: string[] = []
  const gates: (() => void)[] = []
  const { take, atRest } = latestOnly<string>(
    value =>
      new Promise(resolve => {
        done.push(value)
        gates.push(resolve)
      }),
    () => expect.unreachable(),
  )
  for (const value of ['a1', 'a2', 'b1', 'a3', 'b2']) take(value[0] ?? '', value)
  const doneAtRest = atRest().then(() => [...done])
  while (gates.length > 0) {
    gates.shift()?.()
    await new Promise(resolve => setImmediate(resolve))
  }

  expect(done).toEqual(['a1', 'a3', 'b2'])
  expect(await doneAtRest).toEqual(done)
  await atRest()
})
