import { beforeEach, expect, test } from 'vitest'
import { watchKeyAge } from '../../../main/app/key-watch.ts'
import type { SessionState } from '../../../shared/contract/session.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { silentLog } from '../../../shared/log.ts'
import { fakeClock } from './fake-clock.ts'
import type { FakeClock } from './fake-clock.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

const openPlace = (id: string): SessionState => ({ state: 'open', place: { id } }) as SessionState

/** A computer that nobody touches, with a place whose key is too old. */
function aComputer(clock: FakeClock) {
  const computer = {
    state: openPlace('p'),
    isOld: true,
    untouchedMs: 11 * MINUTE_MS,
    isSending: false,
    fails: false,
    replacedAtMs: [] as number[],
    tries: 0,
    asked: [] as string[],
    meanwhile: () => {},
  }
  watchKeyAge({
    clock,
    log: silentLog,
    session: {
      get: () => computer.state,
      replaceKey: async () => {
        computer.tries += 1
        if (computer.fails) throw new AppError(ErrorCode.DiskFull, 'full')
        computer.isOld = false
        return computer.state
      },
    },
    isTooOld: async placeId => {
      computer.asked.push(placeId)
      computer.meanwhile()
      return computer.isOld
    },
    untouchedMs: () => computer.untouchedMs,
    isSending: () => computer.isSending,
    replaced: atMs => computer.replacedAtMs.push(atMs),
  })
  return computer
}

let clock: FakeClock
let computer: ReturnType<typeof aComputer>
beforeEach(() => {
  clock = fakeClock(0)
  computer = aComputer(clock)
})

test('a key that grows too old while its place is open is replaced within the hour, once, and told', async () => {
  computer.isOld = false
  await clock.advance(5 * 24 * HOUR_MS)
  expect(computer.tries).toBe(0)
  computer.isOld = true
  await clock.advance(HOUR_MS)
  expect([computer.tries, computer.replacedAtMs.length]).toEqual([1, 1])
  await clock.advance(24 * HOUR_MS)
  expect(computer.tries).toBe(1)
})

test('never while somebody is at the computer or work is on its way', async () => {
  computer.untouchedMs = 9 * MINUTE_MS
  await clock.advance(2 * HOUR_MS)
  computer.untouchedMs = HOUR_MS
  computer.isSending = true
  await clock.advance(2 * HOUR_MS)
  // Nothing is even looked at.
  expect([computer.tries, computer.asked]).toEqual([0, []])
  computer.isSending = false
  await clock.advance(HOUR_MS)
  expect(computer.tries).toBe(1)
})

test('somebody who comes back while the key is looked at is not interrupted', async () => {
  computer.meanwhile = () => {
    computer.untouchedMs = 0
  }
  await clock.advance(HOUR_MS)
  expect([computer.tries, computer.asked]).toEqual([0, ['p']])
})

test('neither is another place that was opened meanwhile', async () => {
  computer.meanwhile = () => {
    computer.state = openPlace('q')
    computer.meanwhile = () => {}
  }
  await clock.advance(20 * MINUTE_MS)
  expect([computer.tries, computer.asked]).toEqual([0, ['p']])
})

test('nothing happens where no place is open', async () => {
  computer.state = { state: 'signed-out', places: [], demoAvailable: false } as SessionState
  await clock.advance(5 * HOUR_MS)
  expect(computer.asked).toEqual([])
})

test('one that could not be replaced is not tried again before the next day, and then it is', async () => {
  computer.fails = true
  await clock.advance(20 * HOUR_MS)
  expect([computer.tries, computer.replacedAtMs]).toEqual([1, []])
  computer.fails = false
  await clock.advance(6 * HOUR_MS)
  expect([computer.tries, computer.replacedAtMs.length]).toEqual([2, 1])
})
