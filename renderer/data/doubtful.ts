import { needsDecision } from '../../shared/rules/needs-decision.ts'
import { useSyncStatus } from '../stores/sync-store.ts'
import { act } from './use-action.ts'

export type DoubtfulWay = 'again' | 'left'

/** Decides about messages of which nobody knows whether they have left, one after the other; ends at a failure. */
export async function decideDoubtful(messageIds: readonly string[], way: DoubtfulWay): Promise<void> {
  for (const messageId of messageIds) {
    const done =
      way === 'again'
        ? await act('message.sendAgain', { messageId, seen: 'unknown' })
        : await act('message.settle', { messageId, hasLeft: true })
    if (done === null) return
  }
}

/** What needs this agent: work that was not accepted, and messages that may have left. */
export const useAttentionCount = (): number => needsDecision(useSyncStatus())
