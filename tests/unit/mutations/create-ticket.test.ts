import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { byAutomation, idOf, NOW_MS, onHub, onLaptop } from '../../support/builders.ts'
import { createWorld } from '../../support/row-world.ts'
import { aDesk, aFile, ids, samples } from './scenes.ts'

const call = samples['ticket.create']
const [thread] = call.threads
const message = {
  id: idOf(33),
  direction: 'out' as const,
  from: null,
  to: [{ name: 'Ana Ruiz', address: 'ana@norte.example' }],
  cc: [],
  bodyText: 'Your order has left.',
  bodyHtml: null,
  attachments: [aFile],
}

test('a call logged offline has no number; the hub gives it one', () => {
  const [laptop, hub] = [aDesk(), aDesk()]
  laptop.run('ticket.create', call, onLaptop())
  hub.run('ticket.create', call, onHub({ ticketNumber: 7001 }))
  expect(laptop.get('tickets', ids.made)).toMatchObject({
    number: null,
    lastMessageSeq: 0,
    createdBy: ids.me,
  })
  expect(hub.get('tickets', ids.made)).toMatchObject({ number: 7001, subject: 'Wants a second scanner' })
  expect(mutationByName('ticket.create').numbers).toBe('ticket')
})

test('a logged call keeps its note, makes nobody wait and is recorded with its kind', () => {
  const desk = aDesk()
  const said = { ...message, direction: 'in' as const }
  desk.run('ticket.create', { ...call, message: said }, onHub())
  expect(desk.get('notes', idOf(31))).toMatchObject({
    ticketId: ids.made,
    body: 'Called at nine.',
    authorId: ids.me,
  })
  expect(desk.get('messages', said.id)).toMatchObject({
    direction: 'in',
    authorKind: 'customer',
    authorId: ids.me,
    delivery: 'none',
  })
  expect(desk.get('threads', ids.madeToo)).toMatchObject({
    assigneeId: ids.me,
    teamId: ids.team,
    waitingSinceMs: null,
  })
  expect(desk.all('events')).toMatchObject([
    { type: 'ticket.created', facts: { channel: 'phone', kind: 'service' } },
  ])
})

test('an outgoing mail is queued as the first message of its ticket', () => {
  const desk = aDesk()
  desk.run('ticket.create', { ...call, channel: 'email', message }, onHub())
  expect(desk.get('messages', message.id)).toMatchObject({
    seq: 1,
    direction: 'out',
    delivery: 'queued',
    authorKind: 'agent',
    messageId: `<${message.id}@tandem.local>`,
  })
  expect(desk.get('tickets', ids.made)?.lastMessageSeq).toBe(1)
  expect(desk.all('attachments')).toMatchObject([{ messageId: message.id, ticketId: ids.made }])
})

test('a first mail of the customer makes the ticket wait, on both threads', () => {
  const desk = aDesk()
  const threads = [thread, { ...thread, id: idOf(34), kind: 'support', assigneeId: null }].filter(
    each => each !== undefined,
  )
  const args = { ...call, channel: 'email', threads, message: { ...message, direction: 'in' } } as typeof call
  desk.run(
    'ticket.create',
    { ...args, threads: args.threads.map(each => ({ ...each, assigneeId: null })) },
    byAutomation(),
  )
  const made = desk.all('threads').filter(each => each.ticketId === ids.made)
  expect(made.map(each => [each.kind, each.isPaired, each.waitingSinceMs])).toEqual([
    ['service', true, NOW_MS],
    ['support', true, NOW_MS],
  ])
})

test('a call answered at once may be written down as solved', () => {
  const desk = aDesk()
  const solved = call.threads.map(each => ({ ...each, state: 'solved' as const }))
  desk.run('ticket.create', { ...call, threads: solved }, onHub())
  expect(desk.get('threads', ids.madeToo)).toMatchObject({ state: 'solved', solvedAtMs: NOW_MS })
})

test('a new customer and the first ticket go as one group', () => {
  const desk = createWorld()
  desk.put('teams', ...aDesk().all('teams'))
  const wish = { ...call, customerId: samples['customer.create'].customerId, ticketId: idOf(35) }
  expect(desk.decide('ticket.create', wish, onHub()).kind).toBe('gone')
  desk.run('customer.create', samples['customer.create'], onHub())
  desk.run('ticket.create', wish, onHub({ mutationId: ids.madeToo }))
  expect(desk.get('tickets', idOf(35))?.customerId).toBe(ids.made)
})

test('two threads of one kind, and work for a colleague or an unknown team, are refused', () => {
  const { args } = mutationByName('ticket.create')
  expect(args.safeParse({ ...call, threads: [thread, { ...thread, id: idOf(34) }] }).success).toBe(false)
  expect(args.safeParse({ ...call, threads: [] }).success).toBe(false)
  const desk = aDesk()
  const withThread = (fields: Partial<NonNullable<typeof thread>>): typeof call => ({
    ...call,
    threads: call.threads.map(each => ({ ...each, ...fields })),
  })
  expect(desk.decide('ticket.create', withThread({ assigneeId: ids.colleague }), onHub()).kind).toBe(
    'rejected',
  )
  expect(desk.decide('ticket.create', withThread({ teamId: idOf(36) }), onHub()).kind).toBe('rejected')
})
