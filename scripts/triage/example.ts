import type { TicketKind } from '../../shared/rules/work-kind.ts'

/** One text to learn from or to be tested on. */
export type Example = {
  /** Where it comes from: what is left out as a whole when it is tested. */
  readonly source: string
  readonly language: string
  /** Texts of one template share it; they are never on both sides of a split. */
  readonly template: string
  readonly subject: string
  readonly body: string
  /** Null: it says nothing about the kind. */
  readonly kind: TicketKind | null
}

export const FOLDS = 5

/** Small stable hash, for splits that do not depend on order. */
export function foldOf(template: string): number {
  let hash = 7
  for (let index = 0; index < template.length; index += 1) {
    hash = (Math.imul(hash, 31) + template.charCodeAt(index)) >>> 0
  }
  return (hash >>> 5) % FOLDS
}
