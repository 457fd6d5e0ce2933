import type { Dice } from '../../shared/demo/dice.ts'
import type { ToldTicket } from './history.ts'
import type { Known } from './people/customers.ts'
import type { Stage } from './subject-matter.ts'
import { DAY_MS, HOUR_MS } from './world.ts'

const ASKED = 0.5
const ANSWERED = 0.31
const SCORES = { '5': 56, '4': 27, '3': 9, '2': 5, '1': 3 } as const
const COMMENTS: Readonly<Record<string, readonly string[]>> = {
  '5': [
    'Quick and kind.',
    'Did not have to explain it twice.',
    'Exactly what I needed.',
    'Sehr freundlich, danke.',
    'Muy amables.',
  ],
  '4': ['Good, a little slow.', 'Solved, but I had to ask again.'],
  '3': ['Took three days.', 'Correcto.'],
  '2': ['Nobody called back.', 'Lovely people, slow parcels.'],
  '1': ['Still not fixed after two weeks.'],
}

function addSurvey({ world }: Stage, dice: Dice, { ticket, threads, lastMs, agentId }: ToldTicket): void {
  const askedAtMs = lastMs + 2 * HOUR_MS
  if (askedAtMs > world.nowMs) return
  const isAnswered = dice.chance(ANSWERED)
  const kind = threads[0]?.kind === 'support' && dice.chance(0.2) ? 'ces' : 'csat'
  const score = dice.weighted(SCORES)
  world.add('surveys', {
    id: world.id(askedAtMs),
    customerId: ticket.customerId,
    ticketId: ticket.id,
    kind,
    score: isAnswered ? (kind === 'ces' ? Math.min(7, Number(score) + 2) : Number(score)) : null,
    comment: isAnswered && dice.chance(0.3) ? dice.pick(COMMENTS[score] ?? ['']) : null,
    askedAtMs,
    answeredAtMs: isAnswered ? Math.min(world.nowMs, askedAtMs + dice.whole(1, 40) * HOUR_MS) : null,
    agentId,
    sentAtMs: null,
  })
}

const PROMISES = [
  'Check the parcel and write either way',
  'Look at the refund again on the fourth day',
  'Call back when the new firmware is out',
  'Send the comparison of plans',
  'Ask engineering and answer by tomorrow noon',
] as const

function addKeptPromise({ world }: Stage, dice: Dice, { ticket, lastMs, agentId }: ToldTicket): void {
  const dueAtMs = ticket.createdAtMs + dice.whole(1, 4) * DAY_MS
  if (dueAtMs > world.nowMs) return
  const isKept = dice.chance(0.92)
  world.add('promises', {
    id: world.id(ticket.createdAtMs),
    customerId: ticket.customerId,
    ticketId: ticket.id,
    promise: dice.pick(PROMISES),
    dueAtMs,
    ownerId: agentId,
    state: isKept ? 'kept' : 'broken',
    createdAtMs: Math.min(lastMs, ticket.createdAtMs + HOUR_MS),
    closedAtMs: isKept
      ? Math.max(ticket.createdAtMs + HOUR_MS, dueAtMs - dice.whole(1, 20) * HOUR_MS)
      : dueAtMs,
  })
}

const FOLLOW_UPS = [
  'Does it still work?',
  'First month with the new till',
  'Renewal is near',
  'Ask for a reference',
  'Second shop: when?',
] as const

function addCustomerFollowUp(stage: Stage, dice: Dice, { customer }: Known): void {
  const { world, cast } = stage
  const isOpen = dice.chance(0.3)
  const createdAtMs = world.nowMs - dice.whole(3, isOpen ? 20 : 300) * DAY_MS
  const dueAtMs = isOpen
    ? world.nowMs + dice.whole(4, 400) * HOUR_MS
    : createdAtMs + dice.whole(2, 14) * DAY_MS
  const owners = Object.values(cast.agents).filter(
    ({ id, role }) => role === 'agent' && id !== cast.agents.mira.id,
  )
  const isDone = !isOpen && dueAtMs < world.nowMs
  world.add('followUps', {
    id: world.id(createdAtMs),
    customerId: customer.id,
    ticketId: null,
    title: dice.pick(FOLLOW_UPS),
    reason: dice.pick(['after solving', 'rule: no contact for 60 days', 'asked for it']),
    channel: customer.preferredChannel === 'other' ? null : customer.preferredChannel,
    dueAtMs,
    ownerId: dice.pick(owners).id,
    state: isDone ? 'done' : 'open',
    outcome: isDone
      ? dice.pick(['All well', 'Left a message', 'Ordered labels', 'Wants to be called in spring'])
      : null,
    createdAtMs,
    completedAtMs: isDone ? dueAtMs : null,
    macroId: null,
  })
}

/** NPS is asked of people, not of tickets, and never of everybody. */
function addNps({ world, cast }: Stage, dice: Dice, { customer }: Known): void {
  const askedAtMs = world.nowMs - dice.whole(10, 180) * DAY_MS
  if (askedAtMs < customer.createdAtMs) return
  const health = customer.health ?? 70
  world.add('surveys', {
    id: world.id(askedAtMs),
    customerId: customer.id,
    ticketId: null,
    kind: 'nps',
    score: Math.max(0, Math.min(10, Math.round(health / 10) + dice.whole(-1, 2))),
    comment: null,
    askedAtMs,
    answeredAtMs: askedAtMs + dice.whole(2, 60) * HOUR_MS,
    agentId: cast.agents.daniel.id,
    sentAtMs: null,
  })
}

/** What comes after the work: surveys, promises kept and broken, follow-ups. */
export function addAfterwards(stage: Stage, told: readonly ToldTicket[], customers: readonly Known[]): void {
  const dice = stage.world.dice('afterwards')
  for (const ticket of told) {
    if (dice.chance(ASKED)) addSurvey(stage, dice, ticket)
    if (dice.chance(0.04)) addKeptPromise(stage, dice, ticket)
  }
  for (const who of customers) {
    if (dice.chance(0.18)) addCustomerFollowUp(stage, dice, who)
    if (dice.chance(0.1)) addNps(stage, dice, who)
  }
}
