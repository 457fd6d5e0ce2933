import type { Customer } from '../../../shared/domain/people.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, toldPerson } from '../world.ts'

type Person = { readonly customer: Customer; readonly ticketId: string | null }

/** Somebody of the hand-written stories with the ticket that is open now. */
function personOf({ world }: Stage, name: string): Person | null {
  const customer = toldPerson(world, name)
  if (!customer) return null
  const own = world
    .rows('threads')
    .filter(
      ({ customerId, state, kind }) => customerId === customer.id && state === 'open' && kind === 'service',
    )
  return { customer, ticketId: own.at(-1)?.ticketId ?? null }
}

/** A point for every euro of each order delivered; older than a year they no longer make a tier. */
function addPoints({ world }: Stage, { customer }: Person): void {
  for (const order of world.rows('orders').filter(({ customerId }) => customerId === customer.id)) {
    if (order.deliveredAtMs === null) continue
    world.add('loyaltyEntries', {
      id: world.id(order.deliveredAtMs),
      customerId: customer.id,
      ticketId: null,
      points: Math.round(order.totalMinor / 100),
      reason: 'purchase',
      sourceId: order.id,
      note: order.number,
      byId: null,
      atMs: order.deliveredAtMs,
    })
  }
}

/** Ana: points of her orders, a voucher of last spring, some points used, and the second charge written down. */
function tellAna(stage: Stage): void {
  const { world, cast } = stage
  const ana = personOf(stage, 'Ana Ruiz')
  if (!ana) return
  const { nowMs } = world
  const { customer } = ana
  addPoints(stage, ana)
  const usedAtMs = nowMs - 60 * DAY_MS
  world.add('loyaltyEntries', {
    id: world.id(usedAtMs),
    customerId: customer.id,
    ticketId: null,
    points: -150,
    reason: 'redeemed',
    sourceId: null,
    note: 'Shelf labels for the second shop',
    byId: cast.agents.daniel.id,
    atMs: usedAtMs,
  })
  const givenAtMs = nowMs - 180 * DAY_MS
  world.add('goodwills', {
    id: world.id(givenAtMs),
    customerId: customer.id,
    ticketId: null,
    agentId: cast.agents.sofia.id,
    kind: 'voucher',
    amountMinor: 1_500,
    currency: 'EUR',
    reason: 'Delivery two weeks late',
    state: 'given',
    createdAtMs: givenAtMs,
    decidedAtMs: givenAtMs,
  })
}

/** What was written in public by nobody knows whom. */
function tellUnknown({ world }: Stage): void {
  const { nowMs } = world
  const unknown = [
    [
      'Trustpilot',
      'tilldesk_fan',
      2,
      'Scanner fine, delivery was two weeks late and nobody wrote. Order was under my firm.',
    ],
    ['Google', null, 5, 'Called on a Saturday, printer ran again in ten minutes. Thank you!'],
  ] as const
  for (const [index, [place, author, stars, body]] of unknown.entries()) {
    const postedAtMs = nowMs - (index + 1) * DAY_MS
    const told = { postedAtMs, reportedAtMs: postedAtMs, named: null, asideAtMs: null }
    world.add('unplacedPosts', { id: world.id(postedAtMs), place, url: null, author, stars, body, ...told })
  }
}

/** Beatriz, who is about to leave: the complaint with its plan, the first step done, the call due before five. */
function tellBeatriz(stage: Stage): void {
  const { world, cast } = stage
  const beatriz = personOf(stage, 'Beatriz Molina')
  if (!beatriz) return
  const { nowMs } = world
  const { mira, daniel } = cast.agents
  const openedAtMs = nowMs - 5 * HOUR_MS
  const complaint = world.add('complaints', {
    id: world.id(openedAtMs),
    customerId: beatriz.customer.id,
    ticketId: beatriz.ticketId,
    title: 'Seven hours without tills, and a call that never came',
    severity: 'critical',
    ownerId: mira.id,
    state: 'recovering',
    mentionsReview: true,
    outcome: null,
    openedBy: daniel.id,
    openedAtMs,
    closedAtMs: null,
  })
  world.add('publicPosts', {
    id: world.id(nowMs - 2 * DAY_MS),
    customerId: beatriz.customer.id,
    ticketId: null,
    place: 'LinkedIn',
    url: 'https://posts.example/molina/7741',
    author: 'Beatriz Molina',
    stars: null,
    body: '¿Alguien más con las cajas paradas a las seis de la mañana? Busco un proveedor que conteste al teléfono.',
    postedAtMs: nowMs - 2 * DAY_MS,
    reportedAtMs: nowMs - 2 * DAY_MS,
  })
  tellUnknown(stage)
  const steps = [
    ['Read both tickets and write down what went wrong', openedAtMs + 30 * MINUTE_MS, daniel.id],
    ['Call Beatriz before five', nowMs + 3 * HOUR_MS, null],
    ['Switch updates at night off for her eleven shops', nowMs + DAY_MS, null],
    ['Ask whether the mornings are quiet', nowMs + 7 * DAY_MS, null],
  ] as const
  for (const [title, dueAtMs, doneBy] of steps)
    world.add('recoverySteps', {
      id: world.id(openedAtMs),
      customerId: beatriz.customer.id,
      complaintId: complaint.id,
      title,
      dueAtMs,
      doneAtMs: doneBy === null ? null : openedAtMs + 25 * MINUTE_MS,
      doneBy,
    })
}

/** Priya, who wants to buy: what she looks for, and the shortlist she was sent. */
function tellPriya(stage: Stage): void {
  const { world, cast, products } = stage
  const priya = personOf(stage, 'Priya Natarajan')
  if (!priya) return
  const createdAtMs = world.nowMs - 27 * HOUR_MS
  world.add('needs', {
    id: world.id(createdAtMs),
    customerId: priya.customer.id,
    ticketId: priya.ticketId,
    occasion: 'One stock for 40 shops, six of them new in spring',
    budgetMinor: null,
    currency: priya.customer.currency,
    wishes: ['shared stock', 'many shops'],
    productIds: [products.chain.id, products.s10.id],
    steps: ['asked', 'shortlisted'],
    createdBy: cast.agents.mira.id,
    createdAtMs,
    updatedAtMs: createdAtMs,
  })
}

/** Money and cases of the people the stories are about. */
export function tellMoneyCases(stage: Stage): void {
  tellAna(stage)
  tellBeatriz(stage)
  tellPriya(stage)
  const katharina = personOf(stage, 'Katharina Vogel')
  if (katharina) addPoints(stage, katharina)
}
