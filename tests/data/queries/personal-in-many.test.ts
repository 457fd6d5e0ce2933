import { afterEach, beforeEach, expect, test } from 'vitest'
import { personalInMany } from '../../../main/data/queries/personal-in-many.ts'
import type { TicketAction } from '../../../shared/rules/ticket-actions.ts'
import { aContactPoint, aCustomer, anAgent, aThread, aTicket, idOf } from '../../support/builders.ts'
import { aPreference } from '../../support/portrait-builders.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('agents', anAgent({ id: ME }))
})
afterEach(() => world.laptop.close())

/** A customer with an address and an open ticket; the ticket's id. */
function write(nth: number, subject: string): string {
  const [customerId, ticketId] = [idOf(0x100 + nth), idOf(0x200 + nth)]
  world.put('customers', aCustomer({ id: customerId, name: `Customer ${nth}` }))
  world.put(
    'contactPoints',
    aContactPoint({ id: idOf(0x300 + nth), customerId, value: `c${nth}@example.org`, isPrimary: true }),
  )
  world.put('tickets', aTicket({ id: ticketId, customerId, number: nth, subject }))
  world.put('threads', aThread({ id: idOf(0x400 + nth), ticketId, customerId }))
  return ticketId
}
const look = (ticketIds: readonly string[], body: string) => {
  const actions: TicketAction[] = [{ type: 'reply', body, variants: [] }]
  return personalInMany(world.context, { ticketIds: [...ticketIds], actions, kind: null }).map(
    ({ ticketId, findings }) => [ticketId, findings.map(({ kind, words }) => `${kind}: ${words}`)],
  )
}

test('what places bring in is found ticket by ticket, the house’s own words never', () => {
  const house = 'Pay to DE89 3704 0044 0532 0130 00. About: {{ticket.subject}}'
  world.put('macros', { ...sampleRow('macros'), body: house, retiredAtMs: null })
  const [plain, card, other] = [
    write(1, 'Parcel'),
    write(2, 'Card 4111 1111 1111 1111'),
    write(3, 'Ask c1@example.org'),
  ]
  expect(look([plain, card, other], house)).toEqual([
    [card, ['card: 4111 1111 1111 1111']],
    [other, ['someone: c1@example.org']],
  ])
})

test('what somebody told in confidence is found in theirs alone; where nothing would leave nothing is', () => {
  const [told, same] = [write(1, 'One'), write(2, 'Two')]
  world.put(
    'preferences',
    aPreference({ id: idOf(5), customerId: idOf(0x101), value: 'Is deaf', sensitivity: 'sensitive' }),
  )
  expect(look([told, same], 'We know that you are deaf.').map(([id]) => id)).toEqual([told])
  world.put('threads', aThread({ id: idOf(0x401), ticketId: told, customerId: idOf(0x101), state: 'closed' }))
  expect(look([told], 'We know that you are deaf.')).toEqual([])
})
