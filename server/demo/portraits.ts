import type { Customer } from '../../shared/domain/people.ts'
import type { Pin, Preference } from '../../shared/domain/portrait.ts'
import type { Stage } from './subject-matter.ts'
import { DAY_MS, HOUR_MS, toldPerson } from './world.ts'
import type { World } from './world.ts'

type Told = Pick<Preference, 'subject' | 'value'> &
  Partial<Pick<Preference, 'consent' | 'consentHow' | 'sensitivity'>> & { readonly days: number }
type Pinned = Pick<Pin, 'text' | 'tone'> & { readonly days: number; readonly forDays: number | null }

type Sketch = {
  readonly name: string
  readonly wishes: readonly Told[]
  readonly pins: readonly Pinned[]
  readonly vip: string | null
  /** Somebody said that they are about to leave, and why. */
  readonly isLeaving: string | null
}

const SKETCHES: readonly Sketch[] = [
  {
    name: 'Ana Ruiz',
    wishes: [
      { subject: 'pronunciation', value: 'AH-na roo-EETH', days: 400 },
      { subject: 'form-of-address', value: 'tú', days: 400 },
      { subject: 'contact-hours', value: 'Before ten', days: 120 },
      { subject: 'channel', value: 'sms', consent: 'refused', consentHow: 'by mail', days: 60 },
      {
        subject: 'access',
        value: 'Reads with a screen reader: no pictures of text, name every attachment',
        sensitivity: 'sensitive',
        consentHow: 'on the phone, asked to be considered',
        days: 210,
      },
    ],
    pins: [
      {
        text: 'The third shop opens in December: nothing about its tills changes without asking her',
        tone: 'alert',
        days: 6,
        forDays: 40,
      },
    ],
    vip: null,
    isLeaving: null,
  },
  {
    name: 'Beatriz Molina',
    wishes: [
      { subject: 'contact-hours', value: 'Never between five and eight in the morning', days: 300 },
      { subject: 'channel', value: 'chat', consent: 'refused', days: 90 },
      { subject: 'outreach', value: '', consent: 'refused', consentHow: 'by mail', days: 15 },
      { subject: 'surveys', value: '', consent: 'refused', consentHow: 'by mail', days: 15 },
    ],
    pins: [
      {
        text: 'Has another supplier’s offer: sell her nothing before she was called',
        tone: 'alert',
        days: 1,
        forDays: 30,
      },
      { text: 'Her deputy Carlos decides while she is at the ovens', tone: 'fact', days: 200, forDays: null },
    ],
    vip: 'Eleven bakeries, and the region asks her what to buy',
    isLeaving: 'Asked another supplier for an offer',
  },
  {
    name: 'João Figueiredo',
    wishes: [
      { subject: 'taste', value: 'Wants to see it in a shop before buying', days: 80 },
      { subject: 'language', value: 'pt-BR', days: 300 },
    ],
    pins: [],
    vip: null,
    isLeaving: null,
  },
]

function addWishes({ world, cast }: Stage, customer: Customer, wishes: readonly Told[]): void {
  for (const { days, ...told } of wishes) {
    const atMs = world.nowMs - days * DAY_MS
    world.add('preferences', {
      consent: 'given',
      consentHow: 'on the phone',
      sensitivity: 'ordinary',
      ...told,
      id: world.id(atMs),
      customerId: customer.id,
      consentBy: customer.name,
      consentAtMs: atMs,
      source: 'customer',
      setBy: cast.agents.mira.id,
      setAtMs: atMs,
    })
  }
}

function addPins({ world, cast }: Stage, customer: Customer, pins: readonly Pinned[]): void {
  for (const { days, forDays, text, tone } of pins) {
    const atMs = world.nowMs - days * DAY_MS
    world.add('pins', {
      id: world.id(atMs),
      customerId: customer.id,
      text,
      tone,
      untilMs: forDays === null ? null : world.nowMs + forDays * DAY_MS,
      marks: null,
      pinnedBy: cast.agents.mira.id,
      pinnedAtMs: atMs,
    })
  }
}

const named = (world: World, name: string): Customer => {
  const found = toldPerson(world, name)
  if (!found) throw new Error(`No ${name} in the demo`)
  return found
}

function addSaid({ world, cast }: Stage, { id }: Customer, { vip, isLeaving }: Sketch): void {
  if (vip === null && isLeaving === null) return
  const saidAtMs = world.nowMs - 5 * HOUR_MS
  world.add('portraits', {
    id,
    customerId: id,
    isVip: vip !== null,
    vipReason: vip,
    stage: isLeaving === null ? null : 'at-risk',
    stageReason: isLeaving,
    stageUntilMs: isLeaving === null ? null : world.nowMs + 30 * DAY_MS,
    stageBy: isLeaving === null ? null : cast.agents.mira.id,
    stageAtMs: isLeaving === null ? null : saidAtMs,
  })
}

/** How the people of the stories want to be treated, what is pinned to them, and who matters more than numbers say. */
export function addPortraits(stage: Stage): void {
  const { world } = stage
  for (const sketch of SKETCHES) {
    const customer = named(world, sketch.name)
    addWishes(stage, customer, sketch.wishes)
    addPins(stage, customer, sketch.pins)
    addSaid(stage, customer, sketch)
  }
}
