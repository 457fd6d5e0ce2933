import { describe, expect, test } from 'vitest'
import { teamRuleId } from '../../../shared/domain/between.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationInput, MutationName } from '../../../shared/mutations/index.ts'
import {
  aCustomer,
  actorOf,
  anAgent,
  anImpact,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
  onHub,
} from '../../support/builders.ts'
import { restoreOpen } from '../../../shared/rules/closing/unresolved.ts'
import type { World } from '../../support/row-world.ts'
import { aPairedDesk, aDesk, ids, samples } from './scenes.ts'

const HOUR_MS = 3_600_000
const by = (role: 'agent' | 'supervisor') => onHub({ actor: actorOf(anAgent({ id: ids.me, role })) })

function undo(world: World, { name, args }: { name: MutationName; args: unknown }, run: () => void): void {
  const mutation = mutationByName(name)
  const parsed = mutation.args.parse(args)
  const inverse = mutation.invert(world.load(mutation, parsed).rows as never, parsed)
  run()
  world.run(inverse?.name as MutationName, inverse?.args as never, onHub({ mutationId: ids.madeToo }))
}

const solveSupport: MutationInput<'thread.setState'> = {
  threadId: ids.support,
  state: 'solved',
  seen: 'open',
  seenUpToSeq: 1,
}

/** Service was closed an hour ago; support is still at work. */
function anEarlyDesk(): World {
  const world = aPairedDesk()
  const closed = { state: 'solved', solvedAtMs: NOW_MS - HOUR_MS } as const
  world.put('threads', aThread({ isPaired: true, waitingSinceMs: NOW_MS - 60_000, ...closed }))
  return world
}

describe('two closings', () => {
  test('the relationship step comes back when support is solved, and that is no reopening', () => {
    const world = anEarlyDesk()
    world.run('thread.setState', solveSupport, onHub())
    expect(world.get('threads', ids.service)).toMatchObject({
      state: 'open',
      solvedAtMs: null,
      reopenedCount: 0,
      waitingSinceMs: null,
    })
    expect(world.all('closings')).toMatchObject([{ threadId: ids.service, relationship: 'open' }])
    expect(world.all('events').map(({ type }) => type)).toEqual([
      'relationship.opened',
      'thread.state-changed',
    ])
  })

  test('undoing the solve leaves everything as it was', () => {
    const world = anEarlyDesk()
    const before = world.all('threads')
    undo(world, { name: 'thread.setState', args: solveSupport }, () =>
      world.run('thread.setState', solveSupport, onHub()),
    )
    expect(world.all('threads')).toEqual(before)
    expect(world.all('closings')).toEqual([])
  })

  test('both closed at once, as bulk does, stay closed', () => {
    const world = aPairedDesk()
    world.run('thread.setState', { ...solveSupport, threadId: ids.service }, onHub())
    world.run('thread.setState', solveSupport, onHub({ mutationId: ids.madeToo }))
    expect(world.all('threads').map(({ state }) => state)).toEqual(['solved', 'solved'])
    expect(world.all('closings')).toEqual([])
  })

  test('a waived step stays away, with its reason', () => {
    const world = aPairedDesk()
    world.run('relationship.waive', samples['relationship.waive'], onHub({ nowMs: NOW_MS - HOUR_MS }))
    world.run('thread.setState', solveSupport, onHub({ mutationId: ids.madeToo }))
    expect(world.get('threads', ids.service)).toMatchObject({ state: 'solved' })
    expect(world.all('closings')).toMatchObject([
      { relationship: 'waived', reason: 'She asked for no call.' },
    ])
  })

  test('waiving needs a reason and the service part', () => {
    const world = aPairedDesk()
    const sample = samples['relationship.waive']
    expect(world.decide('relationship.waive', { ...sample, reason: '  ' }, onHub()).kind).toBe('rejected')
    expect(world.decide('relationship.waive', { ...sample, threadId: ids.support }, onHub()).kind).toBe(
      'rejected',
    )
    expect(world.decide('relationship.waive', { ...sample, seen: 'pending' }, onHub()).kind).toBe('conflict')
  })

  test('undoing a waiver opens the step again and forgets the reason', () => {
    const world = aPairedDesk()
    const before = world.all('threads')
    undo(world, { name: 'relationship.waive', args: samples['relationship.waive'] }, () =>
      world.run('relationship.waive', samples['relationship.waive'], onHub()),
    )
    expect(world.all('threads')).toEqual(before)
    expect(world.all('closings')).toEqual([])
  })
})

