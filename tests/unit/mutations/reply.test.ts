import { expect, test } from 'vitest'
import { aMessage, anAgent, aNote, aThread, idOf, NOW_MS, onHub, onLaptop } from '../../support/builders.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { aDesk, aFile, aPairedDesk, ids, samples } from './scenes.ts'

const answer = samples['ticket.reply']
const outgoing = { direction: 'out', authorKind: 'agent' } as const

test('a reply on the laptop is queued, has no place in the ticket yet and ends the wait', () => {
  const desk = aDesk()
  desk.run('ticket.reply', answer, onLaptop())
  expect(desk.get('messages', ids.made)).toMatchObject({
    seq: null,
    direction: 'out',
    delivery: 'queued',
    authorId: ids.me,
    acceptedAtMs: null,
    writtenAtMs: NOW_MS,
  })
  expect(desk.get('tickets', ids.ticket)?.lastMessageSeq).toBe(1)
  expect(desk.get('threads', ids.service)?.waitingSinceMs).toBeNull()
})

test('the hub gives a reply the next place and remembers it as the newest', () => {
  const desk = aDesk()
  desk.run('ticket.reply', answer, onHub())
  expect(desk.get('messages', ids.made)).toMatchObject({ seq: 2, acceptedAtMs: NOW_MS + 1000 })
  expect(desk.get('tickets', ids.ticket)?.lastMessageSeq).toBe(2)
})

test('the Message-ID of a mail is the same on both sides and on every attempt; a phone call has none', () => {
  const [laptop, hub] = [aDesk(), aDesk()]
  laptop.run('ticket.reply', answer, onLaptop())
  hub.run('ticket.reply', answer, onHub({ nowMs: NOW_MS + 5 }))
  expect(laptop.get('messages', ids.made)?.messageId).toBe(`<${ids.made}@tandem.local>`)
  expect(hub.get('messages', ids.made)?.messageId).toBe(laptop.get('messages', ids.made)?.messageId)
  const phone = aDesk()
  phone.run('ticket.reply', { ...answer, channel: 'phone' }, onHub())
  expect(phone.get('messages', ids.made)).toMatchObject({ messageId: null, delivery: 'none' })
})

test('files of a reply are recorded with its message', () => {
  const desk = aDesk()
  desk.run('ticket.reply', answer, onHub())
  expect(desk.all('attachments')).toEqual([
    {
      ...aFile,
      ticketId: ids.ticket,
      customerId: ids.customer,
      messageId: ids.made,
      noteId: null,
      proposalId: null,
    },
  ])
})

test('a reply is held when the customer wrote since, and passes once that message was seen', () => {
  const desk = aDesk()
  const newer = aMessage({ seq: 2 })
  desk.put('messages', newer)
  expect(desk.decide('ticket.reply', answer, onHub())).toEqual({
    kind: 'conflict',
    conflict: {
      reason: 'newer-messages',
      fields: [{ table: 'messages', id: newer.id, field: 'seq', seen: 1, mine: null, theirs: 2 }],
    },
  })
  expect(desk.decide('ticket.reply', { ...answer, seenUpToSeq: 2 }, onHub()).kind).toBe('changes')
  expect(desk.decide('ticket.reply', { ...answer, confirmed: true }, onHub()).kind).toBe('changes')
})

test('a colleague’s newer reply holds it, one’s own and an automatic answer do not', () => {
  const by = (authorKind: 'agent' | 'automation', authorId: string | null) => {
    const desk = aDesk()
    desk.put('messages', aMessage({ ...outgoing, seq: 2, authorKind, authorId }))
    return desk.decide('ticket.reply', answer, onHub()).kind
  }
  expect(by('agent', ids.colleague)).toBe('conflict')
  expect(by('agent', ids.me)).toBe('changes')
  expect(by('automation', null)).toBe('changes')
})

test('sending anyway covers what was shown: a still newer message holds the reply again', () => {
  const desk = aDesk()
  desk.put('messages', aMessage({ seq: 2 }))
  const reply = mutationByName('ticket.reply')
  const insisted = reply.insist(desk.load(reply, answer).rows as never, answer) as typeof answer
  expect(desk.decide('ticket.reply', insisted, onHub()).kind).toBe('changes')
  desk.put('messages', aMessage({ seq: 3 }))
  expect(desk.decide('ticket.reply', insisted, onHub()).kind).toBe('conflict')
})

