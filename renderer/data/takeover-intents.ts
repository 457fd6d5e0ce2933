import type { TicketView } from '../../shared/contract/tickets.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import { isWaiting } from '../../shared/rules/takeover/takeover.ts'
import { isDone } from '../../shared/rules/thread-life.ts'
import { openSession } from '../stores/session-store.ts'
import { liveThreads } from './current-ticket.ts'
import { act } from './use-action.ts'

type Item =
  | { readonly name: 'ticket.takeOver'; readonly args: MutationArgs<'ticket.takeOver'> }
  | { readonly name: 'thread.take'; readonly args: MutationArgs<'thread.take'> }

/** That the agent has it now, where the customer still waits for a person; nothing elsewhere. */
export function takeoverItems({ ticket, takeover }: TicketView): readonly Item[] {
  const agentId = openSession()?.place.agent.id
  if (takeover === null || !isWaiting(takeover) || agentId === undefined) return []
  return [{ name: 'ticket.takeOver', args: { ticketId: ticket.id, agentId, seen: takeover.takenBy } }]
}

/** "I have it": the open threads nobody has become the agent's too. */
export async function takeOver(view: TicketView): Promise<void> {
  const items = takeoverItems(view)
  const agentId = openSession()?.place.agent.id
  if (items.length === 0 || agentId === undefined) return
  const free = liveThreads(view.threads).filter(thread => thread.assigneeId === null && !isDone(thread))
  const taken = free.map(({ id }): Item => ({
    name: 'thread.take',
    args: { threadId: id, agentId, seen: null },
  }))
  await act('mutations.group', { items: [...items, ...taken].map(({ name, args }) => ({ name, args })) })
}
