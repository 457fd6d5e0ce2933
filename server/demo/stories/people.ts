import type { Customer } from '../../../shared/domain/people.ts'
import type { RelationKind } from '../../../shared/domain/relations.ts'
import type { Stage } from '../subject-matter.ts'
import { DAY_MS, toldPerson } from '../world.ts'
import { addPerson } from './props.ts'

type Relation = {
  readonly of: Customer
  readonly to: Customer | string
  readonly kind: RelationKind
  readonly note?: string
  readonly days: number
  readonly endedDays?: number
}

function addRelationship({ world, cast }: Stage, { of, to, kind, note, days, endedDays }: Relation): void {
  const sinceMs = world.nowMs - days * DAY_MS
  world.add('relations', {
    id: world.id(sinceMs),
    customerId: of.id,
    otherCustomerId: typeof to === 'string' ? null : to.id,
    otherName: typeof to === 'string' ? to : null,
    kind,
    note: note ?? null,
    sinceMs,
    endedAtMs: endedDays === undefined ? null : world.nowMs - endedDays * DAY_MS,
    createdBy: cast.agents.mira.id,
    createdAtMs: sinceMs,
  })
}

/** The head of retail was written down at a trade fair once before: the same number, without her whole name. */
function addSecondRecord(stage: Stage, priya: Customer): void {
  const { world } = stage
  const sinceMs = world.nowMs - 210 * DAY_MS
  addPerson(stage, {
    name: 'P. Natarajan',
    first: 'P.',
    email: 'fair-lead-0112@example.com',
    country: 'GB',
    shop: null,
    phone: '020 7946 0112',
    sinceMs,
    facts: {
      organisationId: priya.organisationId,
      tier: null,
      journeyStage: 'evaluating',
      customerSinceMs: null,
      labels: ['trade fair'],
      facts: 'Spoke with us at the fair in London, asked about stock transfers.',
    },
  })
}

/** Who decides, who pays and who is here twice: at one firm that is about to buy, and around one known customer. */
export function tellPeople(stage: Stage): void {
  const { world } = stage
  const [priya, ana] = [toldPerson(world, 'Priya Natarajan'), toldPerson(world, 'Ana Ruiz')]
  if (!priya || !ana) return
  addSecondRecord(stage, priya)
  const tom = addPerson(stage, {
    name: 'Tom Whitfield',
    first: 'Tom',
    email: 'tom.whitfield@example.com',
    country: 'GB',
    shop: null,
    jobTitle: 'Head of IT',
    sinceMs: stage.world.nowMs - 5 * DAY_MS,
    facts: {
      organisationId: priya.organisationId,
      tier: null,
      journeyStage: 'evaluating',
      customerSinceMs: null,
      facts: 'Wants the network plan before anything is ordered.',
    },
  }).customer
  addRelationship(stage, { of: priya, to: tom, kind: 'technical-contact', days: 5 })
  addRelationship(stage, {
    of: priya,
    to: 'Grace Holloway',
    kind: 'decision-maker',
    note: 'Finance; signs above 1,000 a month',
    days: 4,
  })
  addRelationship(stage, {
    of: ana,
    to: 'Marta Vidal',
    kind: 'billing-contact',
    note: 'Bookkeeper; wants invoices before the 5th',
    days: 420,
  })
  addRelationship(stage, { of: ana, to: 'Iván Costa', kind: 'partner', days: 900, endedDays: 130 })
}
