import { addTicket, answered, opened, wrote } from '../add-ticket.ts'
import { dayStart } from '../calendar.ts'
import type { Known } from '../people/customers.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../world.ts'
import { addOrder, addPerson, writerOf } from './props.ts'

function addGrace(stage: Stage): Known {
  const { nowMs } = stage.world
  const grace = addPerson(stage, {
    name: 'Grace Lindqvist',
    first: 'Grace',
    email: 'grace@example.com',
    country: 'SE',
    shop: 'Lindqvist Bokhandel',
    jobTitle: 'Owner',
    sinceMs: nowMs - 900 * DAY_MS,
    facts: { tier: 'gold', yearlyValueMinor: 7_100_000, health: 93, labels: ['reference'] },
  })
  return grace
}

function tellGrace(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const grace = addGrace(stage)
  addOrder(stage, grace, {
    number: '7488',
    invoice: '88-2118',
    lines: [{ product: 'rolls', quantity: 4 }],
    placedAtMs: nowMs - 19 * DAY_MS,
    deliveredAtMs: nowMs - 16 * DAY_MS,
  })
  const atMs = nowMs - 3 * HOUR_MS
  addTicket(world, {
    writer: writerOf(grace),
    subject: 'Thank you, and a question about loyalty points',
    channel: 'email',
    tags: ['loyalty'],
    threads: [
      {
        kind: 'service',
        state: 'open',
        teamId: cast.teams.orders.id,
        assigneeId: cast.agents.mira.id,
        dueAtMs: nowMs + 2 * HOUR_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Hi Mira,\n\nthank you for the quick exchange last month, the new terminal has been perfect. A small question: order 7488 has not added any loyalty points yet. Is that because we paid by invoice, and do points run out at New Year?\n\nWarm wishes from Uppsala,\nGrace',
      ),
    ],
    events: [opened(atMs, 'email', 'service')],
  })
}

function addHenrik(stage: Stage): Known {
  const { nowMs } = stage.world
  const henrik = addPerson(stage, {
    name: 'Henrik Sørensen',
    first: 'Henrik',
    email: 'henrik@example.com',
    country: 'SE',
    shop: 'Sørensen Konditori',
    jobTitle: 'Bookkeeper',
    sinceMs: nowMs - 450 * DAY_MS,
  })
  return henrik
}

function tellHenrik(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const { mira } = cast.agents
  const henrik = addHenrik(stage)
  addOrder(stage, henrik, {
    number: '7461',
    invoice: '88-2107',
    lines: [{ product: 'r80', quantity: 1 }],
    placedAtMs: nowMs - 22 * DAY_MS,
    deliveredAtMs: nowMs - 18 * DAY_MS,
  })
  const atMs = nowMs - 5 * HOUR_MS
  const today = dayStart(nowMs, henrik.place.offsetMinutes) + 15 * HOUR_MS
  const untilMs = today > nowMs + 30 * MINUTE_MS ? today : today + DAY_MS
  addTicket(world, {
    writer: writerOf(henrik),
    subject: 'Invoice 88-2107 shows the old address',
    channel: 'email',
    tags: ['billing'],
    fields: { invoice: '88-2107' },
    threads: [
      {
        kind: 'service',
        state: 'snoozed',
        teamId: cast.teams.orders.id,
        assigneeId: mira.id,
        snoozedUntilMs: untilMs,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Hello,\n\ninvoice 88-2107 still shows our old address in Malmö. The new one has been in the account since September. Our auditor needs it corrected this week.\n\nHenrik Sørensen',
      ),
      answered(
        mira,
        atMs + 25 * MINUTE_MS,
        'Hello Henrik,\n\nthe new address was set for deliveries only, I have set it for billing too. Bookkeeping issues the invoice again after lunch; I will send it to you as soon as it is there.\n\nBest wishes,\nMira K.',
      ),
    ],
    events: [
      opened(atMs, 'email', 'service'),
      {
        type: 'thread.snoozed',
        by: mira.id,
        atMs: atMs + 26 * MINUTE_MS,
        kind: 'service',
        facts: { before: 'open', untilMs },
      },
    ],
  })
}

function addJoao(stage: Stage): Known {
  const { nowMs } = stage.world
  const joao = addPerson(stage, {
    name: 'João Figueiredo',
    first: 'João',
    email: 'joao@example.com',
    country: 'BR',
    shop: 'Empório Figueiredo',
    jobTitle: 'Owner',
    sinceMs: nowMs - 340 * DAY_MS,
    facts: { journeyStage: 'renewing', yearlyValueMinor: 1_980_000 },
  })
  return joao
}

function tellJoao(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const joao = addJoao(stage)
  const atMs = nowMs - 7 * HOUR_MS
  addTicket(world, {
    writer: writerOf(joao),
    subject: 'Renovação: quanto custa o segundo ano com 6 caixas?',
    channel: 'chat',
    tags: ['renewal'],
    threads: [
      {
        kind: 'service',
        state: 'open',
        teamId: cast.teams.advice.id,
        assigneeId: cast.agents.mira.id,
        dueAtMs: nowMs + 3 * HOUR_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        'Bom dia! O nosso primeiro ano termina no mês que vem e agora temos 6 caixas em duas lojas. Quanto fica o segundo ano, e vale a pena passar para o plano Cadeia?',
      ),
    ],
    events: [opened(atMs, 'chat', 'service')],
  })
}

function addMinji(stage: Stage): Known {
  const { nowMs } = stage.world
  const minji = addPerson(stage, {
    name: '김민지',
    first: '민지',
    email: 'minji@example.com',
    country: 'KR',
    shop: '민지 서점',
    jobTitle: 'Shop manager',
    sinceMs: nowMs - 150 * DAY_MS,
  })
  return minji
}

function tellMinji(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const minji = addMinji(stage)
  addOrder(stage, minji, {
    number: '7702',
    invoice: '88-2184',
    lines: [
      { product: 'r80', quantity: 1 },
      { product: 'rolls', quantity: 1 },
    ],
    placedAtMs: nowMs - 8 * DAY_MS,
    deliveredAtMs: null,
  })
  const atMs = nowMs - 8 * HOUR_MS - 20 * MINUTE_MS
  addTicket(world, {
    writer: writerOf(minji),
    subject: '주문 7702가 아직 오지 않았습니다',
    channel: 'email',
    tags: ['delivery'],
    fields: { order: '7702' },
    threads: [
      {
        kind: 'service',
        state: 'open',
        teamId: cast.teams.orders.id,
        assigneeId: cast.agents.mira.id,
        dueAtMs: nowMs + 40 * MINUTE_MS,
      },
    ],
    messages: [
      wrote(
        atMs,
        '안녕하세요.\n\n8일 전에 주문한 영수증 프린터(주문번호 7702)가 아직 도착하지 않았습니다. 배송 조회는 3일째 그대로입니다. 주말 전에 받을 수 있을까요?\n\n김민지 드림',
      ),
    ],
    events: [opened(atMs, 'email', 'service')],
  })
}

/** The small things that make up most of a day. */
export function tellEverydayService(stage: Stage): void {
  for (const tell of [tellGrace, tellHenrik, tellJoao, tellMinji]) tell(stage)
}
