import type { FeedbackFact } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { asAppError } from '../../data/live-queries.ts'
import { showFailure } from '../../data/toasts.ts'
import { desk } from '../../desk.ts'
import { rememberAct } from '../../stores/undo-store.ts'

/**
 * Notes that these went to those they are meant for. One by one: what one of them refuses holds up no other. One undo
 * takes all of it back.
 */
export async function passOn(facts: readonly FeedbackFact[]): Promise<void> {
  const mutationIds: string[] = []
  let refused: unknown = null
  for (const { id, state } of facts) {
    try {
      const noted = await desk.call('feedback.setState', { feedbackId: id, state: 'passed-on', seen: state })
      mutationIds.push(noted.mutationId)
    } catch (error) {
      refused ??= error
    }
  }
  if (refused !== null) showFailure(asAppError(refused))
  const description = { key: 'describe.passOnFeedback', values: { count: mutationIds.length } }
  if (mutationIds.length > 0) rememberAct({ mutationIds, description, tickets: 1, leavesAtMs: null })
}
