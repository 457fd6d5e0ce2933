import type { Token } from './tokens.ts'

/** Features are named by a hash of this many bits: the model is a table, not a dictionary of people's words. */
export const FEATURE_BITS = 16
export const FEATURE_COUNT = 2 ** FEATURE_BITS

/** How much each counts beside a word: a pair of words, all pieces of a word together, what it is about, two such. */
export const VALUES = { pair: 0.5, pieces: 0.6, concept: 2.2, conceptPair: 1.4, turned: 0.35, early: 1.4 }
const SHORTEST_PIECES = 5
const PIECE_LENGTHS = [4, 5] as const
/** Words that count at the beginning of a text: there people say what it is about. */
const EARLY_WORDS = 12
/** Two things a text is about belong together when no more words that count stand between them. */
const CONCEPT_REACH = 4

/** What a text is to the model: parallel arrays, each feature once, at its first place. */
export type Features = {
  readonly buckets: readonly number[]
  /** Scaled so that all values together have length 1: a long text is no stronger than a short one. */
  readonly values: readonly number[]
  /** The token that brought it. */
  readonly tokens: readonly number[]
  /** It is a whole word or a pair of words, not a piece of one. */
  readonly isWhole: readonly boolean[]
}

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

type Span = { readonly from: number; readonly to: number; readonly kind: number }

function bucketOf(text: string, { from, to, kind }: Span): number {
  let hash = Math.imul(OFFSET ^ kind, PRIME)
  for (let index = from; index < to; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) & (FEATURE_COUNT - 1)
}

const WORD_KIND = 1
const PAIR_KIND = 2
const PIECE_KIND = 3
const CONCEPT_KIND = 4

/** In which call each feature was last met: a mark per feature instead of a set per text. */
const lastMet = new Int32Array(FEATURE_COUNT)
let calls = 0

type Collected = { buckets: number[]; values: number[]; tokens: number[]; isWhole: boolean[] }
type Entry = { readonly value: number; readonly token: number; readonly isWhole: boolean }

function add(into: Collected, bucket: number, { value, token, isWhole }: Entry): void {
  if (lastMet[bucket] === calls) return
  lastMet[bucket] = calls
  into.buckets.push(bucket)
  into.values.push(value)
  into.tokens.push(token)
  into.isWhole.push(isWhole)
}

/** Pieces of words that were hashed already, by word: of one ticket, whose sentences are read after the whole. */
export type KnownPieces = Map<string, readonly number[]>

/** Pieces of a word with its ends marked: they carry German compounds and the endings of Romance verbs. */
function piecesOf(form: string, known: KnownPieces): readonly number[] {
  const before = known.get(form)
  if (before) return before
  const marked = `<${form}>`
  const pieces: number[] = []
  for (const length of PIECE_LENGTHS) {
    for (let from = 0; from + length <= marked.length; from += 1) {
      pieces.push(bucketOf(marked, { from, to: from + length, kind: PIECE_KIND }))
    }
  }
  known.set(form, pieces)
  return pieces
}

function addPieces(into: Collected, pieces: readonly number[], { value, token }: Entry): void {
  const entry = { value: (VALUES.pieces * value) / Math.sqrt(pieces.length), token, isWhole: false }
  for (const piece of pieces) add(into, piece, entry)
}

const whole = (text: string, kind: number): number => bucketOf(text, { from: 0, to: text.length, kind })

type Met = { readonly name: string; readonly at: number }

/** What a word is about, in whatever language, and what stood near it: the same for trades and languages never seen. */
function addConcept(into: Collected, entry: Entry, given: { met: Met; before: Met | null }): void {
  const { met, before } = given
  const { value, token } = entry
  add(into, whole(met.name, CONCEPT_KIND), { value: VALUES.concept * value, token, isWhole: false })
  if (before === null || met.at - before.at > CONCEPT_REACH || before.name === met.name) return
  const pair = before.name < met.name ? `${before.name} ${met.name}` : `${met.name} ${before.name}`
  add(into, whole(pair, CONCEPT_KIND), { value: VALUES.conceptPair * value, token, isWhole: false })
}

/** Words, pairs of neighbouring words (fillers left out), pieces of words and what they are about. */
export function featuresOf(tokens: readonly Token[], known: KnownPieces = new Map()): Features {
  const into: Collected = { buckets: [], values: [], tokens: [], isWhole: [] }
  calls += 1
  let before: string | null = null
  let met: Met | null = null
  let count = 0
  tokens.forEach(({ form, isFiller, isTurned, concept }, token) => {
    if (isFiller) return
    const early = count < EARLY_WORDS ? VALUES.early : 1
    const value = early * (isTurned ? VALUES.turned : 1)
    add(into, whole(form, WORD_KIND), { value, token, isWhole: true })
    if (isTurned) add(into, whole(`!${form}`, WORD_KIND), { value: early, token, isWhole: true })
    if (before !== null) {
      add(into, whole(`${before} ${form}`, PAIR_KIND), { value: VALUES.pair * value, token, isWhole: true })
    }
    if (form.length >= SHORTEST_PIECES && !form.startsWith('#')) {
      addPieces(into, piecesOf(form, known), { value, token, isWhole: false })
    }
    if (concept !== null) {
      const now: Met = { name: isTurned ? `!${concept}` : concept, at: count }
      addConcept(into, { value: early, token, isWhole: false }, { met: now, before: met })
      met = now
    }
    before = form
    count += 1
  })
  const length = Math.sqrt(into.values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { ...into, values: into.values.map(value => value / length) }
}
