import type { RecordRefusal, RecordReport } from '../shared/protocol/records.ts'
import { domainOf } from '../shared/rules/organisations/names.ts'
import { idOfBoth } from '../shared/rules/named-id.ts'
import type { Session } from './db/queries/session.ts'
import {
  readOrganisationNames,
  readPeople,
  readProductNames,
  readRecordOwners,
} from './db/queries/record-owners.ts'
import type { KnownOrganisation } from './db/queries/record-owners.ts'
import { stableId } from './import/stable-id.ts'
import type { HubIntent } from './sync/apply-as-hub.ts'

/** What the records of one batch are about, as it stands. */
export type Places = {
  /** By `id …`, `email …` and `reference …`: who stands for each person that comes into question. */
  readonly people: ReadonlyMap<string, ReadonlySet<string>>
  /** By order, invoice or contract: the customer's record it stands with, and who stands for them. */
  readonly owners: ReadonlyMap<string, { readonly customerId: string; readonly personId: string }>
  /** By `id …` and `sku …`. */
  readonly products: ReadonlyMap<string, string>
  /** By `reference …` and `domain …`. */
  readonly organisations: ReadonlyMap<string, KnownOrganisation>
}
export type PlaceInput = { readonly workspaceId: string; readonly places: Places; readonly nowMs: number }

type OwnedRecord = Extract<RecordReport, { kind: 'order' | 'invoice' | 'contract' | 'post' }>
type Whose = NonNullable<OwnedRecord['customer']>
type Problem = Pick<RecordRefusal, 'problem' | 'field'>
type Owner = { readonly customerId: string } | Problem

/** Id of what a sender has a name of its own for: the same name, the same row. */
const recordId = (workspaceId: string, kind: string, key: string): string =>
  stableId([workspaceId, 'record', kind, key], null)

/** E-mail addresses are kept as they came or in small letters. */
export const formsOf = (email: string): readonly string[] => [...new Set([email, email.toLowerCase()])]

const namesOf = ({ id, email, reference }: Whose): readonly string[][] => [
  ...(id === null ? [] : [[`id ${id}`]]),
  ...(reference === null ? [] : [[`reference ${reference}`]]),
  ...(email === null ? [] : [formsOf(email).map(form => `email ${form}`)]),
]

const isOwned = (record: RecordReport): record is OwnedRecord =>
  record.kind === 'order' || record.kind === 'invoice' || record.kind === 'contract' || record.kind === 'post'

/** What the records call organisations: the sender's key, or a domain. */
const organisationNames = (record: RecordReport): readonly string[] =>
  record.kind === 'organisation'
    ? [record.key, record.domain ?? []].flat()
    : record.kind === 'customer'
      ? [record.organisation ?? []].flat()
      : []

