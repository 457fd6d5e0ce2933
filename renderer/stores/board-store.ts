import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { BoardFilter, BoardState } from '../../shared/contract/floor.ts'
import type { WholeBoard } from '../../shared/protocol/board.ts'

export type BoardKind = 'both' | 'service' | 'support'
export type AgentSort = 'unsent' | 'open' | 'synced' | 'name'

/** What is opened beside the board. */
export type BoardSheet =
  | { readonly type: 'tickets'; readonly title: string; readonly filter: BoardFilter; readonly of: number }
  | { readonly type: 'rebalance' }
  | { readonly type: 'laptops' }
  | { readonly type: 'approvals' }
  | { readonly type: 'at-risk' }

type State = {
  readonly board: BoardState
  readonly kind: BoardKind
  readonly sort: AgentSort
  readonly sheet: BoardSheet | null
  readonly isWallboard: boolean
  /** How many waited, each minute since this window opened, oldest first. */
  readonly waited: readonly { readonly atMs: number; readonly count: number }[]
}

export const boardStore = createStore<State>(() => ({
  board: { connection: 'connecting', board: null, heardAtMs: null },
  kind: 'both',
  sort: 'unsent',
  sheet: null,
  isWallboard: false,
  waited: [],
}))

export const useBoardStore = <T>(select: (state: State) => T): T => useStore(boardStore, select)
export const openSheet = (sheet: BoardSheet | null): void => boardStore.setState({ sheet })

const SAMPLE_MS = 60_000
const SAMPLES = 60

const waitingOf = ({ queues }: WholeBoard): number => queues.reduce((sum, { waiting }) => sum + waiting, 0)

/** Takes what the data process knows, and remembers how many waited. */
export function takeBoard(board: BoardState, nowMs: number): void {
  const { waited } = boardStore.getState()
  const last = waited.at(-1)
  const isDue = board.board !== null && (last === undefined || nowMs - last.atMs >= SAMPLE_MS)
  boardStore.setState({
    board,
    waited:
      isDue && board.board
        ? [...waited, { atMs: nowMs, count: waitingOf(board.board) }].slice(-SAMPLES)
        : waited,
  })
}
