import type { FeedbackFact } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { act } from '../../data/use-action.ts'

/** Notes that these went to whoever makes the product. One by one: what one of them refuses holds up no other. */
export async function passOn(facts: readonly FeedbackFact[]): Promise<void> {
  for (const { id, state } of facts)
    await act('feedback.setState', { feedbackId: id, state: 'passed-on', seen: state })
}
