import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureJobs } from '../../../server/db/queries/jobs.ts'
import { createJobRunner } from '../../../server/jobs/runner.ts'
import { serviceLevelsJob } from '../../../server/jobs/service-levels.ts'
import { readLevelsFile } from '../../../server/service-levels/read-levels-file.ts'
import { setServiceLevels } from '../../../server/service-levels/set-levels.ts'
import { applyAsHub } from '../../../server/sync/apply-as-hub.ts'
import type { Row } from '../../../shared/domain/tables.ts'
import { silentLog } from '../../../shared/log.ts'
import { freshId } from '../../support/builders.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { eventually, startTestHub } from '../../support/hub.ts'
import { addCase } from '../../support/hub-work.ts'
import type { Case } from '../../support/hub-work.ts'

const MINUTE_MS = 60_000
const AROUND_THE_CLOCK = JSON.stringify({
  calendars: { always: { name: 'Around the clock', timeZone: 'UTC', alwaysOpen: true } },
  policies: [
    {
      name: 'Service',
      kind: 'service',
      calendar: 'always',
      targets: { normal: { first: 30, next: 60, resolve: 600 } },
      tiers: { gold: { normal: { next: 20 }, low: { next: 20 } } },
      escalations: [
        { on: 'warning', clocks: ['solve'], tell: ['team-supervisors'] },
        { on: 'breach', clocks: ['solve'], tell: ['admins'], raiseTo: 'urgent' },
      ],
    },
  ],
})

let hub: HubUnderTest
beforeAll(async () => {
  hub = await startTestHub()
  const read = readLevelsFile(AROUND_THE_CLOCK)
  if (!read.ok) throw new Error('The file is right')
  await setServiceLevels(hub.deps, hub.workspaceId, read.file)
})
afterAll(() => hub.stop())

/** Every copy of the hub runs the job; here as many as are asked for, at once. */
async function runJob(copies = 1): Promise<void> {
  const { owner, app } = hub.database
  await ensureJobs(owner, [serviceLevelsJob.kind])
  const { store, clock } = hub
  const parts = { owner, app, store, clock, random: Math.random, log: silentLog, announce: hub.deps.announce }
  const runners = Array.from({ length: copies }, () =>
    createJobRunner({ jobs: [serviceLevelsJob], ...parts }),
  )
  await owner.query('UPDATE jobs SET due_at_ms = 0 WHERE kind = $1', [serviceLevelsJob.kind])
  await eventually(
    async () =>
      (await Promise.all(runners.map(runner => runner.runDue()))).reduce((sum, count) => sum + count, 0),
    count => count > 0,
  )
}
async function threadOf({ thread }: Case): Promise<Row<'threads'>> {
  const [row] = await hub.store.read(hub.workspaceId, tx => tx.rows('threads', [thread.id]))
  return row as unknown as Row<'threads'>
}
const breachesOf = async ({ ticket }: Case, type = 'sla.breached') =>
  (
    await hub.store.read(hub.workspaceId, tx =>
      tx.many({ table: 'events', where: { ticketId: ticket.id }, above: null }),
    )
  ).filter(event => event['type'] === type)

const write = (at: Case): Promise<unknown> =>
  applyAsHub(hub.deps, hub.workspaceId, [
    {
      name: 'ticket.receive',
      mutationId: freshId(),
      args: {
        messageId: freshId(),
        ticketId: at.ticket.id,
        channel: 'email',
        from: null,
        to: [],
        cc: [],
        bodyText: 'Hello again',
        bodyHtml: null,
        mailId: null,
        receivedAtMs: hub.clock.now(),
        attachments: [],
      },
    },
  ])

describe('threads from before the policy', () => {
  test('get clocks that begin now, imported ones too; done ones and unpromised ones do not', async () => {
    const open = await addCase(hub, { waitingSinceMs: hub.clock.now() - 1000 * MINUTE_MS })
    const done = await addCase(hub, { state: 'solved', solvedAtMs: 1 })
    const low = await addCase(hub, { priority: 'low' })
    const support = await addCase(hub, { kind: 'support' })
    await runJob()
    const { clocks, dueAtMs } = await threadOf(open)

    expect(clocks).toMatchObject({ isAdopted: true, first: null, next: { limitMs: 60 * MINUTE_MS } })
    expect(dueAtMs).toBeGreaterThan(hub.clock.now() + 59 * MINUTE_MS)
    for (const each of [done, low, support]) expect(await threadOf(each)).toMatchObject({ clocks: null })
  })

  test(
    'a hundred and twenty of them, and a second run finds nothing to do',
    { timeout: 60_000 },
    async () => {
      const many: Case[] = []
      for (let count = 0; count < 120; count += 1) many.push(await addCase(hub))
      await runJob()
      const before = await hub.store.read(hub.workspaceId, async tx => (await tx.head()).seq)
      await runJob()

      for (const each of many) expect((await threadOf(each)).clocks).not.toBeNull()
      expect(await hub.store.read(hub.workspaceId, async tx => (await tx.head()).seq)).toBe(before)
    },
  )
})

describe('customers of a tier', () => {
  test('get their own clocks from the hub; of others a kind that is promised to nobody is not looked at', async () => {
    const gold = await addCase(hub, { priority: 'low' }, { tier: 'gold' })
    const silver = await addCase(hub, { priority: 'low' }, { tier: 'silver' })
    await runJob()
    expect((await threadOf(gold)).clocks).toMatchObject({ tier: 'gold', calendarId: expect.any(String) })
    expect((await threadOf(silver)).clocks).toBeNull()
  })
})

describe('clocks that run out', () => {
  test('warn first, where the policy says what happens then, and each happens once', async () => {
    const late = await addCase(hub)
    await runJob()
    hub.clock.shift(451 * MINUTE_MS)
    await runJob(3)
    expect(await breachesOf(late, 'sla.warned')).toHaveLength(1)
    expect(await breachesOf(late, 'sla.escalated')).toMatchObject([
      { facts: { on: 'warning', tell: 'team-supervisors' } },
    ])
    hub.clock.shift(150 * MINUTE_MS)
    await runJob(3)
    await runJob(3)
    expect(await breachesOf(late, 'sla.escalated')).toHaveLength(2)
    expect(await threadOf(late)).toMatchObject({ priority: 'urgent' })
  })

  test('are recorded once each, however many copies of the hub look at once', async () => {
    const late = await addCase(hub)
    await runJob()
    await write(late)
    const { dueAtMs } = await threadOf(late)
    await runJob()
    expect(await breachesOf(late)).toEqual([])
    hub.clock.shift(61 * MINUTE_MS)
    await runJob(3)
    await runJob(3)

    expect(await breachesOf(late)).toMatchObject([
      { actorId: null, threadId: late.thread.id, facts: { target: 'next-reply', dueAtMs, policyVersion: 1 } },
    ])
    expect(await threadOf(late)).toMatchObject({ dueAtMs, clocks: { next: { isBreached: true } } })
  })

  test('clocks nobody here can read hold up nobody else', async () => {
    const odd = await addCase(hub)
    const late = await addCase(hub)
    await runJob()
    await write(late)
    hub.clock.shift(61 * MINUTE_MS)
    await hub.database.owner.query(
      `UPDATE threads SET clocks_json = '{"newer": true, "breachAtMs": 5}' WHERE id = $1`,
      [odd.thread.id],
    )
    await runJob()

    expect(await breachesOf(late)).toHaveLength(1)
    expect(await breachesOf(odd)).toEqual([])
  })
})
