/** How well a title answers what was typed: starts with it, has a word that does, holds all its letters in order. */
function score(title: string, query: string): number {
  const [text, wanted] = [title.toLowerCase(), query.trim().toLowerCase()]
  if (wanted === '') return 1
  if (text.startsWith(wanted)) return 4
  if (text.split(/\s+/u).some(word => word.startsWith(wanted))) return 3
  if (wanted.split(/\s+/u).every(part => text.includes(part))) return 2
  let from = 0
  for (const letter of wanted) {
    const at = text.indexOf(letter, from)
    if (at < 0) return 0
    from = at + 1
  }
  return 1
}

/** What fits, best first; equal ones in the order of the table. */
export const rank = <T>(all: readonly T[], titleOf: (item: T) => string, query: string): readonly T[] =>
  all
    .map(item => ({ item, score: score(titleOf(item), query) }))
    .filter(each => each.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(each => each.item)
