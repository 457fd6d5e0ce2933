/** A regular expression of whole words, whatever letters they are written with. Spaces stand for any white space. */
export const words = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`, 'giu')

/** Places where one of the patterns stands, in their order; of two that overlap the one that begins first, then the longer. */
export type Place = { readonly at: number; readonly end: number }

export function outermost<T extends Place>(places: readonly T[]): readonly T[] {
  const sorted = places.toSorted((a, b) => a.at - b.at || b.end - a.end)
  const kept: T[] = []
  for (const place of sorted) if (place.at >= (kept.at(-1)?.end ?? 0)) kept.push(place)
  return kept
}
