import type { Customer } from '../../shared/domain/people.ts'
import type { Stage } from './subject-matter.ts'
import { DAY_MS } from './world.ts'
import type { World } from './world.ts'

/** One in so many of those who spend most has a contract. */
const EVERY = 9

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10)

type Terms = {
  readonly name: string
  readonly number: string
  readonly renewsInDays: number
  readonly amountMinor: number
}

function addContract(world: World, customer: Customer, terms: Terms): void {
  const { name, number, renewsInDays, amountMinor } = terms
  const createdAtMs = world.nowMs - (365 - (renewsInDays % 365)) * DAY_MS
  world.add('subscriptions', {
    id: world.id(createdAtMs),
    customerId: customer.id,
    productId: null,
    name,
    number,
    state: 'active',
    renewsOn: dayOf(world.nowMs + renewsInDays * DAY_MS),
    amountMinor,
    currency: customer.currency ?? 'EUR',
    term: 'year',
    createdAtMs,
    reportedAtMs: null,
  })
}

/** What shops have for a year at a time. Only one of them renews soon: whose story it is. */
export function addContracts({ world }: Pick<Stage, 'world'>): void {
  const customers = world.rows('customers')
  const known = (name: string): Customer | undefined => customers.find(each => each.name === name)
  const [ana, joao] = [known('Ana Ruiz'), known('João Figueiredo')]
  if (ana) {
    addContract(world, ana, {
      name: 'Till care plan',
      number: 'V-2041',
      renewsInDays: 212,
      amountMinor: 34_800,
    })
  }
  if (joao) {
    addContract(world, joao, {
      name: 'Till care plan',
      number: 'V-1987',
      renewsInDays: 25,
      amountMinor: 34_800,
    })
  }
  const others = customers.filter(each => each.tier === 'gold' && each !== ana && each !== joao)
  for (const [index, customer] of others.entries()) {
    if (index % EVERY !== 0) continue
    addContract(world, customer, {
      name: 'Till care plan',
      number: `V-${2_100 + index}`,
      renewsInDays: 90 + ((index * 37) % 270),
      amountMinor: 34_800,
    })
  }
}
