import type { OutreachSegment } from '../../domain/outreach.ts'

/** What a segment looks at: of whoever stands for a person, products those of all their records. */
export type SegmentFacts = {
  readonly tier: string | null
  /** Null: nothing was bought within twelve months, or nobody has worked it out yet. */
  readonly valueBand: string | null
  readonly labels: readonly string[]
  readonly productIds: readonly string[]
  readonly isVip: boolean
}

/** A tier as it is compared, the way the database does it: without capitals of A to Z and spaces around it. */
export const sameTier = (tier: string): string =>
  tier.replaceAll(/^ +| +$/gu, '').replaceAll(/[A-Z]/gu, letter => letter.toLowerCase())

const LISTS = ['tiers', 'bands', 'labels', 'productIds'] as const

/** A segment without what says nothing; null: nothing is left of it. A name alone is one, about everybody. */
export function statedSegment(segment: OutreachSegment | null): OutreachSegment | null {
  if (segment === null) return null
  const name = segment.name?.trim() ?? ''
  const lists = LISTS.flatMap(key => {
    const values = [...new Set(segment[key])]
    return values.length === 0 ? [] : [[key, values] as const]
  })
  const stated = {
    ...(name === '' ? {} : { name }),
    ...Object.fromEntries(lists),
    ...(segment.vipOnly === true ? { vipOnly: true } : {}),
  }
  return Object.keys(stated).length === 0 ? null : stated
}

const isNone = (values: readonly string[] | undefined): boolean => values === undefined || values.length === 0
const hasOne = (wanted: readonly string[] | undefined, values: readonly string[]): boolean =>
  isNone(wanted) || values.some(value => wanted?.includes(value))

/** Does it leave nobody out? */
export const isForAll = (segment: OutreachSegment | null): boolean =>
  segment === null || (LISTS.every(key => isNone(segment[key])) && segment.vipOnly !== true)

/** Is the rule about this person? Everything it says has to hold. */
export function fitsSegment(segment: OutreachSegment | null, facts: SegmentFacts): boolean {
  if (segment === null) return true
  const { tier, valueBand, labels, productIds, isVip } = facts
  return (
    hasOne(segment.tiers?.map(sameTier), tier === null ? [] : [sameTier(tier)]) &&
    hasOne(segment.bands, valueBand === null ? [] : [valueBand]) &&
    hasOne(segment.labels, labels) &&
    hasOne(segment.productIds, productIds) &&
    (segment.vipOnly !== true || isVip)
  )
}
