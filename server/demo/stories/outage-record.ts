import { engineeringIssueId } from '../../../shared/rules/named-id.ts'
import type { Ticket } from '../../../shared/domain/tickets.ts'
import type { Stage } from '../subject-matter.ts'
import { HOUR_MS, MINUTE_MS } from '../world.ts'

const CODE = 'KE-121'
const KEY = 'PB-881'

function addEngineering({ world }: Stage): void {
  world.add('engineeringIssues', {
    id: engineeringIssueId(KEY),
    key: KEY,
    url: 'https://tracker.example/browse/PB-881',
    title: 'Export job runs out of time above 10,000 items',
    status: 'In review',
    state: 'in-progress',
    fixedInVersion: '4.7.1',
    saidAtMs: world.nowMs - 40 * MINUTE_MS,
  })
}

/** Chloé's ticket went to engineering with everything they need; the others wait for it. */
function addEscalation({ world, cast }: Stage, first: Ticket): void {
  const createdAtMs = world.nowMs - 4.5 * HOUR_MS
  const asset = world.rows('assets').find(({ customerId }) => customerId === first.customerId)
  world.add('escalations', {
    id: world.id(createdAtMs),
    customerId: first.customerId,
    ticketId: first.id,
    tier: 'engineering',
    state: 'accepted',
    summary: 'Catalogue export stops with E-1042 above 10,000 items',
    report: {
      steps: '1. Open a catalogue of more than 10,000 items\n2. Export, all categories, CSV\n3. Wait',
      expected: 'A file with all items',
      actual: 'Stops at about 40 % with E-1042, try again later',
      version: '4.7',
      environment: '42,000 items, since the release of last night',
      logs: '03:12:08 export job 7741 started, 42000 rows\n03:14:08 export job 7741 killed: time limit 120 s',
      tried: [
        { what: 'Export again at night', result: 'stops at the same place' },
        { what: 'Export by category', result: 'works' },
      ],
    },
    assetId: asset?.id ?? null,
    engineeringKey: KEY,
    outcome: null,
    createdBy: cast.agents.mira.id,
    createdAtMs,
    updatedAtMs: world.nowMs - 4 * HOUR_MS,
    closedAtMs: null,
  })
}

/** What support has recorded of the outage: whom it hit, since when, what was told, and how engineering stands. */
export function recordOutage(stage: Stage): void {
  const { world, cast } = stage
  const issue = world.rows('knownIssues').find(({ code }) => code === CODE)
  const hit = world.rows('tickets').filter(({ tags }) => tags.includes(CODE))
  const [first] = hit
  if (!issue || !first) throw new Error('The outage is told first')
  addEngineering(stage)
  addEscalation(stage, first)
  for (const ticket of hit) {
    const createdAtMs = ticket.createdAtMs + MINUTE_MS
    const { id: ticketId, customerId } = ticket
    const createdBy = cast.agents.mira.id
    world.add('issueLinks', {
      id: world.id(createdAtMs),
      customerId,
      ticketId,
      issueId: issue.id,
      createdBy,
      createdAtMs,
    })
    const own = world.rows('assets').filter(asset => asset.customerId === customerId)
    const asset = own.find(({ productId }) => productId === issue.productId)
    world.add('impacts', {
      id: world.id(createdAtMs),
      customerId,
      ticketId,
      assetId: asset?.id ?? null,
      scope: ticket === first ? 'down' : 'degraded',
      downSinceMs: ticket === first ? (asset?.downSinceMs ?? ticket.createdAtMs) : ticket.createdAtMs,
      restoredAtMs: null,
      resolvedAtMs: null,
      createdBy,
      createdAtMs,
    })
  }
  const sentAtMs = world.nowMs - 3 * HOUR_MS
  world.add('issueUpdates', {
    id: world.id(sentAtMs),
    issueId: issue.id,
    body: 'Our engineers have found why large exports stop and are testing the correction. Until then: export by category, or ask us for the file.',
    tickets: 1,
    sentBy: cast.agents.mira.id,
    sentAtMs,
    restState: null,
    restTold: null,
    restLeft: null,
    restPlan: null,
  })
}
