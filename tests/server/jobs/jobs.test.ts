import { describe, expect, test } from 'vitest'
import { claimJob, endJob, ensureJobs, keepLease } from '../../../server/db/queries/jobs.ts'
import type { Job } from '../../../server/jobs/job.ts'
import {
  FEED_HORIZON_MS,
  RECEIPT_HORIZON_MS,
  retention,
  SPENT_TOKEN_MS,
} from '../../../server/jobs/retention.ts'
import { createJobRunner } from '../../../server/jobs/runner.ts'
import { wakeSnoozed } from '../../../server/jobs/wake-snoozed.ts'
import { deleteTicket } from '../../../server/sync/admin.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { silentLog } from '../../../shared/log.ts'
import { fileHub } from '../../support/file-hub.ts'
import type { HubUnderTest } from '../../support/hub.ts'
import { eventually, post, spawnHub, startTestHub } from '../../support/hub.ts'
import { addCase, addNoteTo, pushOne } from '../../support/hub-work.ts'

const hub = fileHub()

const runnerOf = (jobs: readonly Job[], leaseMs = 30_000, copy: HubUnderTest = hub) =>
  createJobRunner({
    jobs,
    leaseMs,
    owner: copy.database.owner,
    app: copy.database.app,
    store: copy.store,
    clock: copy.clock,
    random: Math.random,
    log: silentLog,
    announce: copy.deps.announce,
  })
const dueNow = (kind: string): Promise<unknown> =>
  hub.database.owner.query('UPDATE jobs SET due_at_ms = 0 WHERE kind = $1', [kind])
/** A process that was killed may have held one. */
const noLease = (kind: string): Promise<unknown> =>
  hub.database.owner.query('UPDATE jobs SET lease_until_ms = NULL WHERE kind = $1', [kind])
const jobRow = async (kind: string) =>
  (
    await hub.database.owner.query<{ failures: number; last_failure: string | null; due_at_ms: number }>(
      'SELECT failures, last_failure, due_at_ms FROM jobs WHERE kind = $1',
      [kind],
    )
  ).rows[0]

describe('leases', () => {
  test('two workers that look at once do not get the same job', async () => {
    const { owner } = hub.database
    await ensureJobs(owner, ['pair'])
    const leases = await Promise.all([1, 2, 3].map(() => claimJob(owner, ['pair'], 30_000)))

    expect(leases.filter(lease => lease !== null)).toHaveLength(1)
  })

  test('a worker that was killed is replaced when its lease has run out, and not before', async () => {
    const { owner } = hub.database
    await ensureJobs(owner, ['left'])
    const killed = await claimJob(owner, ['left'], 400)
    expect(killed).not.toBeNull()
    expect(await claimJob(owner, ['left'], 400)).toBeNull()
    const next = await eventually(
      () => claimJob(owner, ['left'], 30_000),
      lease => lease !== null,
    )

    expect(next?.leaseNumber).toBe((killed?.leaseNumber ?? 0) + 1)
  })

  test('a worker that comes back late finds its lease gone and changes nothing', async () => {
    const { owner } = hub.database
    await ensureJobs(owner, ['late'])
    const late = await claimJob(owner, ['late'], 1)
    const next = await eventually(
      () => claimJob(owner, ['late'], 30_000),
      lease => lease !== null,
    )
    if (!late || !next) throw new Error('Both had a lease')

    expect(await keepLease(owner, late, 30_000)).toBe(false)
    expect(await endJob(owner, late, { againInMs: 0, failure: null })).toBe(false)
    expect(await endJob(owner, next, { againInMs: 60_000, failure: null })).toBe(true)
  })

  test('a job longer than its lease keeps it while its worker lives', async () => {
    const { promise: finish, resolve: letFinish } = Promise.withResolvers<void>()
    const { promise: started, resolve: hasStarted } = Promise.withResolvers<void>()
    let runs = 0
    const long: Job = {
      kind: 'long',
      everyMs: 60_000,
      run: async () => {
        runs += 1
        hasStarted()
        await finish
      },
    }
    const working = runnerOf([long], 150).runDue()
    await started
    const leases = async (): Promise<number> =>
      (
        await hub.database.owner.query<{ until: number }>(
          `SELECT lease_until_ms AS until FROM jobs WHERE kind = 'long'`,
        )
      ).rows[0]?.until ?? 0
    const first = await leases()
    await eventually(leases, until => until > first + 150)
    expect(await runnerOf([long], 150).runDue()).toBe(0)
    letFinish()
    await working

    expect(runs).toBe(1)
  })

  test('a job that fails is tried again later, and says only a code about why', async () => {
    const failing: Job = {
      kind: 'failing',
      everyMs: 1,
      run: () => Promise.reject(new Error('about Ana Ruiz')),
    }
    const startedAt = Date.now()
    expect(await runnerOf([failing]).runDue()).toBe(1)
    const row = await jobRow('failing')

    expect(row).toMatchObject({ failures: 1, last_failure: 'internal' })
    expect(row?.due_at_ms).toBeGreaterThan(startedAt + 4000)
  })

  test('a hub process that is killed in the middle leaves its job to the next', async () => {
    const { owner } = hub.database
    await ensureJobs(owner, ['wake-snoozed'])
    const snoozed = await addCase(hub, { state: 'snoozed', snoozedUntilMs: Date.now() - 1000 })
    // The killed process held the lease: what it leaves behind is a lease that is still running.
    await dueNow('wake-snoozed')
    const held = await claimJob(owner, ['wake-snoozed'], 700)
    expect(held).not.toBeNull()
    const other = await spawnHub(hub.databaseUrl)
    const stateOf = async (): Promise<string> =>
      (await owner.query<{ state: string }>('SELECT state FROM threads WHERE id = $1', [snoozed.thread.id]))
        .rows[0]?.state ?? ''
    await eventually(stateOf, state => state === 'open', 10_000)
    await other.kill()
  })
})