/** Everything the records name, looked up at once. */
export async function readPlaces(session: Session, records: readonly RecordReport[]): Promise<Places> {
  const { workspaceId } = session
  const whose = records.flatMap(record => ('customer' in record ? (record.customer ?? []) : []))
  const names = whose.flatMap(namesOf).flat()
  const given = records.flatMap(record =>
    record.kind === 'customer' && record.reference !== null ? [record.reference] : [],
  )
  const said = (prefix: string): readonly string[] =>
    names.flatMap(name => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
  const ids = records.flatMap(record =>
    isOwned(record) ? [recordId(workspaceId, record.kind, record.key)] : [],
  )
  const owners = await readRecordOwners(session, ids)
  const people = await readPeople(session, {
    ids: [...said('id '), ...owners.values()],
    emails: said('email '),
    references: [...said('reference '), ...given],
  })
  const named = records.flatMap(record =>
    record.kind === 'order'
      ? record.lines.flatMap(({ product }) => product ?? [])
      : record.kind === 'contract'
        ? [record.product ?? []].flat()
        : [],
  )
  const productIds = named.map(key => recordId(workspaceId, 'product', key))
  return {
    people,
    owners: new Map(
      [...owners].map(([id, customerId]) => {
        const [personId = customerId] = people.get(`id ${customerId}`) ?? []
        return [id, { customerId, personId }]
      }),
    ),
    products: await readProductNames(session, productIds, named),
    organisations: await readOrganisationNames(session, records.flatMap(organisationNames)),
  }
}

/** The one person all the names lead to. Names nobody has say nothing where another one is known. */
function personOf(whose: Whose, { people }: Places): Owner {
  const found = new Set(namesOf(whose).flatMap(forms => forms.flatMap(form => [...(people.get(form) ?? [])])))
  const [only, another] = found
  if (only === undefined) return { problem: 'unknown-customer', field: 'customer' }
  return another === undefined ? { customerId: only } : { problem: 'several-customers', field: 'customer' }
}

/** The record it stands with, or shall: of a person with several, the one it stands with already. */
function ownerOf(id: string, whose: Whose, places: Places): Owner {
  const person = personOf(whose, places)
  if ('problem' in person) return person
  const standing = places.owners.get(id)
  if (!standing) return person
  return standing.personId === person.customerId
    ? { customerId: standing.customerId }
    : { problem: 'other-customer', field: 'customer' }
}

/** What the hub has to do so that the record stands, or why it cannot stand. */
export function placeRecord(record: RecordReport, input: PlaceInput): HubIntent | Problem {
  const saidAtMs = Math.min(record.updatedAt ?? input.nowMs, input.nowMs)
  switch (record.kind) {
    case 'product': {
      const { kind, key, updatedAt: _updatedAt, ...content } = record
      const productId = recordId(input.workspaceId, kind, key)
      return {
        name: 'product.report',
        args: { productId, content, saidAtMs },
        mutationId: idOfBoth(productId, String(saidAtMs)),
      }
    }
    case 'organisation':
      return placeOrganisation(record, saidAtMs, input)
    case 'order':
      return placeOrder(record, saidAtMs, input)
    case 'invoice':
      return placeInvoice(record, saidAtMs, input)
    case 'contract':
      return placeContract(record, saidAtMs, input)
    case 'post':
      return placePost(record, saidAtMs, input)
    case 'customer':
      return placeCustomer(record, saidAtMs, input)
  }
}

/** The product with this key or SKU; null where nobody knows it. */
const productOf = (key: string | null, { workspaceId, places: { products } }: PlaceInput): string | null =>
  key === null
    ? null
    : (products.get(`id ${recordId(workspaceId, 'product', key)}`) ?? products.get(`sku ${key}`) ?? null)

type Of<Kind extends RecordReport['kind']> = Extract<RecordReport, { kind: Kind }>

/** The one with the sender's key, else the one with the domain that no sender has named yet, else a new one. */
function placeOrganisation(said: Of<'organisation'>, saidAtMs: number, input: PlaceInput): HubIntent {
  const { key, name, domain, country } = said
  const { organisations } = input.places
  const sameDomain = domain === null ? undefined : organisations.get(`domain ${domain}`)
  const known =
    organisations.get(`reference ${key}`) ?? (sameDomain?.reference === null ? sameDomain : undefined)
  const organisationId = known?.id ?? recordId(input.workspaceId, 'organisation', key)
  return {
    name: 'organisation.report',
    args: { organisationId, reference: key, name, domain, country, saidAtMs },
    mutationId: idOfBoth(organisationId, String(saidAtMs)),
  }
}

function placeOrder(order: Of<'order'>, saidAtMs: number, input: PlaceInput): HubIntent | Problem {
  const { workspaceId, places } = input
  const orderId = recordId(workspaceId, 'order', order.key)
  const owner = ownerOf(orderId, order.customer, places)
  if ('problem' in owner) return owner
  const { number, state, totalMinor, currency, carrier, trackingCode, placedAt, deliveredAt } = order
  const lines = order.lines.map(({ product, ...line }, index) => ({
    ...line,
    id: recordId(workspaceId, 'line', `${index} ${order.key}`),
    productId: productOf(product, input),
  }))
  const content = {
    number,
    state,
    totalMinor,
    currency,
    carrier,
    trackingCode,
    placedAtMs: placedAt,
    deliveredAtMs: deliveredAt,
  }
  return {
    name: 'order.report',
    args: { orderId, customerId: owner.customerId, content, lines, saidAtMs },
    mutationId: idOfBoth(orderId, String(saidAtMs)),
  }
}

function placeInvoice(invoice: Of<'invoice'>, saidAtMs: number, input: PlaceInput): HubIntent | Problem {
  const { workspaceId, places } = input
  const invoiceId = recordId(workspaceId, 'invoice', invoice.key)
  const owner = ownerOf(invoiceId, invoice.customer, places)
  if ('problem' in owner) return owner
  const { number, state, totalMinor, currency, order, issuedAt, dueAt } = invoice
  const content = {
    number,
    state,
    totalMinor,
    currency,
    orderId: order === null ? null : recordId(workspaceId, 'order', order),
    issuedAtMs: issuedAt,
    dueAtMs: dueAt,
  }
  const charges = invoice.charges.map(({ key, chargedAt, ...charge }) => ({
    ...charge,
    // A charge belongs to one invoice: two senders' numbers do not meet.
    id: recordId(workspaceId, 'charge', `${key}\n${invoice.key}`),
    chargedAtMs: chargedAt,
  }))
  return {
    name: 'invoice.report',
    args: { invoiceId, customerId: owner.customerId, content, charges, saidAtMs },
    mutationId: idOfBoth(invoiceId, String(saidAtMs)),
  }
}

function placeContract(contract: Of<'contract'>, saidAtMs: number, input: PlaceInput): HubIntent | Problem {
  const subscriptionId = recordId(input.workspaceId, 'contract', contract.key)
  const owner = ownerOf(subscriptionId, contract.customer, input.places)
  if ('problem' in owner) return owner
  const { name, number, product, state, renewsOn, amountMinor, currency, term } = contract
  const amount = amountMinor === null || currency === null ? null : { minor: amountMinor, currency }
  const content = { name, number, state, renewsOn, amount, term, productId: productOf(product, input) }
  return {
    name: 'subscription.report',
    args: { subscriptionId, customerId: owner.customerId, content, saidAtMs },
    mutationId: idOfBoth(subscriptionId, String(saidAtMs)),
  }
}

const organisationOf = (name: string, { organisations }: Places): string | undefined =>
  (organisations.get(`reference ${name}`) ?? organisations.get(`domain ${domainOf(name)}`))?.id

function placeCustomer(said: Of<'customer'>, saidAtMs: number, input: PlaceInput): HubIntent | Problem {
  const { customer, reference, yearlyValueMinor, currency, customerSince, organisation } = said
  const person = personOf(customer, input.places)
  if ('problem' in person) return person
  const { customerId } = person
  const others = input.places.people.get(`reference ${reference ?? ''}`) ?? new Set()
  if (reference !== null && [...others].some(id => id !== customerId))
    return { problem: 'other-customer', field: 'reference' }
  const organisationId = organisation === null ? null : organisationOf(organisation, input.places)
  if (organisationId === undefined) return { problem: 'unknown-organisation', field: 'organisation' }
  const value =
    yearlyValueMinor === null || currency === null ? null : { yearlyMinor: yearlyValueMinor, currency }
  return {
    name: 'customer.record',
    args: { customerId, value, sinceMs: customerSince, reference, organisationId, saidAtMs },
    mutationId: idOfBoth(customerId, String(saidAtMs)),
  }
}

/**
 * Whose a post is. Its writer may be nobody the sender or the hub knows: then a person says who it is, and what a person
 * said stands. Null: nobody knows yet.
 */
function writerOf(
  postId: string,
  whose: Whose | null,
  places: Places,
): { readonly customerId: string | null } | Problem {
  const owner = whose === null ? null : ownerOf(postId, whose, places)
  if (owner !== null && !('problem' in owner && owner.problem !== 'other-customer')) return owner
  return { customerId: places.owners.get(postId)?.customerId ?? null }
}

function placePost(post: Of<'post'>, saidAtMs: number, input: PlaceInput): HubIntent | Problem {
  const postId = recordId(input.workspaceId, 'post', post.key)
  const owner = writerOf(postId, post.customer, input.places)
  if ('problem' in owner) return owner
  const { place, url, author, stars, text, postedAt } = post
  const content = { place, url, author, stars, body: text, postedAtMs: Math.min(postedAt, input.nowMs) }
  const { customerId } = owner
  if (customerId === null) {
    const { reference = null, email = null, id = null } = post.customer ?? {}
    return {
      name: 'publicPost.hold',
      args: { postId, content, named: email ?? reference ?? id, saidAtMs },
      // Of its own: once the customer is known, the same news is news.
      mutationId: idOfBoth(postId, `held ${saidAtMs}`),
    }
  }
  return {
    name: 'publicPost.report',
    args: { postId, customerId, content, saidAtMs },
    mutationId: idOfBoth(postId, String(saidAtMs)),
  }
}
