import type { Output } from '../../shared/contract/index.ts'
import { uiStore } from '../stores/ui-store.ts'
import { frontList } from './front-list.ts'
import { live } from './live.ts'
import { act } from './use-action.ts'

type Around = Pick<Output<'threads.neighbours'>, 'previous' | 'next'>

let last: { readonly ticketId: string; readonly listed: string; readonly around: Around } | null = null

const listedNow = (): string => {
  const { view, filter, kind, sort } = uiStore.getState()
  return JSON.stringify([view, filter, kind, sort])
}

/** Notes what stood beside a ticket in the view, so that its place is kept when it leaves the view. */
export function noteNeighbours(ticketId: string, around: Output<'threads.neighbours'>): void {
  if (around.place !== null) last = { ticketId, listed: listedNow(), around }
}

/** Not placed: the ticket never stood in this view. Placed with null: it is the last one in that direction. */
export type Neighbour = { readonly isPlaced: boolean; readonly ticketId: string | null }
const unplaced: Neighbour = { isPlaced: false, ticketId: null }

/**
 * The ticket before or after in the view in front: from where this one stands, or stood until it left the view. What
 * the window shows of its place is known without asking.
 */
export async function neighbourOf(ticketId: string, direction: 'next' | 'previous'): Promise<Neighbour> {
  const input = { ticketId, ...frontList() }
  const around = live.recent('threads.neighbours', input) ?? (await act('threads.neighbours', input))
  if (around === null) return unplaced
  if (around.place !== null) {
    noteNeighbours(ticketId, around)
    return { isPlaced: true, ticketId: around[direction] }
  }
  if (last?.ticketId !== ticketId || last.listed !== listedNow()) return unplaced
  return { isPlaced: true, ticketId: last.around[direction] }
}
