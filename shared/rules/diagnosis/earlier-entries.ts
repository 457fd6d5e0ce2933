import type { AskedTried } from '../../domain/diagnosis.ts'
import { contentWords, isSameWord } from './content-words.ts'
import { questionsIn } from './questions-in.ts'

type Entry = Pick<AskedTried, 'kind' | 'words' | 'atMs' | 'outcome' | 'result'>
export type Repeated<E> = {
  /** The question as it is being written. */
  readonly question: string
  readonly earlier: E
  /** Words both have, as they stand in the new question. */
  readonly shared: readonly string[]
}

/** Of the words of the shorter text so many are in the other one. */
const LEAST_SHARE = 0.6
const LEAST_SHARED = 2

/**
 * Words of `text` that say the same as words of `other`, or none where the two are about different things: most of the
 * shorter one has to be in the longer one.
 */
export function sharedWords(text: string, other: string): readonly string[] {
  const [own, others] = [contentWords(text), contentWords(other)]
  const shared = own.filter(word => others.some(each => isSameWord(word, each)))
  const shorter = Math.min(own.length, others.length)
  const isEnough = shared.length >= Math.min(LEAST_SHARED, shorter) && shared.length / shorter >= LEAST_SHARE
  return shorter > 0 && isEnough ? shared : []
}

const isAnswered = ({ kind, outcome, result }: Entry): boolean =>
  kind === 'tried' ? result !== null && result !== 'not-tried' : outcome !== null

/** What answers best comes first: what is closest, then what has an answer, then the newest. */
function best<E extends Entry>(question: string, entries: readonly E[]): Repeated<E> | null {
  const found = entries
    // Nobody has done it yet: asking for it is no repetition.
    .filter(entry => entry.kind !== 'tried' || isAnswered(entry))
    .map(earlier => ({ question, earlier, shared: sharedWords(question, earlier.words) }))
    .filter(({ shared }) => shared.length > 0)
    .toSorted(
      (a, b) =>
        b.shared.length - a.shared.length ||
        Number(isAnswered(b.earlier)) - Number(isAnswered(a.earlier)) ||
        b.earlier.atMs - a.earlier.atMs,
    )
  return found[0] ?? null
}

/** Of the questions in a text those that were asked before, or that ask for what was tried, each with the earlier one. */
export function repeatedIn<E extends Entry>(text: string, entries: readonly E[]): readonly Repeated<E>[] {
  if (entries.length === 0) return []
  return questionsIn(text).flatMap(question => best(question, entries) ?? [])
}
