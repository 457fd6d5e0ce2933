import { describe, expect, test } from 'vitest'
import { spendingId } from '../../../shared/domain/cases.ts'
import { balanceOf } from '../../../shared/rules/cases/loyalty.ts'
import {
  aCharge,
  actorOf,
  aGoodwill,
  anAgent,
  anAllowance,
  anApproval,
  aReturnCase,
  idOf,
  NOW_MS,
  onHub,
  onLaptop,
} from '../../support/builders.ts'
import { aWiderDesk, ids, samples } from './scenes.ts'

const by = (role: 'agent' | 'supervisor' | 'admin', n = 100) =>
  onHub({ actor: actorOf(anAgent({ id: ids.me, role })), mutationId: idOf(n) })
const byColleague = (role: 'agent' | 'supervisor', n = 101) =>
  onHub({ actor: actorOf(anAgent({ id: ids.colleague, role })), mutationId: idOf(n) })
const refused = { kind: 'rejected', code: 'not-allowed' }

describe('a return', () => {
  const approve = { returnId: ids.returned, to: 'approved' as const, words: null, seen: 'requested' }
  const desk = (amountMinor: number) => {
    const world = aWiderDesk()
    world.forget('approvals', ids.approval)
    world.put('returnCases', aReturnCase({ id: ids.returned, amountMinor }))
    return world
  }

  test('within the limit of an agent is approved at once', () => {
    const world = desk(10_000)
    world.run('return.move', approve, by('agent'))
    expect(world.get('returnCases', ids.returned)?.state).toBe('approved')
    expect(world.all('approvals')).toEqual([])
  })

  test('over it waits for a supervisor, on the laptop as on the hub, and is asked for once', () => {
    for (const context of [by('agent'), onLaptop()]) {
      const world = desk(10_001)
      world.run('return.move', approve, context)
      expect(world.get('returnCases', ids.returned)?.state).toBe('requested')
      expect(world.all('approvals')).toMatchObject([
        { subjectKind: 'return', subjectId: ids.returned, amountMinor: 10_001, requestedBy: ids.me },
      ])
      expect(world.all('events')).toMatchObject([
        { type: 'return.approval-requested', facts: { limitMinor: 10_000 } },
      ])
      expect(world.run('return.move', approve, by('agent', 102))).toEqual([])
    }
  })

  test('a supervisor says yes and it goes on; the agent’s limit is not asked again', () => {
    const world = desk(129_600)
    world.run('return.move', approve, byColleague('agent'))
    const [approval] = world.all('approvals')
    const decide = {
      approvalId: approval?.id ?? '',
      outcome: 'approved' as const,
      words: 'Gold',
      seen: 'requested',
    }
    world.run('approval.decide', decide, by('supervisor'))
    expect(world.get('returnCases', ids.returned)?.state).toBe('approved')
    for (const to of ['in-transit', 'received', 'refunded'] as const) {
      const seen = world.get('returnCases', ids.returned)?.state ?? ''
      world.run('return.move', { ...approve, to, seen }, by('agent', 110 + to.length))
    }
    expect(world.get('returnCases', ids.returned)).toMatchObject({ state: 'refunded', closedAtMs: NOW_MS })
    expect(world.all('approvals')).toMatchObject([{ state: 'approved', decision: 'Gold' }])
  })

  test('a supervisor says no, with words that stay with the case', () => {
    const world = aWiderDesk()
    const no = { ...samples['approval.decide'], outcome: 'refused' as const, words: 'Opened' }
    world.run('approval.decide', no, by('supervisor'))
    expect(world.get('returnCases', ids.returned)).toMatchObject({ state: 'refused', decision: 'Opened' })
  })

  test('money that has left does not come back by a move', () => {
    const world = desk(100)
    world.put('returnCases', aReturnCase({ id: ids.returned, state: 'refunded' }))
    const back = { ...approve, to: 'received' as const, seen: 'refunded' }
    expect(world.decide('return.move', back, by('admin'))).toEqual(refused)
  })

  test('two who move it at once: the second is asked', () => {
    const world = desk(100)
    world.put('returnCases', aReturnCase({ id: ids.returned, state: 'refused' }))
    expect(world.decide('return.move', approve, by('agent'))).toMatchObject({
      kind: 'conflict',
      conflict: { reason: 'changed-since', fields: [{ field: 'state', theirs: 'refused' }] },
    })
  })
})

