import type { BoardFrame, WholeBoard } from '../../shared/protocol/board.ts'

type Sections = Omit<WholeBoard, 'kind' | 'mark' | 'isWhole' | 'asOfMs'>

/** Of the sections that are one value each, those that differ; rows of agents and laptops one by one. */
function changedSections(before: Sections, now: Sections): Partial<Sections> | null {
  const changed: Partial<Record<keyof Sections, unknown>> = {}
  for (const name of ['queues', 'measures', 'flow', 'alerts'] as const) {
    if (!isSame(before[name], now[name])) changed[name] = now[name]
  }
  const agents = changedRows(before.agents, now.agents, row => row.agentId)
  const laptops = changedRows(before.laptops, now.laptops, row => row.clientId)
  // Somebody left: only the whole can say so.
  if (agents === null || laptops === null) return null
  if (agents.length > 0) changed.agents = agents
  if (laptops.length > 0) changed.laptops = laptops
  return changed as Partial<Sections>
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

function changedRows<Row>(
  before: readonly Row[],
  now: readonly Row[],
  idOf: (row: Row) => string,
): readonly Row[] | null {
  const known = new Map(before.map(row => [idOf(row), row]))
  const changed = now.filter(row => !isSame(known.get(idOf(row)), row))
  for (const row of now) known.delete(idOf(row))
  return known.size > 0 ? null : changed
}

const sectionsOf = ({ queues, agents, laptops, measures, flow, alerts }: WholeBoard): Sections => ({
  queues,
  agents,
  laptops,
  measures,
  flow,
  alerts,
})

/** What leads from one picture to the next: null when they show the same. */
export function frameBetween(before: WholeBoard | null, now: WholeBoard): BoardFrame | null {
  const changed = before && changedSections(sectionsOf(before), sectionsOf(now))
  if (!changed) return now
  if (Object.keys(changed).length === 0) return null
  const { kind, mark, asOfMs } = now
  return { kind, mark, asOfMs, isWhole: false, ...changed }
}
