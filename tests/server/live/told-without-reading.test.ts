import { afterAll, beforeAll, expect, test } from 'vitest'
import { hintWriter } from '../../../server/live/hint-writer.ts'
import type { FeedRange } from '../../../server/live/feed-range.ts'
import { rangeOf, readFeedRange } from '../../../server/live/feed-range.ts'
import type { FeedPart } from '../../../server/sync/feed-part.ts'
import { changeScopePolicy } from '../../../server/sync/admin.ts'
import { push } from '../../../server/sync/push.ts'
import { isTableName } from '../../../shared/domain/tables.ts'
import { PROTOCOL } from '../../../shared/protocol/version.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { mutationNames } from '../../../shared/mutations/index.ts'
import { anAgent } from '../../support/builders.ts'
import { testClient } from '../../support/hub-client.ts'
import type { TestHub } from '../../support/hub-db.ts'
import { addEmptyWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import { aWiderDesk, ids, ofSupervisors, samples } from '../../unit/mutations/scenes.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

/** The desk of the mutation scenes on a hub, with an agent who may do what is asked. */
async function deskFor(name: MutationName): Promise<{ id: string; epoch: string }> {
  const epoch = ids.ticket
  const id = await addEmptyWorkspace(hub, { epoch })
  const rows = Object.entries(aWiderDesk().snapshot()).flatMap(([table, all]) =>
    isTableName(table) ? all.map(row => ({ table, row })) : [],
  )
  const role = ofSupervisors.has(name) ? 'supervisor' : 'agent'
  const me = inTable('agents', anAgent({ id: ids.me, name: 'Lena Koch', role, teamIds: [] }))
  await put(hub, id, [...rows.filter(({ table, row }) => table !== 'agents' || row.id !== ids.me), me])
  return { id, epoch }
}

type Done = {
  readonly workspaceId: string
  readonly part: FeedPart | null
  readonly kind: string | undefined
}
async function act(name: MutationName, ready: (workspaceId: string) => Promise<unknown> = async () => {}) {
  const { id: workspaceId, epoch } = await deskFor(name)
  await ready(workspaceId)
  const client = testClient(hub, { id: workspaceId, epoch, agent: anAgent({ id: ids.me }) })
  let part: FeedPart | null = null
  const announce = (_workspaceId: string, _seq: number, told?: FeedPart | null): void => {
    part = told ?? null
  }
  const entries = [client.entry(name, samples[name])]
  const request = { protocol: PROTOCOL, clientId: client.clientId, epoch, sentAtMs: hub.clock.now(), entries }
  const { verdicts } = await push({ ...hub.deps, announce }, client.caller, request)
  const done: Done = { workspaceId, part, kind: verdicts[0]?.kind }
  return done
}

const reader = (workspaceId: string) => ({
  workspaceId,
  agentId: ids.colleague,
  clientId: ids.customer,
  familyId: 'f',
  teamIds: [],
})
const hintOf = (range: FeedRange, workspaceId: string): unknown =>
  JSON.parse(hintWriter(range)(reader(workspaceId) as never).text)

test('what a push tells is what a reader of the feed would be told, whatever was done', async () => {
  const told: string[] = []
  for (const name of mutationNames) {
    const { workspaceId, part, kind } = await act(name)
    if (kind !== 'done' || !part) continue
    told.push(name)
    const read = await readFeedRange(hub.store, workspaceId, part.fromSeq)
    const both = { name, touchesAgents: read.touchesAgents, hint: hintOf(read, workspaceId) }
    expect({ name, touchesAgents: false, hint: hintOf(rangeOf(part), workspaceId) }).toEqual(both)
  }
  // What is private, of agents, or decided by the hub alone is read, or not done by a push.
  expect(told.length).toBeGreaterThan(120)
}, 120_000)

test('where laptops hold a part, and of what is private, the database says whom it is for', async () => {
  const ofTeams = (workspaceId: string) => changeScopePolicy(hub.deps, workspaceId, 'teams')
  expect(await act('ticket.tag')).toMatchObject({ kind: 'done', part: { records: expect.anything() } })
  expect(await act('ticket.tag', ofTeams)).toMatchObject({ kind: 'done', part: null })
  expect(await act('draft.save')).toMatchObject({ kind: 'done', part: null })
})