describe('an approval', () => {
  test('is not for agents, nor for whoever asked', () => {
    const world = aWiderDesk()
    expect(world.decide('approval.decide', samples['approval.decide'], by('agent'))).toEqual(refused)
    world.put('approvals', anApproval({ id: ids.approval, subjectId: ids.returned, requestedBy: ids.me }))
    expect(world.decide('approval.decide', samples['approval.decide'], by('supervisor'))).toEqual(refused)
  })

  test('over a supervisor’s own limit is for an administrator; to refuse needs no limit', () => {
    const world = aWiderDesk()
    world.put('allowances', anAllowance({ role: 'supervisor', returnMinor: 20_000 }))
    const yes = samples['approval.decide']
    expect(world.decide('approval.decide', yes, by('supervisor'))).toEqual(refused)
    expect(world.decide('approval.decide', { ...yes, outcome: 'refused' }, by('supervisor')).kind).toBe(
      'changes',
    )
    expect(world.decide('approval.decide', yes, by('admin')).kind).toBe('changes')
  })

  test('decided by another supervisor meanwhile asks, and what was decided stays', () => {
    const world = aWiderDesk()
    world.put('approvals', anApproval({ id: ids.approval, subjectId: ids.returned, state: 'refused' }))
    const late = samples['approval.decide']
    expect(world.decide('approval.decide', late, by('supervisor')).kind).toBe('conflict')
    const insisted = { ...late, seen: 'refused' }
    expect(world.run('approval.decide', insisted, by('supervisor'))).toEqual([])
  })
})

describe('a disputed charge', () => {
  test('is put right within the limit, and the dispute keeps who, why, before and after', () => {
    const world = aWiderDesk()
    world.run('dispute.correct', samples['dispute.correct'], by('agent'))
    expect(world.get('charges', ids.otherCharge)).toMatchObject({ amountMinor: 20_000, state: 'captured' })
    expect(world.get('disputes', ids.dispute)).toMatchObject({
      state: 'corrected',
      beforeMinor: 24_900,
      afterMinor: 20_000,
      correctedBy: ids.me,
      reason: 'The agreed price was 200 EUR',
    })
    expect(world.all('events')).toMatchObject([
      { type: 'charge.corrected', facts: { beforeMinor: 24_900, afterMinor: 20_000, amountMinor: 4_900 } },
    ])
  })

  test('over the limit stands as it was until somebody who may has said yes', () => {
    const world = aWiderDesk()
    world.run('dispute.correct', { ...samples['dispute.correct'], afterMinor: 0 }, byColleague('agent'))
    expect(world.get('charges', ids.otherCharge)).toMatchObject({ amountMinor: 24_900, state: 'disputed' })
    const approval = world.all('approvals').find(({ subjectKind }) => subjectKind === 'correction')
    const yes = {
      approvalId: approval?.id ?? '',
      outcome: 'approved' as const,
      words: null,
      seen: 'requested',
    }
    world.run('approval.decide', yes, by('supervisor'))
    expect(world.get('charges', ids.otherCharge)).toMatchObject({ amountMinor: 0, state: 'refunded' })
    expect(world.get('disputes', ids.dispute)).toMatchObject({
      state: 'corrected',
      correctedBy: ids.colleague,
    })
  })

  test('never becomes more than was charged', () => {
    const more = { ...samples['dispute.correct'], afterMinor: 30_000 }
    expect(aWiderDesk().decide('dispute.correct', more, by('admin'))).toEqual(refused)
  })

  test('two colleagues who write it down: the second is asked', () => {
    const world = aWiderDesk()
    world.run('dispute.open', samples['dispute.open'], by('agent'))
    const second = { ...samples['dispute.open'], disputeId: ids.madeToo }
    expect(world.decide('dispute.open', second, by('agent', 103))).toMatchObject({
      kind: 'conflict',
      conflict: { reason: 'taken', fields: [{ id: ids.made }] },
    })
  })

  test('dismissed leaves the charge as it was', () => {
    const world = aWiderDesk()
    world.put('charges', aCharge({ id: ids.charge }))
    const before = world.get('charges', ids.charge)
    world.run('dispute.open', samples['dispute.open'], by('agent'))
    expect(world.get('charges', ids.charge)?.state).toBe('disputed')
    world.run('dispute.dismiss', { disputeId: ids.made, reason: null, seen: 'open' }, by('agent', 104))
    expect(world.get('charges', ids.charge)).toEqual(before)
  })
})

