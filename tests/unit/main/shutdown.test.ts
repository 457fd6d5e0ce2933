import { expect, test } from 'vitest'
import { QuitGuard } from '../../../main/app/quit-guard.ts'
import { answerShutdown } from '../../../main/app/shutdown.ts'
import { fakeClock } from './fake-clock.ts'

function aComputer(unsent: number) {
  const clock = fakeClock()
  const said: string[] = []
  let waiting = unsent
  const guard = new QuitGuard({
    clock,
    waiting: () => waiting,
    askToQuit: (count, isShutdown) => said.push(`asked ${count}${isShutdown ? ' at shutdown' : ''}`) > 0,
  })
  const goDown = (): string =>
    answerShutdown(
      { preventDefault: () => void said.push('held up') },
      {
        mayLeave: () => guard.mayLeave(true),
        waiting: () => waiting,
        send: () => void said.push('sends'),
        warn: count => void said.push(`warned of ${count}`),
        showWindow: () => void said.push('shown'),
      },
    )
  return { clock, guard, said, goDown, settle: () => (waiting = 0) }
}

test('a computer that goes down with unsent work is held up once, told why, and a last try is made', () => {
  const computer = aComputer(3)
  expect(computer.goDown()).toBe('held')
  expect(computer.said).toEqual(['asked 3 at shutdown', 'held up', 'sends', 'warned of 3', 'shown'])
  // Asked again it means it: what waits is safe on the disk.
  expect(computer.goDown()).toBe('goes')
  expect(computer.said).toHaveLength(5)
})

test('with nothing unsent it goes down as it likes', () => {
  const computer = aComputer(0)
  expect(computer.goDown()).toBe('goes')
  expect(computer.said).toEqual([])
})

test('once everything has left it is not held up any more', () => {
  const computer = aComputer(1)
  expect(computer.goDown()).toBe('held')
  computer.settle()
  expect(computer.goDown()).toBe('goes')
})

test('having been asked about closing the window is no answer about the computer', () => {
  const computer = aComputer(2)
  expect(computer.guard.mayLeave()).toBe(false)
  expect(computer.goDown()).toBe('held')
  expect(computer.said.slice(0, 2)).toEqual(['asked 2', 'asked 2 at shutdown'])
})
