import i18next from 'i18next'
import { articleFromTicket } from '../../shared/rules/knowledge/article-from-ticket.ts'
import type { GapGroup } from '../../shared/rules/knowledge/gap-groups.ts'
import { isGuest } from '../../shared/rules/guests/what-guests-may.ts'
import { desk } from '../desk.ts'
import { makeId } from '../lib/make-id.ts'
import type { ArticleSeed } from '../stores/answers-store.ts'
import { placeHere } from '../stores/session-store.ts'
import { uiStore } from '../stores/ui-store.ts'
import { currentTicket } from './current-ticket.ts'
import { CONVERSATION_PAGE } from './seen.ts'
import { showNotice } from './toasts.ts'
import { act } from './use-action.ts'

const MOST_WORDS = 200

/** What is looked for at the moment, else what the ticket in front is about; null: nothing, or it is not for guests. */
export function missingInFront(): string | null {
  if (isGuest(placeHere()?.agent.role ?? 'guest')) return null
  const { search } = uiStore.getState()
  const words = search.isOpen ? search.text.trim() : ''
  return words || currentTicket()?.view.ticket.subject.trim() || null
}

/** Says that an article is missing, with the ticket in front. */
export async function flagMissing(words: string): Promise<void> {
  const front = currentTicket()
  const kind = front?.thread.kind ?? null
  const done = await act('articleGap.flag', {
    gapId: makeId(),
    words: words.slice(0, MOST_WORDS),
    kind: kind === 'other' ? null : kind,
    ticketId: front?.view.ticket.id ?? null,
  })
  if (done) showNotice(i18next.t('gaps.flagged'))
}

/** A beginning out of the newest ticket it was missed on, as far as somebody has answered there; else its words alone. */
export async function seedOf({ words, ticketIds }: GapGroup): Promise<ArticleSeed> {
  const blank = { title: words, body: '', language: i18next.language.slice(0, 2) }
  for (const ticketId of ticketIds) {
    const view = await desk.call('tickets.get', { ticketId }).catch(() => null)
    if (!view) continue
    const { customerId, subject } = view.ticket
    const [page, card] = await Promise.all([
      desk.call('tickets.conversation', { ticketId, before: null, limit: CONVERSATION_PAGE }),
      desk.call('customers.card', { customerId, ticketId }),
    ])
    const messages = page?.items.flatMap(item => (item.type === 'message' ? [item.message] : [])) ?? []
    const personal = [
      card?.customer.name ?? '',
      card?.organisation?.name ?? '',
      ...(card?.contactPoints.map(({ value }) => value) ?? []),
      ...messages.flatMap(({ from }) => from?.name ?? []),
    ].filter(word => word.trim() !== '')
    const found = articleFromTicket({ subject, messages, personal })
    if (found) return { ...found, language: card?.customer.language ?? blank.language }
  }
  return blank
}

/** Says for each time it was missed that this article answers it: at once where it is published, else when it is. */
export async function answerGaps({ gaps }: Pick<GapGroup, 'gaps'>, articleId: string | null): Promise<void> {
  const state = articleId === null ? 'closed' : 'drafting'
  for (const { id: gapId, state: seen } of gaps)
    await act('articleGap.set', { gapId, state, articleId, seen })
}
