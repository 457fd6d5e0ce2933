import i18next from 'i18next'
import { mayWriteAnswers } from '../../shared/rules/knowledge/may-write.ts'
import { articleFromTicket } from '../../shared/rules/knowledge/article-from-ticket.ts'
import { sow } from '../stores/answers-store.ts'
import { placeHere, useAgent } from '../stores/session-store.ts'
import { showSettings } from '../stores/ui-store.ts'
import { currentTicket } from './current-ticket.ts'
import { live } from './live.ts'
import { CONVERSATION_PAGE } from './seen.ts'
import { useTeamRule } from './use-team-rule.ts'

/** Whether whoever works here keeps articles and canned replies. */
export function useMayWriteAnswers(): boolean {
  const role = useAgent()?.role ?? 'other'
  return mayWriteAnswers(role, useTeamRule('knowledge') ?? null)
}

function mayWriteHere(): boolean {
  const rules = live.read('teamRules.list', {})
  const found = rules.state === 'ready' ? rules.value.find(({ key }) => key === 'knowledge') : undefined
  return mayWriteAnswers(placeHere()?.agent.role ?? 'other', found?.content ?? null)
}

/** The beginning of an article out of the ticket in front; null: nobody has answered it, or it is not for this agent. */
export function seedInFront() {
  const current = currentTicket()
  if (!current || !mayWriteHere()) return null
  const { id: ticketId, customerId, subject } = current.view.ticket
  const page = live.read('tickets.conversation', { ticketId, before: null, limit: CONVERSATION_PAGE })
  const card = live.read('customers.card', { customerId, ticketId })
  if (page.state !== 'ready' || !page.value) return null
  const messages = page.value.items.flatMap(item => (item.type === 'message' ? [item.message] : []))
  const who = card.state === 'ready' ? card.value : null
  const personal = [
    who?.customer.name ?? '',
    who?.organisation?.name ?? '',
    ...(who?.contactPoints.map(({ value }) => value) ?? []),
    ...messages.flatMap(({ from }) => from?.name ?? []),
  ].filter(word => word.trim() !== '')
  const found = articleFromTicket({ subject, messages, personal })
  return found && { ...found, language: who?.customer.language ?? i18next.language }
}

export function articleFromFront(): void {
  const seed = seedInFront()
  if (!seed) return
  sow(seed)
  showSettings('answers')
}
