import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { InternalOutput } from '../../shared/contract/internal.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import { stageRows } from '../../server/sync/admin.ts'
import type { TableRow } from '../../server/sync/store.ts'
import { aCustomer, aMessage, aThread, aTicket, freshId } from '../support/builders.ts'
import { layCable } from '../support/cable.ts'
import type { Cable } from '../support/cable.ts'
import { openInput, startDataProcess, temporaryFolder } from '../support/data-process.ts'
import type { DataProcess } from '../support/data-process.ts'
import { cleaningUp } from '../support/file-hub.ts'
import { PASSWORD, SEED_AGENTS, startTestHub } from '../support/hub.ts'
import type { AgentName } from '../support/hub.ts'
import { sampleId } from '../support/sample-row.ts'
import { ONLINE } from '../support/whole-laptop.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
const ROUNDS = isLong ? 200 : 12
const CUSTOMERS = 400
/** Nothing here takes a tenth of it; a request that hangs takes longer than this to be given up. */
const WITHIN_MS = 15_000

const cleanUps = cleaningUp()

const unitOf = (): readonly TableRow[] => {
  const customer = aCustomer({ id: freshId() })
  const ticket = aTicket({ id: freshId(), customerId: customer.id, number: null, lastMessageSeq: 6 })
  const place = { customerId: customer.id, ticketId: ticket.id }
  const messages = [1, 2, 3, 4, 5, 6].map(seq => aMessage({ id: freshId(), ...place, seq }))
  return [
    { table: 'customers', row: customer },
    { table: 'tickets', row: ticket },
    { table: 'threads', row: aThread({ id: freshId(), ...place }) },
    ...messages.map(row => ({ table: 'messages' as const, row })),
  ]
}

/** A hub with some thousand rows, behind a cable. */
async function hubOnCable(): Promise<Cable> {
  const home = await startTestHub()
  cleanUps.push(home.stop)
  await stageRows(
    home.deps,
    home.workspaceId,
    Array.from({ length: CUSTOMERS }, () => unitOf()),
  )
  const cable = await layCable(home.url)
  cleanUps.push(cable.close)
  return cable
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
const upTo = (ms: number): number => Math.floor(Math.random() ** 2 * ms)

type Visit = { readonly data: DataProcess; readonly cable: Cable; readonly name: AgentName }

/** Signs in and opens a place in a folder of its own, as main does. */
async function enter({ data, cable, name }: Visit, folder: string): Promise<void> {
  const client = { id: sampleId(), name: 'laptop', platform: 'linux', version: '1' }
  const { email } = SEED_AGENTS[name]
  const login = { hubUrl: cable.url, email, password: PASSWORD, workspace: null, client, network: ONLINE }
  const signedIn = (await data.call('data.signIn', login)) as InternalOutput<'data.signIn'>
  const place = { ...signedIn.place, id: 'place', isDemo: false, lastOpenedAtMs: 0 }
  const { tokens } = signedIn
  await data.call('data.open', openInput({ folder, clientId: client.id, tokens, network: ONLINE, place }))
}

/** Signs out and leaves nothing, whatever is under way. */
async function leave(data: DataProcess, folder: string): Promise<void> {
  await data.call('data.signOut', {}).catch(() => {})
  await data.call('data.close', {})
  rmSync(folder, { recursive: true, force: true })
}

async function filled(data: DataProcess): Promise<number> {
  const beganAt = performance.now()
  for (;;) {
    const status = (await data.call('sync.status', {})) as SyncStatus
    const tookMs = performance.now() - beganAt
    if (status.isFilled && status.phase.state === 'idle') return tookMs
    if (tookMs > WITHIN_MS) throw new Error(`The fill stands: ${JSON.stringify(status)}`)
    await pause(20)
  }
}

/** What happens to a fill before somebody signs out in the middle of it. */
const troubles: readonly ((visit: Visit) => Promise<unknown>)[] = [
  () => pause(upTo(400)),
  () => pause(0),
  async ({ data }) => {
    await pause(upTo(200))
    await data.call('data.setNetwork', { ...ONLINE, isCut: true })
    await pause(upTo(100))
    if (Math.random() < 0.5) await data.call('data.setNetwork', ONLINE)
  },
  async ({ cable }) => {
    await pause(upTo(200))
    cable.pull()
    await pause(upTo(300))
    cable.plug()
  },
  async ({ cable }) => {
    await pause(upTo(200))
    cable.swallowAnswers()
    await pause(upTo(100))
    setTimeout(cable.plug, upTo(1_000))
  },
]

test('whoever signs in after somebody signed out in the middle of a fill is filled at once', async () => {
  const cables = [await hubOnCable(), await hubOnCable()]
  const data = await startDataProcess()
  cleanUps.push(data.kill)
  const root = temporaryFolder()
  cleanUps.push(root.remove)
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const cable = cables[round % 3 === 0 ? 0 : 1] as Cable
    const visit: Visit = { data, cable, name: round % 2 === 0 ? 'lena' : 'tom' }
    const folder = join(root.path, round % 4 === 0 ? 'same' : String(round))
    await enter(visit, folder)
    await troubles[Math.floor(Math.random() * troubles.length)]?.(visit)
    await leave(data, folder)
    for (const each of cables) each.plug()
    if (round % 2 === 0) continue
    await enter({ ...visit, cable: cables[round % 5 === 0 ? 0 : 1] as Cable }, folder)
    took.push(await filled(data))
    await leave(data, folder)
  }
  expect(took).toHaveLength(ROUNDS / 2)
}, 600_000)
