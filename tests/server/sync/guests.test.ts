import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Agent, Team } from '../../../shared/domain/people.ts'
import { mutationNames } from '../../../shared/mutations/index.ts'
import { mayAskFor } from '../../../shared/rules/guests/what-guests-may.ts'
import { changeAgent, changeScopePolicy, stageRows } from '../../../server/sync/admin.ts'
import { aCustomer, aMessage, anAgent, aTeam, aThread, aTicket, freshId } from '../../support/builders.ts'
import { aProposal } from '../../support/growth-builders.ts'
import { newReply, testClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'
import { expectSettled, Mirror } from '../../support/mirror.ts'
import { samples } from '../../unit/mutations/scenes.ts'

let hub: TestHub
let workspace: TestWorkspace
let orders: Team
let devices: Team
let gus: Agent
let lena: Agent

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub, { policy: 'everything', agent: { role: 'admin' } })
  orders = aTeam()
  devices = aTeam({ name: 'Devices', kind: 'support' })
  gus = anAgent({ name: 'Gus Adler', teamIds: [orders.id] })
  lena = anAgent({ teamIds: [orders.id] })
  await put(hub, workspace.id, [
    inTable('teams', orders),
    inTable('teams', devices),
    inTable('agents', gus),
    inTable('agents', lena),
  ])
})

const letIn = (): Promise<void> => changeAgent(hub.deps, workspace.id, { id: gus.id, role: 'guest' })
const laptopOf = (agent: Agent): Mirror => new Mirror(hub, { workspaceId: workspace.id, agentId: agent.id })

type Case = { readonly customerId: string; readonly ticketId: string; readonly threadId: string }
async function addCase(teamId: string | null, assigneeId: string | null = null): Promise<Case> {
  const [customerId, ticketId, threadId] = [freshId(), freshId(), freshId()]
  const own = { ticketId, customerId }
  await put(hub, workspace.id, [
    inTable('customers', aCustomer({ id: customerId })),
    inTable('tickets', aTicket({ id: ticketId, customerId, number: null, lastMessageSeq: 1 })),
    inTable('threads', aThread({ ...own, id: threadId, teamId, assigneeId })),
    inTable('messages', aMessage({ ...own, seq: 1 })),
  ])
  return { ...own, threadId }
}
const proposalOn = ({ ticketId, threadId }: Case) => ({
  ...samples['proposal.make'],
  proposalId: freshId(),
  ticketId,
  threadId,
})
const move = async ({ threadId }: Case, value: string | null, seen: string | null): Promise<void> => {
  const args = { threadId, team: { seen, value }, assignee: null }
  expect((await testClient(hub, workspace).send('thread.assign', args)).kind).toBe('done')
}

describe.each(['everything', 'teams'] as const)('where laptops hold what policy %s says', policy => {
  test('a guest holds the customers of the own teams and nothing else', async () => {
    await changeScopePolicy(hub.deps, workspace.id, policy)
    const mine = await addCase(orders.id)
    const theirs = await addCase(devices.id)
    const nobodys = await addCase(null)
    const given = await addCase(devices.id, gus.id)
    const lenas = laptopOf(lena)
    await expectSettled(hub, lenas)
    await letIn()
    const laptop = laptopOf(gus)
    await expectSettled(hub, laptop)
    const holds = ({ customerId }: Case): boolean => laptop.rows.has(`customers/${customerId}`)
    expect([mine, theirs, nobodys, given].map(holds)).toEqual([true, false, false, false])
    await move(theirs, orders.id, devices.id)
    await move(mine, devices.id, orders.id)
    await expectSettled(hub, laptop)
    expect([mine, theirs].map(holds)).toEqual([false, true])
    // Nobody else is sent anything anew because somebody helps.
    await expectSettled(hub, lenas)
    expect(lenas.snapshots).toEqual(['first'])
    if (policy === 'everything')
      expect(lenas.entries.some(({ kind }) => kind === 'enter' || kind === 'leave')).toBe(false)
  })
})

test('a guest suggests, writes a note, and is refused everything that is for colleagues', async () => {
  const mine = await addCase(orders.id)
  await letIn()
  const guest = testClient(hub, workspace, gus.id)
  expect((await guest.send('proposal.make', proposalOn(mine))).kind).toBe('done')
  const note = {
    noteId: freshId(),
    ticketId: mine.ticketId,
    threadId: null,
    body: 'Saw this',
    attachments: [],
  }
  expect((await guest.send('note.add', note)).kind).toBe('done')
  const answer = { ...newReply(mine), messageId: freshId() }
  expect(await guest.send('ticket.reply', answer)).toMatchObject({ kind: 'rejected', code: 'guest-may-not' })
  const solve = {
    threadId: mine.threadId,
    state: 'solved',
    seen: 'open',
    seenUpToSeq: 1,
    restore: null,
  } as const
  expect(await guest.send('thread.setState', solve)).toMatchObject({
    kind: 'rejected',
    code: 'guest-may-not',
  })
})

test('beyond the own teams there is nothing a guest could write to', async () => {
  await addCase(orders.id)
  const theirs = await addCase(devices.id)
  await letIn()
  const guest = testClient(hub, workspace, gus.id)
  expect(await guest.send('proposal.make', proposalOn(theirs))).toMatchObject({ kind: 'gone' })
})

test('a suggestion is released once: the second is asked, and no second answer leaves', async () => {
  const mine = await addCase(orders.id)
  await letIn()
  const proposal = aProposal({ ...mine, id: freshId(), authorId: gus.id })
  await put(hub, workspace.id, [inTable('proposals', proposal)])
  const release = { proposalId: proposal.id, messageId: freshId(), isChanged: false, seen: 'proposed' }
  expect((await testClient(hub, workspace, lena.id).send('proposal.release', release)).kind).toBe('done')
  const second = await testClient(hub, workspace).send('proposal.release', {
    ...release,
    messageId: freshId(),
  })
  expect(second).toMatchObject({ kind: 'conflict', conflict: { fields: [{ theirs: 'released' }] } })
  const own = testClient(hub, workspace, gus.id)
  expect(await own.send('proposal.release', release)).toMatchObject({ code: 'guest-may-not' })
})

test('nobody becomes a guest by a row alone: audiences are kept first', async () => {
  const row = anAgent({ role: 'guest' })
  await expect(stageRows(hub.deps, workspace.id, [[inTable('agents', row)]])).rejects.toThrow(/audiences/)
})

test('of all there is to ask for, a guest may ask for a short list', () => {
  expect(mutationNames.filter(name => mayAskFor('guest', name)).toSorted()).toMatchInlineSnapshot(`
    [
      "askedTried.add",
      "askedTried.close",
      "askedTried.remove",
      "conflict.record",
      "diagnosis.set",
      "draft.discard",
      "draft.save",
      "guideRun.answer",
      "guideRun.end",
      "guideRun.start",
      "note.add",
      "note.edit",
      "note.remove",
      "proposal.make",
      "proposal.withdraw",
    ]
  `)
})
