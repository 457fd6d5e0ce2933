import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { changeAgent } from '../../../server/sync/admin.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { startTestHub } from '../../support/hub.ts'
import type { SecondClient } from '../../support/second-client/client.ts'
import { expectFailure, newCustomer, newPlace, newTicket, rawRequest, settled } from './support.ts'

type Json = Readonly<Record<string, unknown>>
type Line = {
  readonly next: (isIt: (frame: Json) => boolean) => Promise<Json>
  readonly closed: Promise<number>
}

let hub: HubUnderTest
let sara: SecondClient
let lena: SecondClient
const sockets: WebSocket[] = []
beforeAll(async () => {
  hub = await startTestHub()
  sara = await settled(hub, 'sara')
  lena = await settled(hub, 'lena')
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})
afterAll(() => hub.stop())

/** The board's socket with nothing of the product's: frames as they come. */
async function lookAt(client: SecondClient): Promise<Line> {
  const token = client.state.session?.accessToken ?? ''
  const socket = new WebSocket(`${hub.url.replace(/^http/, 'ws')}/v1/board/live`, ['tandem.v1', token])
  sockets.push(socket)
  const frames: Json[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as Json)
    for (const look of waiting) look()
  })
  const closed = new Promise<number>(resolve => void socket.once('close', resolve))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const next: Line['next'] = isIt =>
    new Promise(resolve => {
      const look = (): void => {
        const found = frames.find(isIt)
        if (!found) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  return { next, closed }
}

async function openTicket(): Promise<void> {
  const at = newPlace(lena)
  await lena.send('customer.create', newCustomer(at.customerId))
  await lena.send('ticket.create', newTicket(at))
}
const ask = async (query = ''): Promise<Json> =>
  JSON.parse((await rawRequest(sara, { path: `/v1/board${query}` })).body.toString()) as Json

test('O1 agents are refused by both ways', async () => {
  expectFailure(await rawRequest(lena, { path: '/v1/board' }), { status: 403, code: 'not-allowed' })
  await expect(lookAt(lena)).rejects.toThrow('403')
})

test('O2 the board is answered whole', async () => {
  const board = await ask()
  expect(board).toMatchObject({ kind: 'board', isWhole: true })
  for (const section of ['queues', 'agents', 'laptops', 'alerts'])
    expect(Array.isArray(board[section])).toBe(true)
  for (const kind of ['all', 'service', 'support']) {
    expect((board['measures'] as Json)[kind]).toMatchObject({ csat: {}, firstReply: {}, firstContact: {} })
    expect((board['flow'] as Json)[kind]).toMatchObject({ arrivals: expect.any(Array) as unknown })
  }
  expect(board['agents']).toHaveLength(4)
})

test('O3 who has a picture waits for the next one', async () => {
  const { mark } = await ask()
  const next = ask(`?after=${String(mark)}&waitMs=20000`)
  await openTicket()
  expect((await next)['mark']).not.toBe(mark)
  expectFailure(await rawRequest(sara, { path: '/v1/board?waitMs=55001' }), {
    status: 400,
    code: 'bad-request',
    where: 'query.waitMs',
  })
})

test('O4 the socket sends the whole and then what changed', async () => {
  const line = await lookAt(sara)
  const whole = await line.next(({ kind }) => kind === 'board')
  expect(whole['isWhole']).toBe(true)
  await openTicket()
  const change = await line.next(frame => frame['isWhole'] === false && 'queues' in frame)
  expect(change['mark']).not.toBe(whole['mark'])
  expect('agents' in change && (change['agents'] as unknown[]).length === 4).toBe(false)
})

test('O5 a role that is taken away ends the look', async () => {
  const line = await lookAt(sara)
  await line.next(({ kind }) => kind === 'board')
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.sara, role: 'agent' })
  expect(await line.next(({ kind }) => kind === 'bye')).toMatchObject({ reason: 'not-allowed' })
  expect(await line.closed).toBe(4003)
  await changeAgent(hub.deps, hub.workspaceId, { id: hub.agentIds.sara, role: 'supervisor' })
})
