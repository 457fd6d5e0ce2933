import { matchTokens } from './parts/match-tokens.ts'

export type Merge3Input = { readonly base: string; readonly mine: string; readonly theirs: string }
export type Merged = {
  readonly text: string
  /** Places where both changed the same words differently; both stand there, marked `[[mine | theirs]]`. */
  readonly overlaps: number
}

/** A stretch between two anchors, as each side has it. */
type Stretch = {
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}
type Resolve = (stretch: Stretch) => Merged

const LINES = /[^\n]*\n|[^\n]+/g
const WORDS = /\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu

const join = (tokens: readonly string[]): string => tokens.join('')

const LETTER = /^[\p{L}\p{N}_]$/u
const areOneWord = (before: string | undefined, after: string | undefined): boolean =>
  LETTER.test(before ?? '') && LETTER.test(after ?? '')

/** Whether `whole` has `part` in it as words of their own: "ten" is in "at ten", not in "tender". */
function holds(whole: string, part: string): boolean {
  if (part === '') return true
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const end = at + part.length
    if (!areOneWord(whole[at - 1], part[0]) && !areOneWord(part.at(-1), whole[end])) return true
  }
  return false
}

function bothKept({ mine, theirs }: Stretch): Merged {
  const [left, right] = [join(mine), join(theirs)]
  // One holds the other whole: nothing is lost by keeping the longer. Also what makes a replay change nothing.
  if (holds(left, right)) return { text: left, overlaps: 0 }
  if (holds(right, left)) return { text: right, overlaps: 0 }
  return { text: `[[${left} | ${right}]]`, overlaps: 1 }
}

const byWords: Resolve = stretch => mergeTokens(resplit(stretch), bothKept)

function resplit({ base, mine, theirs }: Stretch): Stretch {
  const split = (tokens: readonly string[]): readonly string[] => join(tokens).match(WORDS) ?? []
  return { base: split(base), mine: split(mine), theirs: split(theirs) }
}

function settle(stretch: Stretch, resolve: Resolve): Merged {
  const [base, mine, theirs] = [join(stretch.base), join(stretch.mine), join(stretch.theirs)]
  if (base === mine || mine === theirs) return { text: theirs, overlaps: 0 }
  if (base === theirs) return { text: mine, overlaps: 0 }
  return resolve(stretch)
}

/** Walks the tokens all three have in common; what lies between two of them is settled on its own. */
function mergeTokens({ base, mine, theirs }: Stretch, resolve: Resolve): Merged {
  const inMine = matchTokens(base, mine)
  const inTheirs = matchTokens(base, theirs)
  const parts: string[] = []
  let overlaps = 0
  let from = { base: 0, mine: 0, theirs: 0 }
  const settleUpTo = (to: typeof from): void => {
    const merged = settle(
      {
        base: base.slice(from.base, to.base),
        mine: mine.slice(from.mine, to.mine),
        theirs: theirs.slice(from.theirs, to.theirs),
      },
      resolve,
    )
    parts.push(merged.text)
    overlaps += merged.overlaps
  }
  for (const [index, token] of base.entries()) {
    const atMine = inMine[index] ?? -1
    const atTheirs = inTheirs[index] ?? -1
    if (atMine < 0 || atTheirs < 0) continue
    settleUpTo({ base: index, mine: atMine, theirs: atTheirs })
    parts.push(token)
    from = { base: index + 1, mine: atMine + 1, theirs: atTheirs + 1 }
  }
  settleUpTo({ base: base.length, mine: mine.length, theirs: theirs.length })
  return { text: parts.join(''), overlaps }
}

/**
 * Three-way merge of free text (the way of diff3): by lines, and by words inside lines both changed. Where both
 * changed the same words differently both are kept; a change beats a deletion. Pure and total; long texts that
 * differ everywhere are kept whole rather than compared word by word.
 */
export function merge3({ base, mine, theirs }: Merge3Input): Merged {
  if (base === mine || mine === theirs) return { text: theirs, overlaps: 0 }
  if (base === theirs) return { text: mine, overlaps: 0 }
  const lines = (text: string): readonly string[] => text.match(LINES) ?? []
  return mergeTokens({ base: lines(base), mine: lines(mine), theirs: lines(theirs) }, byWords)
}

/** Three-way merge of sets: what either side added is in, what either side took away is out. Order: theirs, then new. */
export function mergeSets(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const removed = new Set(base.filter(value => !mine.includes(value)))
  const added = mine.filter(value => !base.includes(value))
  return [...new Set([...theirs.filter(value => !removed.has(value)), ...added])]
}
