import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PoolClient } from 'pg'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { txOf } from '../../../server/db/postgres-store.ts'
import { aCustomer, aThread, aTicket, freshId } from '../../support/builders.ts'
import { newReply, testClient } from '../../support/hub-client.ts'
import type { TestHub, TestWorkspace } from '../../support/hub-db.ts'
import { addWorkspace, inTable, openTestHub, put } from '../../support/hub-db.ts'

const WRITERS = 16
const PUSHES = 12

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

type Ticket = { readonly ticketId: string; readonly threadId: string }
async function addTicket(workspace: TestWorkspace): Promise<Ticket> {
  const customerId = freshId()
  const [ticketId, threadId] = [freshId(), freshId()]
  await put(hub, workspace.id, [
    inTable('customers', aCustomer({ id: customerId })),
    inTable('tickets', aTicket({ id: ticketId, customerId, number: null })),
    inTable('threads', aThread({ id: threadId, ticketId, customerId })),
  ])
  return { ticketId, threadId }
}

/** Follows the feed as a laptop does, as fast as it can, until told to stop; every number it ever saw, in order. */
async function follow(workspaceId: string, isOver: () => boolean): Promise<readonly number[]> {
  const seen: number[] = []
  let after = 0
  for (let isLast = false; ;) {
    const page = await hub.store.read(workspaceId, tx => tx.feed({ after, limit: 7 }))
    seen.push(...page.map(entry => entry.seq))
    after = page.at(-1)?.seq ?? after
    if (page.length > 0) continue
    if (isLast) return seen
    // One more look after the writers have ended: what they committed last must be found too.
    isLast = isOver()
  }
}

test('with many writers, readers that poll meanwhile miss nothing and meet nothing twice', async () => {
  const workspace = await addWorkspace(hub)
  // Half of the writers have a ticket of their own, half share one: both wait for rows and for the counter.
  const shared = await addTicket(workspace)
  const own = await Promise.all(Array.from({ length: WRITERS / 2 }, () => addTicket(workspace)))
  let isOver = false
  const readers = [1, 2, 3, 4].map(() => follow(workspace.id, () => isOver))
  const writers = Array.from({ length: WRITERS }, async (_, index) => {
    const client = testClient(hub, workspace)
    const ticket = own[index] ?? shared
    for (let round = 0; round < PUSHES; round += 1) {
      const replies = [1, 2].map(() =>
        client.entry('ticket.reply', newReply(ticket, { seenUpToSeq: 0, confirmed: true })),
      )
      const verdicts = await client.push(replies)
      expect(verdicts.map(verdict => verdict.kind)).toEqual(['done', 'done'])
    }
  })
  await Promise.all(writers)
  isOver = true
  const head = await hub.store.read(workspace.id, tx => tx.head())
  const standing = await hub.store.read(workspace.id, tx => tx.feed({ after: 0, limit: 10_000 }))
  for (const reader of readers) {
    const seen = await reader
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(new Set(seen).size).toBe(seen.length)
    // A row may have been met at an older number as well; what stands now must all have been met.
    const missed = standing.filter(entry => !seen.includes(entry.seq))
    expect(missed).toEqual([])
  }
  expect(standing.at(-1)?.seq).toBe(head.seq)
  const replies = standing.filter(entry => entry.kind === 'row' && entry.table === 'messages')
  expect(replies).toHaveLength(WRITERS * PUSHES * 2)
})

type Take = (client: PoolClient, workspaceId: string) => Promise<void>

/**
 * A slow writer takes its number first and commits last; a quick one tries to overtake it; a reader looks after each
 * step. Answers how many standing entries the reader never met.
 */
async function missedWhenOvertaken(take: Take): Promise<number> {
  const workspace = await addWorkspace(hub)
  const gate = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  const write = (between: () => Promise<void>): Promise<void> =>
    inWorkspace(hub.database.app, { workspaceId: workspace.id }, async client => {
      await take(client, workspace.id)
      await between()
    })
  const seen = new Set<number>()
  let after = 0
  const look = async (): Promise<void> => {
    const page = await hub.store.read(workspace.id, tx => tx.feed({ after, limit: 100 }))
    for (const entry of page) seen.add(entry.seq)
    after = page.at(-1)?.seq ?? after
  }
  const slow = write(async () => {
    taken.resolve()
    await gate.promise
  })
  await taken.promise
  const quick = write(async () => undefined)
  // Either the quick one has committed, or the database says it waits for the slow one.
  await Promise.race([quick, untilSomebodyWaits()])
  await look()
  gate.resolve()
  await Promise.all([slow, quick])
  await look()
  const standing = await hub.store.read(workspace.id, tx => tx.feed({ after: 0, limit: 100 }))
  return standing.filter(entry => !seen.has(entry.seq)).length
}

async function untilSomebodyWaits(): Promise<void> {
  const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await hub.database.owner.query(sql)).rowCount === 0);
}

test('who publishes second waits for the first to commit, so nobody reads past a number that is still to come', async () => {
  const missed = await missedWhenOvertaken(async (client, workspaceId) => {
    await txOf({ client, workspaceId }).publish([{ kind: 'scope', groupId: freshId(), keysBefore: [] }], 0)
  })
  expect(missed).toBe(0)
})

test('negative control: with numbers from a sequence the slow writer’s entry is never met', async () => {
  await hub.database.owner.query(
    'CREATE SEQUENCE tandem.tempting START 100; GRANT USAGE ON SEQUENCE tandem.tempting TO tandem_app',
  )
  const missed = await missedWhenOvertaken(async (client, workspaceId) => {
    await client.query(
      `INSERT INTO feed (workspace_id, seq, kind, table_name, row_id, at_ms)
       VALUES ($1, nextval('tandem.tempting'), 'row', 'teams', $2, 0)`,
      [workspaceId, freshId()],
    )
  })
  expect(missed).toBe(1)
})

test('a transaction that fails takes no number', async () => {
  const workspace = await addWorkspace(hub)
  const before = await hub.store.read(workspace.id, tx => tx.head())
  const failing = hub.store.write(workspace.id, async tx => {
    await tx.publish([{ kind: 'scope', groupId: freshId(), keysBefore: [] }], 0)
    throw new Error('after the counter')
  })
  await expect(failing).rejects.toThrow('after the counter')
  expect(await hub.store.read(workspace.id, tx => tx.head())).toEqual(before)
})
