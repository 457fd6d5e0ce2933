import { foldText } from '../fold-text.ts'
import { openPlaces } from '../fill-in.ts'
import { languageOfReply } from '../tone/language-of-reply.ts'
import { HEARD } from '../tone/acknowledges.ts'
import { BAD_NEWS_WORDS } from './bad-news-words.ts'

/** What canned replies can be for; a newer version may know more. */
export const TEMPLATE_FAMILIES = ['bad-news'] as const
export type TemplateFamily = (typeof TEMPLATE_FAMILIES)[number]

/** The family by its name; null: none, or one this version has no word for. */
export const knownFamily = (family: string | null): TemplateFamily | null =>
  TEMPLATE_FAMILIES.find(known => known === family) ?? null

/** What a text with bad news says, in this order. */
export const BAD_NEWS_PARTS = ['acknowledge', 'fact', 'reason', 'option'] as const
export type BadNewsPart = (typeof BAD_NEWS_PARTS)[number]
export type FoundPart = {
  readonly part: BadNewsPart
  /** The sentence that says it, as it stands in the text; null: none does. */
  readonly words: string | null
}

/** A greeting is no sentence of its own. */
const GREETING_WORDS = 4
/** Something is taken up at the beginning. */
const LOOKED_AT = 2
const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** A place to fill in is a word like any other, and the full stop in its name ends nothing. */
function withoutPlaces(text: string): string {
  const places = openPlaces(text)
  return places.reduce(
    (left, { at, length }) => left.slice(0, at) + 'x'.repeat(length) + left.slice(at + length),
    text,
  )
}

type Sentence = { readonly words: string; readonly plain: string }

function sentencesOf(text: string): readonly Sentence[] {
  const bare = withoutPlaces(text)
  const ends = [...bare.matchAll(/[.!?…]\s+|\n+|$/gu)].map(({ index, 0: end }) => index + end.length)
  const all = ends.map((end, index) => {
    const from = ends[index - 1] ?? 0
    return { words: text.slice(from, end).trim(), plain: ` ${wordsOf(bare.slice(from, end)).join(' ')} ` }
  })
  return all.filter(({ plain }) => plain.trim() !== '')
}

/** Does one of them stand in the sentence, each at the beginning of a word? */
const hasOne = ({ plain }: Sentence, wanted: readonly string[]): boolean =>
  wanted.some(words => plain.includes(` ${words}`))

/**
 * Which of the four parts of bad news a text has, each with the sentence that says it. `language` is BCP 47; null: what
 * the words say. Lists exist for English, German, Spanish, French and Portuguese; null for any other. It reads words
 * and not meanings: a hint for who writes, nothing to decide by.
 */
export function badNewsParts(text: string, language: string | null): readonly FoundPart[] | null {
  const spoken = language ?? languageOfReply(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) ?? 'en'
  const lists = BAD_NEWS_WORDS[spoken.slice(0, 2).toLowerCase()]
  if (!lists) return null
  const sentences = sentencesOf(text)
  const acknowledged = [...lists.acknowledge, ...HEARD]
  const isGreeting = wordsOf(sentences[0]?.words ?? '').length <= GREETING_WORDS
  const heard = sentences
    .slice(0, isGreeting ? LOOKED_AT + 1 : LOOKED_AT)
    .find(sentence => hasOne(sentence, acknowledged))
  // A sentence that takes something up may name it with the words of another part.
  const others = [...sentences.filter(sentence => sentence !== heard), ...(heard ? [heard] : [])]
  const saying = (wanted: readonly string[]) => others.find(sentence => hasOne(sentence, wanted))
  const found: Readonly<Record<BadNewsPart, Sentence | undefined>> = {
    acknowledge: heard,
    fact: saying(lists.fact),
    reason: saying(lists.reason),
    option: saying(lists.option),
  }
  return BAD_NEWS_PARTS.map(part => ({ part, words: found[part]?.words ?? null }))
}
