import { beforeEach, expect, test } from 'vitest'
import { createNotices } from '../../main/data/notices.ts'
import type { Notices } from '../../main/data/notices.ts'
import { createReporter } from '../../main/data/reporter.ts'
import type { ChangedRows } from '../../shared/contract/events.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import type { FakeClock } from '../support/fake-clock.ts'

let clock: FakeClock
let told: ChangedRows[]
let statuses: number
let notices: Notices

beforeEach(() => {
  clock = createFakeClock()
  told = []
  statuses = 0
  notices = createNotices({
    clock,
    tellRows: tables => void told.push(tables),
    tellStatus: () => {
      statuses += 1
    },
  })
})

test('the first change is told at once, what follows within a frame is told together', async () => {
  notices.changed(new Map([['threads', new Set(['a'])]]))
  await clock.advance(0)
  expect(told).toEqual([{ threads: ['a'] }])
  notices.changed(new Map([['threads', new Set(['b'])]]))
  notices.changed(
    new Map([
      ['threads', new Set(['b', 'c'])],
      ['notes', new Set(['n'])],
    ]),
  )
  await clock.advance(15)
  expect(told).toHaveLength(1)
  await clock.advance(1)
  expect(told[1]).toEqual({ threads: ['b', 'c'], notes: ['n'] })
})

test('too many rows to name are told as "many", and stay so until told', async () => {
  notices.changed(new Map([['threads', new Set(Array.from({ length: 501 }, (_, index) => String(index)))]]))
  notices.changed(
    new Map([
      ['threads', new Set(['x'])],
      ['notes', null],
    ]),
  )
  await clock.advance(0)
  expect(told).toEqual([{ threads: null, notes: null }])
})

test('a change of the outbox is a change of the status; several make one', async () => {
  notices.changed(new Map([['outbox', new Set(['m'])]]))
  notices.statusChanged()
  notices.statusChanged()
  await clock.advance(0)
  expect(statuses).toBe(1)
})

test('after the end nothing is told any more', async () => {
  notices.changed(new Map([['threads', new Set(['a'])]]))
  notices.stop()
  notices.statusChanged()
  await clock.advance(1_000)
  expect([told, statuses]).toEqual([[], 0])
})

const status = (waiting: number): SyncStatus => ({
  phase: { state: 'idle' },
  waiting,
  oldestWaitingAtMs: null,
  attention: 0,
  lastPulledAtMs: 7,
  skewMs: null,
  isFilled: true,
  customersHere: 1,
  doubtful: 0,
})

function reporterTo(sent: unknown[], isLive = (): boolean => false) {
  return createReporter({
    clock,
    send: report => void sent.push(report),
    appVersion: '1.2.3',
    isEncrypted: true,
    unsentFacts: () => ({ replies: 1, tickets: 1, claimed: 0, ticketIds: ['one'], claimedIds: [] }),
    isLive,
  })
}

test('what waits here is reported when it changed, not more often than the fleet view needs', async () => {
  const sent: unknown[] = []
  const reporter = reporterTo(sent)
  reporter.tell(status(0))
  reporter.tell(status(1))
  expect(sent).toEqual([
    {
      unsent: 0,
      oldestUnsentAtMs: null,
      lastPulledAtMs: 7,
      version: '1.2.3',
      unsentReplies: 0,
      unsentTickets: 0,
      claimed: 0,
      unsentTicketIds: [],
      claimedTicketIds: [],
      isEncrypted: true,
      skewMs: null,
      status: null,
    },
  ])
  await clock.advance(15_000)
  reporter.tell(status(1))
  reporter.tell(status(1))
  expect(sent).toHaveLength(2)
  expect(sent[1]).toMatchObject({ unsent: 1, unsentReplies: 1, unsentTickets: 1, unsentTicketIds: ['one'] })
  reporter.again()
  expect(sent).toHaveLength(3)
  reporter.stop()
})

test('while hints arrive a report repeats each minute; without a connection nothing is sent', async () => {
  const sent: unknown[] = []
  let isLive = true
  const reporter = reporterTo(sent, () => isLive)
  reporter.tell(status(0))
  await clock.advance(60_000)
  expect(sent).toHaveLength(2)
  isLive = false
  await clock.advance(180_000)
  expect(sent).toHaveLength(2)
  reporter.stop()
})

test('what the agent says of themselves leaves at once, with the moment it was said', () => {
  const sent: { status: unknown }[] = []
  const reporter = reporterTo(sent)
  reporter.tell(status(0))
  reporter.setStatus({ state: 'lunch', untilMs: 9, setAtMs: clock.now() })
  expect(sent.at(-1)?.status).toEqual({ state: 'lunch', untilMs: 9, setAtMs: clock.now() })
  reporter.stop()
})