describe('goodwill', () => {
  const give = samples['goodwill.give']
  const another = (n: number, amountMinor = 1_500) => ({ ...give, goodwillId: idOf(n), amountMinor })

  test('within the allowance is given by the hub, and only requested on the laptop', () => {
    const world = aWiderDesk()
    world.run('goodwill.give', give, onLaptop())
    expect(world.get('goodwills', ids.made)?.state).toBe('requested')
    expect(world.all('approvals').filter(({ subjectKind }) => subjectKind === 'goodwill')).toEqual([])
    const hub = aWiderDesk()
    hub.run('goodwill.give', give, by('agent'))
    expect(hub.get('goodwills', ids.made)).toMatchObject({ state: 'given', decidedAtMs: NOW_MS })
  })

  test('two laptops that spend the same allowance: what is over waits for a supervisor', () => {
    const hub = aWiderDesk()
    for (const n of [1_001, 1_002, 1_003]) hub.run('goodwill.give', another(n), by('agent', n))
    expect(hub.get('spendings', spendingId(ids.me, 'EUR'))?.spent).toHaveLength(3)
    hub.run('goodwill.give', another(1_004), by('agent', 1_004))
    expect(hub.get('goodwills', idOf(1_004))?.state).toBe('requested')
    const approval = hub.all('approvals').find(({ subjectId }) => subjectId === idOf(1_004))
    expect(approval).toMatchObject({ state: 'requested', amountMinor: 1_500 })
    const yes = {
      approvalId: approval?.id ?? '',
      outcome: 'approved' as const,
      words: null,
      seen: 'requested',
    }
    hub.run('approval.decide', yes, byColleague('supervisor'))
    expect(hub.get('goodwills', idOf(1_004))?.state).toBe('given')
    expect(hub.get('spendings', spendingId(ids.me, 'EUR'))?.spent).toHaveLength(3)
  })

  test('taken back no longer counts, and points leave again', () => {
    const world = aWiderDesk()
    const points = { ...give, kind: 'points' as const }
    world.run('goodwill.give', points, by('agent'))
    expect(balanceOf(world.all('loyaltyEntries'))).toBe(1_500)
    world.run('goodwill.withdraw', { goodwillId: ids.made }, by('agent', 105))
    expect(balanceOf(world.all('loyaltyEntries'))).toBe(0)
    expect(world.get('spendings', spendingId(ids.me, 'EUR'))?.spent).toEqual([])
    expect(world.get('goodwills', ids.made)?.state).toBe('withdrawn')
  })

  test('is nobody else’s to take back, but a supervisor’s', () => {
    const world = aWiderDesk()
    world.put('goodwills', aGoodwill({ id: ids.goodwill, agentId: ids.colleague }))
    expect(world.decide('goodwill.withdraw', samples['goodwill.withdraw'], by('agent'))).toEqual(refused)
    expect(world.decide('goodwill.withdraw', samples['goodwill.withdraw'], by('supervisor')).kind).toBe(
      'changes',
    )
  })

  test('nobody gives in the name of a colleague', () => {
    const theirs = { ...give, agentId: ids.colleague }
    expect(aWiderDesk().decide('goodwill.give', theirs, by('agent'))).toEqual(refused)
  })
})

