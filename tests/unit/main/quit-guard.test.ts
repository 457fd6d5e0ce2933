import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { QuitGuard } from '../../../main/app/quit-guard.ts'
import { PINNED_ELECTRON_MAJOR, isTestRuntime } from '../../../main/app/runtime.ts'
import { fakeClock } from './fake-clock.ts'

test('leaving with unsent work is asked once; asking again soon, or the answer, lets go', async () => {
  const clock = fakeClock()
  const asked: number[] = []
  let waiting = 0
  const guard = new QuitGuard({ clock, waiting: () => waiting, askToQuit: count => asked.push(count) > 0 })
  expect(guard.mayLeave()).toBe(true)
  waiting = 7
  expect(guard.mayLeave()).toBe(false)
  expect(asked).toEqual([7])
  expect(guard.mayLeave()).toBe(true)
  await clock.advance(60_000)
  expect(guard.mayLeave()).toBe(false)
  guard.leave()
  expect(guard.mayLeave()).toBe(true)
  expect(asked).toEqual([7, 7])
})

test('leaving is no question where no window could put it', () => {
  const guard = new QuitGuard({ clock: fakeClock(), waiting: () => 7, askToQuit: () => false })
  expect(guard.mayLeave()).toBe(true)
})

const { electron } = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
    devDependencies: { electron: string }
  }
).devDependencies

test('the pinned Electron is the one of package.json, and older ones are test runtimes', () => {
  expect(Number.parseInt(electron, 10)).toBe(PINNED_ELECTRON_MAJOR)
  expect(isTestRuntime('25.1.1')).toBe(true)
  expect(isTestRuntime(electron)).toBe(false)
})
