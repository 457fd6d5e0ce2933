import type { Clock, Random } from '../../../shared/clock.ts'
import type { BoardState } from '../../../shared/contract/floor.ts'
import type { BoardFrame, WholeBoard } from '../../../shared/protocol/board.ts'
import { mergeBoard } from '../../../shared/rules/merge-board.ts'
import type { LiveRemote } from '../remote/remote.ts'
import { createLive } from '../sync/live.ts'
import type { Live } from '../sync/live.ts'

/** A frame of the board's socket, its good-bye included. */
export type BoardLine = BoardFrame | { readonly kind: 'bye'; readonly reason: string }

export type BoardWatchDeps = {
  readonly clock: Clock
  readonly random: Random
  /** Looking needs this way; a poll names the picture that is known. */
  readonly remote: (mark: () => string) => LiveRemote<BoardLine>
  readonly tell: (state: BoardState) => void
  /** The last picture of an earlier look, and where to keep it: offline it is shown with its age. */
  readonly kept: {
    readonly read: () => Pick<BoardState, 'board' | 'heardAtMs'>
    readonly write: (state: Pick<BoardState, 'board' | 'heardAtMs'>) => void
  }
}
export type BoardWatch = {
  readonly watch: (isWatching: boolean) => BoardState
  /** The way may be better now. */
  readonly kick: () => void
  /** The way is another one, or cut. */
  readonly reset: () => void
  readonly stop: () => void
}

/** A window repaints no more often than this. */
const TELL_EVERY_MS = 200

/** The supervisors' board on this laptop: followed while a window looks, kept when it looks away. */
export const createBoardWatch = (deps: BoardWatchDeps): BoardWatch => new FollowedBoard(deps)

class FollowedBoard implements BoardWatch {
  readonly #deps: BoardWatchDeps
  #state: BoardState
  #live: Live | null = null
  #isTelling = false

  constructor(deps: BoardWatchDeps) {
    this.#deps = deps
    this.#state = { connection: 'off', ...deps.kept.read() }
  }

  watch = (isWatching: boolean): BoardState => {
    if (!isWatching) this.stop()
    else if (!this.#live) this.#begin()
    return this.#state
  }

  kick = (): void => this.#live?.kick()

  reset = (): void => this.#live?.reset()

  stop = (): void => {
    if (!this.#live) return
    this.#state = { ...this.#state, connection: 'off' }
    this.#end()
  }

  #begin(): void {
    const { clock, random, remote } = this.#deps
    this.#state = { ...this.#state, connection: 'connecting' }
    const live = createLive<BoardLine>({
      clock,
      random,
      remote: remote(() => this.#state.board?.mark ?? ''),
      upToSeq: () => 0,
      onFrame: this.#take,
      onUp: isUp => {
        if (this.#live === live) this.#turn(isUp)
      },
    })
    this.#live = live
    live.start()
  }

  #take = (frame: BoardLine): void => {
    if (frame.kind === 'board') {
      const board: WholeBoard | null = mergeBoard(this.#state.board, frame)
      if (board) this.#set({ board, heardAtMs: this.#deps.clock.now(), connection: 'live' })
    } else if (frame.reason === 'not-allowed') {
      // What a supervisor saw is not shown to somebody who is none any more.
      this.#set({ connection: 'refused', board: null, heardAtMs: null })
      this.#end()
    }
  }

  #turn(isUp: boolean): void {
    if (isUp) return this.#set({ connection: 'live', heardAtMs: this.#deps.clock.now() })
    this.#set({ connection: 'offline' })
    this.#deps.kept.write(this.#state)
  }

  #end(): void {
    const live = this.#live
    this.#live = null
    live?.stop()
    this.#deps.kept.write(this.#state)
  }

  #set(change: Partial<BoardState>): void {
    const { clock, tell } = this.#deps
    this.#state = { ...this.#state, ...change }
    if (this.#isTelling) return
    this.#isTelling = true
    clock.after(TELL_EVERY_MS, () => {
      this.#isTelling = false
      tell(this.#state)
    })
  }
}
