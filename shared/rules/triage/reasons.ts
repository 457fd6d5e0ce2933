import type { TicketKind } from '../work-kind.ts'
import { isTurning } from './fillers.ts'
import type { Features } from './features.ts'
import { decidingClauses } from './deciding-clauses.ts'
import type { Clause } from './read-ticket.ts'
import type { Knowing, Side } from './side-score.ts'
import { SIDES, weightOf } from './side-score.ts'
import type { Token } from './tokens.ts'

/** Words of the text that speak for one kind of work, as they stand there. */
export type Reason = { readonly side: Side; readonly text: string; readonly weight: number }

const MOST_REASONS = 3
/** What speaks less than this is noise. */
const LEAST = 0.02
/** Fillers that may stand inside a phrase: "after the update". */
const WIDEST_GAP = 2
const LONGEST_PHRASE = 60
const ENDS_PHRASE = /[\n,.;:!?()]/

type Text = { readonly text: string; readonly tokens: readonly Token[] }
type Weighing = { readonly knowing: Knowing } & Clause

/** How much each token speaks for the side and against the other. */
function weighTokens({ knowing, from, features }: Weighing, side: Side, count: number): Float64Array {
  const other: Side = side === 'service' ? 'support' : 'service'
  const { buckets, values, tokens } = features
  const weights = new Float64Array(count)
  for (let index = 0; index < buckets.length; index += 1) {
    const bucket = buckets[index] ?? 0
    const token = from + (tokens[index] ?? 0)
    const difference = weightOf(knowing, side, bucket) - 0.5 * Math.max(0, weightOf(knowing, other, bucket))
    weights[token] = (weights[token] ?? 0) + (values[index] ?? 0) * difference
  }
  return weights
}

/** The nearest token to the left that belongs to the phrase: one that speaks too, or a word that turns the meaning. */
function leftOf(tokens: readonly Token[], weights: Float64Array, from: number): number {
  for (let index = from - 1; index >= Math.max(0, from - 1 - WIDEST_GAP); index -= 1) {
    const token = tokens[index]
    if (!token) return from
    if ((weights[index] ?? 0) >= LEAST || isTurning(token.form)) return index
    if (!token.isFiller) return from
  }
  return from
}

/** A word with the neighbours that speak with it, cut out of the text as it stands. */
function phraseAt({ text, tokens }: Text, weights: Float64Array, peak: number): readonly [number, number] {
  let first = leftOf(tokens, weights, peak)
  if (first < peak && first > 0 && isTurning(tokens[first - 1]?.form ?? '')) first -= 1
  const start = tokens[first]?.start ?? 0
  const end = tokens[peak]?.end ?? 0
  const isOnePhrase = !ENDS_PHRASE.test(text.slice(start, end))
  return isOnePhrase && end - start <= LONGEST_PHRASE ? [first, peak] : [peak, peak]
}

function reasonsFor(side: Side, given: Text, weighing: Weighing): readonly Reason[] {
  const weights = weighTokens(weighing, side, given.tokens.length)
  const peaks = [...weights.keys()]
    .filter(index => (weights[index] ?? 0) >= LEAST)
    .toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  const taken = new Set<number>()
  const said = new Set<string>()
  const reasons: Reason[] = []
  for (const peak of peaks) {
    if (reasons.length === MOST_REASONS) break
    if (taken.has(peak)) continue
    const [first, last] = phraseAt(given, weights, peak)
    const text = given.text.slice(given.tokens[first]?.start ?? 0, given.tokens[last]?.end ?? 0)
    const key = text.toLowerCase()
    const isSaid = [...said].some(other => other.includes(key) || key.includes(other))
    if (isSaid || [...taken].some(index => index >= first && index <= last)) continue
    for (let index = first; index <= last; index += 1) taken.add(index)
    said.add(key)
    reasons.push({ side, text, weight: weights[peak] ?? 0 })
  }
  return reasons
}

type Read = Text & { readonly features: Features; readonly clauses: readonly Clause[] }

const REASONS_A_SIDE = 2

/** Of "both" the words come from the clause that speaks most for each side; where there is none, from the whole. */
function reasonsForBoth(read: Read, knowing: Knowing): readonly Reason[] {
  const whole: Clause = { from: 0, features: read.features }
  const deciding = decidingClauses(knowing, read.clauses)
  return SIDES.flatMap(side => {
    const said = reasonsFor(side, read, { knowing, ...(deciding[side] ?? whole) })
    const found = said.length === 0 ? reasonsFor(side, read, { knowing, ...whole }) : said
    return found.slice(0, REASONS_A_SIDE)
  })
}

/** What in the text speaks most for `kind`: at most three phrases, the strongest first; of "both", two for each side. */
export const reasonsOf = (kind: TicketKind, read: Read, knowing: Knowing): readonly Reason[] =>
  kind === 'both'
    ? reasonsForBoth(read, knowing)
    : reasonsFor(kind, read, { knowing, from: 0, features: read.features })
