import type { Opportunity, QuestionConditions } from '../../shared/domain/growth.ts'
import type { Customer } from '../../shared/domain/people.ts'
import type { Stage } from './subject-matter.ts'
import { DAY_MS, HOUR_MS, toldPerson } from './world.ts'
import type { World } from './world.ts'

const BLANK = {
  ticketId: null,
  productId: null,
  valueMinor: null,
  currency: null,
  state: 'noted',
  consent: 'not-asked',
  consentVia: null,
  consentAtMs: null,
  teamId: null,
  address: null,
  ownerId: null,
  createdBy: null,
  passedOnAtMs: null,
  sentAtMs: null,
  closedAtMs: null,
} as const satisfies Partial<Opportunity>

function named(world: World, name: string): Customer {
  const found = toldPerson(world, name)
  if (!found) throw new Error(`Nobody is called ${name}`)
  return found
}

type Noted = Partial<Opportunity> & Pick<Opportunity, 'kind' | 'note'> & { readonly agoMs: number }

function note({ world }: Stage, customer: Customer, { agoMs, ...row }: Noted): void {
  const createdAtMs = world.nowMs - agoMs
  world.add('opportunities', {
    ...BLANK,
    ...row,
    id: world.id(createdAtMs),
    customerId: customer.id,
    createdAtMs,
  })
}

/** A gold customer who would recommend us and whom nobody has asked; a chain that grows; a renewal with its team. */
function addOpportunities(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const { mira, daniel } = cast.agents
  const askedAtMs = nowMs - 32 * DAY_MS
  world.add('surveys', {
    id: world.id(askedAtMs),
    customerId: named(world, 'Grace Lindqvist').id,
    ticketId: null,
    kind: 'nps',
    score: 10,
    comment: 'You answer like people.',
    askedAtMs,
    answeredAtMs: askedAtMs + DAY_MS,
    agentId: null,
    sentAtMs: askedAtMs,
  })
  note(stage, named(world, 'Priya Natarajan'), {
    kind: 'upsell',
    note: 'Six more shops in spring: two tills each, shared stock from day one.',
    valueMinor: 214_560,
    currency: 'EUR',
    consent: 'given',
    consentVia: 'email',
    consentAtMs: nowMs - 20 * HOUR_MS,
    ownerId: mira.id,
    createdBy: mira.id,
    agoMs: 27 * HOUR_MS,
  })
  note(stage, named(world, 'João Figueiredo'), {
    kind: 'renewal',
    note: 'Wants a fixed price for the second year before he renews six tills.',
    consent: 'given',
    consentVia: 'phone',
    consentAtMs: nowMs - 2 * DAY_MS,
    state: 'passed-on',
    teamId: cast.teams.advice.id,
    passedOnAtMs: nowMs - DAY_MS,
    createdBy: daniel.id,
    agoMs: 3 * DAY_MS,
  })
  note(stage, named(world, 'Oluwaseun Adeyemi'), {
    kind: 'cross-sell',
    note: 'Sells by the yard: a P60 at the cutting table would save steps.',
    ownerId: mira.id,
    createdBy: mira.id,
    agoMs: 2 * DAY_MS,
  })
  note(stage, named(world, 'João Figueiredo'), {
    kind: 'study',
    note: 'Would let us watch him sell by weight for an hour, on a quiet Tuesday.',
    consent: 'given',
    consentVia: 'phone',
    consentAtMs: nowMs - 4 * DAY_MS,
    createdBy: daniel.id,
    agoMs: 4 * DAY_MS,
  })
}

type Written = {
  readonly question: string
  readonly answer: string
  readonly conditions: QuestionConditions
}
const QUESTIONS: readonly Written[] = [
  {
    question: 'Can I pay my next order with points?',
    answer:
      'Points can be used on any order from 500 points on: tell us with the order, and we take them off the total. They do not run out while you are a customer.',
    conditions: { orderStates: ['delivered'], withinDays: 30, stages: ['using'] },
  },
  {
    question: 'Is the price fixed if we begin with fewer shops?',
    answer:
      'Yes. The price of a till is fixed for 24 months from the day the first one is live, however many follow.',
    conditions: { stages: ['evaluating', 'buying'] },
  },
  {
    question: 'Who trains our staff, and when?',
    answer:
      'We do, in your shop or by video, an hour for each group of six. Name two dates that suit you and we confirm one of them the same day.',
    conditions: { stages: ['onboarding'], hasPlan: true },
  },
]

/** What may come next with customers, and what they tend to ask at certain points. */
export function addGrowth(stage: Stage): void {
  const { world } = stage
  addOpportunities(stage)
  const atMs = world.nowMs - 60 * DAY_MS
  for (const written of QUESTIONS)
    world.add('nextQuestions', {
      ...written,
      id: world.id(atMs),
      articleId: null,
      isActive: true,
      version: 1,
      updatedAtMs: atMs,
    })
}
