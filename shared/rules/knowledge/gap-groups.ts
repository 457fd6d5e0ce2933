import type { ArticleGap } from '../../domain/article-gaps.ts'
import { foldText } from '../fold-text.ts'
import { groupBy } from '../group-by.ts'

/** What was looked for in the same words, whatever their order and case. */
export type GapGroup = {
  readonly key: string
  /** As it was written last. */
  readonly words: string
  /** How often it was missed. */
  readonly count: number
  /** Tickets it was missed on, the newest first. */
  readonly ticketIds: readonly string[]
  /** Kinds of work it was missed in. */
  readonly kinds: readonly ArticleGap['kind'][]
  readonly gaps: readonly ArticleGap[]
  readonly newestAtMs: number
  /** An article is being written. */
  readonly isDrafted: boolean
}

export const gapKey = (words: string): string =>
  [...new Set(foldText(words).split(/[^\p{L}\p{N}]+/u))]
    .filter(word => word !== '')
    .toSorted()
    .join(' ')

/** What still has to be written, what is missed most first. */
export function gapGroups(gaps: readonly ArticleGap[]): readonly GapGroup[] {
  const waiting = gaps.filter(({ state }) => state !== 'closed').toSorted((a, b) => b.askedAtMs - a.askedAtMs)
  const groups = [...groupBy(waiting, ({ words }) => gapKey(words))].flatMap(([key, own]) => {
    const [newest] = own
    if (!newest) return []
    const group: GapGroup = {
      key,
      words: newest.words,
      count: own.length,
      ticketIds: [...new Set(own.flatMap(({ ticketId }) => ticketId ?? []))],
      kinds: [...new Set(own.flatMap(({ kind }) => kind ?? []))],
      gaps: own,
      newestAtMs: newest.askedAtMs,
      isDrafted: own.some(({ state }) => state === 'drafting'),
    }
    return [group]
  })
  return groups.toSorted((a, b) => b.count - a.count || b.newestAtMs - a.newestAtMs)
}
