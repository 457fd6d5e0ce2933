import type { Order } from '../../../shared/domain/commerce.ts'
import { addTicket, answered, noted, opened, wrote } from '../add-ticket.ts'
import type { EventInput } from '../add-ticket.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { addOrder, addPerson, addPromise, writerOf } from './props.ts'

/** What one agent may give back alone, euro cents: from here on a supervisor decides. */
const LIMIT_MINOR = 100_000

function addKatharina(stage: Stage): Known {
  const { nowMs } = stage.world
  const katharina = addPerson(stage, {
    name: 'Katharina Vogel',
    first: 'Katharina',
    email: 'katharina@example.com',
    country: 'DE',
    shop: 'Spielwaren Vogel',
    jobTitle: 'Owner',
    phone: '+49 30 5555 0128',
    sinceMs: nowMs - 720 * DAY_MS,
    facts: { tier: 'gold', yearlyValueMinor: 1_430_000, health: 58 },
  })
  return katharina
}

function addReturned(stage: Stage, katharina: Known): Order {
  const { nowMs } = stage.world
  const { order } = addOrder(stage, katharina, {
    number: '7633',
    invoice: '88-2165',
    lines: [
      { product: 's10', quantity: 2 },
      { product: 't5', quantity: 2 },
    ],
    placedAtMs: nowMs - 16 * DAY_MS,
    deliveredAtMs: nowMs - 12 * DAY_MS,
  })
  return order
}

const events = ({ cast: { agents, teams } }: Stage, atMs: number, order: Order): readonly EventInput[] => [
  opened(atMs, 'email', 'service'),
  {
    type: 'return.approval-requested',
    by: agents.sofia.id,
    atMs: atMs + 71 * MINUTE_MS,
    kind: 'service',
    facts: {
      returnCase: 'RC-2057',
      amountMinor: order.totalMinor,
      currency: order.currency,
      limitMinor: LIMIT_MINOR,
    },
  },
  {
    type: 'thread.assigned',
    by: agents.sofia.id,
    atMs: atMs + 73 * MINUTE_MS,
    kind: 'service',
    facts: {
      assigneeBefore: agents.sofia.id,
      assigneeAfter: agents.mira.id,
      teamBefore: teams.orders.id,
      teamAfter: teams.orders.id,
    },
  },
]

type Request = { readonly order: Order; readonly ticketId: string; readonly atMs: number }

/** The case that waits for release, and what was promised about it. */
function addRequest(stage: Stage, katharina: Known, { order, ticketId, atMs }: Request): void {
  const { world, cast } = stage
  const returned = world.add('returnCases', {
    id: world.id(atMs),
    customerId: katharina.customer.id,
    ticketId,
    orderId: order.id,
    number: 'RC-2057',
    kind: 'return',
    state: 'requested',
    reason: 'Second shop given up, unopened',
    amountMinor: order.totalMinor,
    currency: order.currency,
    createdAtMs: atMs,
    closedAtMs: null,
    lines: null,
    decision: null,
  })
  world.add('approvals', {
    id: world.id(atMs + MINUTE_MS),
    customerId: katharina.customer.id,
    ticketId,
    subjectKind: 'return',
    subjectId: returned.id,
    chargeId: null,
    amountMinor: order.totalMinor,
    currency: order.currency,
    state: 'requested',
    reason: 'All unopened, within thirty days, gold customer who gives up a shop',
    requestedBy: cast.agents.sofia.id,
    requestedAtMs: atMs + MINUTE_MS,
    decidedBy: null,
    decidedAtMs: null,
    decision: null,
  })
  addPromise(stage, katharina, {
    title: 'Answer about the release of 1,296 €',
    dueAtMs: world.nowMs + 2 * HOUR_MS,
    ticketId,
    ownerId: cast.agents.mira.id,
    madeAtMs: atMs,
  })
}

/** A return over the limit: everything is ready, the amount waits for somebody who may. */
export function tellOverLimit(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const { mira, sofia } = cast.agents
  const katharina = addKatharina(stage)
  const order = addReturned(stage, katharina)
  const atMs = nowMs - 22 * HOUR_MS
  const { ticket } = addTicket(world, {
    writer: writerOf(katharina),
    subject: 'Rückgabe der Bestellung 7633, 1.296 €',
    channel: 'email',
    tags: ['refund', 'over limit'],
    fields: { returnCase: 'RC-2057', order: '7633' },
    threads: [
      {
        kind: 'service',
        state: 'open',
        teamId: cast.teams.orders.id,
        assigneeId: mira.id,
        priority: 'high',
        dueAtMs: nowMs + 2 * HOUR_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Guten Tag,\n\nwir geben die zweite Filiale nun doch auf und möchten die Bestellung 7633 zurückgeben: zwei Lagertablets und zwei Kartenterminals, alles ungeöffnet, zusammen 1.296 €. Die dreißig Tage sind noch nicht um. Wohin schicken wir das?\n\nMit freundlichen Grüßen\nKatharina Vogel',
      ),
      answered(
        sofia,
        atMs + 70 * MINUTE_MS,
        'Guten Tag, Frau Vogel,\n\ndas tut mir leid zu lesen. Der Rückschein RC-2057 liegt bei, das Paket wird morgen abgeholt. Die Erstattung über 1.296 € habe ich beantragt; ich melde mich, sobald sie freigegeben ist, spätestens morgen Mittag.\n\nViele Grüße\nSofia N.',
      ),
      wrote(
        nowMs - 6 * HOUR_MS - 30 * MINUTE_MS,
        'Danke, das Paket ist heute früh abgeholt worden. Wie sieht es mit der Freigabe aus?\n\nKatharina Vogel',
      ),
    ],
    notes: [
      noted(sofia, atMs + 72 * MINUTE_MS, {
        service:
          '1,296 € is over the 1,000 € I may release. All unopened, within thirty days, gold customer who gives up a shop: I would approve. Over to you, Mira.',
      }),
    ],
    events: events(stage, atMs, order),
  })
  addRequest(stage, katharina, { order, ticketId: ticket.id, atMs: atMs + 70 * MINUTE_MS })
}
