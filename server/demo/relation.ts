import { outreachRuleId } from '../../shared/domain/outreach.ts'
import type { Customer } from '../../shared/domain/people.ts'
import type { PlanTemplate, TemplateStep } from '../../shared/domain/plans.ts'
import { nextAt } from './calendar.ts'
import type { Stage } from './subject-matter.ts'
import { DAY_MS, HOUR_MS, toldPerson } from './world.ts'
import type { World } from './world.ts'

const THURSDAY = 4

const step = (
  title: string,
  days: number,
  { kind = 'service', owner = 'owner' }: Partial<Pick<TemplateStep, 'kind' | 'owner'>> = {},
): TemplateStep => ({ title, kind, days, owner })
const SUPPORT = { kind: 'support', owner: 'team' } as const

const SHOP_STEPS = [
  step('Welcome call, who decides what', 1),
  step('Pair tills and scanners', 3, SUPPORT),
  step('Import the items', 6, SUPPORT),
  step('Taxes, receipts and prices checked together', 9),
  step('Staff training', 14),
  step('First week: call and look at the figures', 21),
]
const CHAIN_STEPS = [
  step('Kick-off with head office', 2),
  step('Pilot shop goes live', 10, SUPPORT),
  step('Shared stock switched on', 20, SUPPORT),
  step('Ten shops live', 35),
  step('Training of trainers', 40),
  step('All shops live, review', 90),
]

function addTemplate(world: World, name: string, steps: readonly TemplateStep[]): PlanTemplate {
  const atMs = world.nowMs - 200 * DAY_MS
  return world.add('planTemplates', {
    id: world.id(atMs),
    name,
    version: 2,
    steps: [...steps],
    isActive: true,
    updatedAtMs: atMs,
  })
}

type Running = {
  readonly customer: Customer
  readonly template: PlanTemplate
  readonly name: string
  readonly startedAtMs: number
  readonly ticketId: string | null
  /** Steps that are done, from the first. */
  readonly done: number
  /** When the next one is due. */
  readonly nextMs: number
}

/** A plan under way: some steps done as they came, the rest ahead. */
function addPlan({ world, cast }: Stage, running: Running): void {
  const { customer, template, name, startedAtMs, ticketId, done, nextMs } = running
  const { mira, jonas } = cast.agents
  const plan = world.add('plans', {
    id: world.id(startedAtMs),
    customerId: customer.id,
    ticketId,
    templateId: template.id,
    templateVersion: template.version,
    name,
    ownerId: mira.id,
    state: 'active',
    startedAtMs,
    endedAtMs: null,
  })
  const nextDays = template.steps[done]?.days ?? 0
  for (const [index, { title, kind, days, owner }] of template.steps.entries()) {
    const isDone = index < done
    const dueAtMs = isDone ? startedAtMs + days * DAY_MS : nextMs + (days - nextDays) * DAY_MS
    const closedAtMs = isDone ? Math.min(dueAtMs - 2 * HOUR_MS, world.nowMs - HOUR_MS) : null
    world.add('planSteps', {
      id: world.id(startedAtMs),
      customerId: customer.id,
      planId: plan.id,
      ticketId,
      position: index + 1,
      title,
      kind,
      dueAtMs,
      ownerId: owner === 'owner' ? mira.id : isDone ? jonas.id : null,
      state: isDone ? 'done' : 'open',
      closedAtMs,
      closedBy: isDone ? (kind === 'support' ? jonas.id : mira.id) : null,
    })
  }
}

const named = (world: World, name: string): Customer => {
  const found = toldPerson(world, name)
  if (!found) throw new Error(`No ${name} in the demo`)
  return found
}
const ticketOf = (world: World, { id }: Customer, words: string): string | null =>
  world.rows('tickets').find(({ customerId, subject }) => customerId === id && subject.includes(words))?.id ??
  null

