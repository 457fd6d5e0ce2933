import type { Token } from './tokens.ts'

/** Features are named by a hash of this many bits: the model is a table, not a dictionary of people's words. */
export const FEATURE_BITS = 16
export const FEATURE_COUNT = 2 ** FEATURE_BITS

/** How much a pair of words counts beside a word, and all pieces of a word together. */
const PAIR_VALUE = 0.7
const PIECES_VALUE = 0.8
const SHORTEST_PIECES = 5
const PIECE_LENGTHS = [4, 5] as const

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

/** Pieces of a word with its ends marked: they carry German compounds and the endings of Romance verbs. */
function addPieces(into: Collected, form: string, token: number): void {
  if (form.length < SHORTEST_PIECES || form.startsWith('#')) return
  const marked = `<${form}>`
  const count = PIECE_LENGTHS.reduce((sum, length) => sum + marked.length - length + 1, 0)
  const entry = { value: PIECES_VALUE / Math.sqrt(count), token, isWhole: false }
  for (const length of PIECE_LENGTHS) {
    for (let from = 0; from + length <= marked.length; from += 1) {
      add(into, bucketOf(marked, { from, to: from + length, kind: PIECE_KIND }), entry)
    }
  }
}

const whole = (text: string, kind: number): number => bucketOf(text, { from: 0, to: text.length, kind })

/** Words, pairs of neighbouring words (fillers left out) and pieces of words. */
export function featuresOf(tokens: readonly Token[]): Features {
  const into: Collected = { buckets: [], values: [], tokens: [], isWhole: [] }
  calls += 1
  let before: string | null = null
  tokens.forEach(({ form, isFiller }, token) => {
    if (isFiller) return
    add(into, whole(form, WORD_KIND), { value: 1, token, isWhole: true })
    if (before !== null) {
      add(into, whole(`${before} ${form}`, PAIR_KIND), { value: PAIR_VALUE, token, isWhole: true })
    }
    addPieces(into, form, token)
    before = form
  })
  const length = Math.sqrt(into.values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { ...into, values: into.values.map(value => value / length) }
}
