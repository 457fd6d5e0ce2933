import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeToken } from '../../server/auth/token.ts'
import { inWorkspace } from '../../server/db/in-workspace.ts'
import { insertTracker } from '../../server/db/queries/tracker-tokens.ts'
import { stageRows } from '../../server/sync/admin.ts'
import type { Row } from '../../shared/domain/tables.ts'
import { ProductEventsAnswer } from '../../shared/protocol/product-events.ts'
import { routes } from '../../shared/protocol/routes.ts'
import { idOfBoth } from '../../shared/rules/named-id.ts'
import { anAsset, freshId, NOW_MS } from '../support/builders.ts'
import type { HubUnderTest } from '../support/hub.ts'
import { startTestHub } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'

const AT_MS = 1_700_000_000_000

let hub: HubUnderTest
let token: string
let scanner: Row<'assets'>
let retired: Row<'assets'>
beforeAll(async () => {
  hub = await startTestHub()
  const { workspaceId } = hub
  const made = makeToken('e', workspaceId)
  token = made.text
  await inWorkspace(hub.database.app, { workspaceId }, client =>
    insertTracker({ client, workspaceId }, { hash: made.hash, name: 'Telemetry', createdAtMs: 1 }),
  )
  const { customer } = await addCase(hub)
  const own = { customerId: customer.id, serial: 'SN 22-0418', version: '2.1' } as const
  scanner = anAsset({ ...own, id: freshId(), state: 'in-use' })
  retired = anAsset({ ...own, id: freshId(), state: 'retired' })
  await stageRows(hub.deps, workspaceId, [
    [
      { table: 'assets', row: scanner },
      { table: 'assets', row: retired },
    ],
  ])
})
afterAll(() => hub.stop())

const tell = (events: readonly object[], bearer = token): Promise<Response> =>
  fetch(`${hub.url}${routes.productEvents}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ events }),
  })
const answerOf = async (answer: Response): Promise<ProductEventsAnswer> => {
  expect(answer.status).toBe(200)
  return ProductEventsAnswer.parse(await answer.json())
}
const eventOf = (id: string) =>
  hub.store.read(hub.workspaceId, tx => tx.rows('events', [idOfBoth(scanner.id, id)]))
const assetRows = () => hub.store.read(hub.workspaceId, tx => tx.rows('assets', [scanner.id, retired.id]))

test('what a thing says stands with its customer, told twice it is once, and its version is known', async () => {
  const crashed = {
    id: 'e-1',
    serial: '22-0418',
    event: 'crashed',
    detail: 'E-310',
    version: '2.2',
    atMs: AT_MS,
  }
  expect(await answerOf(await tell([crashed]))).toEqual({ taken: 1, unknown: [] })
  expect(await answerOf(await tell([{ ...crashed, detail: 'again' }]))).toEqual({ taken: 1, unknown: [] })
  expect(await eventOf('e-1')).toMatchObject([
    {
      customerId: scanner.customerId,
      type: 'product.event',
      facts: { assetId: scanner.id, event: 'crashed', detail: 'E-310' },
      atMs: AT_MS,
    },
  ])
  const assets = await assetRows()
  expect(new Map(assets.map(({ id, version }) => [id, version]))).toEqual(
    new Map([
      [scanner.id, '2.2'],
      [retired.id, '2.1'],
    ]),
  )
})

test('serial numbers nobody has are named, the rest is taken; times to come are now', async () => {
  const later = NOW_MS * 2
  const events = [
    { id: 'e-2', serial: 'nobody', event: 'offline' },
    { id: 'e-3', serial: 'sn: 22-0418', event: 'offline', atMs: later },
  ]
  expect(await answerOf(await tell(events))).toEqual({ taken: 1, unknown: ['nobody'] })
  const [event] = await eventOf('e-3')
  expect(event?.atMs).toBeLessThan(later)
  expect(await answerOf(await tell([{ id: 'e-4', serial: 'nobody', event: 'online' }]))).toEqual({
    taken: 0,
    unknown: ['nobody'],
  })
})

test('what is no event is refused by the name of its field, and without a token nothing is taken', async () => {
  const wrong = await tell([{ id: 'e-5', serial: '22-0418', event: 'Ana called us' }])
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('body.events.0.event')
  const good = { id: 'e-6', serial: '22-0418', event: 'offline' }
  expect((await tell([good], makeToken('e', hub.workspaceId).text)).status).toBe(401)
  expect((await tell([good], (await hub.signIn('lena')).accessToken)).status).toBe(403)
  expect(await eventOf('e-6')).toEqual([])
})
