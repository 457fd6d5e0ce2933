import type { CauseCategory, CauseRemedy } from '../../../shared/domain/incidents.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS } from '../world.ts'

type Told = {
  readonly category: CauseCategory
  readonly remedy: CauseRemedy
  readonly evidence: string
  readonly remedyText: string
}
const TOLD: readonly Told[] = [
  {
    category: 'defect',
    remedy: 'fix',
    evidence: 'Gone after the update, back with the old version.',
    remedyText: 'Updated together on the phone.',
  },
  {
    category: 'network',
    remedy: 'workaround',
    evidence: 'The device does not answer after it has slept; the router gives its address away.',
    remedyText: 'Fixed address in the router.',
  },
  {
    category: 'configuration',
    remedy: 'fix',
    evidence: 'The setting was off on this till only.',
    remedyText: 'Switched on and saved as the shop’s own.',
  },
  {
    category: 'hardware',
    remedy: 'fix',
    evidence: 'The same with another cable and another till.',
    remedyText: 'Exchanged.',
  },
  {
    category: 'handling',
    remedy: 'community',
    evidence: 'Two shops had written how they do it.',
    remedyText: 'The way the community describes; the customer has the address.',
  },
  {
    category: 'third-party',
    remedy: 'none',
    evidence: 'The bank’s page was down, ours was not.',
    remedyText: 'Came back by itself.',
  },
]
/** As often as each comes: a fault of the product is met more than somebody else's. */
const ORDER = [0, 0, 1, 0, 2, 1, 3, 2, 4, 0, 5, 1] as const
const MOST = 160
const PERIOD = 200 * DAY_MS

/** Causes of what was solved in the last months, so that what comes back can be seen. */
export function recordCauses({ world }: Stage): void {
  const tickets = new Map(world.rows('tickets').map(ticket => [ticket.id, ticket]))
  const assets = Map.groupBy(world.rows('assets'), ({ customerId }) => customerId)
  const solved = world
    .rows('threads')
    .filter(
      ({ kind, solvedAtMs, assigneeId }) =>
        kind === 'support' && assigneeId !== null && solvedAtMs !== null && world.nowMs - solvedAtMs < PERIOD,
    )
    .slice(0, MOST)
  for (const [index, thread] of solved.entries()) {
    const told = TOLD[ORDER[index % ORDER.length] ?? 0]
    const ticket = tickets.get(thread.ticketId)
    if (!told || !ticket) continue
    const asset = assets.get(ticket.customerId)?.find(({ version }) => version !== null)
    const atMs = (thread.solvedAtMs ?? world.nowMs) - HOUR_MS / 4
    const isShared = told.category === 'handling'
    world.add('rootCauses', {
      ...told,
      id: world.id(atMs),
      customerId: ticket.customerId,
      ticketId: ticket.id,
      url: isShared ? 'https://community.example/t/till-tips/88' : null,
      assetId: asset?.id ?? null,
      productId: asset?.productId ?? null,
      version: asset?.version ?? null,
      revision: 1,
      recordedBy: thread.assigneeId,
      recordedAtMs: atMs,
    })
  }
}
