import { beforeEach, describe, expect, test } from 'vitest'
import type { MutationContext } from '../../../shared/mutations/define.ts'
import { actorOf, aLease, anAgent, byAutomation, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import type { World } from '../../support/row-world.ts'
import { aDesk, ids, samples } from './scenes.ts'

const HOUR_MS = 3_600_000
const take = samples['lease.take']
const supervisor = (facts: Partial<MutationContext> = {}) =>
  onHub({ actor: actorOf(anAgent({ id: ids.me, role: 'supervisor' })), ...facts })
const colleagues = (row: Partial<ReturnType<typeof aLease>> = {}) =>
  aLease({ id: ids.otherLease, agentId: ids.colleague, ...row })

let desk: World
beforeEach(() => {
  desk = aDesk()
})

describe('a lease', () => {
  test('holds from the moment the agent acted, by the clock of the hub', () => {
    desk.run('lease.take', take, onHub({ nowMs: NOW_MS - HOUR_MS, acceptedAtMs: NOW_MS }))
    expect(desk.all('leases')).toMatchObject([
      { agentId: ids.me, takenAtMs: NOW_MS - HOUR_MS, untilMs: NOW_MS + 3 * HOUR_MS, endedAtMs: null },
    ])
    expect(desk.all('events')).toMatchObject([
      {
        type: 'ticket.leased',
        ticketId: ids.ticket,
        actorId: ids.me,
        facts: { untilMs: NOW_MS + 3 * HOUR_MS },
      },
    ])
  })

  test('that is over when it arrives changes nothing', () => {
    const late = onHub({ nowMs: NOW_MS - 5 * HOUR_MS, acceptedAtMs: NOW_MS })
    expect(desk.run('lease.take', take, late)).toEqual([])
  })

  test('is the first one accepted: the second agent is told who was first', () => {
    desk.put('leases', colleagues())
    expect(desk.decide('lease.take', take, onHub())).toMatchObject({
      kind: 'conflict',
      conflict: {
        reason: 'taken',
        fields: [{ id: ids.otherLease, field: 'agentId', theirs: ids.colleague }],
      },
    })
  })

  test('whose time is over, or that was given back, stands in nobody’s way', () => {
    desk.put('leases', colleagues({ untilMs: NOW_MS }), colleagues({ id: idOf(90), endedAtMs: NOW_MS - 1 }))
    desk.run('lease.take', take, onHub())
    expect(desk.get('leases', ids.made)).toMatchObject({ agentId: ids.me })
  })

  test('of a colleague is taken over by who supervises, and by nobody else', () => {
    desk.put('leases', colleagues())
    const over = { ...take, seen: ids.otherLease }
    expect(desk.decide('lease.take', over, onHub())).toEqual({ kind: 'rejected', code: 'not-allowed' })
    desk.run('lease.take', over, supervisor())
    expect(desk.get('leases', ids.otherLease)).toMatchObject({ endedAtMs: NOW_MS, endedBy: ids.me })
    expect(desk.get('leases', ids.made)).toMatchObject({ agentId: ids.me, endedAtMs: null })
    expect(desk.all('events').map(({ type, facts }) => [type, facts['holderId']])).toEqual([
      ['ticket.lease-broken', ids.colleague],
      ['ticket.leased', undefined],
    ])
  })

  test('of one’s own is made longer instead of being taken twice', () => {
    desk.put('leases', aLease({ id: ids.myLease, agentId: ids.me, untilMs: NOW_MS + HOUR_MS }))
    desk.run('lease.take', take, onHub())
    expect(desk.all('leases')).toMatchObject([{ id: ids.myLease, untilMs: NOW_MS + 4 * HOUR_MS }])
  })

  test('cannot be taken in the name of a colleague', () => {
    const wrong = { ...take, agentId: ids.colleague }
    expect(desk.decide('lease.take', wrong, onHub()).kind).toBe('rejected')
  })

  test('is given back by its holder only', () => {
    desk.put('leases', colleagues())
    const back = { leaseId: ids.otherLease, ticketId: ids.ticket }
    expect(desk.decide('lease.release', back, onHub()).kind).toBe('rejected')
    desk.put('leases', colleagues({ agentId: ids.me }))
    desk.run('lease.release', back, onHub())
    expect(desk.get('leases', ids.otherLease)).toMatchObject({ endedAtMs: NOW_MS, endedBy: ids.me })
    expect(desk.run('lease.release', back, onHub({ mutationId: idOf(91) }))).toEqual([])
  })
})

describe('breaking a lease', () => {
  const breaking = { leaseId: ids.otherLease, ticketId: ids.ticket, seen: NOW_MS + 4 * HOUR_MS }

  test('is for who supervises, and names the holder for whoever tells them', () => {
    desk.put('leases', colleagues())
    expect(desk.decide('lease.break', breaking, onHub()).kind).toBe('rejected')
    desk.run('lease.break', breaking, supervisor())
    expect(desk.get('leases', ids.otherLease)).toMatchObject({ endedAtMs: NOW_MS, endedBy: ids.me })
    expect(desk.all('events')).toMatchObject([
      { type: 'ticket.lease-broken', facts: { holderId: ids.colleague } },
    ])
  })

  test('asks when the holder made it longer since', () => {
    desk.put('leases', colleagues({ untilMs: NOW_MS + 8 * HOUR_MS }))
    expect(desk.decide('lease.break', breaking, supervisor())).toMatchObject({
      kind: 'conflict',
      conflict: { reason: 'changed-since', fields: [{ field: 'untilMs', theirs: NOW_MS + 8 * HOUR_MS }] },
    })
  })

  test('of one that was given back meanwhile changes nothing', () => {
    desk.put('leases', colleagues({ endedAtMs: NOW_MS - 1, untilMs: NOW_MS + 8 * HOUR_MS }))
    expect(desk.run('lease.break', breaking, supervisor())).toEqual([])
  })
})

describe('a reply on a ticket somebody works on offline', () => {
  const answer = samples['ticket.reply']
  beforeEach(() => desk.put('leases', colleagues()))

  test('is held when its author could not know', () => {
    expect(desk.decide('ticket.reply', answer, onHub())).toMatchObject({
      kind: 'conflict',
      conflict: {
        reason: 'leased',
        fields: [{ table: 'leases', id: ids.otherLease, theirs: ids.colleague }],
      },
    })
  })

  test('goes out when the lease stood above the composer, is over, or is the author’s own', () => {
    const warned = { ...answer, seenLeaseIds: [ids.otherLease] }
    expect(desk.decide('ticket.reply', warned, onHub()).kind).toBe('changes')
    desk.put('leases', colleagues({ untilMs: NOW_MS }))
    expect(desk.decide('ticket.reply', answer, onHub()).kind).toBe('changes')
    desk.put('leases', colleagues({ agentId: ids.me }))
    expect(desk.decide('ticket.reply', answer, onHub()).kind).toBe('changes')
  })

  test('of a machine is never held by it', () => {
    expect(desk.decide('ticket.reply', answer, byAutomation()).kind).toBe('changes')
  })

  test('with newer messages is held for those first: they say more', () => {
    expect(desk.decide('ticket.reply', { ...answer, seenUpToSeq: 0 }, onHub())).toMatchObject({
      kind: 'conflict',
      conflict: { reason: 'newer-messages' },
    })
  })
})
