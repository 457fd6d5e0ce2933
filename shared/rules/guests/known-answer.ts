import { contentWords, isSameWord } from '../diagnosis/content-words.ts'

type Candidate = { readonly title: string }

/** Words of a title that have to be there, and how much of it. */
const LEAST_WORDS = 2
const LEAST_SHARE = 0.6

/**
 * Finds the article or canned reply that likely answers a question: whose title says the same. Two words of it at least,
 * and most of them; of several the one with more words in common, then the first. Null: none does.
 */
export function knownAnswers<T extends Candidate>(candidates: readonly T[]): (question: string) => T | null {
  const known = candidates.map(candidate => ({ candidate, words: contentWords(candidate.title) }))
  return question => {
    const asked = contentWords(question)
    let best: { readonly candidate: T; readonly shared: number } | null = null
    for (const { candidate, words } of known) {
      const shared = words.filter(word => asked.some(each => isSameWord(each, word))).length
      const isFit = shared >= LEAST_WORDS && shared / words.length >= LEAST_SHARE
      if (isFit && shared > (best?.shared ?? 0)) best = { candidate, shared }
    }
    return best?.candidate ?? null
  }
}
