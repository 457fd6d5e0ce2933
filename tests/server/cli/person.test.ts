import { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { printTo } from '../../../server/cli/print.ts'
import { runCli } from '../../../server/cli/run.ts'
import { readConfig } from '../../../server/config.ts'
import { stageRows } from '../../../server/sync/admin.ts'
import { aContactPoint, freshId } from '../../support/builders.ts'
import { fileHub } from '../../support/file-hub.ts'
import { addCase } from '../../support/hub-work.ts'
import { aPin, aPortrait, aPreference } from '../../support/portrait-builders.ts'
import type { Case } from '../../support/hub-work.ts'
import { openLive } from '../../support/live-client.ts'

type Run = { readonly code: number; readonly out: string; readonly err: string }

const hub = fileHub()

/** One command line beside the running hub. */
async function run(...args: readonly string[]): Promise<Run> {
  const written = { out: '', err: '' }
  const sink = (key: 'out' | 'err') => ({ write: (text: string): boolean => ((written[key] += text), true) })
  const stdin = Readable.from([''])
  const surroundings = Object.assign(new EventEmitter(), { stdin, stderr: sink('err') })
  const code = await runCli({
    args: ['person', ...args, '--database-url', hub.databaseUrl],
    print: printTo(sink('out'), sink('err')),
    process: surroundings as unknown as NodeJS.Process,
    configOf: flags =>
      readConfig(flags, { env: { TANDEM_HUB_LOG: 'silent' }, platform: 'linux', isRoot: false }),
  })
  return { code, ...written }
}

async function aPerson(name: string, address: string): Promise<Case> {
  const made = await addCase(hub, {}, { name })
  const row = aContactPoint({ id: freshId(), customerId: made.customer.id, value: address })
  const of = { customerId: made.customer.id }
  const wish = { subject: 'access', sensitivity: 'sensitive', value: `Wish of ${address}` } as const
  await stageRows(hub.deps, hub.workspaceId, [
    [
      { table: 'contactPoints', row },
      { table: 'preferences', row: aPreference({ ...of, ...wish, id: freshId() }) },
      { table: 'pins', row: aPin({ ...of, id: freshId(), text: `Pin of ${address}` }) },
      { table: 'portraits', row: aPortrait({ ...of, vipReason: `Reason of ${address}` }) },
    ],
  ])
  return made
}

/** What people wrote down about who a customer is. */
const wordsAbout = ({ customer }: Case) =>
  hub.store.read(hub.workspaceId, async tx => {
    const found = await tx.groupRows([customer.id])
    return found.flatMap(({ table }) => (/^(preferences|pins|portraits)$/u.test(table) ? [table] : [])).length
  })

const isThere = async ({ customer }: Case): Promise<boolean> =>
  hub.store.read(hub.workspaceId, async tx => (await tx.rows('customers', [customer.id])).length === 1)

test('person export prints everything the hub holds about one customer, and nothing about another', async () => {
  const ana = await aPerson('Ana Ruiz', 'ana@export.example')
  const eva = await aPerson('Eva Lund', 'eva@export.example')
  const byAddress = await run('export', '--address', 'ana@export.example')
  expect(byAddress).toMatchObject({ code: 0, err: '' })
  const told = JSON.parse(byAddress.out) as unknown
  expect(JSON.stringify(told)).toContain(ana.message.bodyText)
  expect(byAddress.out).toContain(ana.ticket.id)
  for (const what of ['Wish', 'Pin', 'Reason'])
    expect(byAddress.out).toContain(`${what} of ana@export.example`)
  expect(byAddress.out).not.toContain(eva.customer.id)
  expect(byAddress.out).not.toContain('Eva Lund')
  // The time it was asked for is all that differs.
  const byId = await run('export', '--id', ana.customer.id)
  const withoutTime = (text: string): string => text.replace(/"[a-zA-Z]*AtMs": \d+/g, '')
  expect(withoutTime(byId.out)).toBe(withoutTime(byAddress.out))
})

test('person erase takes the customer and nobody else, and laptops that are connected hear of it at once', async () => {
  const ana = await aPerson('Ana Ruiz', 'ana@erase.example')
  const eva = await aPerson('Eva Lund', 'eva@erase.example')
  const lena = await hub.signIn('lena')
  const live = await openLive(hub.url, lena.accessToken)
  try {
    const first = await live.next(frame => frame.kind === 'hint')
    const before = first.kind === 'hint' ? first.seq : 0
    const { out, code } = await run(
      'erase',
      '--id',
      ana.customer.id,
      '--name',
      'Ana Ruiz',
      '--reason',
      'asked',
    )
    expect([code, out]).toEqual([0, expect.stringContaining('laptops erase with their next connection')])
    expect(out).not.toContain('Ana')
    await live.next(frame => frame.kind === 'hint' && frame.seq > before)
  } finally {
    live.close()
  }
  expect([await isThere(ana), await isThere(eva)]).toEqual([false, true])
  expect([await wordsAbout(ana), await wordsAbout(eva)]).toEqual([0, 3])
  expect((await run('export', '--id', ana.customer.id)).err).toContain('There is no such customer.')
})

test('a slip of the hand erases nobody: without reason, under another name, or where two have the address', async () => {
  const ana = await aPerson('Ana Ruiz', 'shared@slip.example')
  const eva = await aPerson('Eva Lund', 'shared@slip.example')
  const lines: readonly [readonly string[], RegExp][] = [
    [['--id', ana.customer.id, '--name', 'Ana Ruiz'], /--reason/],
    [['--id', ana.customer.id, '--name', 'Ana Ruiz', '--reason', 'because'], /--reason takes/],
    [['--id', ana.customer.id, '--reason', 'asked'], /--name/],
    [['--id', ana.customer.id, '--name', 'Ana Lund', '--reason', 'asked'], /nothing was erased/],
    [['--address', 'shared@slip.example', '--name', 'Ana Ruiz', '--reason', 'asked'], /say which with --id/],
    [['--name', 'Ana Ruiz', '--reason', 'asked'], /--id or --address/],
    [['--address', 'nobody@slip.example', '--name', 'Ana Ruiz', '--reason', 'asked'], /no such customer/],
  ]
  for (const [args, says] of lines) {
    const { code, err } = await run('erase', ...args)
    expect([args, code > 0, says.test(err)]).toEqual([args, true, true])
  }
  expect([await isThere(ana), await isThere(eva)]).toEqual([true, true])
})
