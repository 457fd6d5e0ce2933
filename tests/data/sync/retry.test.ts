import { describe, expect, test } from 'vitest'
import { backoffMs, nextStep, troubleCode } from '../../../main/data/sync/retry.ts'
import type { Step } from '../../../main/data/sync/retry.ts'
import type { Failure } from '../../../main/data/remote/remote.ts'

const middle = (): number => 0.5
const rows: readonly (readonly [Failure, Step, string | null])[] = [
  [{ kind: 'offline' }, { type: 'retry', inMs: 375 }, null],
  [{ kind: 'signed-out' }, { type: 'pause', until: 'signed-in' }, null],
  [{ kind: 'timeout' }, { type: 'retry', inMs: 375 }, 'hub-unreachable'],
  [{ kind: 'server-error', status: 503 }, { type: 'retry', inMs: 375 }, 'hub-unreachable'],
  [{ kind: 'bad-answer' }, { type: 'retry', inMs: 375 }, 'bad-answer'],
  [{ kind: 'throttled', retryAfterMs: 7_000 }, { type: 'retry', inMs: 7_000 }, 'throttled'],
  [{ kind: 'throttled', retryAfterMs: 0 }, { type: 'retry', inMs: 500 }, 'throttled'],
  [{ kind: 'refused', code: 'not-allowed' }, { type: 'retry', inMs: 60_000 }, 'hub-refused'],
  [{ kind: 'certificate-untrusted' }, { type: 'retry', inMs: 60_000 }, 'certificate-untrusted'],
  [{ kind: 'proxy-refused' }, { type: 'retry', inMs: 60_000 }, 'proxy-refused'],
  [{ kind: 'hub-too-old' }, { type: 'retry', inMs: 60_000 }, 'hub-too-old'],
  [{ kind: 'hub-too-new' }, { type: 'retry', inMs: 60_000 }, 'hub-too-new'],
]

test.each(rows)('%j', (failure, step, code) => {
  expect(nextStep(failure, 0, middle)).toEqual(step)
  expect(troubleCode(failure)).toBe(code)
})

describe('the wait', () => {
  test('doubles with every attempt up to its longest, and never ends', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 50, 5_000].map(attempts => backoffMs(attempts, () => 1))
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000])
  })

  test('is spread over half of itself, so that a thousand laptops do not come back together', () => {
    expect(backoffMs(3, () => 0)).toBe(2_000)
    expect(backoffMs(3, () => 1)).toBe(4_000)
  })
})
