import { useTranslation } from 'react-i18next'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { isAway, useSyncStatus } from '../../stores/sync-store.ts'

/** Without a line: how old the hub's counts are, in words; null while they are today's. */
export function useCountedAsOf(): string | null {
  const { t } = useTranslation()
  const status = useSyncStatus()
  const nowMs = useNow()
  if (!isAway(status)) return null
  const atMs = status?.lastPulledAtMs ?? null
  return atMs === null ? null : t('issueCounts.asOf', { time: moment(atMs, nowMs) })
}
