import type { Article, ArticleVersion } from '../../domain/knowledge.ts'
import { matchTokens } from '../../mutations/parts/match-tokens.ts'
import { sameValue } from '../../mutations/parts/changes.ts'

/** Former versions kept of one article. */
export const MOST_VERSIONS = 20
/** Characters of their texts together: laptops hold all of them. The newest former version is kept whatever its length. */
export const MOST_CHARACTERS = 200_000

type Kept = Pick<ArticleVersion, 'id' | 'body' | 'replacedAtMs'>

const newestFirst = (a: Kept, b: Kept): number => b.replacedAtMs - a.replacedAtMs || (a.id < b.id ? 1 : -1)

/** Ids of the former versions of one article that are too many, or with which all would be too long. */
export function versionsToDrop(versions: readonly Kept[]): readonly string[] {
  let characters = 0
  return versions.toSorted(newestFirst).flatMap(({ id, body }, index) => {
    characters += body.length
    return index > 0 && (index >= MOST_VERSIONS || characters > MOST_CHARACTERS) ? [id] : []
  })
}

/** An article or a former version of it, as far as people write it. */
export type Written = Pick<Article, 'title' | 'language' | 'body' | 'url' | 'tags' | 'kind' | 'state'>

const FIELDS = ['title', 'body', 'language', 'state', 'kind', 'tags', 'url'] as const
export type WrittenField = (typeof FIELDS)[number]

/** What a version says otherwise than the one before it. */
export const changedFields = (before: Written, after: Written): readonly WrittenField[] =>
  FIELDS.filter(field => !sameValue(before[field], after[field]))

/** Words of a text that stayed, went or came. */
export type Stretch = { readonly how: 'same' | 'gone' | 'new'; readonly text: string }

const WORDS = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu
const wordsOf = (text: string): readonly string[] => text.match(WORDS) ?? []

/**
 * One text out of two: what stayed, what went and what came, in order. The stretches that are not new are the text before,
 * those that are not gone the text after. Very long texts that have little in common are said as a whole.
 */
export function changedWords(before: string, after: string): readonly Stretch[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const places = matchTokens(old, now)
  const found: Stretch[] = []
  const add = (how: Stretch['how'], words: readonly string[]): void => {
    const text = words.join('')
    const last = found.at(-1)
    if (text === '') return
    if (last?.how === how) found[found.length - 1] = { how, text: last.text + text }
    else found.push({ how, text })
  }
  let [from, next] = [0, 0]
  for (const [index, word] of old.entries()) {
    const place = places[index] ?? -1
    if (place < 0) continue
    add('gone', old.slice(from, index))
    add('new', now.slice(next, place))
    add('same', [word])
    ;[from, next] = [index + 1, place + 1]
  }
  add('gone', old.slice(from))
  add('new', now.slice(next))
  return found
}
