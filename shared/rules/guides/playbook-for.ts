import type { Guide } from '../../domain/guides.ts'

/** Tags of guides that belong to a moment in the life of a thing, so that they are at hand where it stands. */
export const LIFE_TAGS = ['upgrade', 'end-of-life'] as const
export type LifeTag = (typeof LIFE_TAGS)[number]

type Candidate = Pick<Guide, 'isActive' | 'tags' | 'fits' | 'title'>

/** The guide for a moment in the life of a product: its own, else one for every product; null where there is none. */
export function playbookFor<G extends Candidate>(
  guides: readonly G[],
  tag: LifeTag,
  productName: string | null,
): G | null {
  const tagged = guides
    .filter(({ isActive, tags }) => isActive && tags.includes(tag))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en'))
  const own = tagged.find(({ fits }) => productName !== null && fits.products.includes(productName))
  return own ?? tagged.find(({ fits }) => fits.products.length === 0) ?? null
}
