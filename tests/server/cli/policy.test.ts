import { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'
import { beforeAll, expect, inject, test } from 'vitest'
import { printTo } from '../../../server/cli/print.ts'
import { runCli } from '../../../server/cli/run.ts'
import { readConfig } from '../../../server/config.ts'
import { createDatabase } from '../../support/hub-db.ts'

let databaseUrl: string
beforeAll(async () => {
  databaseUrl = await createDatabase(inject('postgresUrl'), 'empty')
  await run('workspace', 'add', '--name', 'Acme')
  await run('team', 'add', 'Orders', '--kind', 'service')
})

async function run(...args: readonly string[]): Promise<{ code: number; out: string }> {
  let out = ''
  const sink = { write: (text: string): boolean => ((out += text), true) }
  const surroundings = Object.assign(new EventEmitter(), { stdin: Readable.from(['']), stderr: sink })
  const code = await runCli({
    args: [...args, '--database-url', databaseUrl],
    print: printTo(sink, sink),
    process: surroundings as unknown as NodeJS.Process,
    configOf: flags =>
      readConfig(flags, { env: { TANDEM_HUB_LOG: 'silent' }, platform: 'linux', isRoot: false }),
  })
  return { code, out }
}

test('policy set says what laptops hold, what is left out stays, and policy show tells it', async () => {
  expect((await run('policy', 'show')).out).toMatch(/queues\s+all/)
  const set = await run('policy', 'set', '--queues', 'own', '--also', 'orders', '--days', '30')
  expect(set.out).toContain('Laptops take a fresh snapshot.')
  await run('policy', 'set', '--megabytes', '500', '--fetch', 'any')
  const { out } = await run('policy', 'show')
  expect(out).toMatch(/own, and Orders/)
  expect(out).toMatch(/touched within 30 days/)
  expect(out).toMatch(/up to 500 MB/)
  expect(out).toMatch(/any customer/)
  expect((await run('policy', 'set', '--days', '30')).out).toContain('That is what held already.')
  await run('scope', 'everything')
  expect((await run('policy', 'show')).out).toMatch(/queues\s+all/)
})

test('policy set refuses what is none of the ages, sizes and choices', async () => {
  for (const option of [
    ['--days', '31'],
    ['--megabytes', '3'],
    ['--queues', 'mine'],
    ['--fetch', 'all'],
    ['--also', 'Nobody'],
  ])
    expect([option, (await run('policy', 'set', ...option)).code]).not.toEqual([option, 0])
})