function addSayings({ world, cast }: Stage): void {
  const { nowMs } = world
  const { mira, jonas } = cast.agents
  const say = (
    name: string,
    {
      days,
      watched,
      ...said
    }: { kind: 'experience' | 'product'; area: string; text: string; days: number; watched?: string },
  ): void => {
    const customer = named(world, name)
    const createdAtMs = nowMs - days * DAY_MS
    world.add('feedback', {
      ...said,
      watched: watched ?? null,
      id: world.id(createdAtMs),
      customerId: customer.id,
      ticketId: null,
      productId: null,
      valueMinor: customer.yearlyValueMinor,
      currency: customer.currency,
      state: 'open',
      createdBy: said.kind === 'product' ? jonas.id : mira.id,
      createdAtMs,
    })
  }
  say('Ana Ruiz', {
    kind: 'experience',
    area: 'Delivery',
    text: 'Lovely people, but every second parcel is late.',
    days: 12,
  })
  say('Ana Ruiz', {
    kind: 'product',
    area: 'Scanner pairing',
    text: 'The light should say why it does not pair.',
    days: 3,
  })
  say('Oluwaseun Adeyemi', {
    kind: 'product',
    area: 'Items by yard and piece',
    text: 'One item should be sold by the yard and by the piece.',
    days: 1,
  })
  say('João Figueiredo', {
    kind: 'product',
    area: 'Items by yard and piece',
    text: 'Cheese is sold by weight and by the piece.',
    days: 20,
  })
  say('João Figueiredo', {
    kind: 'product',
    area: 'Items by yard and piece',
    text: 'Keyed the weight in as a count twice before he found the scale key.',
    watched: 'Selling 340 g of cheese at the till, first week with it',
    days: 6,
  })
}

/** Gold customers do not go two months without a word; whoever else is silent writes when they need something. */
function addOutreachRule({ world }: Stage): void {
  world.add('outreachRules', {
    id: outreachRuleId('no-contact'),
    reason: 'no-contact',
    days: 60,
    isActive: true,
    segment: { name: 'Gold customers', tiers: ['gold'] },
    version: 1,
    updatedAtMs: world.nowMs - 90 * DAY_MS,
  })
}

/** The relationship over time: plans under way, a renewal that is near, an answer that is waited for, what people said. */
export function addRelation(stage: Stage): void {
  const { world, cast } = stage
  const { nowMs } = world
  const shop = addTemplate(world, 'First shop', SHOP_STEPS)
  addTemplate(world, 'Chain, shop by shop', CHAIN_STEPS)
  const ana = named(world, 'Ana Ruiz')
  addPlan(stage, {
    customer: ana,
    template: shop,
    name: 'Onboarding, third shop',
    startedAtMs: nowMs - 12 * DAY_MS,
    ticketId: null,
    done: 4,
    nextMs: nextAt(nowMs, THURSDAY, { offsetMinutes: 60, hour: 10 }),
  })
  const oluwaseun = named(world, 'Oluwaseun Adeyemi')
  addPlan(stage, {
    customer: oluwaseun,
    template: shop,
    name: 'Onboarding, first shop',
    startedAtMs: nowMs - 5 * DAY_MS,
    ticketId: ticketOf(world, oluwaseun, 'Onboarding'),
    done: 2,
    nextMs: nowMs + 5 * HOUR_MS,
  })
  const joao = named(world, 'João Figueiredo')
  const renewsOn = new Date(nowMs + 25 * DAY_MS).toISOString().slice(0, 10)
  const place = world.rows('customers').indexOf(joao)
  world.replace('customers', place, { ...joao, fields: { ...joao.fields, renewsOn } })
  const askedAtMs = nowMs - 2 * DAY_MS
  world.add('surveys', {
    id: world.id(askedAtMs),
    customerId: joao.id,
    ticketId: null,
    kind: 'nps',
    score: null,
    comment: null,
    askedAtMs,
    answeredAtMs: null,
    agentId: cast.agents.mira.id,
    sentAtMs: null,
  })
  addSayings(stage)
  addOutreachRule(stage)
}
