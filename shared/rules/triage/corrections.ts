import type { TicketKind } from '../work-kind.ts'
import type { Features } from './features.ts'
import type { OneSided, TriageModel } from './model.ts'
import { readTicket } from './read-ticket.ts'
import type { ReadTicket } from './read-ticket.ts'
import { logistic } from './score.ts'
import { pairOf, SIDES } from './side-score.ts'
import type { Side } from './side-score.ts'

/** What the workspace has taught: by feature, how much to add for service and for support. */
export type Corrections = ReadonlyMap<number, readonly [service: number, support: number]>
export const NO_CORRECTIONS: Corrections = new Map()

/** A ticket whose kind a person decided. */
export type Lesson = {
  readonly ticketId: string
  readonly kind: TicketKind
  readonly atMs: number
  readonly subject: string
  readonly body: string
}

/** Lessons that count; older ones are forgotten. */
export const MOST_LESSONS = 500
/** Features that are kept, the strongest: what travels to every laptop stays some ten kilobytes. */
export const MOST_CORRECTIONS = 1500
/** No word is ever taught further than this, so that one loud ticket cannot turn the model. */
export const FURTHEST = 3
const RATE = 1.5
/** A weight of this size is half as free to be taught as none. */
const KNOWN = 0.3
/** However well a word is known, people who say otherwise often enough are right. */
const LEAST_FREE = 0.15
const ROUNDS = 5
/** A side that is right by this much teaches nothing: it needs no correction. */
const RIGHT_ENOUGH = 0.05
const DECIMALS = 1000

type Pair = readonly [number, number]
const within = (value: number): number => Math.min(FURTHEST, Math.max(-FURTHEST, value))
const stepOf = (want: number, chance: number): number =>
  Math.abs(want - chance) <= RIGHT_ENOUGH ? 0 : RATE * (want - chance)

/**
 * How freely a word may be taught: one the model knows well was learnt from many sources and means the same in the next
 * trade; what is new to it is where a trade differs.
 */
function freedom({ weights, step }: OneSided, bucket: number): number {
  const known = Math.abs((weights[bucket] ?? 0) * step) / KNOWN
  return Math.max(LEAST_FREE, 1 / (1 + known * known))
}

/** A stretch of a ticket and what it should say of each side; null: nothing is taught about that side. */
type Teaching = { readonly features: Features; readonly wants: Readonly<Record<Side, number | null>> }
type Learning = { readonly model: TriageModel; readonly learnt: Map<number, Pair> }

/** Pieces of words are left alone: what is taught is taught about words people can read. */
function teach({ model, learnt }: Learning, { features, wants }: Teaching): void {
  const scores = pairOf({ model, corrections: learnt }, features)
  const [toService, toSupport] = SIDES.map(side => {
    const want = wants[side]
    return want === null ? 0 : stepOf(want, logistic(scores[side]))
  })
  if (!toService && !toSupport) return
  features.buckets.forEach((bucket, index) => {
    if (features.isWhole[index] !== true) return
    const value = features.values[index] ?? 0
    const [first, second] = learnt.get(bucket) ?? [0, 0]
    const [freely, secondly] = [freedom(model.service, bucket), freedom(model.support, bucket)]
    learnt.set(bucket, [
      within(first + (toService ?? 0) * freely * value),
      within(second + (toSupport ?? 0) * secondly * value),
    ])
  })
}

type Seen = Pick<ReadTicket, 'features' | 'clauses'>

const only = (side: Side): Teaching['wants'] => ({
  service: side === 'service' ? 1 : 0,
  support: side === 'support' ? 1 : 0,
})

/**
 * One kind: the whole is of it, and no clause is of the other. What other clauses say of the kind itself is not known:
 * most only tell the story.
 */
function teachOne(learning: Learning, { features, clauses }: Seen, kind: Side): void {
  teach(learning, { features, wants: only(kind) })
  const other: Side = kind === 'service' ? 'support' : 'service'
  const none = { service: null, support: null }
  for (const clause of clauses) {
    const knowing = { model: learning.model, corrections: learning.learnt }
    const pair = pairOf(knowing, clause.features)
    if (pair[other] > Math.max(0, pair[kind])) {
      teach(learning, { features: clause.features, wants: { ...none, [other]: 0 } })
    }
  }
}

/** Both: the clause that leans most to a side is of that side; of a text in one clause, all of it is of either. */
function teachBoth(learning: Learning, { features, clauses }: Seen): void {
  if (clauses.length === 0) {
    teach(learning, { features, wants: { service: 1, support: 1 } })
    return
  }
  const leans = clauses.map(clause => {
    const { service, support } = pairOf(
      { model: learning.model, corrections: learning.learnt },
      clause.features,
    )
    return { features: clause.features, lean: service - support }
  })
  const service = leans.reduce((most, each) => (each.lean > most.lean ? each : most))
  const support = leans.reduce((least, each) => (each.lean < least.lean ? each : least))
  if (service === support) return
  teach(learning, { features: service.features, wants: only('service') })
  teach(learning, { features: support.features, wants: only('support') })
}

function learnOne(learning: Learning, { seen, kind }: { seen: Seen; kind: TicketKind }): void {
  if (kind === 'both') teachBoth(learning, seen)
  else teachOne(learning, seen, kind)
}

const round = (value: number): number => Math.round(value * DECIMALS) / DECIMALS
const sizeOf = ([service, support]: Pair): number => Math.max(Math.abs(service), Math.abs(support))

/** Newest word on each ticket, oldest first, the latest `MOST_LESSONS` of them. */
function inOrder(lessons: readonly Lesson[]): readonly Lesson[] {
  const sorted = lessons.toSorted((a, b) => a.atMs - b.atMs || (a.ticketId < b.ticketId ? -1 : 1))
  const newest = new Map(sorted.map(lesson => [lesson.ticketId, lesson]))
  return [...newest.values()]
    .toSorted((a, b) => a.atMs - b.atMs || (a.ticketId < b.ticketId ? -1 : 1))
    .slice(-MOST_LESSONS)
}

/**
 * Learns from what people decided: a few rounds of small logistic steps on the words of those tickets, in order of
 * time. Pure: the same lessons give the same corrections wherever and in whatever order they arrive.
 */
export function learn(model: TriageModel, lessons: readonly Lesson[]): Corrections {
  const learnt = new Map<number, Pair>()
  const given = inOrder(lessons).map(({ kind, subject, body }) => ({ kind, seen: readTicket(subject, body) }))
  for (let pass = 0; pass < ROUNDS; pass += 1) for (const each of given) learnOne({ model, learnt }, each)
  const kept = [...learnt]
    .map(([bucket, [service, support]]): [number, Pair] => [bucket, [round(service), round(support)]])
    .filter(([, pair]) => sizeOf(pair) > 0)
    .toSorted((a, b) => sizeOf(b[1]) - sizeOf(a[1]) || a[0] - b[0])
    .slice(0, MOST_CORRECTIONS)
  return new Map(kept.toSorted((a, b) => a[0] - b[0]))
}
