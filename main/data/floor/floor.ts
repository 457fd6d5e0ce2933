import type { Clock, Random } from '../../../shared/clock.ts'
import type { BoardState, Colleague, OwnStatus, TicketWatchers } from '../../../shared/contract/floor.ts'
import type { SyncStatus } from '../../../shared/contract/sync.ts'
import type { LiveFrame } from '../../../shared/protocol/pull.ts'
import type { Hub } from '../remote/hub.ts'
import { createReporter } from '../reporter.ts'
import type { Reporter, UnsentFacts } from '../reporter.ts'
import type { Live } from '../sync/live.ts'
import type { LaptopStore } from '../sync/store.ts'
import { createBoardWatch } from './board-watch.ts'
import type { BoardWatch } from './board-watch.ts'
import { createColleagues } from './colleagues.ts'
import type { Colleagues } from './colleagues.ts'
import { createOwnPlace } from './own-place.ts'
import type { OwnPlace } from './own-place.ts'
import { createWatchers } from './watchers.ts'
import type { Watchers } from './watchers.ts'

export type FloorDeps = {
  readonly clock: Clock
  readonly random: Random
  readonly agentId: string
  readonly appVersion: string
  readonly hub: Pick<Hub, 'board' | 'report'>
  readonly state: LaptopStore['state']
  readonly transaction: LaptopStore['transaction']
  readonly live: Live
  readonly unsentFacts: () => UnsentFacts
  readonly tellPresence: (tickets: readonly TicketWatchers[]) => void
  readonly tellColleagues: (agents: readonly Colleague[] | null) => void
  readonly tellBoard: (state: BoardState) => void
}

/** What this laptop tells about itself and hears about the others, beside the work itself. Nothing of it is kept for offline but the last board. */
export type Floor = {
  readonly watchers: Watchers
  readonly colleagues: Colleagues
  readonly place: OwnPlace
  readonly board: BoardWatch
  readonly status: () => OwnStatus
  readonly setStatus: (status: OwnStatus) => OwnStatus
  readonly tellStatus: (status: SyncStatus) => void
  readonly onFrame: (frame: LiveFrame) => void
  readonly onUp: (isUp: boolean) => void
  readonly stop: () => void
}

const BOARD_KEY = 'board'
type KeptBoard = Pick<BoardState, 'board' | 'heardAtMs'>

export function createFloor(deps: FloorDeps): Floor {
  const { clock, random, hub, live, agentId, tellPresence } = deps
  let own: OwnStatus = AVAILABLE
  const reporter = reporterOf(deps)
  const watchers = createWatchers({ clock, agentId, tell: tellPresence })
  const colleagues = createColleagues({ clock, tell: deps.tellColleagues })
  const place = createOwnPlace(clock, frame => live.send(frame))
  const board = createBoardWatch({
    clock,
    random,
    remote: hub.board,
    tell: deps.tellBoard,
    kept: { read: () => readKept(deps), write: kept => writeKept(deps, kept) },
  })
  return {
    watchers,
    colleagues,
    place,
    board,
    status: () => {
      if (own.untilMs !== null && own.untilMs <= clock.now()) own = AVAILABLE
      return own
    },
    setStatus: status => {
      own = status
      reporter.setStatus({ ...status, setAtMs: clock.now() })
      return own
    },
    tellStatus: reporter.tell,
    onFrame: frame => {
      if (frame.kind === 'presence' || frame.kind === 'watching') watchers.onFrame(frame)
      else if (frame.kind === 'colleagues') colleagues.onFrame(frame)
    },
    onUp: isUp => {
      if (isUp) reporter.again()
      else for (const each of [watchers, colleagues]) each.forget()
      place.onUp(isUp)
    },
    stop: () => {
      for (const part of [reporter, watchers, colleagues, place, board]) part.stop()
    },
  }
}

const AVAILABLE: OwnStatus = { state: 'available', untilMs: null }

function reporterOf({ clock, hub, live, appVersion, unsentFacts }: FloorDeps): Reporter {
  return createReporter({
    clock,
    send: report => {
      if (live.hasSocket()) live.send({ kind: 'report', report })
      // Lost reports are no loss: the next comes within a minute.
      else if (live.isUp()) void hub.report(report)
    },
    appVersion,
    // There is no other format on the disk.
    isEncrypted: true,
    unsentFacts,
    isLive: live.isUp,
  })
}

function readKept({ state }: FloorDeps): KeptBoard {
  const text = state.get(BOARD_KEY)
  return text === null ? { board: null, heardAtMs: null } : (JSON.parse(text) as KeptBoard)
}

function writeKept({ state, transaction }: FloorDeps, { board, heardAtMs }: KeptBoard): void {
  transaction('relaxed', () => state.set(BOARD_KEY, JSON.stringify({ board, heardAtMs })))
}
