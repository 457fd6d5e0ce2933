export type LoadedAgent = {
  readonly agentId: string
  readonly teamIds: readonly string[]
  readonly open: number
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
export function balanceOf(
  agents: readonly LoadedAgent[],
  capacity: number,
): {
  readonly over: readonly LoadedAgent[]
  readonly free: readonly LoadedAgent[]
  readonly movable: number
} {
  const over = agents.filter(({ open }) => open > capacity)
  const free = agents.filter(({ open, isHere }) => isHere && open < capacity)
  const tooMuch = over.reduce((sum, { open }) => sum + open - capacity, 0)
  const room = free.reduce((sum, { open }) => sum + capacity - open, 0)
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
  capacity: number,
): readonly Move[] {
  const open = new Map(agents.map(({ agentId, open: count }) => [agentId, count]))
  const { over, free } = balanceOf(agents, capacity)
  const overIds = new Set(over.map(({ agentId }) => agentId))
  const moves: Move[] = []
  for (const { id, assigneeId, teamId } of threads) {
    if (!overIds.has(assigneeId) || (open.get(assigneeId) ?? 0) <= capacity) continue
    const target = free
      .filter(
        ({ agentId, teamIds }) =>
          (open.get(agentId) ?? 0) < capacity && (teamId === null || teamIds.includes(teamId)),
      )
      .toSorted(
        (a, b) => (open.get(a.agentId) ?? 0) - (open.get(b.agentId) ?? 0) || (a.agentId < b.agentId ? -1 : 1),
      )[0]
    if (!target) continue
    open.set(assigneeId, (open.get(assigneeId) ?? 0) - 1)
    open.set(target.agentId, (open.get(target.agentId) ?? 0) + 1)
    moves.push({ threadId: id, fromId: assigneeId, toId: target.agentId })
  }
  return moves
}
