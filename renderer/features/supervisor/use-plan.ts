import { useEffect, useState } from 'react'
import type { ListRow, ListThread } from '../../../shared/contract/threads.ts'
import type { WholeBoard } from '../../../shared/protocol/board.ts'
import { balanceOf, planMoves } from '../../../shared/rules/rebalance.ts'
import type { LoadedAgent, Move } from '../../../shared/rules/rebalance.ts'
import { desk } from '../../desk.ts'
import { loadsOf } from './board-facts.ts'
import type { Directory } from './use-directory.ts'

export type PlannedMove = Move & { readonly row: ListRow; readonly thread: ListThread }

/** Work of people who carry too much. Who waits longest stays with whom they know: the newest waits are moved first. */
async function planFor(loads: readonly LoadedAgent[]): Promise<readonly PlannedMove[]> {
  const { over } = balanceOf(loads)
  const found = new Map<string, { readonly row: ListRow; readonly thread: ListThread }>()
  for (const { agentId } of over) {
    const { rows } = await desk.call('board.threads', { filter: { by: 'agent', agentId }, limit: 200 })
    for (const row of rows.toReversed()) {
      const own = row.threads.filter(({ assigneeId, state }) => assigneeId === agentId && state === 'open')
      for (const thread of own) found.set(thread.id, { row, thread })
    }
  }
  const movable = [...found.values()].map(({ thread: { id, assigneeId, teamId } }) => ({
    id,
    assigneeId: assigneeId ?? '',
    teamId,
  }))
  return planMoves(loads, movable).flatMap(move => {
    const known = found.get(move.threadId)
    return known ? [{ ...move, ...known }] : []
  })
}

/** A plan made when it was asked for: it does not change under the supervisor's hand. Null while it is made. */
export function usePlan(board: WholeBoard, directory: Directory): readonly PlannedMove[] | null {
  const [plan, setPlan] = useState<readonly PlannedMove[] | null>(null)
  const isKnown = directory.agents.length > 0
  useEffect(() => {
    if (!isKnown || plan !== null) return undefined
    let isWanted = true
    planFor(loadsOf(board, directory.agents)).then(
      made => isWanted && setPlan(made),
      () => isWanted && setPlan([]),
    )
    return () => {
      isWanted = false
    }
  }, [board, directory, isKnown, plan])
  return plan
}
