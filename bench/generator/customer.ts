import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import type { Making, TableRow } from './making.ts'

export type MadeCustomer = {
  readonly customerId: string
  readonly email: string
  readonly rows: readonly TableRow[]
}

const YEAR_MS = 365 * 86_400_000
const LANGUAGES = ['en', 'es', 'de', 'ja', 'pt-BR', 'ar']

/** A customer with contact points and what was bought. */
export function makeCustomer(making: Making, n: number): MadeCustomer {
  const { dice, id } = making
  const atMs = making.moment() - YEAR_MS
  const customerId = id(atMs)
  const email = `customer${n + 1}@people.example`
  const rows: TableRow[] = []
  const add = (table: TableName, row: AnyRow): void => void rows.push({ table, row })
  add('customers', {
    id: customerId,
    name: `Customer ${n + 1}`,
    organisationId: null,
    jobTitle: null,
    tier: dice.chance(0.2) ? 'gold' : null,
    language: dice.pick(LANGUAGES),
    timeZone: 'Europe/Madrid',
    preferredChannel: 'email',
    journeyStage: 'using',
    labels: [],
    facts: dice.chance(0.3) ? making.writer.prose(80) : '',
    fields: {},
    yearlyValueMinor: null,
    currency: null,
    health: dice.whole(0, 100),
    customerSinceMs: atMs,
    mergedIntoId: null,
    factsMarks: null,
    givenAway: null,
    reportedAtMs: null,
    createdAtMs: atMs,
  })
  const contact = { customerId, label: null, isPrimary: true }
  add('contactPoints', { id: id(atMs), ...contact, kind: 'email', value: email })
  if (dice.chance(0.5))
    add('contactPoints', { id: id(atMs), ...contact, kind: 'phone', value: `+34 600 ${n}`, isPrimary: false })
  if (dice.chance(0.5)) addOrder(making, { customerId, atMs, n, add })
  return { customerId, email, rows }
}

type Buying = {
  readonly customerId: string
  readonly atMs: number
  readonly n: number
  readonly add: (table: TableName, row: AnyRow) => void
}

function addOrder({ dice, id }: Making, { customerId, atMs, n, add }: Buying): void {
  const placedAtMs = atMs + dice.whole(1, 300) * 86_400_000
  const orderId = id(placedAtMs)
  const lines = dice.whole(1, 3)
  add('orders', {
    id: orderId,
    customerId,
    number: `A-${n + 1}`,
    state: 'delivered',
    totalMinor: lines * 4_900,
    currency: 'EUR',
    carrier: null,
    trackingCode: null,
    placedAtMs,
    deliveredAtMs: placedAtMs + 3 * 86_400_000,
    reportedAtMs: null,
  })
  for (let line = 0; line < lines; line += 1) {
    const row = {
      id: id(placedAtMs),
      customerId,
      orderId,
      productId: null,
      title: 'Scanner S2',
      quantity: 1,
      unitMinor: 4_900,
    }
    add('orderLines', row)
  }
}
