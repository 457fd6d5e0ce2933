import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { aTicket, idOf, onHub } from '../../support/builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

test('tags are a union: what others added stays, twice is once', () => {
  const desk = aDesk()
  desk.put('tickets', aTicket({ tags: ['vip', 'refund'] }))
  desk.run('ticket.tag', { ticketId: ids.ticket, tags: ['refund', 'bank', 'bank'] }, onHub())
  expect(desk.get('tickets', ids.ticket)?.tags).toEqual(['vip', 'refund', 'bank'])
  expect(desk.all('events')).toMatchObject([{ type: 'ticket.tagged', facts: { tags: 'bank' } }])
})

test('undoing a tag takes away only what it had added', () => {
  const desk = aDesk()
  desk.put('tickets', aTicket({ tags: ['refund'] }))
  const tag = mutationByName('ticket.tag')
  const args = { ticketId: ids.ticket, tags: ['refund', 'bank'] }
  const inverse = tag.invert(desk.load(tag, args).rows as never, args)
  expect(inverse).toEqual({ name: 'ticket.untag', args: { ticketId: ids.ticket, tags: ['bank'] } })
})

test('undoing an untag puts back what it had taken', () => {
  const desk = aDesk()
  desk.put('tickets', aTicket({ tags: ['refund'] }))
  const untag = mutationByName('ticket.untag')
  const args = { ticketId: ids.ticket, tags: ['refund', 'bank'] }
  const inverse = untag.invert(desk.load(untag, args).rows as never, args)
  expect(inverse).toEqual({ name: 'ticket.tag', args: { ticketId: ids.ticket, tags: ['refund'] } })
  desk.run('ticket.untag', args, onHub())
  expect(desk.get('tickets', ids.ticket)?.tags).toEqual([])
})

test('linking twice, from either side, gives one link', () => {
  const desk = aDesk()
  const link = samples['ticket.link']
  desk.run('ticket.link', link, onHub())
  expect(desk.run('ticket.link', { ...link, linkId: ids.madeToo }, onHub())).toEqual([])
  const back = {
    linkId: ids.madeToo,
    ticketId: ids.otherTicket,
    otherTicketId: ids.ticket,
    kind: 'related' as const,
  }
  expect(desk.run('ticket.link', back, onHub())).toEqual([])
  expect(desk.run('ticket.link', { ...back, kind: 'parent' }, onHub({ mutationId: idOf(80) }))).toHaveLength(
    2,
  )
})

test('a ticket is not linked to itself', () => {
  const { args } = mutationByName('ticket.link')
  expect(args.safeParse({ ...samples['ticket.link'], otherTicketId: ids.ticket }).success).toBe(false)
})

test('unlinking undoes a link, and what is gone already is no trouble', () => {
  const desk = aDesk()
  const link = mutationByName('ticket.link')
  const before = desk.all('ticketLinks')
  const inverse = link.invert(desk.load(link, samples['ticket.link']).rows as never, samples['ticket.link'])
  desk.run('ticket.link', samples['ticket.link'], onHub())
  desk.run('ticket.unlink', inverse?.args as never, onHub({ mutationId: ids.madeToo }))
  expect(desk.all('ticketLinks')).toEqual(before)
  expect(desk.run('ticket.unlink', inverse?.args as never, onHub({ mutationId: idOf(81) }))).toEqual([])
})

test('undoing an unlink brings the same link back', () => {
  const desk = aDesk()
  const unlink = mutationByName('ticket.unlink')
  const kept = desk.get('ticketLinks', ids.link)
  const inverse = unlink.invert(
    desk.load(unlink, samples['ticket.unlink']).rows as never,
    samples['ticket.unlink'],
  )
  expect(inverse).toEqual({
    name: 'ticket.link',
    args: { linkId: ids.link, ticketId: ids.ticket, otherTicketId: kept?.otherTicketId, kind: 'related' },
  })
})
