import { useEffect, useState } from 'react'
import type { KnownPlace } from '../../../shared/contract/session.ts'
import { act } from '../../data/use-action.ts'

/** Places beside the open one, as they are now; null until they are known. */
export function usePlaces(): readonly KnownPlace[] | null {
  const [places, setPlaces] = useState<readonly KnownPlace[] | null>(null)
  useEffect(() => {
    let isWanted = true
    void act('session.places', {}).then(found => isWanted && setPlaces(found ?? []))
    return () => {
      isWanted = false
    }
  }, [])
  return places
}
