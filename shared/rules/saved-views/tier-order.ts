/** Words teams use for their tiers, the most valued first. */
const KNOWN = [
  ['vip', 'diamond', 'diamant', 'black', 'strategic'],
  ['enterprise', 'platinum', 'platin'],
  ['gold', 'premium', 'premier'],
  ['silver', 'silber', 'business', 'pro', 'plus'],
  ['bronze', 'standard', 'basic', 'starter'],
  ['free', 'trial', 'test'],
] as const
const UNKNOWN = KNOWN.length

function rankOf(tier: string): number {
  const words = new Set(tier.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const rank = KNOWN.findIndex(group => group.some(word => words.has(word)))
  return rank < 0 ? UNKNOWN : rank
}

/**
 * Tiers in the order "by tier" lists them: by the words teams use for them, the most valued first, those with other
 * names behind by the alphabet. Customers without a tier come last.
 */
export const tierOrder = (tiers: readonly string[]): readonly string[] =>
  [...new Set(tiers)].toSorted(
    (left, right) => rankOf(left) - rankOf(right) || (left < right ? -1 : left > right ? 1 : 0),
  )
