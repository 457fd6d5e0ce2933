import { foldText } from '../fold-text.ts'
import { groupBy } from '../group-by.ts'
import { ownText } from '../quoted-text.ts'
import { GLAD, TURNED, UPSET } from './mood-words.ts'

export type MoodMessage = {
  readonly id: string
  readonly ticketId: string
  readonly text: string
  readonly atMs: number
}
/** Words of a message, as they stand in it. */
export type MoodWords = Omit<MoodMessage, 'text'> & { readonly words: readonly string[] }
export type Mood = { readonly mood: 'upset' | 'glad'; readonly said: readonly MoodWords[] }

/** So many of their newest messages say how they are now. */
export const MOOD_MESSAGES = 3
/** What was said longer ago says nothing about today. */
export const MOOD_DAYS = 60
const TURNED_WITHIN = 2

type Word = { readonly at: number; readonly end: number; readonly folded: string }
const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index: at }) => ({
    at,
    end: at + word.length,
    folded: foldText(word),
  }))

const listOf = (entries: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> =>
  groupBy(
    entries.map(entry => entry.split(' ')),
    ([first = '']) => first,
  )
const [UPSET_BY_FIRST, GLAD_BY_FIRST] = [listOf(UPSET), listOf(GLAD)]

/** Places where an entry stands, as the numbers of its first word and of the one behind its last. */
function placesOf(
  words: readonly Word[],
  list: typeof UPSET_BY_FIRST,
): readonly (readonly [number, number])[] {
  return words.flatMap(({ folded }, from) =>
    (list.get(folded) ?? []).flatMap(parts =>
      parts.every((part, index) => words[from + index]?.folded === part)
        ? [[from, from + parts.length] as const]
        : [],
    ),
  )
}

const isTurned = (words: readonly Word[], from: number): boolean =>
  words.slice(Math.max(0, from - TURNED_WITHIN), from).some(({ folded }) => TURNED.has(folded))

type Found = { readonly mood: Mood['mood']; readonly words: readonly string[] }

/** What one message says; null where it says nothing, or as much of the one as of the other. */
function moodIn(text: string): Found | null {
  const own = ownText(text)
  const words = wordsOf(own)
  const cite = ([from, to]: readonly [number, number]): string =>
    own.slice(words[from]?.at ?? 0, words[to - 1]?.end ?? 0)
  const glad = placesOf(words, GLAD_BY_FIRST)
  const meant = glad.filter(([from]) => !isTurned(words, from))
  const turned = glad.filter(([from]) => isTurned(words, from))
  const upset = [
    ...placesOf(words, UPSET_BY_FIRST).filter(([from]) => !isTurned(words, from)),
    ...turned.map(([from, to]) => [Math.max(0, from - 1), to] as const),
  ]
  if (upset.length === meant.length) return null
  const said = upset.length > meant.length ? upset : meant
  return {
    mood: upset.length > meant.length ? 'upset' : 'glad',
    words: [...new Set(said.map(cite))],
  }
}

/**
 * How a person sounded lately: the newest of their messages that says anything decides, and the others that say the same
 * stand beside it. Null when none does. Words of a list, no judgement: whoever reads sees which they are.
 */
export function moodOf(messages: readonly MoodMessage[], nowMs: number): Mood | null {
  const newest = messages
    .filter(({ atMs }) => atMs > nowMs - MOOD_DAYS * 86_400_000)
    .toSorted((a, b) => b.atMs - a.atMs)
    .slice(0, MOOD_MESSAGES)
    .flatMap(({ text, ...message }) => {
      const found = moodIn(text)
      return found === null ? [] : [{ ...message, ...found }]
    })
  const [first] = newest
  if (first === undefined) return null
  const said = newest.filter(({ mood }) => mood === first.mood)
  return {
    mood: first.mood,
    said: said.map(({ id, ticketId, atMs, words }) => ({ id, ticketId, atMs, words })),
  }
}