test('a thread that was closed meanwhile takes no reply: it must be reopened first', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'closed', solvedAtMs: NOW_MS }))
  expect(desk.decide('ticket.reply', answer, onHub())).toEqual({ kind: 'rejected', code: 'not-allowed' })
})

test('a reply to a thread of another ticket is refused', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ id: idOf(40), ticketId: ids.otherTicket }))
  expect(desk.decide('ticket.reply', { ...answer, threadId: idOf(40) }, onHub()).kind).toBe('rejected')
})

test('on a ticket with both kinds the activity is on both threads and it is recorded which one was answered', () => {
  const desk = aPairedDesk()
  const late = onHub({ nowMs: NOW_MS + 90_000 })
  desk.run('ticket.reply', { ...answer, threadId: ids.support }, late)
  for (const id of [ids.service, ids.support]) {
    expect(desk.get('threads', id)).toMatchObject({ lastActivityAtMs: NOW_MS + 90_000, waitingSinceMs: null })
  }
  expect(desk.all('events')).toMatchObject([
    { type: 'thread.answered', threadId: ids.support, kind: 'support' },
  ])
})

test('a reply written long ago does not move the newest activity back', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ lastActivityAtMs: NOW_MS + 50_000 }))
  desk.run('ticket.reply', answer, onHub())
  expect(desk.get('threads', ids.service)?.lastActivityAtMs).toBe(NOW_MS + 50_000)
})

test('a reply stays with its ticket when the ticket moved to another customer', () => {
  const desk = aDesk()
  const ticket = desk.get('tickets', ids.ticket)
  if (ticket) desk.put('tickets', { ...ticket, customerId: idOf(50) })
  desk.run('ticket.reply', answer, onHub({ actor: anAgent({ id: ids.me }) }))
  expect(desk.get('messages', ids.made)?.customerId).toBe(idOf(50))
})

test('text no database can hold is cleaned when the arguments are read', () => {
  const parsed = mutationByName('ticket.reply').args.parse({ ...answer, bodyText: 'a\0b\uD800' })
  expect(parsed).toMatchObject({ bodyText: 'ab\uFFFD' })
})

test('a colleague’s note that was not on the screen holds a reply, until it was read', () => {
  const warning = (row: object): ReturnType<typeof aNote> =>
    aNote({ id: idOf(60), authorKind: 'agent', authorId: ids.colleague, createdAtMs: NOW_MS + 5, ...row })
  const seenNotes = { sinceMs: NOW_MS, ids: [ids.note] }
  const decided = (row: object, args: object = {}): ReturnType<ReturnType<typeof aDesk>['decide']> => {
    const desk = aDesk()
    desk.put('notes', warning(row))
    return desk.decide('ticket.reply', { ...answer, seenNotes, ...args }, onHub())
  }
  expect(decided({})).toEqual({
    kind: 'conflict',
    conflict: {
      reason: 'newer-messages',
      fields: [
        { table: 'notes', id: idOf(60), field: 'createdAtMs', seen: NOW_MS, mine: null, theirs: NOW_MS + 5 },
      ],
    },
  })
  expect(decided({}, { seenNotes: { ...seenNotes, ids: [idOf(60)] } }).kind).toBe('changes')
  expect(decided({}, { confirmed: true }).kind).toBe('changes')
  // One's own, an automatic one, one from before, and whoever says nothing of notes.
  expect(decided({ authorId: ids.me }).kind).toBe('changes')
  expect(decided({ authorKind: 'automation', authorId: null }).kind).toBe('changes')
  expect(decided({ createdAtMs: NOW_MS - 1 }).kind).toBe('changes')
  expect(decided({}, { seenNotes: undefined }).kind).toBe('changes')
  // Sending anyway names what is shown by then; the next note holds it again.
  const desk = aDesk()
  desk.put('notes', warning({}))
  const reply = mutationByName('ticket.reply')
  const args = reply.args.parse({ ...answer, seenNotes })
  const insisted = reply.insist(desk.load(reply, args).rows as never, args)
  expect(desk.decide('ticket.reply', insisted as never, onHub()).kind).toBe('changes')
  desk.put('notes', warning({}), warning({ id: idOf(61), createdAtMs: NOW_MS + 9 }))
  expect(desk.decide('ticket.reply', insisted as never, onHub()).kind).toBe('conflict')
})
