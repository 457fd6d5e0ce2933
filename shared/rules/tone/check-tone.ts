import { notAcknowledged } from './acknowledges.ts'
import { languageOfReply } from './language-of-reply.ts'
import type { ToneEntry } from './tone-words.ts'
import { TONE_LISTS } from './tone-words.ts'

export const TONE_KINDS = [
  'no-acknowledgement',
  'shouting',
  'blame',
  'negative',
  'jargon',
  'long-sentence',
  'long-reply',
] as const
export type ToneKind = (typeof TONE_KINDS)[number]

/** Something in a reply that could be said better: which words, and how. `better` null: the kind says it. */
export type ToneFinding = {
  readonly kind: ToneKind
  /** The words as they stand in the reply; of a long reply none. */
  readonly words: string
  readonly better: string | null
}

/** More words in a sentence are hard to take in; more in a reply are not read to their end. */
export const LONG_SENTENCE_WORDS = 35
export const LONG_REPLY_WORDS = 350
/** So many words in capitals behind each other are shouting; one is a name or an abbreviation. */
const SHOUTED_WORDS = 3
const SHOUTED_MARKS = /[!?]{3,}|!{2,}/u

/** Quoted lines, addresses and what stands in code are not the writer's tone. */
const ownWords = (text: string): string =>
  text
    .split('\n')
    .filter(line => !line.startsWith('>'))
    .join('\n')
    .replaceAll(/`[^`]*`/gu, ' ')
    .replaceAll(/\S+(?:@|:\/\/)\S+/gu, ' ')

type Word = { readonly text: string; readonly plain: string; readonly at: number }
const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu)].map(match => ({
    text: match[0],
    plain: match[0].toLowerCase().replaceAll('’', "'"),
    at: match.index,
  }))

type Listed = Pick<ToneEntry, 'words'> & { readonly better: string | null }
type Pattern = { readonly parts: readonly string[]; readonly isOpen: boolean }
function patternOf({ words }: Listed): Pattern {
  const isOpen = words.endsWith('*')
  return { parts: (isOpen ? words.slice(0, -1) : words).split(' '), isOpen }
}

function fits(words: readonly Word[], from: number, { parts, isOpen }: Pattern): boolean {
  return parts.every((part, index) => {
    const plain = words[from + index]?.plain
    const isLast = index === parts.length - 1
    return isLast && isOpen ? plain?.startsWith(part) === true : plain === part
  })
}

/** Each entry once, where it stands first. */
function listed({ text, words }: Read, kind: ToneKind, entries: readonly Listed[]): readonly ToneFinding[] {
  return entries.flatMap(entry => {
    const pattern = patternOf(entry)
    const from = words.findIndex((_, index) => fits(words, index, pattern))
    const [first, last] = [words[from], words[from + pattern.parts.length - 1]]
    if (!first || !last) return []
    return [{ kind, words: text.slice(first.at, last.at + last.text.length), better: entry.better }]
  })
}

const isShouted = ({ text }: Word): boolean =>
  text.length > 1 && /\p{Lu}/u.test(text) && text === text.toUpperCase() && !/\d/u.test(text)

function shouting({ text, words }: Read): readonly ToneFinding[] {
  const from = words.findIndex((_, index) => {
    const run = words.slice(index, index + SHOUTED_WORDS)
    return run.length === SHOUTED_WORDS && run.every(isShouted)
  })
  const [first, last] = [words[from], words[from + SHOUTED_WORDS - 1]]
  const capitals = first && last ? text.slice(first.at, last.at + last.text.length) : null
  const shouted = capitals ?? SHOUTED_MARKS.exec(text)?.[0]
  return shouted === undefined ? [] : [{ kind: 'shouting', words: shouted, better: null }]
}

function length({ text, words }: Read): readonly ToneFinding[] {
  const sentences = text.split(/(?<=[.!?…])\s+|\n\s*[-*•]?\s*/u)
  const long = sentences.find(sentence => wordsOf(sentence).length > LONG_SENTENCE_WORDS)
  return [
    ...(long === undefined ? [] : [{ kind: 'long-sentence', words: long.trim(), better: null } as const]),
    ...(words.length > LONG_REPLY_WORDS ? [{ kind: 'long-reply', words: '', better: null } as const] : []),
  ]
}

export type ToneContext = { readonly own?: readonly Listed[]; readonly theirs?: string }
type Read = { readonly text: string; readonly words: readonly Word[] }

/**
 * What in a reply could be said better, each with the words it is about: shouting, blame, closed doors, words of the
 * trade, length. Lists exist for English, German, Spanish, French and Portuguese; the words of the reply say which, else
 * `language` of the customer (BCP 47). Of any other language only what needs no list is looked at. `own` are words the
 * team would rather not write, whatever the language; `theirs` is what the customer wrote last, for whether the reply
 * takes it up. Pure and local; it advises and decides nothing.
 */
export function checkTone(
  body: string,
  language: string | null,
  { own = [], theirs = '' }: ToneContext = {},
): readonly ToneFinding[] {
  const text = ownWords(body)
  const read = { text, words: wordsOf(text) }
  const written = languageOfReply(read.words.map(({ plain }) => plain))
  const lists = TONE_LISTS[written ?? (language ?? 'en').slice(0, 2).toLowerCase()] ?? null
  const isOwn = new Set(own.map(({ words }) => words))
  const others = (lists?.jargon ?? []).filter(({ words }) => !isOwn.has(words))
  // Words that thank or regret are known of the same languages.
  const beginning = lists ? notAcknowledged(text, theirs) : null
  return [
    ...(beginning === null ? [] : [{ kind: 'no-acknowledgement', words: beginning, better: null } as const]),
    ...shouting(read),
    ...(lists ? [...listed(read, 'blame', lists.blame), ...listed(read, 'negative', lists.negative)] : []),
    ...listed(read, 'jargon', [...own, ...others]),
    ...length(read),
  ]
}
