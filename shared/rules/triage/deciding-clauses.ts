import type { Clause } from './read-ticket.ts'
import type { Knowing, Pair, Side } from './side-score.ts'
import { pairOf, UNDECIDED } from './side-score.ts'

/** Stands for "there is no such clause": below what a clause that says anything scores. */
const NOT_PARTED = -3

/** What the clauses of a text say about whether it holds both. */
export type ClauseScores = {
  /** How much the weaker side has in a clause of its own: of two matters, the one that is harder to see. */
  readonly parted: number
  /** The same, where what a clause says for the other side too is taken off. */
  readonly clear: number
  /** How much more the clause that leans most to a side says for it than for the other, of the side where that is less. */
  readonly lean: number
  /** How many of them are about the side that has fewer: 0 to 0.5. */
  readonly shared: number
  /** Of more clauses one is sooner taken for the other side. */
  readonly count: number
}

/** Of a text that is one clause. */
export const NO_CLAUSES: ClauseScores = {
  parted: NOT_PARTED,
  clear: NOT_PARTED,
  lean: NOT_PARTED,
  shared: 0,
  count: 0,
}

type Scored = { readonly clause: Clause; readonly pair: Pair }

const scored = (knowing: Knowing, clauses: readonly Clause[]): readonly Scored[] =>
  clauses.map(clause => ({ clause, pair: pairOf(knowing, clause.features) }))

/** A clause speaks for the side it says more for, so that one clause is never taken for both. */
const sideOf = ({ service, support }: Pair): Side => (service > support ? 'service' : 'support')

/** Of the clauses that speak for a side, the one that does so most. */
function strongest(of: readonly Scored[], side: Side): Scored | null {
  let best: Scored | null = null
  for (const each of of) {
    if (sideOf(each.pair) !== side) continue
    if (best === null || each.pair[side] > best.pair[side]) best = each
  }
  return best
}

export type DecidingClauses = Readonly<Record<Side, Clause | null>>

/** The clause of each side that speaks most for it; null where none does. */
export function decidingClauses(knowing: Knowing, clauses: readonly Clause[]): DecidingClauses {
  const of = scored(knowing, clauses)
  return {
    service: strongest(of, 'service')?.clause ?? null,
    support: strongest(of, 'support')?.clause ?? null,
  }
}

const atLeast = (score: number): number => Math.max(NOT_PARTED, score)

/** Of stretches of a text: how far they lean to the side that has less of it; below nothing where none does. */
export function leanOf(pairs: readonly Pair[]): number {
  let [service, support] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const pair of pairs) {
    service = Math.max(service, pair.service - pair.support)
    support = Math.max(support, pair.support - pair.service)
  }
  return atLeast(Math.min(service, support))
}

/** The share of decided clauses that the side with fewer of them has. */
function sharedBy(of: readonly Scored[]): number {
  const decided = of.filter(({ pair }) => Math.abs(pair.service - pair.support) >= UNDECIDED)
  const service = decided.filter(({ pair }) => sideOf(pair) === 'service').length
  return decided.length === 0 ? 0 : Math.min(service, decided.length - service) / decided.length
}

export function clauseScoresOf(knowing: Knowing, clauses: readonly Clause[]): ClauseScores {
  if (clauses.length === 0) return NO_CLAUSES
  const of = scored(knowing, clauses)
  const none = Number.NEGATIVE_INFINITY
  const clear = { service: none, support: none }
  for (const { pair } of of) {
    const { service, support } = pair
    clear.service = Math.max(clear.service, Math.min(service, service - support))
    clear.support = Math.max(clear.support, Math.min(support, support - service))
  }
  const best = (side: Side): number => strongest(of, side)?.pair[side] ?? none
  return {
    parted: atLeast(Math.min(best('service'), best('support'))),
    clear: atLeast(Math.min(clear.service, clear.support)),
    lean: leanOf(of.map(({ pair }) => pair)),
    shared: sharedBy(of),
    count: clauses.length,
  }
}
