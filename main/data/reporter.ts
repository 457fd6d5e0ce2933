import type { Clock } from '../../shared/clock.ts'
import type { SyncStatus } from '../../shared/contract/sync.ts'
import type { StatusReport } from '../../shared/protocol/board.ts'
import type { ClientReport } from '../../shared/protocol/session.ts'

/** What the outbox holds beside its number: for the fleet view. */
export type UnsentFacts = {
  readonly replies: number
  readonly tickets: number
  readonly claimed: number
  /** Which they are, the newest first, at most `MOST_NAMED` each. */
  readonly ticketIds: readonly string[]
  readonly claimedIds: readonly string[]
}

export type Reporter = {
  readonly tell: (status: SyncStatus) => void
  /** A connection is there (again): the next status goes whatever went before. */
  readonly again: () => void
  /** What the agent says of themselves; leaves at once. */
  readonly setStatus: (status: StatusReport) => void
  readonly stop: () => void
}
type ReporterDeps = {
  readonly clock: Clock
  readonly send: (report: ClientReport) => void
  readonly appVersion: string
  readonly isEncrypted: boolean
  readonly unsentFacts: () => UnsentFacts
  /** Reports repeat while hints arrive: they say that this laptop is there. */
  readonly isLive: () => boolean
}

/** The fleet view lives on minutes, not on keystrokes. */
const LEAST_MS = 15_000
const EVERY_MS = 60_000
/** The skew wobbles with every answer; below this it is nobody's business. */
const SKEW_STEP_MS = 10_000

/** Tells the hub what waits on this laptop: when it changed, and not too often, and every minute while connected. */
export function createReporter(deps: ReporterDeps): Reporter {
  const { clock, send, appVersion, isEncrypted } = deps
  let sentText = ''
  let sentAtMs = -LEAST_MS
  let last: ClientReport | null = null
  let status: StatusReport | null = null
  const sendLast = (): void => {
    if (!last) return
    last = { ...last, status }
    send(last)
    sentText = JSON.stringify(last)
    sentAtMs = clock.now()
  }
  let cancel = clock.after(EVERY_MS, repeat)
  function repeat(): void {
    if (deps.isLive()) sendLast()
    cancel = clock.after(EVERY_MS, repeat)
  }
  return {
    tell: ({ waiting, oldestWaitingAtMs, lastPulledAtMs, skewMs }) => {
      const { replies, tickets, claimed, ticketIds, claimedIds } =
        waiting === 0 ? NOTHING : deps.unsentFacts()
      last = {
        unsent: waiting,
        oldestUnsentAtMs: oldestWaitingAtMs,
        lastPulledAtMs,
        version: appVersion,
        unsentReplies: replies,
        unsentTickets: tickets,
        claimed,
        unsentTicketIds: [...ticketIds],
        claimedTicketIds: [...claimedIds],
        isEncrypted,
        skewMs: skewMs === null ? null : Math.round(skewMs / SKEW_STEP_MS) * SKEW_STEP_MS,
        status,
      }
      const isNew = JSON.stringify(last) !== sentText
      if (isNew && Math.abs(clock.now() - sentAtMs) >= LEAST_MS) sendLast()
    },
    again: sendLast,
    setStatus: next => {
      status = next
      sendLast()
    },
    stop: () => cancel(),
  }
}

const NOTHING: UnsentFacts = { replies: 0, tickets: 0, claimed: 0, ticketIds: [], claimedIds: [] }
