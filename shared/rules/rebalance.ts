export type LoadedAgent = {
  readonly agentId: string
  readonly teamIds: readonly string[]
  readonly open: number
  /** Open threads they can carry at a time. */
  readonly capacity: number
  /** Can be given work now. */
  readonly isHere: boolean
}
export type MovableThread = {
  readonly id: string
  readonly assigneeId: string
  readonly teamId: string | null
}
export type Move = { readonly threadId: string; readonly fromId: string; readonly toId: string }

/** How far agents are over what one can carry, and how much room the others have. */
export function balanceOf(agents: readonly LoadedAgent[]): {
  readonly over: readonly LoadedAgent[]
  readonly free: readonly LoadedAgent[]
  readonly movable: number
} {
  const over = agents.filter(({ open, capacity }) => open > capacity)
  const free = agents.filter(({ open, capacity, isHere }) => isHere && open < capacity)
  const tooMuch = over.reduce((sum, { open, capacity }) => sum + open - capacity, 0)
  const room = free.reduce((sum, { open, capacity }) => sum + capacity - open, 0)
  return { over, free, movable: Math.min(tooMuch, room) }
}

/**
 * Moves work from agents who carry too much to those of the same team with the most room, one thread at a time, until
 * nobody is over or nobody has room. `threads` come in the order in which they may be given away. Work without a team
 * can go to anybody.
 */
export function planMoves(
  agents: readonly LoadedAgent[],
  threads: readonly MovableThread[],
): readonly Move[] {
  const room = new Map(agents.map(({ agentId, open, capacity }) => [agentId, capacity - open]))
  const roomOf = (agentId: string): number => room.get(agentId) ?? 0
  const { over, free } = balanceOf(agents)
  const overIds = new Set(over.map(({ agentId }) => agentId))
  const moves: Move[] = []
  for (const { id, assigneeId, teamId } of threads) {
    if (!overIds.has(assigneeId) || roomOf(assigneeId) >= 0) continue
    const target = free
      .filter(({ agentId, teamIds }) => roomOf(agentId) > 0 && (teamId === null || teamIds.includes(teamId)))
      .toSorted((a, b) => roomOf(b.agentId) - roomOf(a.agentId) || (a.agentId < b.agentId ? -1 : 1))[0]
    if (!target) continue
    room.set(assigneeId, roomOf(assigneeId) + 1)
    room.set(target.agentId, roomOf(target.agentId) - 1)
    moves.push({ threadId: id, fromId: assigneeId, toId: target.agentId })
  }
  return moves
}
