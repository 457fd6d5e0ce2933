import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../../shared/clock.ts'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import type { Log } from '../../shared/log.ts'
import type { WholeBoard } from '../../shared/protocol/board.ts'
import { Board } from './board.ts'
import type { BoardSink } from './board-sink.ts'

/** A board nobody looks at is kept for so long: a window that comes back finds it warm. */
const KEPT_MS = 60_000

export type BoardsDeps = {
  readonly app: Pool
  readonly clock: Clock
  readonly log: Log
  readonly subscribe: (workspaceId: WorkspaceId, callback: (seq: number) => void) => () => void
}

/** The boards of this copy of the hub. */
export type Boards = {
  /** Sends the picture and its changes; the returned function ends that. */
  readonly watch: (workspaceId: WorkspaceId, sink: BoardSink) => () => void
  /** The picture with another mark than the one given, or the standing one when the wait is over. */
  readonly after: (workspaceId: WorkspaceId, mark: string, waitMs: number) => Promise<WholeBoard>
  readonly stop: () => void
}

type Kept = { readonly board: Board; users: number; readonly unsubscribe: () => void; cancel: () => void }

export function createBoards({ app, clock, log, subscribe }: BoardsDeps): Boards {
  const boards = new Map<WorkspaceId, Kept>()
  const copyId = randomUUID().slice(0, 8)

  function open(workspaceId: WorkspaceId): Kept {
    const board = new Board({ app, clock, log, workspaceId, copyId })
    const unsubscribe = subscribe(workspaceId, seq => board.advance(seq))
    const kept = { board, users: 0, unsubscribe, cancel: () => {} }
    boards.set(workspaceId, kept)
    return kept
  }
  function drop(workspaceId: WorkspaceId, { board, unsubscribe }: Kept): void {
    boards.delete(workspaceId)
    unsubscribe()
    board.stop()
  }
  function use(workspaceId: WorkspaceId): { readonly board: Board; readonly release: () => void } {
    const kept = boards.get(workspaceId) ?? open(workspaceId)
    kept.cancel()
    kept.users += 1
    const release = (): void => {
      kept.users -= 1
      if (kept.users > 0 || boards.get(workspaceId) !== kept) return
      kept.cancel = clock.after(KEPT_MS, () => drop(workspaceId, kept))
    }
    return { board: kept.board, release }
  }

  return {
    watch: (workspaceId, sink) => {
      const { board, release } = use(workspaceId)
      board.add(sink)
      return () => {
        board.remove(sink)
        release()
      }
    },
    after: async (workspaceId, mark, waitMs) => {
      const { board, release } = use(workspaceId)
      try {
        return await board.after(mark, waitMs)
      } finally {
        release()
      }
    },
    stop: () => {
      for (const [workspaceId, kept] of boards) {
        kept.cancel()
        drop(workspaceId, kept)
      }
    },
  }
}
