import type { FieldConflict } from './define.ts'
import { merge3, mergeSets } from './merge3.ts'

/** What stands in a field once it is decided: what I wanted, what stands on the hub, or both joined. */
export const TAKEN = ['mine', 'theirs', 'merged'] as const
export type Taken = (typeof TAKEN)[number]

/** Which rule speaks: the first accepted owner stays; theirs stands; a set keeps both; words that do not overlap join. */
export type MergeRule = 'first-wins' | 'theirs-stands' | 'both-kept' | 'words-joined'
export type Suggestion = {
  readonly take: 'theirs' | 'merged'
  /** What would stand there. */
  readonly value: unknown
  readonly because: MergeRule
}

/** Only people can say what these mean together. */
const ASKED: ReadonlySet<string> = new Set([
  'state',
  'kind',
  'seq',
  'version',
  'reopenedCount',
  'restoredAtMs',
])
/** Lines of free text. A version or a serial number joined out of two would be one that nobody ever saw. */
const PROSE: ReadonlySet<string> = new Set([
  'subject',
  'name',
  'jobTitle',
  'facts',
  'title',
  'promise',
  'body',
])

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(each => typeof each === 'string')

function joined({ field, seen, mine, theirs }: FieldConflict): Suggestion | null {
  if (isStrings(seen) && isStrings(mine) && isStrings(theirs))
    return { take: 'merged', value: mergeSets(seen, mine, theirs), because: 'both-kept' }
  if (!PROSE.has(field)) return null
  if (typeof seen !== 'string' || typeof mine !== 'string' || typeof theirs !== 'string') return null
  const { text, overlaps } = merge3({ base: seen, mine, theirs })
  // Joined to what already stands there, or to a mark nobody would send: no suggestion.
  if (overlaps > 0 || text === theirs || text === mine) return null
  return { take: 'merged', value: text, because: 'words-joined' }
}

/**
 * What the rules suggest for a field both sides changed; null where only a person can say. Sets keep what either side
 * added and lose what either side took away; lines of text join where the changes do not overlap; of owners the first
 * stays; of everything else theirs stands and mine is one key away. Pure, and never by a clock.
 */
export function suggestMerge(conflict: FieldConflict): Suggestion | null {
  if (ASKED.has(conflict.field)) return null
  const both = joined(conflict)
  if (both) return both
  const because = conflict.field === 'assigneeId' ? 'first-wins' : 'theirs-stands'
  return { take: 'theirs', value: conflict.theirs, because }
}

/** What stands in the field when a person has decided; a merge that is none leaves what I wanted. */
export function valueTaken(conflict: FieldConflict, taken: Taken): unknown {
  if (taken === 'theirs') return conflict.theirs
  if (taken === 'mine') return conflict.mine
  return joined(conflict)?.value ?? conflict.mine
}
