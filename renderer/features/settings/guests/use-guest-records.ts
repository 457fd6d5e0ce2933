import { useCallback, useEffect, useState } from 'react'
import type { GuestRecord, GuestUse } from '../../../../shared/protocol/guests.ts'
import { desk } from '../../../desk.ts'
import { useIsAway } from '../../../stores/sync-store.ts'

type Found = {
  readonly records: readonly GuestRecord[] | null
  /** How much each guest did this week. */
  readonly used: readonly GuestUse[] | null
}
type Records = Found & { readonly again: () => void }

const NOTHING: Found = { records: null, used: null }

/** What was done about guests, asked of the hub; null while it has not answered or cannot be reached. */
export function useGuestRecords(): Records {
  const isAway = useIsAway()
  const [found, setFound] = useState<Found>(NOTHING)
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (isAway) return
    let isStale = false
    const take = (answer: Found): void => {
      if (!isStale) setFound(answer)
    }
    desk.call('guests.records', {}).then(
      answer => take(answer),
      () => take(NOTHING),
    )
    return () => {
      isStale = true
    }
  }, [isAway, round])
  const again = useCallback(() => setRound(last => last + 1), [])
  return { ...found, again }
}
