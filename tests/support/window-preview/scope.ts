import type { KeepLine, LaptopScope } from '../../../shared/contract/scope.ts'
import type { FoundOnHub } from '../../../shared/protocol/find.ts'
import { aScopePolicy, idOf } from '../builders.ts'
import type { Tables } from './tables.ts'
import { me } from './world/people.ts'

const DAY_MS = 86_400_000

/** A policy with every limit, and an agent who wants less. */
export const aScope = (tables: Tables): LaptopScope => ({
  workspace:
    tables.all('scopePolicies').find(({ agentId }) => agentId === null) ??
    aScopePolicy({ queues: 'own', days: 90, megabytes: 2_000, mayFetch: 'any', version: 3 }),
  own:
    tables.all('scopePolicies').find(({ agentId }) => agentId === me.id) ??
    aScopePolicy({ id: me.id, agentId: me.id, days: 30 }),
})

/** One of a customer who is here, and what was asked for since. */
export function someKeeps(tables: Tables): readonly KeepLine[] {
  const asked = tables
    .all('keeps')
    .map(keep => ({ ...keep, customerName: null, isHere: false, isWaiting: true }))
  const [customer] = tables.all('customers')
  if (!customer) return asked
  const times = { fetchedAtMs: Date.now() - DAY_MS, untilMs: Date.now() + 6 * DAY_MS }
  const here = { agentId: me.id, customerId: customer.id, customerName: customer.name, ticketId: null }
  return [{ id: idOf(900), ...times, ...here, isHere: true, isWaiting: false }, ...asked]
}

export const onHub: readonly FoundOnHub[] = [
  {
    customerId: idOf(910),
    customerName: 'Zoë Harbour',
    ticketId: idOf(911),
    number: 20_417,
    subject: 'Scanner shows nothing after the update, and the second one from the same order neither',
    lastActivityAtMs: Date.now() - 214 * DAY_MS,
  },
  {
    customerId: idOf(912),
    customerName: 'مكتبة النور للكتب المستعملة',
    ticketId: null,
    number: null,
    subject: '',
    lastActivityAtMs: Date.now() - 400 * DAY_MS,
  },
]
