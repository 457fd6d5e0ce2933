import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { txOf } from '../../../server/db/postgres-store.ts'
import { purgeShelves } from '../../../server/db/queries/snapshot-shelf.ts'
import { changeAgent, deleteTicket, eraseCustomer } from '../../../server/sync/admin.ts'
import { snapshotPart } from '../../../server/sync/snapshot.ts'
import type { SnapshotPart } from '../../../server/sync/snapshot.ts'
import { aCustomer, aMessage, anAgent, aTeam, aThread, aTicket, freshId } from '../../support/builders.ts'
import { newReply, testClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import { KEEPING, linesIn } from '../../support/kept-parts.ts'
import { expectSettled, Mirror } from '../../support/mirror.ts'

let hub: TestHub
let workspace: TestWorkspace
const team = aTeam({ id: freshId() })
const colleague = anAgent({ id: freshId(), email: 'colleague@example.org', teamIds: [team.id] })

type Case = { readonly customerId: string; readonly ticketId: string; readonly threadId: string }
let cases: Case[]

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub, { policy: 'everything', agent: { teamIds: [team.id] } })
  await put(hub, workspace.id, [inTable('teams', team), inTable('agents', colleague)])
  cases = []
  for (let index = 0; index < 9; index += 1) {
    const one = { customerId: freshId(), ticketId: freshId() }
    const threadId = freshId()
    cases.push({ ...one, threadId })
    await put(hub, workspace.id, [
      inTable('customers', aCustomer({ id: one.customerId })),
      inTable(
        'tickets',
        aTicket({ id: one.ticketId, customerId: one.customerId, number: null, lastMessageSeq: 1 }),
      ),
      inTable('threads', aThread({ ...one, id: threadId, teamId: team.id, state: 'open' })),
      inTable('messages', aMessage({ ...one, seq: 1 })),
    ])
  }
})

const PART_ROWS = 4
const fill = { partRows: PART_ROWS, shelf: KEEPING }
const aLaptop = (agentId: string = colleague.id): Mirror =>
  new Mirror(hub, { workspaceId: workspace.id, agentId })
async function filled(agentId?: string): Promise<Mirror> {
  const laptop = aLaptop(agentId)
  await laptop.snapshot(fill)
  return laptop
}

type Asked = { readonly position: string | null; readonly since?: number | null }
const partFor = (agentId: string, { position, since = null }: Asked): Promise<SnapshotPart> =>
  snapshotPart({ store: hub.store, ...fill }, aLaptop(agentId).caller, { position, ownFirst: false, since })

/** Every part of a snapshot, none of them handed over to be kept. */
async function partsOf(agentId: string, since: number | null = null): Promise<readonly SnapshotPart[]> {
  const parts: SnapshotPart[] = []
  for (let position: string | null | undefined; position !== null;) {
    const part: SnapshotPart = await partFor(agentId, { position: position ?? null, since })
    parts.push(part)
    position = part.head.next
  }
  return parts
}

const reply = async ({ ticketId, threadId }: Case): Promise<void> => {
  await testClient(hub, workspace).send('ticket.reply', newReply({ ticketId, threadId }, { confirmed: true }))
}

const aCase = (index: number): Case => {
  const found = cases[index]
  if (!found) throw new Error('No such case')
  return found
}

test('a laptop is given what another was given, and pulls what happened since', async () => {
  const first = await filled()
  expect(first.keptParts).toBe(0)
  await reply(aCase(3))
  const second = await filled(workspace.agent.id)
  expect(second.keptParts).toBeGreaterThan(cases.length / PART_ROWS)
  await expectSettled(hub, second)
  expect(second.snapshots).toEqual([])
})

test('it stays right while others write between its parts, whoever keeps which of them', async () => {
  await filled()
  let step = 0
  const between = async (): Promise<void> => {
    await reply(aCase(step % cases.length))
    if (step === 4) await deleteTicket(hub.deps, workspace.id, aCase(8).ticketId)
    step += 1
  }
  for (const agentId of [workspace.agent.id, colleague.id]) {
    const laptop = aLaptop(agentId)
    await laptop.snapshot({ ...fill, between })
    await expectSettled(hub, laptop)
  }
})

test('who was erased is in nothing that is kept', async () => {
  const { customerId } = aCase(2)
  await filled()
  await eraseCustomer(hub.deps, workspace.id, customerId)
  for (const part of await partsOf(workspace.agent.id))
    expect((await linesIn(part)).join()).not.toContain(customerId)
})

test('a part that was read before somebody was erased is not kept afterwards', async () => {
  const { customerId } = aCase(2)
  const before = await partsOf(colleague.id)
  await eraseCustomer(hub.deps, workspace.id, customerId)
  // Begins a shelf anew.
  await partFor(workspace.agent.id, { position: null })
  for (const part of before) await linesIn(part)
  for (const part of await partsOf(workspace.agent.id))
    expect((await linesIn(part)).join()).not.toContain(customerId)
})

test('a shelf far behind is left, by laptops that begin behind it at once', async () => {
  await filled()
  await inWorkspace(hub.database.app, { workspaceId: workspace.id }, client => {
    const change = { kind: 'scope', groupId: freshId(), keysBefore: [] } as const
    return txOf({ client, workspaceId: workspace.id }).publish(
      Array.from({ length: 1_001 }, () => change),
      0,
    )
  })
  await reply(aCase(0))
  const laptop = await filled(workspace.agent.id)
  expect(laptop.keptParts).toBe(0)
  await expectSettled(hub, laptop)
  const next = await filled()
  expect(next.keptParts).toBeGreaterThan(0)
})

test('a laptop that has rows, a guest and one that holds a part of the whole get nothing that was kept', async () => {
  await filled()
  const isPlain = ({ packed, keep }: SnapshotPart): boolean => !packed && !keep
  expect((await partsOf(workspace.agent.id, 1)).every(isPlain)).toBe(true)
  await changeAgent(hub.deps, workspace.id, { id: colleague.id, role: 'guest' })
  expect((await partsOf(colleague.id)).every(isPlain)).toBe(true)
})

test('where nothing can be kept a laptop is filled all the same', async () => {
  const store = { ...hub.store, write: () => Promise.reject(new Error('No space left on device')) }
  const query = { position: null, ownFirst: false, since: null }
  const part = await snapshotPart({ store, ...fill }, aLaptop().caller, query)
  expect(part.head.next).not.toBeNull()
  const behind = await snapshotPart({ store, ...fill }, aLaptop().caller, {
    ...query,
    position: part.head.next,
  })
  expect(behind.lines.length + part.lines.length).toBeGreaterThan(1)
  await expect(linesIn({ ...part, keep: part.keep ?? behind.keep ?? (async () => {}) })).resolves.toEqual(
    part.lines,
  )
})

test('what was begun a day ago is removed', async () => {
  await filled()
  const inShelf = <T>(work: (session: Parameters<typeof purgeShelves>[0]) => Promise<T>): Promise<T> =>
    inWorkspace(hub.database.app, { workspaceId: workspace.id }, client =>
      work({ client, workspaceId: workspace.id }),
    )
  expect(await inShelf(purgeShelves)).toBe(0)
  await inShelf(({ client }) =>
    client.query(`UPDATE tandem.snapshot_shelves SET begun_at = begun_at - interval '25 hours'`),
  )
  expect(await inShelf(purgeShelves)).toBeGreaterThan(0)
  expect((await filled()).keptParts).toBe(0)
})
