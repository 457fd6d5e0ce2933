import type { Fields } from '../../shared/domain/values.ts'
import { readStarterForms } from '../starter/read-set.ts'
import type { World } from './world.ts'
import { DAY_MS } from './world.ts'

/** What a tag says about the topic of service and the component of support. */
const BY_TAG: Readonly<Record<string, Fields>> = {
  billing: { topic: 'billing' },
  refund: { topic: 'return' },
  'return-limit': { topic: 'return' },
  order: { topic: 'order' },
  delivery: { topic: 'order' },
  loyalty: { topic: 'account' },
  renewal: { topic: 'account' },
  cancellation: { topic: 'account' },
  plans: { topic: 'purchase-help' },
  onboarding: { topic: 'enquiry' },
  praise: { topic: 'other' },
  complaint: { topic: 'complaint' },
  scanner: { component: 'device', severity: 'stops' },
  printer: { component: 'device', severity: 'stops' },
  terminal: { component: 'device', severity: 'slows' },
  till: { component: 'app', severity: 'slows' },
  update: { component: 'app', severity: 'slows', reproducible: true },
  labels: { component: 'device', severity: 'nuisance' },
  network: { component: 'network', severity: 'stops' },
  'sign-in': { component: 'sign-in', severity: 'stops', affected: 1 },
  export: { component: 'data', severity: 'stops', reproducible: true },
}

/** What agents have chosen in the fields of tickets: as far as the tags of a ticket say it, and of the kinds it has. */
function addValues(world: World): void {
  const forms = readStarterForms()
  const kinds = Map.groupBy(world.rows('threads'), ({ ticketId }) => ticketId)
  for (const [index, ticket] of world.rows('tickets').entries()) {
    const said: Fields = Object.assign({}, ...ticket.tags.toReversed().map(tag => BY_TAG[tag] ?? {}))
    const known = kinds.get(ticket.id)?.map(({ kind }) => kind) ?? []
    const asked = new Set(
      forms.filter(form => known.includes(form.kind)).flatMap(form => form.items.map(({ key }) => key)),
    )
    const values = Object.entries(said).filter(([key]) => asked.has(key))
    if (values.length === 0) continue
    world.replace('tickets', index, {
      ...ticket,
      fields: { ...Object.fromEntries(values), ...ticket.fields },
    })
  }
}

/** The fields every workspace begins with, and values in most tickets. */
export function addFields(world: World): void {
  const atMs = world.nowMs - 60 * DAY_MS
  for (const { kind, items } of readStarterForms())
    world.add('ticketForms', { kind, items, id: world.id(atMs), version: 1, updatedAtMs: atMs })
  addValues(world)
}
