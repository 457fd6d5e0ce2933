import type { Impact } from '../../domain/incidents.ts'

export type ImpactTimes = Pick<Impact, 'downSinceMs' | 'restoredAtMs' | 'resolvedAtMs'>

/** Down, then restored, then resolved: what stands later is never earlier. What is resolved was restored by then. */
export function orderedTimes({ downSinceMs, restoredAtMs, resolvedAtMs }: ImpactTimes): ImpactTimes {
  const restored = restoredAtMs ?? resolvedAtMs
  const restoredOrNull = restored === null ? null : Math.max(downSinceMs, restored)
  return {
    downSinceMs,
    restoredAtMs: restoredOrNull,
    resolvedAtMs: resolvedAtMs === null ? null : Math.max(restoredOrNull ?? downSinceMs, resolvedAtMs),
  }
}

export const isRunning = ({ restoredAtMs }: Pick<Impact, 'restoredAtMs'>): boolean => restoredAtMs === null