describe('the hand-shake after support', () => {
  const painful = (world: World): World => {
    world.put('customers', aCustomer({ tier: 'gold', yearlyValueMinor: 500_000, currency: 'EUR' }))
    world.put('tickets', aTicket({ lastMessageSeq: 6 }))
    world.put('threads', aThread({ id: ids.support, kind: 'support', openedAtMs: NOW_MS - 99 * HOUR_MS }))
    world.put(
      'impacts',
      anImpact({
        id: ids.impact,
        ticketId: ids.ticket,
        downSinceMs: NOW_MS - 9 * HOUR_MS,
        restoredAtMs: null,
      }),
    )
    return world
  }

  test('a painful incident brings a follow-up with a gesture to the service pane, once', () => {
    const world = painful(aDesk())
    world.run('thread.setState', solveSupport, onHub())
    expect(world.all('handshakes')).toMatchObject([
      { downMs: 9 * HOUR_MS, contacts: 6, score: 108, gestureMinor: 3_000, currency: 'EUR' },
    ])
    const [shake] = world.all('handshakes')
    expect(world.get('followUps', shake?.followUpId ?? '')).toMatchObject({
      state: 'open',
      dueAtMs: NOW_MS + 48 * HOUR_MS,
      ticketId: ids.ticket,
    })
    const again = { ...solveSupport, seen: 'solved', state: 'open' } as const
    world.run('thread.setState', again, onHub({ mutationId: ids.madeToo }))
    world.run('thread.setState', solveSupport, onHub({ mutationId: ids.message }))
    expect(world.all('handshakes')).toHaveLength(1)
  })

  test('a short one brings none, nor does any with the rule off', () => {
    const short = aDesk()
    short.put('threads', aThread({ id: ids.support, kind: 'support', openedAtMs: NOW_MS - 99 * HOUR_MS }))
    short.run('thread.setState', solveSupport, onHub())
    expect(short.all('handshakes')).toEqual([])
    const off = painful(aDesk())
    const content = { isOn: false }
    off.put('teamRules', { id: teamRuleId('handshake'), key: 'handshake', content, updatedAtMs: 0 })
    off.run('thread.setState', solveSupport, onHub())
    expect(off.all('handshakes')).toEqual([])
  })

  test('an undo takes the follow-up back', () => {
    const world = painful(aDesk())
    const before = world.all('followUps')
    undo(world, { name: 'thread.setState', args: solveSupport }, () =>
      world.run('thread.setState', solveSupport, onHub()),
    )
    expect(world.all('followUps')).toEqual(before)
    expect(world.all('handshakes')).toEqual([])
  })
})

describe('a closing that is recorded', () => {
  test('keeps words in its row and codes in the event', () => {
    const world = aDesk()
    const answers = { resolved: true, next: 'follow-up', cause: 'Firmware 2.3.1' }
    world.run('closing.record', { ...samples['closing.record'], answers }, onHub())
    expect(world.all('closings')).toMatchObject([{ answers, agentId: ids.me }])
    expect(world.all('events')).toMatchObject([
      { type: 'closing.recorded', facts: { resolved: true, more: null, next: 'follow-up', survey: null } },
    ])
  })
})

describe('a closing that turns out to be none', () => {
  test('puts the work back as it was, keeps what was said, and counts as no return', () => {
    const world = anEarlyDesk()
    const before = world.all('threads')
    world.run('thread.setState', solveSupport, onHub())
    const solved = world.get('threads', ids.support)
    const answers = { resolved: false, unresolved: 'stays-open', next: 'follow-up' }
    if (!solved) throw new Error('The support thread is there')
    const restore = restoreOpen(solved)
    const open = { ...solveSupport, state: 'open' as const, seen: 'solved', restore }
    world.run('thread.setState', open, onHub({ mutationId: ids.madeToo }))
    const record = { ...samples['closing.record'], answers }
    world.run('closing.record', record, onHub({ mutationId: idOf(9_001) }))
    // What was agreed as next step is waited for, not an answer.
    expect(world.all('threads')).toEqual(before.map(thread => ({ ...thread, waitingSinceMs: null })))
    expect(world.all('closings')).toMatchObject([{ answers }])
    expect(world.all('events').filter(({ type }) => type === 'closing.recorded')).toMatchObject([
      { facts: { resolved: false, unresolved: 'stays-open' } },
    ])
  })
})

describe('hand-overs', () => {
  test('are read once', () => {
    const world = aDesk()
    world.run('handOver.take', samples['handOver.take'], onHub())
    expect(world.get('handOvers', ids.handOver)).toMatchObject({ takenBy: ids.me, takenAtMs: NOW_MS })
    expect(world.run('handOver.take', samples['handOver.take'], onHub({ mutationId: idOf(90) }))).toEqual([])
  })

  test('belong to the customer of the ticket', () => {
    const world = aDesk()
    world.run('handOver.give', samples['handOver.give'], onHub())
    expect(world.get('handOvers', ids.made)).toMatchObject({ customerId: ids.customer, takenAtMs: null })
    expect(world.all('events')).toMatchObject([{ type: 'hand-over.given', facts: { kind: 'support' } }])
  })
})

describe('rules of the team', () => {
  const set = samples['teamRule.set']

  test('are set by supervisors, value by value', () => {
    const world = aDesk()
    expect(world.decide('teamRule.set', set, by('agent')).kind).toBe('rejected')
    world.run('teamRule.set', set, by('supervisor'))
    world.run(
      'teamRule.set',
      { ...set, values: { windowDays: 60 }, seen: { windowDays: null } },
      by('supervisor'),
    )
    expect(world.all('teamRules')).toMatchObject([
      { id: teamRuleId('experience'), content: { transfers: 3, countsReopened: false, windowDays: 60 } },
    ])
  })

  test('words too, such as what a tier gives; taken back they are as before', () => {
    const world = aDesk()
    const words = {
      key: 'loyalty' as const,
      values: { threeBenefits: 'Free shipping' },
      seen: { threeBenefits: null },
    }
    world.run('teamRule.set', words, by('supervisor'))
    expect(world.all('teamRules')).toMatchObject([{ content: { threeBenefits: 'Free shipping' } }])
    const more = { ...words, values: { threeBenefits: 'Nothing' }, seen: { threeBenefits: null } }
    expect(world.decide('teamRule.set', more, by('supervisor')).kind).toBe('conflict')
  })

  test('ask when a colleague has set the same since', () => {
    const world = aDesk()
    world.run('teamRule.set', set, by('supervisor'))
    const second = { ...set, values: { transfers: 4 } }
    expect(world.decide('teamRule.set', second, by('supervisor'))).toMatchObject({
      kind: 'conflict',
      conflict: { fields: [{ field: 'transfers', seen: null, mine: 4, theirs: 3 }] },
    })
  })
})
