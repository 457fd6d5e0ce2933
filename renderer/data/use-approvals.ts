import { useCallback, useEffect, useState } from 'react'
import type { Approval } from '../../shared/domain/cases.ts'
import { APPROVAL_SUBJECTS } from '../../shared/domain/cases.ts'
import type { ApprovalsAnswer, WaitingOnHub } from '../../shared/protocol/approvals.ts'
import { desk } from '../desk.ts'
import { useIsAway } from '../stores/sync-store.ts'
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

type Asked = { readonly answer: ApprovalsAnswer | null }

/** What the hub says, asked anew whenever `sign` changes; `again` asks at once. */
function useHubAnswer(sign: string) {
  const isAway = useIsAway()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (isAway) return
    let isStale = false
    const take = (answer: ApprovalsAnswer | null): void => {
      if (!isStale) setAsked({ answer })
    }
    desk.call('approvals.onHub', {}).then(take, () => take(null))
    return () => {
      isStale = true
    }
  }, [sign, isAway, round])
  const again = useCallback(() => setRound(last => last + 1), [])
  return { asked: isAway ? { answer: null } : asked, again }
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
  const { asked, again } = useHubAnswer(`${sign} ${local?.length ?? 0}`)
  if (!local) return null
  const names = new Map(directory?.agents.map(({ id, name }) => [id, name]))
  const held = new Set(local.map(({ id }) => id))
  const beyond = (asked?.answer?.approvals ?? []).filter(({ id }) => !held.has(id))
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
    reach: asked === null ? 'asking' : asked.answer === null ? 'away' : 'all',
    others: asked?.answer?.others ?? 0,
    again,
  }
}
