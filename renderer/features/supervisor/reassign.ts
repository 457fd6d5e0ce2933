import type { BoardFilter } from '../../../shared/contract/floor.ts'
import type { ListRow, ListThread } from '../../../shared/contract/threads.ts'
import { act } from '../../data/use-action.ts'

const MOST_AT_ONCE = 100

/** The threads of a row that the number stands for: those that would change hands. */
export function threadsFor({ threads }: ListRow, filter: BoardFilter): readonly ListThread[] {
  const open = threads.filter(({ state }) => state === 'open')
  switch (filter.by) {
    case 'queue':
      return open.filter(({ kind, teamId }) => kind === filter.kind && teamId === filter.teamId)
    case 'agent':
      return open.filter(({ assigneeId }) => assigneeId === filter.agentId)
    case 'waiting':
      return open.filter(({ kind }) => filter.kind === null || kind === filter.kind)
    case 'tickets':
    case 'flow':
    case 'outcome':
      return open
  }
}

export type Handing = { readonly thread: Pick<ListThread, 'id' | 'assigneeId'>; readonly toId: string | null }

/** Ordinary assignments through the outbox, in groups the hub takes whole; offline they wait like all other work. */
export async function handOver(handings: readonly Handing[]): Promise<boolean> {
  const items = handings
    .filter(({ thread, toId }) => thread.assigneeId !== toId)
    .map(({ thread, toId }) => ({
      name: 'thread.assign',
      args: { threadId: thread.id, team: null, assignee: { seen: thread.assigneeId, value: toId } },
    }))
  for (let from = 0; from < items.length; from += MOST_AT_ONCE) {
    if ((await act('mutations.group', { items: items.slice(from, from + MOST_AT_ONCE) })) === null)
      return false
  }
  return true
}
