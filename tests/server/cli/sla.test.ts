import { EventEmitter } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printTo } from '../../../server/cli/print.ts'
import { runCli } from '../../../server/cli/run.ts'
import { readConfig } from '../../../server/config.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'

let hub: HubUnderTest
let folder: string
beforeAll(async () => {
  hub = await startTestHub()
  folder = await mkdtemp(join(tmpdir(), 'tandem-sla-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await hub.stop()
})

async function sla(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const sink = (key: 'out' | 'err') => ({ write: (text: string): boolean => ((written[key] += text), true) })
  const surroundings = Object.assign(new EventEmitter(), { stdin: Readable.from(['']), stderr: sink('err') })
  const code = await runCli({
    args: ['sla', ...args, '--database-url', hub.databaseUrl],
    print: printTo(sink('out'), sink('err')),
    process: surroundings as unknown as NodeJS.Process,
    configOf: flags =>
      readConfig(flags, { env: { TANDEM_HUB_LOG: 'silent' }, platform: 'linux', isRoot: false }),
  })
  return { code, ...written }
}
async function fileOf(content: unknown): Promise<string> {
  const path = join(folder, 'levels.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const levels = (first: number) => ({
  calendars: {
    madrid: { name: 'Madrid', timeZone: 'Europe/Madrid', week: { monday: [{ from: '09:00', to: '17:30' }] } },
  },
  policies: [
    { name: 'Service', kind: 'service', calendar: 'madrid', targets: { high: { first, resolve: 510 } } },
  ],
})

test('service levels are shown, set, changed as versions, and shown again as a file', async () => {
  expect(await sla('show')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Nothing is promised yet'),
  })
  const made = await sla('set', await fileOf(levels(45)))
  expect([made.code, made.out]).toEqual([
    0,
    expect.stringMatching(/Calendar madrid: version 1\.\nPolicy for service: version 1\./),
  ])
  expect((await sla('set', await fileOf(levels(45)))).out).toContain('nothing was changed')
  expect((await sla('set', await fileOf(levels(30)))).out).toMatch(/^Policy for service: version 2\./)

  const shown = (await sla('show')).out
  expect(shown).toMatch(
    /service, version 2, from [^\n]*: Service[^]*high +30 m +- +8 h 30 +madrid, version 1[^]*version 1, from/,
  )
  const json = (await sla('show', '--json')).out
  expect((await sla('set', await fileOf(json))).out).toContain('nothing was changed')
})

test('a file that is not right changes nothing and names its problems', async () => {
  const wrong = await sla(
    'set',
    await fileOf({ ...levels(10), policies: [{ ...levels(10).policies[0], kind: 'sales' }] }),
  )
  expect(wrong.code).toBe(2)
  expect(wrong.err).toMatch(/is not taken, nothing was changed:\n {2}policies\.0\.kind: /)
  expect((await sla('set')).code).toBe(2)
  expect((await sla('set', join(folder, 'nowhere.json'))).err).toContain('cannot be read')
})

test('what is set reaches laptops with the next pull, as rows of the feed', async () => {
  const { policies, heads } = await hub.store.read(hub.workspaceId, async tx => ({
    policies: await tx.many({ table: 'slaPolicies', where: { kind: 'service' }, above: null }),
    heads: await tx.feed({ after: 0, limit: 1000 }),
  }))
  const ids = new Set(heads.flatMap(entry => (entry.kind === 'scope' ? [] : [entry.rowId])))
  expect(policies).toHaveLength(2)
  expect(policies.every(({ id }) => ids.has(id))).toBe(true)
})
