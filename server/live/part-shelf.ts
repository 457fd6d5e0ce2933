import type { FeedPart } from '../sync/feed-part.ts'
import { joinParts } from '../sync/feed-part.ts'

/** Parts kept until they are told; what is dropped is read. */
const MOST_PARTS = 40

/** What this copy published itself and has not told yet. */
export type PartShelf = {
  readonly add: (parts: readonly FeedPart[]) => void
  /** All of it from one number to another, as one; null when something in between is not known here. */
  readonly between: (fromSeq: number, toSeq: number) => FeedPart | null
  readonly forgetUpTo: (seq: number) => void
}

export function partShelf(): PartShelf {
  let parts: readonly FeedPart[] = []
  return {
    add: more => {
      parts = [...parts, ...more].slice(-MOST_PARTS)
    },
    between: (fromSeq, toSeq) => joinParts(parts, { fromSeq, toSeq }),
    forgetUpTo: seq => {
      parts = parts.filter(({ toSeq }) => toSeq > seq)
    },
  }
}
