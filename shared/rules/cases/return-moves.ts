import type { RETURN_STATES } from '../../domain/values.ts'

export type ReturnState = (typeof RETURN_STATES)[number]
type Kind = 'return' | 'refund' | 'exchange' | 'other'

/** Where money or goods have changed hands, or it was said no: nothing follows. */
export const isSettled = (state: string): boolean =>
  state === 'refunded' || state === 'exchanged' || state === 'refused'

const settling = (kind: Kind): readonly ReturnState[] =>
  kind === 'exchange' ? ['exchanged'] : kind === 'return' || kind === 'refund' ? ['refunded'] : []

/** Where a case can go next, the usual way first. A refund needs no parcel; goods can come at once over the counter. */
export function nextReturnStates(kind: Kind, state: string): readonly ReturnState[] {
  switch (state) {
    case 'requested':
      return ['approved', 'refused']
    case 'approved':
      return kind === 'refund'
        ? ['refunded', 'in-transit']
        : ['in-transit', 'received', ...exchangedAhead(kind)]
    case 'in-transit':
      return ['received']
    case 'received':
      return [...settling(kind), 'refused']
    default:
      return []
  }
}

/** The other thing may leave before the first has come back. */
const exchangedAhead = (kind: Kind): readonly ReturnState[] => (kind === 'exchange' ? ['exchanged'] : [])

const BACK: Readonly<Partial<Record<ReturnState, readonly ReturnState[]>>> = {
  approved: ['requested'],
  'in-transit': ['approved'],
  received: ['in-transit', 'approved'],
  refused: ['requested', 'received'],
}

/** May it be taken back to that state? Not once money or goods have left. */
export const isStepBack = (from: string, to: string): boolean =>
  (BACK[from as ReturnState] ?? []).some(each => each === to)

/** May a case of this kind go from one state to the other, forwards or one step back? Staying is no move. */
export const mayMove = (kind: Kind, from: string, to: string): boolean =>
  nextReturnStates(kind, from).some(each => each === to) || isStepBack(from, to)

/** The states a case of this kind goes through when all goes well, to be shown as a line. */
export function returnPath(kind: Kind): readonly ReturnState[] {
  const end = settling(kind)
  return kind === 'refund'
    ? ['requested', 'approved', ...end]
    : ['requested', 'approved', 'in-transit', 'received', ...end]
}
