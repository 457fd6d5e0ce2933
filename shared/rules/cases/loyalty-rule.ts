import type { Fields } from '../../domain/values.ts'

/** Places of tiers in the rule, the lowest first. Letters only, because names of values are. */
export const TIER_PLACES = ['one', 'two', 'three', 'four', 'five'] as const
export type TierPlace = (typeof TIER_PLACES)[number]

/** One tier as the team has it. */
export type Tier = {
  readonly tier: string
  /** What must be earned in a year; 0: it is given, not earned. */
  readonly points: number
  /** What everybody of the tier has, one thing each. */
  readonly benefits: readonly string[]
}
export type TierValues = { readonly name: string; readonly points: number; readonly benefits: string }

export const MOST_POINTS = 10_000_000
const DEFAULTS: Readonly<Record<TierPlace, TierValues>> = {
  one: { name: 'bronze', points: 500, benefits: '' },
  two: { name: 'silver', points: 2_000, benefits: '' },
  three: { name: 'gold', points: 10_000, benefits: '' },
  four: { name: '', points: 0, benefits: '' },
  five: { name: '', points: 0, benefits: '' },
}

/** Name of a value of the rule. */
export const tierKey = (place: TierPlace, value: keyof TierValues): string =>
  `${place}${value.slice(0, 1).toUpperCase()}${value.slice(1)}`

const textOf = (value: unknown, standard: string): string => (typeof value === 'string' ? value : standard)
const numberOf = (value: unknown, standard: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(MOST_POINTS, Math.max(0, value)) : standard

/** The values of one place, as they are set or as they come. */
export function tierValues(content: Fields | null, place: TierPlace): TierValues {
  const { name, points, benefits } = DEFAULTS[place]
  return {
    name: textOf(content?.[tierKey(place, 'name')], name),
    points: numberOf(content?.[tierKey(place, 'points')], points),
    benefits: textOf(content?.[tierKey(place, 'benefits')], benefits),
  }
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** The tiers a team has, whatever was stored; a place without a name is none. */
export const loyaltyRule = (content: Fields | null): readonly Tier[] =>
  TIER_PLACES.map(place => tierValues(content, place)).flatMap(({ name, points, benefits }) =>
    name.trim() === '' ? [] : [{ tier: name.trim(), points, benefits: linesOf(benefits) }],
  )

/** The tier a customer's card names, however it is written there. */
export function tierNamed(tiers: readonly Tier[], name: string | null): Tier | null {
  const wanted = name?.trim().toLowerCase() ?? ''
  return wanted === '' ? null : (tiers.find(({ tier }) => tier.toLowerCase() === wanted) ?? null)
}
