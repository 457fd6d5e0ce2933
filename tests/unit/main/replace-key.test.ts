import { describe, expect, test } from 'vitest'
import { lockWithNext, openingKey, replaceOldKey } from '../../../main/app/place-key.ts'
import { PlaceSecrets } from '../../../main/app/place-secrets.ts'
import type { PlaceKeys } from '../../../main/app/place-secrets.ts'
import type { CallInternal } from '../../../main/app/session-deps.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'

const OLD = 'a'.repeat(64)
const keyOf = (number: number): string => String(number).padStart(64, 'b')
const FIRST: PlaceKeys = { databaseKey: OLD, clientId: 'client-1', madeAtMs: 5 }

/** A laptop's file of secrets and the key its database is locked with; every step writes down what is kept. */
function aLaptop(kept: PlaceKeys = FIRST, lockedWith = OLD, damagedAside = 0) {
  const laptop = { lockedWith, fails: false, keptBefore: [] as (readonly [string, PlaceKeys])[] }
  let text = JSON.stringify(kept)
  let made = 0
  let isFull = false
  const file = {
    get: async () => text,
    set: async (_name: string, next: string) => {
      if (isFull) throw new AppError(ErrorCode.DiskFull, 'full')
      text = next
    },
  }
  const secrets = new PlaceSecrets(file as never, () => {
    made += 1
    return { databaseKey: keyOf(made), clientId: `client-${made}`, madeAtMs: 1_000 * made }
  })
  const now = (): PlaceKeys => JSON.parse(text) as PlaceKeys
  const call = async (name: string, input: { key: string; nextKey: string }): Promise<unknown> => {
    laptop.keptBefore.push([name, now()])
    if (name === 'data.whichKey') {
      return { fits: laptop.lockedWith === input.nextKey ? 'next' : 'key', damagedAside }
    }
    if (laptop.fails) throw new AppError(ErrorCode.DiskFull, 'full')
    if (laptop.lockedWith !== input.key) throw new AppError(ErrorCode.DbKeyWrong, 'another key')
    laptop.lockedWith = input.nextKey
    return { done: true }
  }
  const deps = { call: call as unknown as CallInternal, secrets, folderOf: (id: string) => `/places/${id}` }
  return {
    laptop,
    deps,
    now,
    fill: () => (isFull = true),
    /** As opening the place does it. */
    open: async () => {
      const { key, clientId, settle } = await openingKey(deps, 'p')
      if (key !== laptop.lockedWith) throw new AppError(ErrorCode.DbKeyWrong, 'another key')
      await settle()
      return { key, clientId }
    },
  }
}

test('a replaced key is the only one that is kept, with the client it began with and the time it was made', async () => {
  const { deps, open, now, laptop } = aLaptop()
  await lockWithNext(deps, 'p')
  expect(await open()).toEqual({ key: keyOf(1), clientId: 'client-1' })
  expect(now()).toEqual({ databaseKey: keyOf(1), clientId: 'client-1', madeAtMs: 1_000 })
  expect(laptop.lockedWith).toBe(keyOf(1))
})

test('both keys are kept before anything is locked with the new one, and until it has opened', async () => {
  const { deps, laptop, open, now } = aLaptop()
  await lockWithNext(deps, 'p')
  const both = { ...FIRST, next: { databaseKey: keyOf(1), madeAtMs: 1_000 } }
  expect(laptop.keptBefore).toEqual([['data.rekey', both]])
  expect(now()).toEqual(both)
  await open()
  expect(laptop.keptBefore.at(-1)).toEqual(['data.whichKey', both])
})

test('one that fails leaves the old key alone, and can be tried again', async () => {
  const { deps, laptop, open, now } = aLaptop()
  laptop.fails = true
  await expect(lockWithNext(deps, 'p')).rejects.toMatchObject({ code: 'disk-full' })
  expect((await open()).key).toBe(OLD)
  expect(now()).toEqual(FIRST)
  laptop.fails = false
  await lockWithNext(deps, 'p')
  expect((await open()).key).toBe(keyOf(2))
})

describe('after a start in the middle of it', () => {
  const both: PlaceKeys = { ...FIRST, next: { databaseKey: keyOf(7), madeAtMs: 7_000 } }

  test('the place opens with the old key where the file is still locked with it', async () => {
    const { open, now } = aLaptop(both, OLD)
    expect((await open()).key).toBe(OLD)
    expect(now()).toEqual(FIRST)
  })

  test('the place opens with the new key where the file has been exchanged', async () => {
    const { open, now } = aLaptop(both, keyOf(7))
    expect((await open()).key).toBe(keyOf(7))
    expect(now()).toEqual({ databaseKey: keyOf(7), clientId: 'client-1', madeAtMs: 7_000 })
  })

  test('neither key is forgotten while nothing has opened', async () => {
    const { open, now } = aLaptop(both, 'c'.repeat(64))
    await expect(open()).rejects.toMatchObject({ code: 'db-key-wrong' })
    expect(now()).toEqual(both)
  })

  test('another replacement waits until the place has opened: a process that outlived its app may be at it still', async () => {
    const { deps, open, laptop, now } = aLaptop(both, keyOf(7))
    await expect(lockWithNext(deps, 'p')).rejects.toMatchObject({ code: 'conflict' })
    await replaceOldKey(deps, 'p', { nowMs: 1e12, maxAgeDays: 1, begin: () => expect.unreachable() })
    expect(now()).toEqual(both)
    expect(laptop.keptBefore).toEqual([])
    await open()
    await lockWithNext(deps, 'p')
    expect((await open()).key).toBe(keyOf(1))
  })

  test('and with a disk that takes nothing both are still there for the next start', async () => {
    const { open, now, fill } = aLaptop(both, keyOf(7))
    fill()
    await expect(open()).rejects.toMatchObject({ code: 'disk-full' })
    expect(now()).toEqual(both)
  })
})

test('damaged files put aside keep their key: experts cannot read them without it', async () => {
  const { deps, open, now } = aLaptop(FIRST, OLD, 1)
  await lockWithNext(deps, 'p')
  await open()
  expect(now()).toMatchObject({ databaseKey: keyOf(1), earlier: [OLD] })
  await lockWithNext(deps, 'p')
  await open()
  expect(now()).toMatchObject({ databaseKey: keyOf(2), earlier: [keyOf(1), OLD] })
})

test('a place without its key is told as that, and no key is made for it', async () => {
  const { deps } = aLaptop()
  const secrets = new PlaceSecrets({ get: async () => null } as never, () => FIRST)
  await expect(lockWithNext({ ...deps, secrets }, 'p')).rejects.toMatchObject({ code: 'db-key-wrong' })
})
