import { useCallback, useEffect, useState } from 'react'
import type { GuestRecord } from '../../../../shared/protocol/guests.ts'
import { desk } from '../../../desk.ts'
import { useIsAway } from '../../../stores/sync-store.ts'

type Records = { readonly records: readonly GuestRecord[] | null; readonly again: () => void }

/** What was done about guests, asked of the hub; null while it has not answered or cannot be reached. */
export function useGuestRecords(): Records {
  const isAway = useIsAway()
  const [records, setRecords] = useState<readonly GuestRecord[] | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (isAway) return
    let isStale = false
    const take = (found: readonly GuestRecord[] | null): void => {
      if (!isStale) setRecords(found)
    }
    desk.call('guests.records', {}).then(
      answer => take(answer.records),
      () => take(null),
    )
    return () => {
      isStale = true
    }
  }, [isAway, round])
  const again = useCallback(() => setRound(last => last + 1), [])
  return { records, again }
}
