import { beforeEach, describe, expect, test } from 'vitest'
import { createLoop } from '../../../main/data/sync/loop.ts'
import type { Loop, LoopDeps, StepResult } from '../../../main/data/sync/loop.ts'
import type { Failure } from '../../../main/data/remote/remote.ts'
import { createFakeClock, settle } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'

const DONE: StepResult = { kind: 'done', nextInMs: null }
const offline: Failure = { kind: 'offline' }

let clock: FakeClock
let steps: string[]
let results: { push: StepResult[]; pull: StepResult[] }
let failures: (number | null)[]
let defects: unknown[]
let tidyLeft: number

function loopWith(fields: Partial<LoopDeps> = {}): Loop {
  const step = (kind: 'push' | 'pull') => async (): Promise<StepResult> => {
    steps.push(kind)
    return results[kind].shift() ?? DONE
  }
  return createLoop({
    clock,
    random: () => 1,
    push: step('push'),
    pull: step('pull'),
    tidy: async () => {
      if (tidyLeft === 0) return false
      tidyLeft -= 1
      steps.push('tidy')
      return tidyLeft > 0
    },
    restMs: () => 60_000,
    onState: () => {},
    onFailure: (_failure, retryAtMs) =>
      void failures.push(retryAtMs === null ? null : retryAtMs - clock.now()),
    onSuccess: () => {},
    onDefect: error => void defects.push(error),
    ...fields,
  })
}
const fail = (failure: Failure, goOn = false): StepResult => ({ kind: 'failed', failure, goOn })

beforeEach(() => {
  clock = createFakeClock()
  steps = []
  results = { push: [], pull: [] }
  failures = []
  defects = []
  tidyLeft = 0
})

test('the first change after a pause leaves at once, with all of the same moment', async () => {
  const loop = loopWith()
  loop.wake('mutation')
  loop.wake('mutation')
  expect(steps).toEqual([])
  await clock.advance(0)
  expect(steps).toEqual(['push'])
})

test('a change soon after another leaves after 5 ms, and what comes within them leaves with it', async () => {
  const loop = loopWith()
  loop.wake('mutation')
  await clock.advance(1)
  loop.wake('mutation')
  await clock.advance(3)
  loop.wake('mutation')
  expect(steps).toEqual(['push'])
  await clock.advance(5)
  expect(steps).toEqual(['push', 'push'])
})

test('a clock that was set back does not hold a change', async () => {
  const loop = loopWith()
  loop.wake('mutation')
  await clock.advance(1)
  clock.jump(-86_400_000)
  loop.wake('mutation')
  await clock.advance(0)
  expect(steps).toEqual(['push', 'push'])
})

test.each(['online', 'focus', 'hint', 'signed-in', 'start'] as const)(
  '%s pushes and pulls at once',
  async reason => {
    loopWith().wake(reason)
    await settle()
    expect(steps).toEqual(['push', 'pull'])
  },
)

test('it goes on while there is more, and a change that comes meanwhile goes first', async () => {
  results.pull = [{ kind: 'again' }, { kind: 'again' }, DONE]
  const loop = loopWith({
    pull: async () => {
      steps.push('pull')
      if (steps.length === 2) loop.wake('mutation')
      return results.pull.shift() ?? DONE
    },
  })
  loop.wake('focus')
  await settle()
  expect(steps).toEqual(['push', 'pull', 'push', 'pull', 'pull'])
})

test('only one step runs at a time', async () => {
  let running = 0
  let most = 0
  const slow = async (): Promise<StepResult> => {
    running += 1
    most = Math.max(most, running)
    await settle(2)
    running -= 1
    return DONE
  }
  const loop = loopWith({ push: slow, pull: slow })
  for (const reason of ['focus', 'mutation', 'hint', 'online'] as const) loop.wake(reason)
  await clock.advance(50)
  await settle(20)
  expect(most).toBe(1)
})

test('after a failure it waits longer each time, and a success forgets that', async () => {
  results.push = [fail(offline), fail(offline), fail(offline), DONE, fail(offline)]
  const loop = loopWith()
  loop.wake('mutation')
  await clock.advance(10_000)
  expect(failures).toEqual([500, 1_000, 2_000])
  loop.wake('mutation')
  await clock.advance(100)
  expect(failures).toEqual([500, 1_000, 2_000, 500])
})

test('a change does not break the wait after a failure, a fresh reason does', async () => {
  results.push = [fail({ kind: 'server-error', status: 500 })]
  const loop = loopWith()
  loop.wake('mutation')
  await clock.advance(10)
  loop.wake('mutation')
  await clock.advance(50)
  expect(steps).toEqual(['push'])
  loop.wake('online')
  await settle()
  expect(steps).toEqual(['push', 'push', 'pull'])
})

test('signed out it waits for the agent, however long, and not for time', async () => {
  results.push = [fail({ kind: 'signed-out' })]
  const loop = loopWith()
  loop.wake('mutation')
  await clock.advance(86_400_000)
  expect(steps).toEqual(['push'])
  expect(failures).toEqual([null])
  loop.wake('signed-in')
  await settle()
  expect(steps).toEqual(['push', 'push', 'pull'])
})

test('a push that makes no sense to the hub still lets it pull, then waits', async () => {
  results.push = [fail({ kind: 'bad-answer' }, true)]
  const loop = loopWith()
  loop.wake('focus')
  await settle()
  expect(steps).toEqual(['push', 'pull'])
  expect(failures).toEqual([500])
})

test('a defect is told and the loop lives on', async () => {
  let isFirst = true
  const loop = loopWith({
    pull: async () => {
      steps.push('pull')
      if (isFirst) {
        isFirst = false
        throw new RangeError('ours')
      }
      return DONE
    },
  })
  loop.wake('focus')
  await settle()
  expect(defects).toHaveLength(1)
  await clock.advance(5_000)
  expect(steps).toEqual(['push', 'pull', 'push', 'pull'])
})

test('what can wait is done when nothing else is wanted, and stops when something is', async () => {
  tidyLeft = 3
  const loop = loopWith()
  loop.wake('focus')
  await settle(20)
  expect(steps).toEqual(['push', 'pull', 'tidy', 'tidy', 'tidy'])
})

test('asleep it looks again by the clock, or when an entry comes due', async () => {
  results.push = [{ kind: 'done', nextInMs: 5_000 }]
  const loop = loopWith()
  loop.wake('mutation')
  await clock.advance(100)
  await clock.advance(5_000)
  expect(steps).toEqual(['push', 'push', 'pull'])
  await clock.advance(60_000)
  expect(steps.length).toBe(5)
})

describe('stopped', () => {
  test('it waits for the step under way and starts none', async () => {
    let finish = (_result: StepResult): void => {}
    const loop = loopWith({ push: () => new Promise(resolve => (finish = resolve)) })
    loop.wake('focus')
    await settle()
    let isEnded = false
    const ended = loop.stop().then(() => (isEnded = true))
    await settle()
    expect(isEnded).toBe(false)
    finish(DONE)
    await ended
    loop.wake('online')
    await clock.advance(120_000)
    expect(steps).toEqual([])
    expect(clock.waiting()).toBe(0)
  })
})
