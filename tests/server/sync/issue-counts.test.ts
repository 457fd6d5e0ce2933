import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyAsHub, deleteTicket, eraseCustomer, recountIssues } from '../../../server/sync/admin.ts'
import { diceFrom } from '../../../shared/demo/dice.ts'
import { randomFor } from '../../../shared/demo/seeded-random.ts'
import type { AnyRow } from '../../../shared/domain/tables.ts'
import { THREAD_STATES } from '../../../shared/domain/values.ts'
import { aCustomer, aKnownIssue, anIssueLink, aThread, aTicket, freshId } from '../../support/builders.ts'
import { testClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'

type Work = { readonly customerId: string; readonly ticketId: string; readonly threadId: string }

let hub: TestHub
let workspace: TestWorkspace
let issues: readonly string[]
let work: Work[]

beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())
beforeEach(async () => {
  workspace = await addWorkspace(hub)
  issues = [freshId(), freshId()]
  const customers = [freshId(), freshId(), freshId()]
  work = customers.flatMap(customerId =>
    [1, 2, 3].map(() => ({ customerId, ticketId: freshId(), threadId: freshId() })),
  )
  await put(hub, workspace.id, [
    ...issues.map(id => inTable('knownIssues', aKnownIssue({ id, code: id }))),
    ...customers.map(id => inTable('customers', aCustomer({ id }))),
    ...work.map(({ ticketId: id, customerId }, index) =>
      inTable('tickets', aTicket({ id, customerId, number: index + 1 })),
    ),
    ...work.map(({ threadId: id, ...place }, index) =>
      inTable('threads', aThread({ id, ...place, kind: index % 3 === 2 ? 'service' : 'support' })),
    ),
  ])
})

const rowsOf = async (table: 'knownIssues' | 'threads', ids: readonly string[]): Promise<readonly AnyRow[]> =>
  hub.store.read(workspace.id, tx => tx.rows(table, ids))
const linksOf = (issueId: string) =>
  hub.store.read(workspace.id, tx => tx.many({ table: 'issueLinks', where: { issueId }, above: null }))

/** The same numbers from the rows themselves, in other words than the hub's statement. */
async function recount(issueId: string) {
  const links = await linksOf(issueId)
  const threads = await rowsOf(
    'threads',
    work.map(({ threadId }) => threadId),
  )
  const open = new Set(
    threads
      .filter(row => row['kind'] === 'support' && row['state'] !== 'solved' && row['state'] !== 'closed')
      .map(row => row['ticketId']),
  )
  const tickets = new Set(links.map(row => row['ticketId']))
  return {
    ticketCount: tickets.size,
    customerCount: new Set(links.map(row => row['customerId'])).size,
    openTicketCount: [...tickets].filter(id => open.has(id)).length,
  }
}
async function standing(issueId: string) {
  const [row] = await rowsOf('knownIssues', [issueId])
  return {
    ticketCount: row?.['ticketCount'],
    customerCount: row?.['customerCount'],
    openTicketCount: row?.['openTicketCount'],
  }
}
async function agree(): Promise<void> {
  for (const id of issues) expect(await standing(id)).toEqual(await recount(id))
}

async function actAtRandom(dice: ReturnType<typeof diceFrom>): Promise<void> {
  const client = testClient(hub, workspace)
  const { ticketId, threadId } = dice.pick(work)
  const issueId = dice.pick(issues)
  const [thread] = await rowsOf('threads', [threadId])
  switch (dice.pick(['link', 'link', 'unlink', 'state', 'state', 'relabel'] as const)) {
    case 'link':
      return void (await client.send('ticket.linkIssue', { linkId: freshId(), ticketId, issueId }))
    case 'unlink': {
      const [link] = await linksOf(issueId)
      const linked = work.find(each => each.ticketId === link?.['ticketId'])?.ticketId ?? ticketId
      const place = { linkId: link?.id ?? freshId(), ticketId: linked }
      return void (await client.send('ticket.unlinkIssue', place))
    }
    case 'relabel': {
      const kind = dice.pick(['service', 'support', 'both'] as const)
      return void (await client.send('ticket.relabel', { ticketId, kind, seen: null, teamId: null }))
    }
    case 'state': {
      const state = dice.pick(['open', 'pending', 'solved'] as const)
      const seen = THREAD_STATES.find(each => each === thread?.['state']) ?? 'open'
      return void (await client.send('thread.setState', { threadId, state, seen, seenUpToSeq: 1_000 }))
    }
  }
}

test('after random work the counts of every known issue equal a recount', async () => {
  const dice = diceFrom(randomFor(5, 'issue counts'))
  for (let step = 0; step < 60; step += 1) {
    await actAtRandom(dice)
    if (step % 10 === 9) await agree()
  }
  const totals = await Promise.all(issues.map(recount))
  expect(totals.some(({ ticketCount }) => ticketCount > 1)).toBe(true)
})

test('links and endings of the same tickets at once leave no count behind', async () => {
  const [issueId = ''] = issues
  await Promise.all(
    work.flatMap(({ ticketId, threadId }, index) => [
      testClient(hub, workspace).send('ticket.linkIssue', { linkId: freshId(), ticketId, issueId }),
      testClient(hub, workspace).send('thread.setState', {
        threadId,
        state: index % 2 === 0 ? 'solved' : 'pending',
        seen: 'open',
        seenUpToSeq: 1_000,
      }),
    ]),
  )
  expect((await standing(issueId)).ticketCount).toBe(work.length)
  await agree()
})

test('who is erased and what is deleted is counted no more', async () => {
  const [issueId = ''] = issues
  await put(
    hub,
    workspace.id,
    work.map(({ ticketId, customerId }) =>
      inTable('issueLinks', anIssueLink({ ticketId, customerId, issueId })),
    ),
  )
  expect(await standing(issueId)).toEqual({ ticketCount: 9, customerCount: 3, openTicketCount: 6 })
  await eraseCustomer(hub.deps, workspace.id, work[0]?.customerId ?? '')
  await deleteTicket(hub.deps, workspace.id, work[3]?.ticketId ?? '')
  expect(await standing(issueId)).toEqual({ ticketCount: 5, customerCount: 2, openTicketCount: 3 })
})

test('an issue that is older than its counts is counted by the hub’s own work, and told to laptops', async () => {
  const [issueId = ''] = issues
  await hub.database.owner.query('UPDATE known_issues SET ticket_count = NULL WHERE id = $1', [issueId])
  const before = (await hub.store.read(workspace.id, tx => tx.head())).seq
  await recountIssues(hub.deps, workspace.id, [issueId])
  expect(await standing(issueId)).toEqual({ ticketCount: 0, customerCount: 0, openTicketCount: 0 })
  const told = await hub.store.read(workspace.id, tx => tx.feed({ after: before, limit: 10 }))
  expect(told).toMatchObject([{ kind: 'row', table: 'knownIssues', rowId: issueId }])
})

test('automation that links counts as well', async () => {
  const [issueId = ''] = issues
  const args = { linkId: freshId(), ticketId: work[0]?.ticketId ?? '', issueId }
  await applyAsHub(hub.deps, workspace.id, [{ name: 'ticket.linkIssue', mutationId: freshId(), args }])
  expect(await standing(issueId)).toEqual({ ticketCount: 1, customerCount: 1, openTicketCount: 1 })
})
