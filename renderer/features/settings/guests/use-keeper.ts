import type { Keeper } from '../../../../shared/rules/guests/may-keep-guests.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { useAgent } from '../../../stores/session-store.ts'

/** Whoever works here, as the hub will judge them: role and teams of now. Null: still loading. */
export function useKeeper(): Keeper | null {
  const me = useAgent()
  const directory = useLiveValue('directory.get', {})
  const own = directory?.agents.find(({ id }) => id === me?.id)
  return own ? { role: own.role, teamIds: own.teamIds } : null
}
