import type { BoardMeasures } from '../../shared/protocol/board.ts'
import { FIRST_CONTACT_WINDOW_MS, firstContactOf } from '../../shared/rules/closing/first-contact.ts'
import type { KindMask, ReplyFact, SurveyFact, ThreadFact } from './facts.ts'
import { isOfKind, maskOf, SERVICE, SUPPORT } from './facts.ts'
import type { Moment } from './moments.ts'
import { medianOver } from './moments.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
export const REPLY_PERIOD_MS = DAY_MS
export const SOLVED_PERIOD_MS = 7 * DAY_MS
/** As long again as a ticket may come back: half of what is counted stands for good. */
export const CONTACT_PERIOD_MS = 2 * FIRST_CONTACT_WINDOW_MS
export const CSAT_PERIOD_MS = 30 * DAY_MS
export const SURVEY_PERIOD_MS = 90 * DAY_MS
/** Scores up to this are a bad experience. */
const BAD_SCORE = 2

/** What came of the work: first replies, solved threads, answers of customers. */
export class Outcomes {
  readonly #replies = new Map<string, ReplyFact>()
  readonly #solved = new Map<string, ThreadFact>()
  readonly #surveys = new Map<string, SurveyFact>()
  readonly #kinds = new Map<string, KindMask>()

  putThread(thread: ThreadFact): void {
    const kinds = this.#kinds.get(thread.ticketId)
    if (kinds !== undefined) this.#kinds.set(thread.ticketId, kinds | maskOf([thread.kind]))
    if (thread.solvedAtMs === null) this.#solved.delete(thread.id)
    else this.#solved.set(thread.id, thread)
  }

  removeThread(id: string): void {
    this.#solved.delete(id)
  }

  putReply(reply: ReplyFact): void {
    if (reply.firstOutAtMs !== null) this.#replies.set(reply.ticketId, reply)
  }

  removeTicket(id: string): void {
    this.#replies.delete(id)
    this.#kinds.delete(id)
  }

  putSurvey(survey: SurveyFact): void {
    this.#surveys.set(survey.id, survey)
  }

  removeSurvey(id: string): void {
    this.#surveys.delete(id)
  }

  putKinds(ticketId: string, kinds: KindMask): void {
    this.#kinds.set(ticketId, kinds)
  }

  kindsOf(ticketId: string): KindMask {
    return this.#kinds.get(ticketId) ?? 0
  }

  /** Forgets what no period reaches any more. `isNeeded`: tickets whose kinds others still ask for. */
  forget(nowMs: number, isNeeded: (ticketId: string) => boolean): void {
    for (const [id, { solvedAtMs }] of this.#solved) {
      if ((solvedAtMs ?? 0) <= nowMs - CONTACT_PERIOD_MS) this.#solved.delete(id)
    }
    for (const [id, { askedAtMs }] of this.#surveys) {
      if (askedAtMs <= nowMs - SURVEY_PERIOD_MS) this.#surveys.delete(id)
    }
    const asked = new Set([...this.#surveys.values()].map(({ ticketId }) => ticketId))
    const solved = new Set([...this.#solved.values()].map(({ ticketId }) => ticketId))
    for (const [id, { firstOutAtMs }] of this.#replies) {
      if ((firstOutAtMs ?? nowMs) <= nowMs - REPLY_PERIOD_MS && !solved.has(id)) this.#replies.delete(id)
    }
    for (const id of this.#kinds.keys()) {
      if (!asked.has(id) && !solved.has(id) && !this.#replies.has(id) && !isNeeded(id)) this.#kinds.delete(id)
    }
  }

  /** Customers who said that something was bad, with the moment they said so. */
  *unhappy(): Generator<readonly [customerId: string, atMs: number]> {
    for (const { customerId, score, answeredAtMs } of this.#surveys.values()) {
      if (score !== null && answeredAtMs !== null && score <= BAD_SCORE) yield [customerId, answeredAtMs]
    }
  }

  measures(nowMs: number, kind: KindMask): BoardMeasures {
    const restored = kind === SERVICE ? [] : this.#restored()
    return {
      firstReply: this.#median(this.#firstReplies(), kind, { nowMs, lengthMs: REPLY_PERIOD_MS, parts: 6 }),
      restore: this.#median(restored, 0, { nowMs, lengthMs: SOLVED_PERIOD_MS, parts: 7 }),
      firstContact: this.#firstContact(nowMs, kind),
      csat: this.#csat(nowMs, kind),
    }
  }

  #median(
    moments: Iterable<Moment>,
    kind: KindMask,
    period: Parameters<typeof medianOver>[1],
  ): BoardMeasures['restore'] {
    const { medianMs, count, trend } = medianOver(moments, period, kind)
    return { medianMs, count, trend: [...trend] }
  }

  *#firstReplies(): Generator<Moment> {
    for (const { ticketId, firstInAtMs, firstOutAtMs } of this.#replies.values()) {
      // Tickets that began with a message of ours had no first reply to wait for.
      if (firstInAtMs === null || firstOutAtMs === null || firstOutAtMs < firstInAtMs) continue
      yield { atMs: firstOutAtMs, value: firstOutAtMs - firstInAtMs, mask: this.kindsOf(ticketId) }
    }
  }

  *#restored(): Generator<Moment> {
    for (const { kind, solvedAtMs, restoredAtMs, openedAtMs } of this.#solved.values()) {
      if (kind !== 'support' || solvedAtMs === null) continue
      // Where nobody said when service ran again, it did when the thread was solved.
      const value = Math.max(0, (restoredAtMs ?? solvedAtMs) - openedAtMs)
      yield { atMs: solvedAtMs, value, mask: SUPPORT }
    }
  }

  #firstContact(nowMs: number, kind: KindMask): BoardMeasures['firstContact'] {
    const found = { count: 0, solved: 0, provisional: 0 }
    for (const thread of this.#solved.values()) {
      const { solvedAtMs, ticketId } = thread
      if (solvedAtMs === null || solvedAtMs <= nowMs - CONTACT_PERIOD_MS || solvedAtMs > nowMs) continue
      if (!isOfKind(maskOf([thread.kind]), kind)) continue
      const replies = this.#replies.get(ticketId)?.replies ?? 0
      const how = firstContactOf({ ...thread, replies }, nowMs)
      found.solved += 1
      if (how === 'missed') continue
      found.count += 1
      if (how === 'candidate') found.provisional += 1
    }
    return found
  }

  #csat(nowMs: number, kind: KindMask): BoardMeasures['csat'] {
    const found = { sum: 0, answers: 0, asked: 0 }
    for (const { ticketId, score, askedAtMs, answeredAtMs } of this.#surveys.values()) {
      if (askedAtMs <= nowMs - CSAT_PERIOD_MS || askedAtMs > nowMs) continue
      if (!isOfKind(ticketId === null ? 0 : this.kindsOf(ticketId), kind)) continue
      found.asked += 1
      if (score === null || answeredAtMs === null) continue
      found.answers += 1
      found.sum += score
    }
    return found
  }
}
