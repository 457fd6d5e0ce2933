import { CONCEPT_WORDS } from './concept-words.ts'

type Node = { readonly next: Map<number, Node>; begins: string | null; is: string | null }
const node = (): Node => ({ next: new Map(), begins: null, is: null })

/** A part of a compound is at least so long, and so is what stands before it. */
const LEAST_PART = 5
const LEAST_HEAD = 3
const LEAST_COMPOUND = 10

function put(root: Node, word: string, concept: string): void {
  const isWhole = word.startsWith('=')
  let at = root
  for (let index = isWhole ? 1 : 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index)
    const next = at.next.get(code) ?? node()
    at.next.set(code, next)
    at = next
  }
  // The first concept that claims a word keeps it: the order of the list is the order of precedence.
  if (isWhole) at.is ??= concept
  else at.begins ??= concept
}

function build(): Node {
  const root = node()
  for (const [concept, words] of Object.entries(CONCEPT_WORDS)) {
    for (const word of words.trim().split(/\s+/)) put(root, word, concept)
  }
  return root
}

const ROOT = build()

/** The longest listed beginning of the word from `from` on, or the word itself; and how long it was. */
function match(word: string, from: number): { readonly concept: string; readonly length: number } | null {
  let at: Node | undefined = ROOT
  let found: string | null = null
  let length = 0
  for (let index = from; index < word.length; index += 1) {
    at = at.next.get(word.charCodeAt(index))
    if (at === undefined) break
    if (at.begins !== null) {
      found = at.begins
      length = index - from + 1
    }
    if (index === word.length - 1 && at.is !== null) return { concept: at.is, length: word.length - from }
  }
  return found === null ? null : { concept: found, length }
}

/**
 * What a folded word is about, by its beginning; of a compound by its last part that is known ("Kundenrechnung").
 * Null for most words.
 */
export function conceptOf(word: string): string | null {
  const whole = match(word, 0)
  if (whole !== null) return whole.concept
  if (word.length < LEAST_COMPOUND) return null
  let last: string | null = null
  for (let from = LEAST_HEAD; from + LEAST_PART <= word.length; from += 1) {
    const part = match(word, from)
    if (part !== null && part.length >= LEAST_PART) last = part.concept
  }
  return last
}
