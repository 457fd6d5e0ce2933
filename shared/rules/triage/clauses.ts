import type { Token } from './tokens.ts'

/** Neighbouring tokens of a text; `from`: the place of the first among all of them. */
export type Stretch = { readonly from: number; readonly tokens: readonly Token[] }

const ENDS_SENTENCE = /[.!?;\n]/
/** Where one sentence often says two things. */
const PARTS_CLAUSES = /[,()–—]|\s-\s/
/** Words that put one thing beside another in the five languages, folded: what follows them may be another matter. */
const JOINING = new Set(
  `and but also additionally furthermore moreover otherwise und aber ausserdem zudem zusatzlich sowie sondern
   y pero ademas tambien et mais aussi egalement e mas alem tambem`.split(/\s+/),
)
/** A sentence or clause of fewer words that count says too little by itself. */
const LEAST_WORDS = 2
/** Words that count in one part: a text without full stops is looked at in pieces of this size. */
const MOST_WORDS = 18
/** Sentences that are looked at one by one. */
const MOST_SENTENCES = 20
const MOST_CLAUSES = 24

const countIn = ({ tokens }: Stretch): number => tokens.filter(({ isFiller }) => !isFiller).length

/** A place before a token; `between`: what stands there. */
type Gap = { readonly between: string; readonly token: Token; readonly words: number; readonly left: number }

/** Cuts before every token where `isCut` says so; `words`: words that count since the last cut, `left`: still to come. */
function cut(stretch: Stretch, text: string, isCut: (gap: Gap) => boolean): readonly Stretch[] {
  const pieces: { from: number; tokens: Token[] }[] = [{ from: stretch.from, tokens: [] }]
  let words = 0
  let left = countIn(stretch)
  stretch.tokens.forEach((token, index) => {
    const before = stretch.tokens[index - 1]
    if (before && isCut({ between: text.slice(before.end, token.start), token, words, left })) {
      pieces.push({ from: stretch.from + index, tokens: [] })
      words = 0
    }
    if (!token.isFiller) {
      words += 1
      left -= 1
    }
    pieces.at(-1)?.tokens.push(token)
  })
  return pieces
}

/** Both sides of a softer end have to say something, or it is a list, a greeting, an aside. */
const isClauseEnd =
  (text: string) =>
  ({ between, token, words, left }: Gap): boolean =>
    words >= LEAST_WORDS &&
    left >= LEAST_WORDS &&
    // "e-mail" joins nothing, though "e" alone does.
    (PARTS_CLAUSES.test(between) || (JOINING.has(token.form) && text.charAt(token.end) !== '-'))

const saysSomething = (stretch: Stretch): boolean => countIn(stretch) >= LEAST_WORDS

export type Cut = { readonly sentences: readonly Stretch[]; readonly clauses: readonly Stretch[] }

/**
 * The sentences of a text and its clauses, without those that say too little. A clause ends with its sentence, and at a
 * comma or a joining word where enough is said on both sides of it. Linear in the number of tokens.
 */
export function cutText(text: string, tokens: readonly Token[]): Cut {
  const whole = cut({ from: 0, tokens }, text, ({ between }) => ENDS_SENTENCE.test(between))
  const said = whole.filter(saysSomething)
  const sentences = said.flatMap(each => cut(each, text, ({ words }) => words === MOST_WORDS))
  const clauses = said.flatMap(each => cut(each, text, isClauseEnd(text)))
  return {
    sentences: sentences.filter(saysSomething).slice(0, MOST_SENTENCES),
    clauses: clauses.slice(0, MOST_CLAUSES),
  }
}
