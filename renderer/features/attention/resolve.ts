import type { AttentionItem } from '../../../shared/contract/sync.ts'
import { act } from '../../data/use-action.ts'
import { focusOn } from '../../lib/focus-targets.ts'
import { giveBack, writeIn, writingKey } from '../../stores/composer-store.ts'
import { openTicket } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import type { Action } from './actions-for.ts'

/** Carries out a decision. Words that come back go into the composer they were written in. */
export async function resolve(item: AttentionItem, action: Action): Promise<void> {
  const answer = await act('attention.resolve', { mutationIds: [...item.mutationIds], action })
  if (answer === null || action !== 'edit') return
  for (const { ticketId, mode, body, draftId, files } of answer.words) {
    giveBack(writingKey(ticketId, mode), { draftId, words: body, files })
  }
  const first = answer.words[0]
  if (!first) return
  closeDialog()
  openTicket(first.ticketId)
  writeIn(first.mode)
  requestAnimationFrame(() => focusOn('composer'))
}
