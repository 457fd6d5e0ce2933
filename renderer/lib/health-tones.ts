import type { HealthBand } from '../../shared/rules/health/health.ts'

/** How a band is marked; the word always stands beside it. */
export const HEALTH_TONES = { good: 'good', fair: 'warning', poor: 'bad' } as const satisfies Readonly<
  Record<HealthBand, string>
>
