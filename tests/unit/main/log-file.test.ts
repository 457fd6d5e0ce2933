import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLogFile } from '../../../main/app/log-file.ts'
import { fakeClock } from './fake-clock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the log holds one line of facts each, without what must not be in it', async () => {
  const path = join(folder, 'logs', 'tandem.log')
  const log = openLogFile(path, fakeClock(0))
  log.info('app.started', { version: '1.0.0' })
  log.error('data.crashed', { lastWords: 'at ana.ruiz@norte.example Bearer abc.def' })
  await log.flushed()
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  expect(lines.map(line => JSON.parse(line))).toEqual([
    { at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'app.started', version: '1.0.0' },
    {
      at: '1970-01-01T00:00:00.000Z',
      level: 'error',
      event: 'data.crashed',
      lastWords: 'at [e-mail] Bearer [token]',
    },
  ])
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('the log never grows beyond five files of a megabyte', async () => {
  const log = openLogFile(join(folder, 'tandem.log'), fakeClock())
  const long = 'word '.repeat(20_000)
  for (let line = 0; line < 80; line += 1) {
    log.info('event', { long })
    await log.flushed()
  }
  expect(readdirSync(folder).sort()).toEqual(
    [1, 2, 3, 4].map(number => `tandem.${number}.log`).concat('tandem.log'),
  )
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(1_200_000)
})

test('a flood of lines within one moment is cut off', async () => {
  const log = openLogFile(join(folder, 'tandem.log'), fakeClock())
  for (let line = 0; line < 100_000; line += 1) log.info('flood', { line })
  await log.flushed()
  const size = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  expect(size).toBeLessThan(1_100_000)
})

test('a disk that takes nothing stops nobody', async () => {
  const log = openLogFile(join(folder, 'tandem.log', 'no', 'folder\0'), fakeClock())
  log.info('event')
  await expect(log.flushed()).resolves.toBeUndefined()
})
