import type { Fields } from '../../../shared/domain/values.ts'
import type { ClosingAt, ClosingStep } from '../../data/closing-steps.ts'
import { act } from '../../data/use-action.ts'
import { makeId } from '../../lib/make-id.ts'

type Given = { readonly at: ClosingAt; readonly steps: readonly ClosingStep[]; readonly answers: Fields }

/** A date belongs to a next step only, and an empty text says nothing. */
function worthKeeping(answers: Fields): Fields {
  const { nextAtMs, nextText, ...rest } = answers
  const dated = answers['next'] === undefined || answers['next'] === 'none' ? {} : { nextAtMs, nextText }
  const all = Object.entries({ ...rest, ...dated })
  return Object.fromEntries(all.filter(([, value]) => value !== '' && value !== undefined)) as Fields
}

/** Records what was answered, with everything the answers do, as one. */
export async function recordAnswers({ at, steps, answers }: Given): Promise<void> {
  const record = {
    name: 'closing.record',
    args: { closingId: makeId(), threadId: at.thread.id, answers: worthKeeping(answers) },
  }
  await act('mutations.group', {
    // Last: a closing that is taken back takes with it what was said of it until then.
    items: [...steps.flatMap(step => step.intents(answers, at)), record].map(({ name, args }) => ({
      name,
      args,
    })),
  })
}
