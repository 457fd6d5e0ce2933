import type { OutboxStore, LinkedEntry } from './outbox-store.ts'
import { createHolds } from './wait-rules.ts'

export type PickInput = {
  readonly nowMs: number
  /** Only this agent's entries leave. */
  readonly author: string
  readonly limit: number
  /** Private work leaves when it has rested this long, ms. */
  readonly quietMs: number
  /** What has come back from the hub and is not taken yet. */
  readonly answered?: Answers
  /** Entries looked at before it is enough; without it all. */
  readonly reach?: number
}
/** By mutation id: true for what the hub has done. Anything else it said holds back what comes behind it. */
export type Answers = ReadonlyMap<string, boolean>
export type Batch = {
  /** In order of intent, groups whole. */
  readonly entries: readonly LinkedEntry[]
  /** When the next entry comes due that only waits for time, ms; null when none does. */
  readonly nextDueAtMs: number | null
}

const PAGE = 200
const NO_ANSWERS: Answers = new Map()

/** No undo window is longer than this; a later end was written by a clock that has been set back since. */
const LONGEST_HOLD_MS = 120_000
/** No rest is longer than this; a later time was written by a clock that has been set back since. */
const LONGEST_REST_MS = 600_000

/**
 * When the entry may leave as far as time is concerned: private work rests, a reply gives time to take it back. A clock
 * that was set back must not hold anything.
 */
function dueAtMs(entry: LinkedEntry, { nowMs, quietMs }: PickInput): number {
  const restsUntilMs = entry.nextAttemptAtMs > nowMs + LONGEST_REST_MS ? 0 : entry.nextAttemptAtMs
  if (entry.nowMs > nowMs) return restsUntilMs
  const held = entry.heldUntilMs ?? 0
  const heldUntilMs = held > nowMs + LONGEST_HOLD_MS ? 0 : held
  return Math.max(restsUntilMs, entry.isQuiet ? entry.nowMs + quietMs : 0, heldUntilMs)
}

/** Entries of one group side by side, in the order of their first. */
function* unitsOf(outbox: OutboxStore): Generator<readonly LinkedEntry[]> {
  const seenGroups = new Set<string>()
  let after = 0
  for (;;) {
    const page = outbox.page(after, PAGE)
    for (const entry of page) {
      after = entry.seq
      if (entry.groupId === null) yield [entry]
      else if (!seenGroups.has(entry.groupId)) {
        seenGroups.add(entry.groupId)
        yield outbox
          .ofGroup(entry.groupId)
          .map(member => ({ ...member, links: outbox.linksOf(member.mutationId) }))
      }
    }
    if (page.length < PAGE) return
  }
}

/** What can leave now: up to `limit` entries in order, each with everything it waits for decided or in the same batch. */
export function pickBatch(outbox: OutboxStore, input: PickInput): Batch {
  const { answered = NO_ANSWERS, reach = Infinity } = input
  const holds = createHolds()
  const entries: LinkedEntry[] = []
  let nextDueAtMs: number | null = null
  let seen = 0
  for (const unit of unitsOf(outbox)) {
    if (seen >= reach) break
    seen += unit.length
    if (unit.every(({ mutationId }) => answered.get(mutationId))) continue
    const due = Math.max(...unit.map(entry => dueAtMs(entry, input)))
    const isOpen = unit.every(entry => entry.state !== 'parked' && entry.author === input.author)
    const isAnswered = unit.some(({ mutationId }) => answered.has(mutationId))
    const isFree = isOpen && !isAnswered && !unit.some(entry => holds.blocks(entry))
    if (isFree && due <= input.nowMs && entries.length + unit.length <= input.limit) {
      entries.push(...unit)
    } else {
      for (const entry of unit) holds.add(entry)
      if (isFree && due > input.nowMs) nextDueAtMs = Math.min(nextDueAtMs ?? due, due)
    }
    if (entries.length >= input.limit) break
  }
  return { entries, nextDueAtMs }
}
