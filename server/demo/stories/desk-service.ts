import { addTicket, answered, opened, wrote } from '../add-ticket.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { tellEverydayService } from './desk-everyday.ts'
import { addOrder, addOwned, addPerson, writerOf } from './props.ts'

function addPriya(stage: Stage): Known {
  const { nowMs } = stage.world
  const priya = addPerson(stage, {
    name: 'Priya Natarajan',
    first: 'Priya',
    email: 'priya@example.com',
    country: 'GB',
    shop: 'Saffron Lane',
    jobTitle: 'Head of retail',
    phone: '+44 20 7946 0112',
    sinceMs: nowMs - 6 * DAY_MS,
    facts: {
      tier: null,
      journeyStage: 'evaluating',
      customerSinceMs: null,
      facts: 'Decides together with finance. Compares us with two others; shared stock is what counts.',
    },
  })
  return priya
}

function tellPriya(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const { mira } = cast.agents
  const priya = addPriya(stage)
  const atMs = nowMs - 28 * HOUR_MS
  addTicket(world, {
    writer: writerOf(priya),
    subject: 'Which plan fits 40 shops? We open six in spring',
    channel: 'email',
    tags: ['plans'],
    threads: [
      {
        kind: 'service',
        state: 'open',
        teamId: cast.teams.advice.id,
        assigneeId: mira.id,
        dueAtMs: nowMs + HOUR_MS + 5 * MINUTE_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Hello,\n\nwe run 34 shops and open six more in spring. Which plan fits 40 shops, two tills each, with one stock for all of them? And can we begin with ten and move the rest month by month?\n\nKind regards,\nPriya Natarajan',
      ),
      answered(
        mira,
        atMs + 40 * MINUTE_MS,
        'Hello Priya,\n\nthe Chain plan is the one with shared stock: 80 tills at 14.90 € come to 1,192 € a month, and you pay only for tills that are live, so ten shops first is no problem. What do you want to stop doing by hand? That tells me which parts you need from day one.\n\nBest wishes,\nMira K.',
      ),
      wrote(
        nowMs - 41 * MINUTE_MS,
        'Thank you, that is clear. Transfers between shops are what we want to stop doing in spreadsheets. One question from finance: is the price fixed for the second year, and do the first ten count from when they go live?\n\nPriya',
      ),
    ],
    events: [opened(atMs, 'email', 'service')],
  })
}

function addYoko(stage: Stage): Known {
  const { nowMs } = stage.world
  const yoko = addPerson(stage, {
    name: '鈴木 陽子',
    first: '陽子',
    email: 'yoko@example.com',
    country: 'JP',
    shop: '鈴木文具店',
    jobTitle: 'Owner',
    sinceMs: nowMs - 520 * DAY_MS,
    facts: { facts: '敬語でのご連絡を希望。' },
  })
  return yoko
}

function tellYoko(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const yoko = addYoko(stage)
  const { order } = addOrder(stage, yoko, {
    number: '7518',
    invoice: '88-2133',
    lines: [{ product: 'l20', quantity: 1 }],
    placedAtMs: nowMs - 24 * DAY_MS,
    deliveredAtMs: nowMs - 20 * DAY_MS,
  })
  const atMs = nowMs - 62 * MINUTE_MS
  const { ticket } = addTicket(world, {
    writer: writerOf(yoko),
    subject: '返品の返金はいつ届きますか',
    channel: 'email',
    tags: ['refund', 'ja'],
    fields: { returnCase: 'RC-2041', order: '7518' },
    threads: [
      {
        kind: 'service',
        state: 'open',
        teamId: cast.teams.orders.id,
        assigneeId: cast.agents.mira.id,
        dueAtMs: nowMs + 58 * MINUTE_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'お世話になっております。\n\n先週、ラベルプリンターを返品いたしました(RC-2041)。追跡では先日そちらに到着しております。返金はいつ頃になりますでしょうか。\n\nよろしくお願いいたします。\n鈴木 陽子',
      ),
    ],
    events: [opened(atMs, 'email', 'service')],
  })
  world.add('returnCases', {
    id: world.id(nowMs - 9 * DAY_MS),
    customerId: yoko.customer.id,
    ticketId: ticket.id,
    orderId: order.id,
    number: 'RC-2041',
    kind: 'refund',
    state: 'received',
    reason: 'Ordered the wrong width',
    amountMinor: order.totalMinor,
    currency: order.currency,
    createdAtMs: nowMs - 9 * DAY_MS,
    closedAtMs: null,
    lines: null,
    decision: null,
  })
}

function addOluwaseun(stage: Stage): Known {
  const { nowMs } = stage.world
  const oluwaseun = addPerson(stage, {
    name: 'Oluwaseun Adeyemi',
    first: 'Oluwaseun',
    email: 'oluwaseun@example.com',
    country: 'NG',
    shop: 'Adeyemi Fabrics',
    jobTitle: 'Owner',
    phone: '+234 1 555 0199',
    sinceMs: nowMs - 18 * DAY_MS,
    facts: {
      tier: null,
      journeyStage: 'onboarding',
      fields: { onboardingPlan: 'First shop', onboardingStep: 3, onboardingSteps: 6 },
    },
  })
  return oluwaseun
}

function tellOluwaseun(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const { mira } = cast.agents
  const oluwaseun = addOluwaseun(stage)
  // The second step of the plan is done: what was paired is there.
  const pairedAtMs = nowMs - 3 * DAY_MS
  addOwned(stage, oluwaseun, { product: 'till', version: '8.4', acquiredAtMs: pairedAtMs })
  addOwned(stage, oluwaseun, {
    product: 'p40',
    version: '2.3',
    serial: 'SN 22-0977',
    acquiredAtMs: pairedAtMs,
    environment: { connection: 'Bluetooth' },
  })
  const atMs = nowMs - 2 * DAY_MS
  addTicket(world, {
    writer: writerOf(oluwaseun),
    subject: 'Onboarding: step 3 of 6, import of 1,200 items',
    channel: 'email',
    tags: ['onboarding'],
    threads: [
      {
        kind: 'service',
        state: 'open',
        teamId: cast.teams.onboarding.id,
        assigneeId: mira.id,
        dueAtMs: nowMs + 5 * HOUR_MS,
      },
    ],
    messages: [
      answered(
        mira,
        atMs,
        'Hello Oluwaseun,\n\nyour tills are paired, so step three is next: the items. Please fill in the sample file with about fifty of them first; when those look right, we import all 1,200.\n\nBest wishes,\nMira K.',
      ),
      wrote(
        nowMs - 2 * HOUR_MS - 4 * MINUTE_MS,
        'Good morning Mira,\n\nthe fifty look right, thank you. Attached to my account is the whole list, 1,200 lines. Some fabrics are sold by the yard, some by the piece. Can one item have both? We would like to be done today because training is on Thursday.\n\nOluwaseun',
      ),
    ],
    events: [opened(atMs, 'email', 'service')],
  })
}

/** Service work on the demo agent's desk: before, during and after a purchase. */
export function tellServiceDesk(stage: Stage): void {
  tellEverydayService(stage)
  for (const tell of [tellPriya, tellYoko, tellOluwaseun]) tell(stage)
}
