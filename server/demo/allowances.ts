import { allowanceId } from '../../shared/domain/cases.ts'
import { priceIn } from './money.ts'
import { places } from './people/places.ts'
import { DAY_MS } from './world.ts'
import type { World } from './world.ts'

/** Euro cents each role may give away alone. */
const LIMITS = {
  agent: { returnMinor: 100_000, correctionMinor: 20_000, goodwillMinor: 2_500, goodwillMonthMinor: 15_000 },
  supervisor: {
    returnMinor: 500_000,
    correctionMinor: 200_000,
    goodwillMinor: 20_000,
    goodwillMonthMinor: 100_000,
  },
} as const

/** Limits for every currency customers pay in. */
export function addAllowances(world: World): void {
  const currencies = new Map(places.map(place => [place.currency, place]))
  for (const [currency, place] of currencies) {
    for (const role of ['agent', 'supervisor'] as const) {
      const limits = LIMITS[role]
      world.add('allowances', {
        id: allowanceId(role, currency),
        role,
        currency,
        returnMinor: priceIn(limits.returnMinor, place),
        correctionMinor: priceIn(limits.correctionMinor, place),
        goodwillMinor: priceIn(limits.goodwillMinor, place),
        goodwillMonthMinor: priceIn(limits.goodwillMonthMinor, place),
        updatedAtMs: world.nowMs - 90 * DAY_MS,
      })
    }
  }
}
