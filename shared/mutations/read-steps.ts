import type { AnyMutation, LoadedRows, Reads } from './define.ts'

/** A chain of rows that name one another is followed this far. */
export const MOST_STEPS = 6

/** What a mutation reads beside what is loaded already, now that it knows those rows; nothing: all of it is loaded. */
export const nextReads = (mutation: AnyMutation, args: unknown, rows: LoadedRows): Reads =>
  Object.fromEntries(
    Object.entries(mutation.alsoReads(rows as never, args)).filter(([name]) => !Object.hasOwn(rows, name)),
  )

export const isNothing = (reads: Reads): boolean => Object.keys(reads).length === 0
