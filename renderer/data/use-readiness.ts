import { useEffect } from 'react'
import type { DayPack } from '../../shared/contract/offline.ts'
import { missingForOffline } from '../../shared/rules/day-pack.ts'
import type { PackReason } from '../../shared/rules/day-pack.ts'
import { useNow } from '../lib/clock.ts'
import { isAway, useSyncStatus } from '../stores/sync-store.ts'
import { live } from './live.ts'
import { useLiveValue } from './use-live-query.ts'

export type Readiness = {
  readonly pack: DayPack
  /** Empty: this laptop is ready for a day without network. */
  readonly missing: readonly PackReason[]
  readonly missingFiles: { readonly count: number; readonly bytes: number }
  /** Nothing can be fetched now. */
  readonly isAway: boolean
}

const EVERY_MS = 60_000

/** Whether the day can be worked without network, looked at anew each minute; null until it is known. */
export function useReadiness(): Readiness | null {
  const status = useSyncStatus()
  const nowMs = useNow()
  const pack = useLiveValue('offline.pack', {})
  const minute = Math.floor(nowMs / EVERY_MS)
  const { isFilled } = status ?? { isFilled: false }
  // Whose work it is changes all day; what that means for files is worth one look a minute, not one each time.
  useEffect(() => live.reload('offline.pack', {}), [minute, isFilled])
  if (!pack || !status) return null
  const { all, here } = pack.files
  const missingFiles = { count: all.count - here.count, bytes: all.bytes - here.bytes }
  const { lastPulledAtMs } = status
  const away = isAway(status) || status.phase.state === 'signed-out'
  const facts = { isFilled, lastPulledAtMs, nowMs, isAway: away, missingFiles: missingFiles.count }
  return { pack, missing: missingForOffline(facts), missingFiles, isAway: away }
}
