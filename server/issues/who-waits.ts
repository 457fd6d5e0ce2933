import type { Row } from '../../shared/domain/tables.ts'
import { idOfBoth } from '../../shared/rules/named-id.ts'
import { isWorkable } from '../../shared/rules/thread-life.ts'
import type { HubReader } from '../sync/store.ts'
import { rowsOf, rowsWhere } from './ticket-rows.ts'

/** The message an update makes in a ticket: one, however often it is tried. */
export const messageOfUpdate = (updateId: string, ticketId: string): string => idOfBoth(updateId, ticketId)
/** What says in a ticket that an update was not written there. */
export const eventOfUpdate = (updateId: string, ticketId: string): string =>
  idOfBoth(`${updateId} left`, ticketId)

const isOpen = (thread: Row<'threads'>): boolean =>
  thread.kind === 'support' && thread.state !== 'solved' && isWorkable(thread)

/** Ids of records by whoever they are: of several records of one person the first names them all. */
export async function personsOf(
  tx: HubReader,
  customerIds: readonly string[],
): Promise<(customerId: string) => string> {
  const families = await tx.families([...new Set(customerIds)])
  return customerId => families.get(customerId)?.[0] ?? customerId
}

/**
 * Tickets with the issue somebody still works on, of people the laptop did not hold: one of each person, the one that
 * was linked last. People with a ticket this update has gone to, or was kept from, are not named again.
 */
export async function whoWaits(tx: HubReader, update: Row<'issueUpdates'>): Promise<readonly string[]> {
  const links = await rowsWhere(tx, 'issueLinks', { issueId: update.issueId })
  const except = update.restPlan?.exceptCustomerIds ?? []
  const personOf = await personsOf(tx, [...links.map(({ customerId }) => customerId), ...except])
  const ticketIds = [...new Set(links.map(({ ticketId }) => ticketId))]
  const marks = await rowsOf(
    tx,
    'messages',
    ticketIds.map(id => messageOfUpdate(update.id, id)),
  )
  const kept = await rowsOf(
    tx,
    'events',
    ticketIds.map(id => eventOfUpdate(update.id, id)),
  )
  const settled = new Set(
    [...except, ...[...marks, ...kept].map(({ customerId }) => customerId)].map(personOf),
  )
  const found = new Map<string, string>()
  for (const { ticketId, customerId } of links.toSorted((a, b) => b.createdAtMs - a.createdAtMs)) {
    const person = personOf(customerId)
    if (settled.has(person) || found.has(person)) continue
    if ((await rowsWhere(tx, 'threads', { ticketId })).some(isOpen)) found.set(person, ticketId)
  }
  return [...found.values()]
}
