import { now, useNow } from '../lib/clock.ts'
import { syncStore, useSyncStatus } from '../stores/sync-store.ts'

/** Now by the hub's clock, as far as this laptop knows it: what leases are measured with. */
export const hubNow = (): number => now() - (syncStore.getState().status?.skewMs ?? 0)

/** The same, painted again as time passes. */
export const useHubNow = (): number => {
  const skewMs = useSyncStatus()?.skewMs ?? 0
  return useNow() - skewMs
}
