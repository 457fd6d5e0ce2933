import type { LoyaltyEntry } from '../../domain/cases.ts'

type Line = Pick<LoyaltyEntry, 'points' | 'atMs' | 'reason'>

/** A customer's points: the sum of all lines, never kept anywhere else. */
export const balanceOf = (entries: readonly Pick<Line, 'points'>[]): number =>
  entries.reduce((sum, { points }) => sum + points, 0)

const YEAR_MS = 365 * 86_400_000

/** What was earned by buying within a year before a moment: what a tier is about. Gifts and use do not count. */
export const earnedInYear = (entries: readonly Line[], atMs: number): number =>
  entries
    .filter(entry => entry.reason === 'purchase' && entry.atMs > atMs - YEAR_MS && entry.atMs <= atMs)
    .reduce((sum, { points }) => sum + points, 0)

/** Tiers from the lowest, with what must be earned in a year for each. */
export const TIER_STEPS = [
  { tier: 'bronze', points: 500 },
  { tier: 'silver', points: 2_000 },
  { tier: 'gold', points: 10_000 },
] as const

/**
 * The next tier above what was earned and above the one the customer has, and how much is missing; null at the top, and
 * for a tier that is not made of points.
 */
export function nextTier(
  earned: number,
  has: string | null = null,
): { readonly tier: string; readonly missing: number } | null {
  const at = has === null ? -1 : TIER_STEPS.findIndex(({ tier }) => tier === has.toLowerCase())
  if (has !== null && at < 0) return null
  const next = TIER_STEPS.slice(at + 1).find(({ points }) => points > earned)
  return next ? { tier: next.tier, missing: next.points - earned } : null
}

/** Points for an amount given as points: one for each minor unit. */
export const pointsOf = (amountMinor: number): number => Math.max(0, Math.round(amountMinor))
