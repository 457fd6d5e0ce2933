import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { close } from '../../../main/data/db/open.ts'
import { reminderRecords } from '../../../main/data/db/store-reminders.ts'
import { dueReminders } from '../../../main/data/queries/due-reminders.ts'
import { createReminders } from '../../../main/data/reminders/reminders.ts'
import type { ReminderDeps, Reminders } from '../../../main/data/reminders/reminders.ts'
import type { Reminder } from '../../../shared/contract/alerts.ts'
import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { silentLog } from '../../../shared/log.ts'
import { nextDue, withBreachTime } from '../../../shared/rules/sla/thread-clocks.ts'
import {
  aCustomer,
  aFollowUp,
  anEvent,
  aPromise,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { aPlanStep } from '../../support/relation-builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const ME = { id: idOf(9), teamIds: [idOf(11)] }

type Phase = ReturnType<ReminderDeps['status']>['phase']
/** One laptop of one agent: its file, its clock, and what it was reminded of. */
class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'tandem-reminders-'))
  readonly clock: FakeClock = createFakeClock(NOW_MS)
  readonly told: Reminder[] = []
  readonly woken: string[] = []
  phase: Phase = { state: 'offline', sinceMs: 0 }
  lastPulledAtMs: number | null = NOW_MS
  skewMs: number | null = 0
  /** A protection that is taken out on purpose. */
  forgets = false
  laptop: LaptopDatabase
  private running: Reminders

  constructor() {
    this.laptop = openLaptopDatabase({ folder: this.folder })
    this.running = this.start()
  }

  private start(): Reminders {
    const records = reminderRecords(this.laptop.database)
    return createReminders({
      clock: this.clock,
      log: silentLog,
      records: this.forgets ? { ...records, markGiven: () => {} } : records,
      due: query => dueReminders(this.laptop.database.db, query),
      me: () => ME,
      status: () => ({ phase: this.phase, lastPulledAtMs: this.lastPulledAtMs, skewMs: this.skewMs }),
      tell: reminders => this.told.push(...reminders),
      wake: ({ threadId }) => this.woken.push(threadId),
    })
  }

  /** The first look makes the beginning: what was due before is not told. */
  async begin(): Promise<void> {
    await this.clock.advance(1000)
  }
  async put(table: TableName, ...rows: readonly AnyRow[]): Promise<void> {
    const version = this.clock.now()
    this.laptop.store.transaction('relaxed', () => {
      for (const row of rows) this.laptop.store.rows.put(table, row, version)
    })
    this.running.changed(new Map([[table, new Set(rows.map(({ id }) => id))]]))
    await this.clock.advance(200)
  }
  /** As a power cut or a crash, `awayMs` long. */
  async killed(awayMs: number): Promise<void> {
    this.running.stop()
    close(this.laptop.database.db)
    this.clock.jump(awayMs)
    this.laptop = openLaptopDatabase({ folder: this.folder })
    this.running = this.start()
    await this.clock.advance(500)
  }
  /** The lid is closed: time goes on, timers do not. */
  async slept(awayMs: number): Promise<void> {
    this.clock.jump(awayMs)
    await this.clock.advance(MINUTE_MS)
  }
  kinds(): readonly string[] {
    return this.told.map(({ kind }) => kind)
  }
  end(): void {
    this.running.stop()
    close(this.laptop.database.db)
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** A thread of mine whose solution is due at a moment, with the warning half an hour before. */
function dueThread(dueAtMs: number, row: Partial<Thread> = {}): Thread {
  const solve = {
    limitMs: 8 * HOUR_MS,
    warnMs: HOUR_MS / 2,
    usedMs: 0,
    sinceMs: NOW_MS,
    stoppedAtMs: null,
    isBreached: false,
  }
  const clocks = withBreachTime(
    {
      policyId: idOf(71),
      calendarId: idOf(70),
      isAdopted: false,
      first: null,
      next: null,
      solve: { ...solve, dueAtMs, warnAtMs: dueAtMs - HOUR_MS / 2 },
    },
    null,
  )
  return aThread({ assigneeId: ME.id, clocks, dueAtMs: nextDue(clocks), ...row })
}

let desk: Desk
beforeEach(async () => {
  desk = new Desk()
  await desk.put('customers', aCustomer({ name: 'Ana Ruiz' }))
  await desk.put('tickets', aTicket({ subject: 'Charged twice' }))
  await desk.begin()
})
afterEach(() => desk.end())

describe('clocks', () => {
  test('warn once and run out once, to the second, without a network', async () => {
    await desk.put('threads', dueThread(NOW_MS + HOUR_MS))
    await desk.clock.advance(28 * MINUTE_MS)
    expect(desk.told).toEqual([])
    await desk.clock.advance(3 * MINUTE_MS)
    expect(desk.told).toMatchObject([
      {
        kind: 'sla-warning',
        title: 'resolve',
        customerName: 'Ana Ruiz',
        subject: 'Charged twice',
        dueAtMs: NOW_MS + HOUR_MS,
        threadId: idOf(3),
        ticketId: idOf(2),
      },
    ])
    await desk.clock.advance(3 * HOUR_MS)
    expect(desk.kinds()).toEqual(['sla-warning', 'sla-breach'])
  })
  test('that were stopped, moved or given away say nothing', async () => {
    await desk.put('threads', dueThread(NOW_MS + HOUR_MS))
    await desk.put('threads', dueThread(NOW_MS + HOUR_MS, { state: 'solved', dueAtMs: null }))
    await desk.put('threads', dueThread(NOW_MS + HOUR_MS, { assigneeId: idOf(10) }))
    await desk.clock.advance(2 * HOUR_MS)
    expect(desk.told).toEqual([])
  })
  test('of the team’s unassigned threads tell only that they ran out; other teams’ nothing', async () => {
    await desk.put('threads', dueThread(NOW_MS + HOUR_MS, { assigneeId: null, teamId: idOf(11) }))
    await desk.put(
      'threads',
      dueThread(NOW_MS + HOUR_MS, { id: idOf(4), assigneeId: null, teamId: idOf(12) }),
    )
    await desk.clock.advance(2 * HOUR_MS)
    expect(desk.told).toMatchObject([{ kind: 'sla-breach', threadId: idOf(3) }])
  })
  test('of support are about restoring', async () => {
    await desk.put('threads', dueThread(NOW_MS + HOUR_MS, { kind: 'support' }))
    await desk.clock.advance(2 * HOUR_MS)
    expect(desk.told.map(({ title }) => title)).toEqual(['restore', 'restore'])
  })
  test('warn again when they were paused and come due anew', async () => {
    await desk.put('threads', dueThread(NOW_MS + HOUR_MS))
    await desk.clock.advance(45 * MINUTE_MS)
    await desk.put('threads', dueThread(NOW_MS + 5 * HOUR_MS))
    await desk.clock.advance(5 * HOUR_MS)
    expect(desk.kinds()).toEqual(['sla-warning', 'sla-warning', 'sla-breach'])
  })
})

describe('what was agreed', () => {
  test('promises and follow-ups of mine are told when they are due, in the words they were made in', async () => {
    await desk.put(
      'promises',
      aPromise({ ownerId: ME.id, promise: 'Refund by Friday', dueAtMs: NOW_MS + HOUR_MS }),
    )
    await desk.put(
      'followUps',
      aFollowUp({ ownerId: ME.id, title: 'Ask how it went', dueAtMs: NOW_MS + 2 * HOUR_MS }),
    )
    await desk.put('promises', aPromise({ ownerId: idOf(10), dueAtMs: NOW_MS + HOUR_MS }))
    await desk.clock.advance(3 * HOUR_MS)
    expect(desk.told).toMatchObject([
      { kind: 'promise', title: 'Refund by Friday' },
      { kind: 'follow-up', title: 'Ask how it went' },
    ])
  })
  test('a step of a plan is something to come back to, also after the app was killed offline', async () => {
    await desk.put(
      'planSteps',
      aPlanStep({ ownerId: ME.id, title: 'Staff training', dueAtMs: NOW_MS + HOUR_MS }),
      aPlanStep({ ownerId: ME.id, state: 'done', dueAtMs: NOW_MS + HOUR_MS }),
    )
    await desk.killed(2 * HOUR_MS)
    await desk.clock.advance(MINUTE_MS)
    expect(desk.told).toMatchObject([{ kind: 'follow-up', title: 'Staff training' }])
  })
  test('a snooze that ends wakes the thread here, hub or no hub', async () => {
    const untilMs = NOW_MS + HOUR_MS
    await desk.put('threads', aThread({ assigneeId: ME.id, state: 'snoozed', snoozedUntilMs: untilMs }))
    await desk.clock.advance(2 * HOUR_MS)
    expect([desk.kinds(), desk.woken]).toEqual([['snooze-over'], [idOf(3)]])
  })
  test('a snooze that the hub ended first is told as well, and only once', async () => {
    const untilMs = desk.clock.now()
    await desk.put('threads', aThread({ assigneeId: ME.id, state: 'open' }))
    const woken = anEvent({ threadId: idOf(3), type: 'thread.woken', actorId: null, facts: { untilMs } })
    await desk.put('events', woken)
    await desk.put('events', woken)
    expect(desk.kinds()).toEqual(['snooze-over'])
  })
})

describe('whatever happens to the laptop', () => {
  test('a reminder given before a crash does not come again', async () => {
    await desk.put('promises', aPromise({ ownerId: ME.id, dueAtMs: NOW_MS + HOUR_MS }))
    await desk.clock.advance(61 * MINUTE_MS)
    await desk.killed(0)
    await desk.killed(HOUR_MS)
    expect(desk.kinds()).toEqual(['promise'])
  })
  test('negative control: without the record it would come again', async () => {
    await desk.put('promises', aPromise({ ownerId: ME.id, dueAtMs: NOW_MS + HOUR_MS }))
    desk.forgets = true
    await desk.killed(0)
    await desk.clock.advance(62 * MINUTE_MS)
    await desk.killed(0)
    expect(desk.told.length).toBeGreaterThan(1)
  })
  test('what came due while it was off is told once at the start', async () => {
    await desk.put('promises', aPromise({ ownerId: ME.id, dueAtMs: NOW_MS + HOUR_MS }))
    await desk.put('threads', dueThread(NOW_MS + 2 * HOUR_MS))
    await desk.killed(3 * DAY_MS)
    expect(desk.kinds()).toEqual(['promise', 'sla-breach'])
    await desk.clock.advance(DAY_MS)
    expect(desk.told).toHaveLength(2)
  })
  test('after a sleep it hears from the hub first: what a colleague has done meanwhile alarms nobody', async () => {
    desk.phase = { state: 'idle' }
    await desk.put('threads', dueThread(NOW_MS + HOUR_MS))
    await desk.put('promises', aPromise({ ownerId: ME.id, dueAtMs: NOW_MS + HOUR_MS }))
    await desk.slept(3 * HOUR_MS)
    await desk.clock.advance(5000)
    expect(desk.told).toEqual([])
    desk.lastPulledAtMs = desk.clock.now()
    await desk.put('threads', dueThread(NOW_MS + HOUR_MS, { state: 'solved', dueAtMs: null }))
    await desk.clock.advance(5000)
    expect(desk.kinds()).toEqual(['promise'])
  })
  test('but it does not wait for a hub that says nothing', async () => {
    desk.phase = { state: 'pulling' }
    await desk.put('promises', aPromise({ ownerId: ME.id, dueAtMs: NOW_MS + HOUR_MS }))
    await desk.slept(3 * HOUR_MS)
    await desk.clock.advance(MINUTE_MS)
    expect(desk.kinds()).toEqual(['promise'])
  })
  test('a clock set back gives nothing twice, and a clock set forward and back nothing either', async () => {
    await desk.put('promises', aPromise({ ownerId: ME.id, dueAtMs: NOW_MS + HOUR_MS }))
    await desk.clock.advance(61 * MINUTE_MS)
    desk.clock.jump(-5 * HOUR_MS)
    await desk.clock.advance(6 * HOUR_MS)
    desk.clock.jump(2 * DAY_MS)
    await desk.clock.advance(2 * MINUTE_MS)
    desk.clock.jump(-2 * DAY_MS)
    await desk.clock.advance(2 * DAY_MS)
    expect(desk.kinds()).toEqual(['promise'])
  })
  test('a clock that is wrong by a day is put right by what the hub said', async () => {
    desk.skewMs = DAY_MS
    desk.clock.jump(DAY_MS)
    await desk.put('promises', aPromise({ ownerId: ME.id, dueAtMs: NOW_MS + HOUR_MS }))
    await desk.clock.advance(30 * MINUTE_MS)
    expect(desk.told).toEqual([])
    await desk.clock.advance(35 * MINUTE_MS)
    expect(desk.kinds()).toEqual(['promise'])
  })
  test('what was due before this laptop was set up is not told', async () => {
    await desk.put('promises', aPromise({ ownerId: ME.id, dueAtMs: NOW_MS - HOUR_MS }))
    await desk.put('threads', dueThread(NOW_MS - 1))
    await desk.clock.advance(DAY_MS)
    expect(desk.told).toEqual([])
  })
  test('after an end of the place nothing is told any more', async () => {
    await desk.put('promises', aPromise({ ownerId: ME.id, dueAtMs: NOW_MS + HOUR_MS }))
    const { waiting } = desk.clock
    desk.end()
    expect(waiting()).toBe(0)
    desk = new Desk()
  })
})

test('what is due is found by indexes, however many threads there are', () => {
  const { db } = desk.laptop.database
  dueReminders(db, { me: ME, untilMs: NOW_MS, eventIds: [idOf(5)] })
  const asked = [...db.statements.keys()].filter(sql =>
    /threads t|follow_ups d|promises d|events e/.test(sql),
  )
  const plans = asked.flatMap(sql =>
    (db.handle.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', "'1'")}`).all() as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  )
  expect(asked).toHaveLength(6)
  expect(plans.filter(detail => /^SCAN (?!j VIRTUAL)/.test(detail))).toEqual([])
})