describe('wake-snoozed', () => {
  const wake = async (): Promise<void> => {
    await ensureJobs(hub.database.owner, ['wake-snoozed'])
    await dueNow('wake-snoozed')
    await noLease('wake-snoozed')
    await eventually(
      () => runnerOf([wakeSnoozed]).runDue(),
      count => count > 0,
    )
  }
  const threadOf = async (id: string) =>
    (await hub.store.read(hub.workspaceId, tx => tx.rows('threads', [id])))[0]

  test('opens threads whose time has come, as automation, and leaves the others asleep', async () => {
    const due = await addCase(hub, { state: 'snoozed', snoozedUntilMs: hub.clock.now() - 1 })
    const later = await addCase(hub, { state: 'snoozed', snoozedUntilMs: hub.clock.now() + 60_000 })
    const before = await hub.store.read(hub.workspaceId, async tx => (await tx.head()).seq)
    await wake()
    const events = await hub.store.read(hub.workspaceId, tx =>
      tx.many({ table: 'events', where: { ticketId: due.ticket.id }, above: null }),
    )

    expect(await threadOf(due.thread.id)).toMatchObject({ state: 'open', snoozedUntilMs: null })
    expect(await threadOf(later.thread.id)).toMatchObject({ state: 'snoozed' })
    expect(events).toMatchObject([{ type: 'thread.woken', actorId: null }])
    expect(await hub.store.read(hub.workspaceId, async tx => (await tx.head()).seq)).toBeGreaterThan(before)
  })

  test('wakes more than one batch', async () => {
    const cases = await Promise.all(
      Array.from({ length: 60 }, () =>
        addCase(hub, { state: 'snoozed', snoozedUntilMs: hub.clock.now() - 1 }),
      ),
    )
    await wake()
    const threads = await hub.store.read(hub.workspaceId, tx =>
      tx.rows(
        'threads',
        cases.map(({ thread }) => thread.id),
      ),
    )

    expect(threads.every(thread => thread['state'] === 'open')).toBe(true)
  })

  test('done twice it changes nothing the second time', async () => {
    await addCase(hub, { state: 'snoozed', snoozedUntilMs: hub.clock.now() - 1 })
    await wake()
    const before = await hub.store.read(hub.workspaceId, tx => tx.head())
    await wake()

    expect(await hub.store.read(hub.workspaceId, tx => tx.head())).toEqual(before)
  })
})

describe('retention', () => {
  test('forgets what is behind its horizon, and only that', async () => {
    const own = await startTestHub()
    const who = await own.signIn('lena')
    const kept = await addCase(own)
    const gone = await addCase(own)
    await pushOne(own, who, addNoteTo(kept, 'stays'))
    await deleteTicket(own.deps, own.workspaceId, gone.ticket.id)
    const spent = who.refreshToken
    await post(`${own.url}${routes.refresh}`, { refreshToken: spent })
    const count = async (table: string, where = 'true'): Promise<number> =>
      (await own.database.owner.query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`))
        .rows[0]?.n ?? 0
    const run = async (): Promise<void> => {
      await ensureJobs(own.database.owner, ['retention'])
      await own.database.owner.query('UPDATE jobs SET due_at_ms = 0')
      expect(await runnerOf([retention], 30_000, own).runDue()).toBe(1)
    }
    const state = async () => ({
      tombstones: await count('feed', `kind = 'tombstone'`),
      receipts: await count('receipts'),
      spent: await count('refresh_tokens', 'used_at_ms IS NOT NULL'),
      notes: await count('notes'),
    })
    await run()
    const fresh = await state()
    expect(fresh).toMatchObject({ receipts: 1, spent: 1, notes: 1 })
    expect(fresh.tombstones).toBeGreaterThan(1)
    own.clock.shift(SPENT_TOKEN_MS + 1000)
    await run()
    expect(await state()).toEqual({ ...fresh, spent: 0 })
    own.clock.shift(FEED_HORIZON_MS)
    await run()
    // That of the ticket stays: a draft on it, however late, is its person's.
    expect(await state()).toMatchObject({ tombstones: 1, receipts: 1, notes: 1 })
    own.clock.shift(RECEIPT_HORIZON_MS)
    await run()
    expect(await state()).toMatchObject({ tombstones: 1, receipts: 0, notes: 1 })
    await own.stop()
  })
})
