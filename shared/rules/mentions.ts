/** Folded so that "@JOSÉ" and "@jose" are the same person. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()

const WORD = /[\p{L}\p{N}]/u

/** "@word" as a whole: "@ana" is nobody in "@anabel" and in "mail@ana.example". */
function names(body: string, word: string): boolean {
  if (word === '') return false
  const wanted = `@${word}`
  for (let at = body.indexOf(wanted); at >= 0; at = body.indexOf(wanted, at + 1)) {
    const [before, after] = [body[at - 1] ?? ' ', body[at + wanted.length] ?? ' ']
    if (!WORD.test(before) && !WORD.test(after)) return true
  }
  return false
}

/** Whether a note calls a colleague: "@Lena Koch" or "@Lena". Where two share a first name, both are called. */
export function mentions(body: string, name: string): boolean {
  if (!body.includes('@')) return false
  const [text, whole] = [fold(body), fold(name)]
  return names(text, whole) || names(text, whole.split(' ')[0] ?? '')
}

export type MentionStart = {
  /** Where the "@" stands. */
  readonly from: number
  /** What is typed behind it so far; may hold a space, because names do. */
  readonly query: string
}
const LONGEST_QUERY = 40

/** The "@" that is being typed at the cursor; null when none is: an address such as "ana@shop" calls nobody. */
export function mentionAt(text: string, cursor: number): MentionStart | null {
  const before = text.slice(Math.max(0, cursor - LONGEST_QUERY - 1), cursor)
  const at = before.lastIndexOf('@')
  if (at < 0) return null
  const from = cursor - before.length + at
  const query = before.slice(at + 1)
  const isStart = from === 0 || !WORD.test(text[from - 1] ?? ' ')
  return isStart && !/\n|\s{2}|^\s|[^\p{L}\p{M}\p{N}\s.'’-]/u.test(query) ? { from, query } : null
}

const MOST_SUGGESTED = 6

/** Colleagues whose name, or a word of it, begins with what was typed: whole names first, then in order. */
export function suggestMentions<Person extends { readonly name: string }>(
  people: readonly Person[],
  query: string,
): readonly Person[] {
  const wanted = fold(query)
  const rank = ({ name }: Person): number => {
    const folded = fold(name)
    if (folded.startsWith(wanted)) return 0
    return folded.split(' ').some(word => word.startsWith(wanted)) ? 1 : 2
  }
  // A name that is there already, and a space behind it: the call is made.
  const isMade = query !== query.trimEnd() && people.some(({ name }) => fold(name) === wanted)
  if (isMade) return []
  return people
    .filter(person => rank(person) < 2)
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .slice(0, MOST_SUGGESTED)
}