describe('points', () => {
  const use = { ...samples['loyalty.book'], points: -300, reason: 'redeemed' as const }

  test('are never used up twice', () => {
    const world = aWiderDesk()
    world.run(
      'loyalty.book',
      { ...samples['loyalty.book'], entryId: idOf(1_010), points: 500 },
      by('supervisor'),
    )
    world.run('loyalty.book', use, by('agent', 106))
    const again = { ...use, entryId: ids.madeToo }
    expect(world.decide('loyalty.book', again, by('agent', 107))).toEqual(refused)
    expect(balanceOf(world.all('loyaltyEntries'))).toBe(200)
  })

  test('are not made by agents', () => {
    expect(aWiderDesk().decide('loyalty.book', samples['loyalty.book'], by('agent'))).toEqual(refused)
  })
})

describe('limits', () => {
  test('of agents are set by supervisors, their own only by administrators', () => {
    const own = { ...samples['allowance.set'], role: 'supervisor' as const }
    expect(aWiderDesk().decide('allowance.set', samples['allowance.set'], by('agent'))).toEqual(refused)
    expect(aWiderDesk().decide('allowance.set', own, by('supervisor'))).toEqual(refused)
  })

  test('two who set different parts keep both', () => {
    const world = aWiderDesk()
    const { seen } = samples['allowance.set']
    world.run('allowance.set', samples['allowance.set'], by('supervisor'))
    const other = { ...samples['allowance.set'], limits: { ...seen, goodwillMinor: null }, seen }
    world.run('allowance.set', other, by('supervisor', 108))
    expect(world.all('allowances')).toMatchObject([{ returnMinor: 20_000, goodwillMinor: null }])
  })
})

describe('a complaint', () => {
  test('with a plan is recovering, and its steps are ticked off by whoever is first', () => {
    const world = aWiderDesk()
    world.run('complaint.open', samples['complaint.open'], by('agent'))
    expect(world.get('complaints', ids.made)).toMatchObject({ state: 'recovering', openedBy: ids.me })
    world.run('complaint.tickStep', { stepId: ids.madeToo, isDone: true }, byColleague('agent'))
    expect(world.run('complaint.tickStep', { stepId: ids.madeToo, isDone: true }, by('agent', 109))).toEqual(
      [],
    )
    expect(world.get('recoverySteps', ids.madeToo)).toMatchObject({ doneBy: ids.colleague })
  })

  test('of two edits only the field both changed asks', () => {
    const world = aWiderDesk()
    const edit = samples['complaint.edit']
    world.run(
      'complaint.edit',
      { ...edit, fields: [{ field: 'severity', seen: 'high', value: 'low' }] },
      by('agent'),
    )
    expect(world.decide('complaint.edit', edit, by('agent', 111))).toMatchObject({
      kind: 'conflict',
      conflict: { fields: [{ field: 'severity', mine: 'critical', theirs: 'low' }] },
    })
  })
})

test('steps of helping somebody to buy are a union, and what they look for asks when it moved', () => {
  const world = aWiderDesk()
  world.run('need.step', samples['need.step'], by('agent'))
  world.run('need.step', { ...samples['need.step'], step: 'ordered' }, byColleague('agent'))
  expect(world.get('needs', ids.need)?.steps).toEqual(['asked', 'offered', 'ordered'])
  const stale = { ...samples['need.capture'], seen: NOW_MS - 1 }
  expect(world.decide('need.capture', stale, by('agent', 112)).kind).toBe('conflict')
})
