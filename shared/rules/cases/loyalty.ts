import type { LoyaltyEntry } from '../../domain/cases.ts'
import { tierNamed } from './loyalty-rule.ts'
import type { Tier } from './loyalty-rule.ts'

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

/**
 * The next tier above what was earned and above the one the customer has, and how much is missing; null at the top, and
 * for a tier that is not made of points.
 */
export function nextTier(
  tiers: readonly Tier[],
  earned: number,
  has: string | null = null,
): { readonly tier: string; readonly missing: number } | null {
  const steps = tiers.filter(({ points }) => points > 0).toSorted((a, b) => a.points - b.points)
  const now = has === null ? null : tierNamed(steps, has)
  if (has !== null && now === null) return null
  const next = steps.find(({ points }) => points > earned && points > (now?.points ?? 0))
  return next ? { tier: next.tier, missing: next.points - earned } : null
}

/** Points for an amount given as points: one for each minor unit. */
export const pointsOf = (amountMinor: number): number => Math.max(0, Math.round(amountMinor))
