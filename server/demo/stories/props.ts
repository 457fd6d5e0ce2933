import type { Asset } from '../../../shared/domain/commerce.ts'
import type { Customer } from '../../../shared/domain/people.ts'
import { productFacts } from '../catalogue.ts'
import type { ProductKey } from '../catalogue.ts'
import type { Purchase } from '../commerce.ts'
import { priceIn } from '../money.ts'
import type { Known } from '../people/customers.ts'
import { places } from '../people/places.ts'
import type { Stage } from '../subject-matter.ts'
import { MINUTE_MS } from '../world.ts'

type PersonInput = {
  readonly name: string
  readonly first: string
  readonly email: string
  readonly country: string
  /** Shop of theirs; null for somebody alone. */
  readonly shop: string | null
  readonly jobTitle?: string
  readonly phone?: string
  readonly sinceMs: number
  readonly facts?: Partial<Customer>
}

const NOTHING_SAID = { factsMarks: null, givenAway: null }
const NOTHING_NOTED = { notes: null, reference: null, reportedAtMs: null }

/** A person of a hand-written story, with shop and addresses. */
export function addPerson(stage: Stage, input: PersonInput): Known {
  const { world } = stage
  const place = places.find(({ country }) => country === input.country)
  if (!place) throw new Error(`No place for ${input.country}`)
  const { sinceMs } = input
  const organisationId =
    input.shop === null
      ? null
      : world.add('organisations', {
          id: world.id(sinceMs),
          name: input.shop,
          domain: null,
          country: place.country,
          ...NOTHING_NOTED,
        }).id
  const customer = world.add('customers', {
    id: world.id(sinceMs),
    name: input.name,
    organisationId,
    jobTitle: input.jobTitle ?? null,
    tier: 'silver',
    language: place.language,
    timeZone: place.timeZone,
    preferredChannel: 'email',
    journeyStage: 'using',
    labels: [],
    facts: '',
    fields: {},
    yearlyValueMinor: null,
    currency: place.currency,
    health: 80,
    customerSinceMs: sinceMs,
    mergedIntoId: null,
    ...NOTHING_SAID,
    reportedAtMs: null,
    createdAtMs: sinceMs,
    ...input.facts,
  })
  const contact = (kind: 'email' | 'phone', value: string): void => {
    world.add('contactPoints', {
      id: world.id(sinceMs),
      customerId: customer.id,
      kind,
      value,
      label: null,
      isPrimary: kind === 'email',
    })
  }
  contact('email', input.email)
  if (input.phone !== undefined) contact('phone', input.phone)
  const known = {
    customer,
    place,
    email: input.email,
    person: { name: input.name, first: input.first, family: '', mailbox: '' },
  }
  stage.belongings.set(customer.id, { purchases: [], assets: [] })
  return known
}

type OrderInput = {
  readonly number: string
  readonly invoice: string
  readonly lines: readonly { readonly product: ProductKey; readonly quantity: number }[]
  readonly placedAtMs: number
  readonly deliveredAtMs: number | null
  /** Successful charges; two of them are one too many. */
  readonly charges?: number
}

/** An order with its papers, whose sums agree; it becomes part of what the customer can write about. */
export function addOrder(stage: Stage, who: Known, input: OrderInput): Purchase {
  const { world, products } = stage
  const { customer, place } = who
  const { placedAtMs, deliveredAtMs } = input
  const orderId = world.id(placedAtMs)
  const lines = input.lines.map(({ product, quantity }) => ({
    id: world.id(placedAtMs),
    customerId: customer.id,
    orderId,
    productId: products[product].id,
    title: products[product].name,
    quantity,
    unitMinor: priceIn(productFacts[product].price, place),
  }))
  const totalMinor = lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0)
  const common = { customerId: customer.id, currency: place.currency }
  const order = world.add('orders', {
    ...common,
    id: orderId,
    number: input.number,
    state: deliveredAtMs === null ? 'shipped' : 'delivered',
    totalMinor,
    carrier: 'DHL',
    trackingCode: `TR${input.number}0${totalMinor}`,
    placedAtMs,
    deliveredAtMs,
    reportedAtMs: null,
  })
  for (const line of lines) world.add('orderLines', line)
  const invoice = world.add('invoices', {
    ...common,
    id: world.id(placedAtMs),
    orderId,
    number: input.invoice,
    state: 'paid',
    totalMinor,
    issuedAtMs: placedAtMs,
    dueAtMs: null,
    reportedAtMs: null,
  })
  for (let count = 0; count < (input.charges ?? 1); count += 1) {
    world.add('charges', {
      ...common,
      id: world.id(placedAtMs),
      invoiceId: invoice.id,
      state: 'captured',
      amountMinor: totalMinor,
      method: 'card',
      chargedAtMs: placedAtMs + (count + 1) * MINUTE_MS,
    })
  }
  const purchase = { order, lines, invoice, products: input.lines.map(({ product }) => product) }
  const own = stage.belongings.get(customer.id)
  stage.belongings.set(customer.id, {
    purchases: [...(own?.purchases ?? []), purchase],
    assets: own?.assets ?? [],
  })
  return purchase
}

type AssetInput = Partial<Asset> & {
  readonly product: ProductKey
  readonly version: string | null
  readonly acquiredAtMs: number
}

export function addOwned(stage: Stage, who: Known, { product, acquiredAtMs, ...rest }: AssetInput): Asset {
  const asset = stage.world.add('assets', {
    id: stage.world.id(acquiredAtMs),
    customerId: who.customer.id,
    productId: stage.products[product].id,
    name: stage.products[product].name,
    serial: null,
    state: 'in-use',
    environment: {},
    downSinceMs: null,
    acquiredAtMs,
    ...rest,
  })
  const own = stage.belongings.get(who.customer.id)
  stage.belongings.set(who.customer.id, {
    purchases: own?.purchases ?? [],
    assets: [...(own?.assets ?? []), { ...asset, product }],
  })
  return asset
}

type Due = {
  readonly title: string
  readonly dueAtMs: number
  readonly ticketId: string | null
  readonly ownerId: string | null
  readonly madeAtMs: number
}

export function addPromise(
  { world }: Stage,
  who: Known,
  { title, dueAtMs, ticketId, ownerId, madeAtMs }: Due,
): void {
  world.add('promises', {
    id: world.id(madeAtMs),
    customerId: who.customer.id,
    ticketId,
    promise: title,
    dueAtMs,
    ownerId,
    state: 'open',
    createdAtMs: madeAtMs,
    closedAtMs: null,
  })
}

export function addFollowUp(
  { world }: Stage,
  who: Known,
  { reason, ...due }: Due & { readonly reason: string },
): string {
  const { id } = world.add('followUps', {
    id: world.id(due.madeAtMs),
    customerId: who.customer.id,
    ticketId: due.ticketId,
    title: due.title,
    reason,
    channel: who.customer.preferredChannel,
    dueAtMs: due.dueAtMs,
    ownerId: due.ownerId,
    state: 'open',
    outcome: null,
    createdAtMs: due.madeAtMs,
    completedAtMs: null,
    macroId: null,
  })
  return id
}

export const writerOf = ({
  customer,
  person,
  email,
}: Known): { customerId: string; name: string; email: string } => ({
  customerId: customer.id,
  name: person.name,
  email,
})
