import type { Stage } from '../subject-matter.ts'
import { MINUTE_MS } from '../world.ts'

/** Issues whose tickets support has linked one by one, as they came. */
const CODES = ['KE-118', 'KE-119'] as const

/** Tickets that name an issue are linked to it, so that the register shows them and their customers. */
export function linkNamedIssues({ world, cast }: Stage): void {
  const tickets = world.rows('tickets')
  const threads = Map.groupBy(world.rows('threads'), ({ ticketId }) => ticketId)
  for (const code of CODES) {
    const issue = world.rows('knownIssues').find(each => each.code === code)
    if (!issue) throw new Error(`The register has no ${code}`)
    for (const { id: ticketId, customerId, createdAtMs, tags } of tickets) {
      if (!tags.includes(code)) continue
      const support = threads.get(ticketId)?.find(({ kind }) => kind === 'support')
      const linkedAtMs = Math.min(createdAtMs + 20 * MINUTE_MS, world.nowMs)
      world.add('issueLinks', {
        id: world.id(linkedAtMs),
        customerId,
        ticketId,
        issueId: issue.id,
        createdBy: support?.assigneeId ?? cast.agents.mira.id,
        createdAtMs: linkedAtMs,
      })
    }
  }
}
