import type { Call, MethodName } from '../../shared/contract/index.ts'
import type { Thread } from '../../shared/domain/tickets.ts'
import { beginSaving, endSaving } from '../stores/saving-store.ts'
import type { LiveQueries } from './live-queries.ts'

type Ahead = {
  readonly threadId: string
  readonly fields: Partial<Pick<Thread, 'assigneeId' | 'teamId' | 'priority' | 'state'>>
}

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What an intent will have changed on the thread it names; null for all that has to be computed. */
export function aheadOf(name: MethodName, input: unknown): Ahead | null {
  switch (name) {
    case 'thread.take': {
      const { threadId, agentId } = input as Call<'thread.take'>
      return { threadId, fields: { assigneeId: agentId } }
    }
    case 'thread.assign': {
      const { threadId, assignee, team } = input as Call<'thread.assign'>
      return {
        threadId,
        fields: {
          ...(assignee ? { assigneeId: idOf(assignee.value) } : {}),
          ...(team ? { teamId: idOf(team.value) } : {}),
        },
      }
    }
    case 'thread.setPriority': {
      const { threadId, priority } = input as Call<'thread.setPriority'>
      return { threadId, fields: { priority } }
    }
    case 'thread.setState': {
      const { threadId, state } = input as Call<'thread.setState'>
      return { threadId, fields: { state } }
    }
    default:
      return null
  }
}

/**
 * Shows in the next frame what an intent is about to change, marked as being saved until it is on the disk. Answers what
 * ends the mark; refused, the question is asked again and what is true comes back.
 */
export function showAhead(
  live: Pick<LiveQueries, 'amend' | 'changed'>,
  name: MethodName,
  input: unknown,
): (isTaken: boolean) => void {
  const ahead = aheadOf(name, input)
  if (!ahead) return () => undefined
  const { threadId, fields } = ahead
  beginSaving(threadId)
  live.amend('tickets.get', view =>
    view?.threads.some(({ id }) => id === threadId)
      ? {
          ...view,
          threads: view.threads.map(thread => (thread.id === threadId ? { ...thread, ...fields } : thread)),
        }
      : view,
  )
  return isTaken => {
    endSaving(threadId)
    if (!isTaken) live.changed({ ofTicket: null })
  }
}
