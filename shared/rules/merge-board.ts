import type { BoardFrame, WholeBoard } from '../protocol/board.ts'

/** Rows of the new list take the place of those with the same id; new ids come last. */
function merged<Row>(
  before: readonly Row[],
  changed: readonly Row[] | undefined,
  idOf: (row: Row) => string,
): Row[] {
  if (changed === undefined) return [...before]
  const rows = new Map(before.map(row => [idOf(row), row]))
  for (const row of changed) rows.set(idOf(row), row)
  return [...rows.values()]
}

/** Whether a frame says everything; one that claims to and does not is of no use. */
export function isWholeBoard(frame: BoardFrame): frame is WholeBoard {
  const { queues, agents, laptops, measures, flow, alerts } = frame
  return frame.isWhole && [queues, agents, laptops, measures, flow, alerts].every(part => part !== undefined)
}

/** The picture after a frame; null while no whole one came. */
export function mergeBoard(known: WholeBoard | null, frame: BoardFrame): WholeBoard | null {
  if (isWholeBoard(frame)) return frame
  if (known === null) return null
  return {
    ...known,
    mark: frame.mark,
    asOfMs: frame.asOfMs,
    queues: frame.queues ?? known.queues,
    measures: frame.measures ?? known.measures,
    flow: frame.flow ?? known.flow,
    alerts: frame.alerts ?? known.alerts,
    agents: merged(known.agents, frame.agents, ({ agentId }) => agentId),
    laptops: merged(known.laptops, frame.laptops, ({ clientId }) => clientId),
  }
}
