import type { Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Log } from '../../../shared/log.ts'
import { NextLook } from '../../../shared/next-look.ts'
import type { StandingRecords, WorkedOut } from '../db/store-standings.ts'
import type { Changed } from '../db/write.ts'

/** A burst of changed rows is looked at once, after what caused it is on the screen. */
const SOON_MS = 500
/** Longer at a time, and whoever writes would have to wait. */
const SLICE_MS = 8
const BETWEEN_MS = 80
/** So many are asked for at once; few are done within a slice. */
const MOST_AT_ONCE = 40
/** Lists look again this often at most while many standings are worked out. */
const TELL_EVERY_MS = 2_000
/** Clocks are put right, and laptops sleep. */
const LOOK_EVERY_MS = 10 * 60_000

export type StandingsDeps = {
  readonly clock: Clock
  readonly log: Log
  readonly records: StandingRecords
  /** Null: nobody of that id is here. */
  readonly workOut: (customerId: string) => WorkedOut | null
  /** False while the first rows of a place come in: whatever was worked out then would be worked out again. */
  readonly isFilled: () => boolean
  readonly isWanted: () => boolean
  /** ms, only for spans. */
  readonly stopwatch: () => number
  readonly tell: (customerIds: ReadonlySet<string>) => void
}

export type Standings = {
  readonly changed: (changed: Changed) => void
  readonly stop: () => void
}

/**
 * Keeps how customers stand beside them, so that lists can filter by the very health and value that the card shows.
 * Transactions mark whose rows they change (`standings-due.ts`); this works those out again, a few at a time and only
 * while nobody waits, and everybody once a day, because time alone changes a standing too.
 */
class Keeping implements Standings {
  readonly #deps: StandingsDeps
  readonly #news = new Set<string>()
  readonly #next: NextLook
  #toldAtMs = 0
  #areAllDue = false
  /** Known issues that changed: whoever has them is due. Null: more than can be named. */
  #issues: ReadonlySet<string> | null = new Set<string>()

  constructor(deps: StandingsDeps) {
    this.#deps = deps
    this.#next = new NextLook(deps.clock, () => this.#look())
    this.#next.plan(SOON_MS)
  }

  changed(changed: Changed): void {
    if (changed.has('teamRules')) this.#areAllDue = true
    const issues = changed.get('knownIssues')
    if (issues === null) this.#issues = null
    else if (issues && this.#issues) this.#issues = new Set([...this.#issues, ...issues])
    const concerns = (['teamRules', 'knownIssues', 'ofCustomer'] as const).some(table => changed.has(table))
    if (concerns) this.#next.atLatest(SOON_MS)
  }

  stop(): void {
    this.#next.stop()
  }

  #look(): void {
    if (this.#next.isStopped) return
    this.#next.plan(LOOK_EVERY_MS)
    try {
      this.#next.plan(this.#step())
    } catch (error) {
      // A full disk must not end the thread that writes.
      this.#deps.log.warn('standings.failed', { code: error instanceof AppError ? error.code : 'internal' })
    }
  }

  /** Answers in how many ms to look again. */
  #step(): number {
    const { clock, records, isFilled, isWanted } = this.#deps
    if (!isFilled() || isWanted()) return SOON_MS
    this.#mark()
    const isMore = this.#workOutSome()
    this.#tellSome(!isMore)
    if (isMore) return BETWEEN_MS
    if (this.#news.size > 0) return TELL_EVERY_MS
    const nextMs = records.nextDueMs()
    return nextMs === null ? LOOK_EVERY_MS : Math.max(SOON_MS, Math.min(LOOK_EVERY_MS, nextMs - clock.now()))
  }

  #mark(): void {
    const { records } = this.#deps
    if (this.#areAllDue) records.allAreDue()
    else if (this.#issues === null || this.#issues.size > 0)
      records.dueByIssues(this.#issues && [...this.#issues])
    this.#areAllDue = false
    this.#issues = new Set()
  }

  /** True while there is more. */
  #workOutSome(): boolean {
    const { clock, records, workOut, stopwatch } = this.#deps
    const nowMs = clock.now()
    const due = records.due(nowMs, MOST_AT_ONCE)
    const fromMs = stopwatch()
    const done = new Map<string, WorkedOut>()
    let looked = 0
    for (const id of due) {
      if (looked > 0 && stopwatch() - fromMs >= SLICE_MS) break
      looked += 1
      if (done.has(id)) continue
      const found = workOut(id)
      // Gone between two looks: the row goes with the customer's own.
      if (found) for (const member of found.customerIds) done.set(member, found)
    }
    const workedOut = [...new Set(done.values())]
    if (workedOut.length > 0) for (const id of records.keep(workedOut, nowMs)) this.#news.add(id)
    return looked < due.length || due.length === MOST_AT_ONCE
  }

  #tellSome(isLast: boolean): void {
    const { stopwatch, tell } = this.#deps
    const nowMs = stopwatch()
    if (this.#news.size === 0 || (!isLast && nowMs - this.#toldAtMs < TELL_EVERY_MS)) return
    this.#toldAtMs = nowMs
    tell(new Set(this.#news))
    this.#news.clear()
  }
}

/** Starts to keep them; nothing more is written after `stop`. */
export const keepStandings = (deps: StandingsDeps): Standings => new Keeping(deps)
