import { describe, expect, test } from 'vitest'
import { undoWindowId } from '../../../shared/domain/undo-windows.ts'
import { CHANNELS } from '../../../shared/domain/values.ts'
import { actorOf, anAgent, byAutomation, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import { aWiderDesk, contextFor, ids, samples } from './scenes.ts'

describe('what a channel says of a message', () => {
  const track = (delivery: 'accepted' | 'delivered' | 'bounced' | 'unknown', atMs = NOW_MS) => ({
    messageId: ids.sent,
    delivery,
    atMs,
    code: null,
  })
  const context = (index: number) => byAutomation({ mutationId: idOf(500 + index) } as never)

  test('it arrived at a time, and older news does not take that back', () => {
    const world = aWiderDesk()
    world.run('message.track', track('accepted'), context(1))
    expect(world.get('messages', ids.sent)).toMatchObject({ delivery: 'accepted', deliveredAtMs: null })
    world.run('message.track', track('delivered', NOW_MS + 9), context(2))
    world.run('message.track', track('unknown', NOW_MS + 20), context(3))
    expect(world.get('messages', ids.sent)).toMatchObject({
      delivery: 'delivered',
      deliveredAtMs: NOW_MS + 9,
    })
  })

  test('a message that came back is an event on its ticket, with the code and nobody’s words', () => {
    const world = aWiderDesk()
    world.run('message.track', samples['message.track'], contextFor('message.track'))
    expect(world.get('messages', ids.sent)?.delivery).toBe('bounced')
    expect(world.all('events').filter(({ type }) => type === 'message.bounced')).toMatchObject([
      { ticketId: ids.ticket, facts: { messageId: ids.sent, code: '5.1.1' } },
    ])
  })

  test('agents do not say it, and nobody says it of what a customer wrote', () => {
    const world = aWiderDesk()
    const refused = { kind: 'rejected', code: 'not-allowed' }
    expect(world.decide('message.track', track('delivered'), onHub())).toEqual(refused)
    const incoming = { ...track('delivered'), messageId: ids.message }
    expect(world.decide('message.track', incoming, byAutomation())).toEqual(refused)
  })
})

describe('the undo window of a channel', () => {
  const by = (role: 'agent' | 'supervisor') => onHub({ actor: actorOf(anAgent({ id: ids.me, role })) })
  const set = samples['undoWindow.set']

  test('is one row, whoever sets it first, with an id of its own for each channel', () => {
    expect(new Set(CHANNELS.map(undoWindowId)).size).toBe(CHANNELS.length)
    const world = aWiderDesk()
    world.run('undoWindow.set', set, by('supervisor'))
    expect(world.all('undoWindows')).toMatchObject([
      { id: undoWindowId('email'), channel: 'email', seconds: 20, least: 5, most: 30 },
    ])
  })

  test('two who set it at once: the second is asked, field by field, and can insist', () => {
    const world = aWiderDesk()
    world.run('undoWindow.set', set, by('supervisor'))
    const second = { ...set, limits: { seconds: 30, least: 0, most: 60 } }
    expect(world.decide('undoWindow.set', second, by('supervisor'))).toMatchObject({
      kind: 'conflict',
      conflict: {
        reason: 'changed-since',
        fields: [{ field: 'seconds', seen: 10, mine: 30, theirs: 20 }],
      },
    })
    const theirs = { ...set, limits: { ...set.seen, most: 40 } }
    expect(world.decide('undoWindow.set', theirs, by('supervisor'))).toMatchObject({
      kind: 'conflict',
      conflict: { fields: [{ field: 'most', mine: 40, theirs: 30 }] },
    })
  })

  test('who changed one part leaves the parts of others alone', () => {
    const world = aWiderDesk()
    world.run('undoWindow.set', { ...set, limits: { seconds: 10, least: 5, most: 60 } }, by('supervisor'))
    world.run('undoWindow.set', { ...set, limits: { seconds: 20, least: 0, most: 60 } }, by('supervisor'))
    expect(world.all('undoWindows')).toMatchObject([{ seconds: 20, least: 5, most: 60 }])
  })

  test('agents choose within it and do not set it', () => {
    expect(aWiderDesk().decide('undoWindow.set', set, by('agent'))).toEqual({
      kind: 'rejected',
      code: 'not-allowed',
    })
  })
})

describe('the record of a decision', () => {
  test('is a line per field on the ticket, with the agent who decided', () => {
    const world = aWiderDesk()
    world.run('conflict.record', samples['conflict.record'], onHub())
    expect(world.all('events').filter(({ type }) => type === 'conflict.decided')).toMatchObject([
      {
        ticketId: ids.ticket,
        threadId: ids.service,
        actorId: onHub().actor.id,
        facts: { field: 'state', base: 'open', mine: 'pending', theirs: 'solved', taken: 'mine' },
      },
    ])
  })

  test('of a ticket or a person who is gone there is nothing to write, and nothing to ask', () => {
    for (const [table, id] of [
      ['tickets', ids.ticket],
      ['customers', ids.customer],
    ] as const) {
      const world = aWiderDesk()
      world.forget(table, id)
      expect(world.decide('conflict.record', samples['conflict.record'], onHub())).toEqual({
        kind: 'changes',
        changes: [],
      })
    }
  })
})
