import type { Clock } from '../../../shared/clock.ts'
import type { Reminder } from '../../../shared/contract/alerts.ts'
import type { SyncStatus } from '../../../shared/contract/sync.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Log } from '../../../shared/log.ts'
import { NextLook } from '../../../shared/next-look.ts'
import type { Me } from '../../../shared/rules/views.ts'
import type { ReminderRecords } from '../db/store-reminders.ts'
import type { Changed } from '../db/write.ts'
import type { DueReminder, ReminderQuery } from '../queries/due-reminders.ts'
import { chooseReminders, LATE_MS } from './choose-reminders.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** A sleeping laptop's timers come late and a wrong clock is put right: the clock is looked at this often. */
const LOOK_EVERY_MS = MINUTE_MS
/** A burst of changed rows is looked at once. */
const SOON_MS = 100
/** For so long late reminders wait for news from the hub. */
const PATIENCE_MS = 30_000
/** How often a new laptop looks whether the hub has told it the time. */
const UNTIL_BEGUN_MS = 5000
/** How often a held reminder is looked at. */
const HOLDING_MS = 1000
const REMEMBERED_MS = 60 * DAY_MS
const NAMED_EVENTS = 500

export type ReminderDeps = {
  readonly clock: Clock
  readonly log: Log
  readonly records: ReminderRecords
  readonly due: (query: ReminderQuery) => readonly DueReminder[]
  readonly me: () => Me
  readonly status: () => Pick<SyncStatus, 'phase' | 'lastPulledAtMs' | 'skewMs'>
  readonly tell: (reminders: readonly Reminder[]) => void
  /** Ends a snooze that is over: the hub may be out of reach. */
  readonly wake: (snoozed: { readonly threadId: string; readonly untilMs: number }) => void
}

export type Reminders = {
  /** Rows changed: what is due may be another thing now. */
  readonly changed: (changed: Changed) => void
  readonly stop: () => void
}

const CONCERNING = ['threads', 'followUps', 'promises', 'planSteps', 'agents', 'events'] as const

/**
 * Reminds the agent of what comes due, with or without a network, once each on this device. It looks at the clock when
 * the next thing is due, when rows change, and at least once a minute; it keeps no list of its own, so nothing that was
 * answered, moved or given away is ever told.
 *
 *     waiting --timer, rows--> looking --due--> recorded, told --> waiting
 *                                 \--late and not caught up--> holding --news or patience--> looking
 */
class Reminding implements Reminders {
  readonly #deps: ReminderDeps
  readonly #next: NextLook
  /** When the laptop last came back from a sleep, or this began. */
  #backAtMs: number
  /** Events that came since the last look. */
  #events: readonly string[] = []

  constructor(deps: ReminderDeps) {
    this.#deps = deps
    this.#next = new NextLook(deps.clock, () => this.#look())
    this.#backAtMs = deps.clock.now()
    this.#try(() => deps.records.forgetBefore(deps.clock.now() - REMEMBERED_MS))
    this.#next.plan(SOON_MS)
  }

  changed(changed: Changed): void {
    if (!CONCERNING.some(table => changed.has(table))) return
    this.#events = [...this.#events, ...(changed.get('events') ?? [])].slice(-NAMED_EVENTS)
    this.#next.atLatest(SOON_MS)
  }

  stop(): void {
    this.#next.stop()
  }

  #look(): void {
    if (this.#next.isStopped) return
    const nowMs = this.#deps.clock.now()
    if (nowMs - this.#next.dueAtMs > LATE_MS) this.#backAtMs = nowMs
    this.#next.plan(this.#try(() => this.#remind()) ?? LOOK_EVERY_MS)
  }

  /** A full disk must not end the thread that writes: what is due is looked at again in a minute. */
  #try<T>(work: () => T): T | null {
    try {
      return work()
    } catch (error) {
      this.#deps.log.warn('reminders.failed', { code: error instanceof AppError ? error.code : 'internal' })
      return null
    }
  }

  /** Answers in how many ms to look again. */
  #remind(): number {
    const { clock, records, status, due, me } = this.#deps
    const nowMs = clock.now() - (status().skewMs ?? 0)
    const begunAtMs = records.begunAtMs()
    if (begunAtMs === null) {
      // Without a word from the hub nobody knows what time it is, and there is nothing here to be reminded of.
      if (status().skewMs === null) return UNTIL_BEGUN_MS
      records.begin(nowMs)
      return SOON_MS
    }
    const eventIds = this.#events
    this.#events = []
    const coming = due({ me: me(), untilMs: nowMs + LOOK_EVERY_MS, eventIds })
    const fresh = records.fresh(coming.map(({ id }) => id))
    const ungiven = coming.filter(({ id }) => fresh.has(id))
    const choice = chooseReminders({
      due: ungiven.filter(({ atMs }) => atMs <= nowMs),
      nowMs,
      begunAtMs,
      isCaughtUp: this.#isCaughtUp(),
    })
    if (choice.drop.length > 0) records.markGiven(choice.drop, nowMs)
    if (choice.give.length > 0) this.#give(choice.give, nowMs)
    if (choice.isHolding) {
      // What a held reminder was told by must be found again.
      this.#events = [...eventIds, ...this.#events]
      return HOLDING_MS
    }
    const next = ungiven.find(({ atMs }) => atMs > nowMs)
    return next ? Math.min(LOOK_EVERY_MS, next.atMs - nowMs) : LOOK_EVERY_MS
  }

  #isCaughtUp(): boolean {
    const { clock, status } = this.#deps
    const { phase, lastPulledAtMs } = status()
    if (phase.state === 'offline' || phase.state === 'signed-out' || phase.state === 'trouble') return true
    return (lastPulledAtMs ?? 0) >= this.#backAtMs || Math.abs(clock.now() - this.#backAtMs) >= PATIENCE_MS
  }

  #give(reminders: readonly DueReminder[], nowMs: number): void {
    const { records, tell, wake } = this.#deps
    // Recorded first: told twice is worse than told a moment before a power cut.
    records.markGiven(reminders, nowMs)
    tell(reminders.map(({ atMs: _atMs, ...reminder }) => reminder))
    for (const { kind, threadId, dueAtMs } of reminders) {
      if (kind !== 'snooze-over' || threadId === null) continue
      this.#try(() => wake({ threadId, untilMs: dueAtMs }))
    }
  }
}

/** Starts reminding; nothing more is told after `stop`. */
export const createReminders = (deps: ReminderDeps): Reminders => new Reminding(deps)
