import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Place, SessionState } from '../../shared/contract/session.ts'

export const sessionStore = createStore<{ readonly session: SessionState }>(() => ({
  session: { state: 'starting' },
}))

export const useSession = (): SessionState => useStore(sessionStore, state => state.session)

type OpenSession = Extract<SessionState, { state: 'open' }>

/** The open session; null while nothing is open. For commands, outside of painting. */
export function openSession(): OpenSession | null {
  const { session } = sessionStore.getState()
  return session.state === 'open' ? session : null
}

/** The place that is open or just being opened: the console is painted for both, so that it is there in time. */
export const placeIn = (session: SessionState): Place | null =>
  session.state === 'open' || session.state === 'opening' ? session.place : null

export const placeHere = (): Place | null => placeIn(sessionStore.getState().session)

/** Who works here. Inside the console there always is one. */
export const useAgent = (): Place['agent'] | null =>
  useStore(sessionStore, ({ session }) => placeIn(session)?.agent ?? null)
