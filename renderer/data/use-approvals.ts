import { useCallback, useEffect, useState } from 'react'
import type { Approval } from '../../shared/domain/cases.ts'
import { APPROVAL_SUBJECTS } from '../../shared/domain/cases.ts'
import type { ApprovalsAnswer, WaitingOnHub } from '../../shared/protocol/approvals.ts'
import { desk } from '../desk.ts'
import { now, useNow } from '../lib/clock.ts'
import { countWaiting, waitingBeyond } from '../lib/waiting-approvals.ts'
import { noteHubAnswer, useApprovals } from '../stores/approvals-store.ts'
import { useIsAllSent, useIsAway } from '../stores/sync-store.ts'
import { useLiveValue } from './use-live-query.ts'

/** An amount that waits for a supervisor. `isHere`: this laptop holds it, so it can be decided without a line. */
export type WaitingLine = Omit<WaitingOnHub, 'subjectKind'> & {
  readonly subjectKind: Approval['subjectKind']
  readonly requestedByName: string | null
  readonly isHere: boolean
}
export type Waiting = {
  readonly lines: readonly WaitingLine[]
  /** How much of the workspace the lines are. 'asking': the hub is being asked. 'away': it cannot be. */
  readonly reach: 'asking' | 'away' | 'all'
  /** Of customers that may not be fetched, or too many to name. */
  readonly others: number
}

/** Asks the hub whenever `sign` changes and there is a line; `again` asks at once. The answer is the whole window's. */
function useHubAnswer(sign: string) {
  const isAway = useIsAway()
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (isAway) return
    let isStale = false
    const take = (answer: ApprovalsAnswer | null): void => {
      if (!isStale) noteHubAnswer(answer, now())
    }
    desk.call('approvals.onHub', {}).then(take, () => take(null))
    return () => {
      isStale = true
    }
  }, [sign, isAway, round])
  const again = useCallback(() => setRound(last => last + 1), [])
  return { isAway, again }
}

const subjectOf = (kind: string): Approval['subjectKind'] =>
  APPROVAL_SUBJECTS.find(each => each === kind) ?? 'other'

/**
 * Everything that waits for a supervisor, the oldest first: what this laptop holds, and while there is a line what the
 * hub knows beyond it. `sign`: another value means that something has moved on the hub. Null: still loading.
 */
export function useWaitingApprovals(sign: string): (Waiting & { readonly again: () => void }) | null {
  const local = useLiveValue('approvals.waiting', {})
  const directory = useLiveValue('directory.get', {})
  const { isAway, again } = useHubAnswer(`${sign} ${local?.length ?? 0}`)
  const { known, isUnanswered, decided } = useApprovals(state => state)
  if (!local) return null
  const names = new Map(directory?.agents.map(({ id, name }) => [id, name]))
  const isAnswered = !isAway && !isUnanswered && known !== null
  // Without a line only what is held can be decided: what the hub said before is a number, not a list to work on.
  const answer = isAnswered ? known.answer : null
  const beyond = waitingBeyond({ held: local, answer, decided })
  const lines: readonly WaitingLine[] = [
    ...local.map(line => ({ ...line, isHere: true })),
    ...beyond.map(line => ({
      ...line,
      subjectKind: subjectOf(line.subjectKind),
      requestedByName: names.get(line.requestedBy ?? '') ?? null,
      isHere: false,
    })),
  ]
  return {
    lines: lines.toSorted((a, b) => a.requestedAtMs - b.requestedAtMs || (a.id < b.id ? -1 : 1)),
    reach: isAnswered ? 'all' : isAway || isUnanswered ? 'away' : 'asking',
    others: answer?.others ?? 0,
    again,
  }
}

const ASKED_EVERY_MS = 60_000

/** How many wait, for a mark that is always in sight. */
export type ApprovalCount = {
  readonly count: number
  /** When the hub said so; null: it never did, and only what this laptop holds is counted. */
  readonly asOfMs: number | null
  /** The hub cannot be asked at the moment. */
  readonly isOld: boolean
}

/** What waits in the whole workspace, asked of the hub every minute; without a line what it said last, with its age. */
export function useApprovalCount(): ApprovalCount {
  const held = useLiveValue('approvals.waiting', {}) ?? []
  const minute = Math.floor(useNow() / ASKED_EVERY_MS)
  // What was decided in another window of this laptop has reached the hub once nothing is on its way.
  const isAllSent = useIsAllSent()
  const { isAway } = useHubAnswer(`${minute} ${held.length} ${isAllSent}`)
  const { known, isUnanswered, decided } = useApprovals(state => state)
  const count = countWaiting({ held, answer: known?.answer ?? null, decided })
  return { count, asOfMs: known?.atMs ?? null, isOld: isAway || isUnanswered }
}
