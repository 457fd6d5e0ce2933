import type { Thread, Ticket } from '../../../shared/domain/tickets.ts'
import { addTicket, answered, noted, opened, wrote } from '../add-ticket.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { addPerson, writerOf } from './props.ts'

const addKatrin = (stage: Stage): Known =>
  addPerson(stage, {
    name: 'Katrin Vogel',
    first: 'Katrin',
    email: 'katrin@example.com',
    country: 'DE',
    shop: 'Vogel Blumen',
    jobTitle: 'Owner',
    phone: '+49 40 555 0139',
    sinceMs: stage.world.nowMs - 480 * DAY_MS,
    facts: {
      tier: 'gold',
      yearlyValueMinor: 620_000,
      health: 58,
      facts: 'Saturday is her busiest day. Prefers a call to a mail.',
    },
  })

/** The tills ran again yesterday evening; what is owed since is a word to her. */
function tellPainfulSaturday(stage: Stage): void {
  const { world, cast } = stage
  const { ivan, sofia } = cast.agents
  const katrin = addKatrin(stage)
  const atMs = world.nowMs - DAY_MS - 9 * HOUR_MS
  const solvedAtMs = world.nowMs - DAY_MS
  const { ticket, threads } = addTicket(world, {
    writer: writerOf(katrin),
    subject: 'Beide Kassen stehen seit dem Öffnen',
    channel: 'email',
    tags: ['till', 'downtime'],
    threads: [
      { kind: 'service', state: 'open', teamId: cast.teams.complaints.id, assigneeId: sofia.id },
      { kind: 'support', state: 'solved', teamId: cast.teams.till.id, assigneeId: ivan.id, solvedAtMs },
    ],
    messages: [
      wrote(
        atMs,
        'Guten Morgen,\n\nbeide Kassen starten nicht. Die Schlange steht bis auf die Straße.\n\nKatrin Vogel',
      ),
      answered(
        ivan,
        atMs + 40 * MINUTE_MS,
        'Guten Morgen, Frau Vogel,\n\nich sehe es. Bitte lassen Sie beide an, ich melde mich in einer Stunde.\n\nIvan V.',
      ),
      wrote(atMs + 3 * HOUR_MS, 'Noch immer nichts. Wir schreiben Zettel.\n\nKatrin Vogel'),
      answered(
        ivan,
        solvedAtMs,
        'Guten Abend, Frau Vogel,\n\nbeide laufen wieder. Ein Update hatte die Lizenzdatei überschrieben; das kommt nicht wieder.\n\nIvan V.',
      ),
    ],
    notes: [
      noted(ivan, solvedAtMs, {
        support: 'Cause: the 8.4.2 update replaced the licence file. Fixed in 8.4.3.',
      }),
    ],
    events: [
      opened(atMs, 'email', 'support'),
      {
        type: 'sla.breached',
        by: null,
        atMs: atMs + 4 * HOUR_MS,
        kind: 'support',
        facts: { target: 'restore', dueAtMs: atMs + 4 * HOUR_MS, policyVersion: 1 },
      },
      { type: 'relationship.opened', by: ivan.id, atMs: solvedAtMs, kind: 'service', facts: {} },
    ],
  })
  const [service, support] = threads
  if (service && support) addHandshake(stage, { katrin, ticket, service, support, atMs, solvedAtMs })
}

type Incident = {
  readonly katrin: Known
  readonly ticket: Ticket
  readonly service: Thread
  readonly support: Thread
  readonly atMs: number
  readonly solvedAtMs: number
}

/** What followed by itself: a follow-up with a gesture, and the step that is open again. */
function addHandshake({ world, cast }: Stage, incident: Incident): void {
  const { katrin, ticket, service, support, atMs, solvedAtMs } = incident
  const { ivan, sofia } = cast.agents
  const of = { customerId: katrin.customer.id, ticketId: ticket.id }
  const dueAtMs = world.nowMs + DAY_MS
  const followUp = world.add('followUps', {
    ...of,
    id: world.id(solvedAtMs),
    title: ticket.subject,
    reason: null,
    channel: 'phone',
    dueAtMs,
    ownerId: sofia.id,
    state: 'open',
    outcome: null,
    createdAtMs: solvedAtMs,
    completedAtMs: null,
    macroId: null,
  })
  world.add('handshakes', {
    ...of,
    id: world.id(solvedAtMs),
    threadId: support.id,
    followUpId: followUp.id,
    downMs: solvedAtMs - atMs,
    contacts: ticket.lastMessageSeq,
    valueMinor: 620_000,
    score: 80,
    gestureMinor: 3_000,
    currency: katrin.customer.currency,
    atMs: solvedAtMs,
  })
  world.add('closings', {
    ...of,
    id: world.id(solvedAtMs),
    threadId: service.id,
    kind: 'service',
    relationship: 'open',
    reason: null,
    answers: { solvedAtMs: atMs + HOUR_MS },
    agentId: ivan.id,
    atMs: solvedAtMs,
  })
}

/** A colleague of the other pane asks about a ticket that is on somebody's desk. */
function tellQuestion({ world, cast }: Stage): void {
  const ticket = world.rows('tickets').find(({ subject }) => subject.startsWith('Label printer drops off'))
  if (!ticket) return
  const atMs = world.nowMs - 50 * MINUTE_MS
  const handOver = world.add('handOvers', {
    id: world.id(atMs),
    customerId: ticket.customerId,
    ticketId: ticket.id,
    fromKind: 'service',
    toKind: 'support',
    toAgentId: cast.agents.mira.id,
    toTeamId: null,
    note: 'Tomasz asked me on the phone whether the fix comes this week: he opens a second shop on Friday. I have told him that you answer by mail. He has tried a new cable and another port already.',
    isQuestion: true,
    byAgentId: cast.agents.daniel.id,
    atMs,
    takenBy: null,
    takenAtMs: null,
  })
  world.add('events', {
    id: world.id(atMs),
    customerId: ticket.customerId,
    ticketId: ticket.id,
    threadId: null,
    type: 'hand-over.asked',
    kind: null,
    actorId: cast.agents.daniel.id,
    facts: { handOverId: handOver.id, kind: 'support', assigneeAfter: cast.agents.mira.id, teamAfter: null },
    atMs,
  })
}

/** What lies between the panes: a painful incident that is over, with a word still owed, and a question across. */
export function tellBetween(stage: Stage): void {
  tellPainfulSaturday(stage)
  tellQuestion(stage)
}
