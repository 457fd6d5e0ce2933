import type { Customer } from '../../domain/people.ts'

/** Who a record is a duplicate of: all that says who belongs together. */
export type Merged = Pick<Customer, 'id' | 'mergedIntoId'>

/** Who a record leads to, step by step, itself first. Ends where nobody is named, at somebody unknown, or in a circle. */
export function leadsTo(id: string, into: ReadonlyMap<string, string | null>): readonly string[] {
  const path: string[] = []
  for (let at: string | null | undefined = id; typeof at === 'string' && !path.includes(at);) {
    if (!into.has(at)) break
    path.push(at)
    at = into.get(at)
  }
  return path
}

/** The record that stands for the person; the record itself when it is no duplicate, or is not known. */
export const rootOf = (id: string, into: ReadonlyMap<string, string | null>): string =>
  leadsTo(id, into).at(-1) ?? id

/** All records of the same person, sorted: those it leads to and those that lead there. */
export function familyOf(id: string, into: ReadonlyMap<string, string | null>): readonly string[] {
  const found = new Set([id])
  for (let size = 0; size < found.size;) {
    size = found.size
    for (const [each, parent] of into) {
      if (parent === null || !into.has(parent)) continue
      if (found.has(each)) found.add(parent)
      if (found.has(parent)) found.add(each)
    }
  }
  return [...found].toSorted()
}

export type MergeRefusal = 'same' | 'circle' | 'too-deep'
type Merge = {
  readonly customer: Merged
  readonly into: Merged
  /** Who `into` is itself a duplicate of; null: nobody, or nobody who is here. */
  readonly above: Merged | null
}

/**
 * Why a record is not made a duplicate of another; null: it is. 'same' and 'circle': they are one person already.
 * 'too-deep': who stands for `into` is more than one step away. One step is all that is looked at, so whoever is named
 * above must stand for the person; then no order of merges, on whatever laptops, can close a circle.
 */
export function mergeRefusal({ customer, into, above }: Merge): MergeRefusal | null {
  if (customer.id === into.id) return 'same'
  if (into.mergedIntoId === customer.id || above?.mergedIntoId === customer.id) return 'circle'
  return (above?.mergedIntoId ?? null) === null ? null : 'too-deep'
}

/** Whether two records are known to be one person, from these two alone: of one another, or of a third. */
export const isSamePerson = (one: Merged, other: Merged | null): boolean =>
  other !== null &&
  (one.id === other.id ||
    one.mergedIntoId === other.id ||
    other.mergedIntoId === one.id ||
    (one.mergedIntoId !== null && one.mergedIntoId === other.mergedIntoId))
