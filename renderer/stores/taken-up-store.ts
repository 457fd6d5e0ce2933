import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { z } from 'zod'
import { readKept, writeKept } from '../lib/kept.ts'

/** A suggested answer whose words are in the composer of its ticket: sending them releases it. */
const TakenUp = z.record(z.string(), z.object({ proposalId: z.string(), words: z.string() }))
export type TakenUp = z.infer<typeof TakenUp>[string]

const KEPT = 'taken-up'

const store = createStore<{ readonly byTicket: z.infer<typeof TakenUp> }>(() => ({
  byTicket: readKept(KEPT, TakenUp) ?? {},
}))

const put = (byTicket: z.infer<typeof TakenUp>): void => {
  store.setState({ byTicket })
  writeKept(KEPT, byTicket)
}

/** What was taken into the composer of a ticket; null: nothing was. It outlives a restart, as the draft does. */
export const takenUpOn = (ticketId: string): TakenUp | null => store.getState().byTicket[ticketId] ?? null
export const useTakenUp = (ticketId: string): TakenUp | null =>
  useStore(store, ({ byTicket }) => byTicket[ticketId] ?? null)

export const takeUp = (ticketId: string, taken: TakenUp): void =>
  put({ ...store.getState().byTicket, [ticketId]: taken })

export function letGo(ticketId: string): void {
  const { [ticketId]: _gone, ...others } = store.getState().byTicket
  put(others)
}
