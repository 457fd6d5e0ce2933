import { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printTo } from '../../../server/cli/print.ts'
import { runCli } from '../../../server/cli/run.ts'
import { readConfig } from '../../../server/config.ts'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { readWebhook } from '../../../server/db/queries/webhooks.ts'
import { freshId } from '../../support/builders.ts'
import { fileHub } from '../../support/file-hub.ts'
import { addCase, pushOne } from '../../support/hub-work.ts'
import { isSigned, webhookReceiver } from '../../support/webhook-receiver.ts'

type Run = { readonly code: number; readonly out: string; readonly err: string }

const hub = fileHub()
const receiver = webhookReceiver()
let url: string
beforeAll(async () => {
  url = await receiver.listen()
})
afterAll(() => receiver.close())

/** One command line beside the running hub. */
async function run(...args: readonly string[]): Promise<Run> {
  const written = { out: '', err: '' }
  const sink = (key: 'out' | 'err') => ({ write: (text: string): boolean => ((written[key] += text), true) })
  const stdin = Readable.from([''])
  const surroundings = Object.assign(new EventEmitter(), { stdin, stderr: sink('err') })
  const code = await runCli({
    args: [...args, '--database-url', hub.databaseUrl],
    print: printTo(sink('out'), sink('err')),
    process: surroundings as unknown as NodeJS.Process,
    configOf: flags =>
      readConfig(flags, { env: { TANDEM_HUB_LOG: 'silent' }, platform: 'linux', isRoot: false }),
  })
  return { code, ...written }
}

const secretOf = ({ out }: Run): string => /: (\S+)\n/u.exec(out)?.[1] ?? ''

test('an admin sees that the address works, without waiting a week and without anything counted as sent', async () => {
  const { customer } = await addCase(hub)
  const lena = await hub.signIn('lena')
  const wish = { customerId: customer.id, ticketId: null, productId: null, area: 'Export', kind: 'product' }
  await pushOne(hub, lena, { name: 'feedback.add', args: { ...wish, feedbackId: freshId(), text: 'By day' } })

  expect(await run('feedback', 'webhook', '--test')).toMatchObject({
    code: 1,
    err: expect.stringContaining('No address is set'),
  })
  const set = await run('feedback', 'webhook', '--url', url, '--test')
  expect(set).toMatchObject({ code: 0, out: expect.stringContaining('took a trial delivery') })
  const [delivery] = receiver.got
  expect(isSigned(delivery, secretOf(set))).toBe(true)
  expect(JSON.parse(delivery?.body ?? '{}')).toMatchObject({
    kind: 'product-feedback.digest',
    isTest: true,
    entries: [{ area: 'Export', count: 1, items: [{ text: 'By day' }] }],
  })

  const { workspaceId } = hub
  const sentUpTo = async (): Promise<number> =>
    inWorkspace(hub.database.app, { workspaceId, mode: 'read' }, async client =>
      Number((await readWebhook({ client, workspaceId }, 'product'))?.sentUpToMs),
    )
  const before = await sentUpTo()
  receiver.answerWith(503)
  const refused = await run('feedback', 'webhook', '--test')
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('answered 503') })
  expect(refused.out).toMatch(/A week has ended/u)
  expect(await sentUpTo()).toBe(before)
})

test('a trial of what customers agreed to names nobody', async () => {
  receiver.answerWith(200)
  expect((await run('opportunities', 'webhook', '--url', url, '--test')).code).toBe(0)
  expect(JSON.parse(receiver.got.at(-1)?.body ?? '{}')).toEqual({
    kind: 'webhook.test',
    isTest: true,
    workspaceId: hub.workspaceId,
    id: expect.any(String),
  })
})
