import { describe, expect, test } from 'vitest'
import type { AskedTried } from '../../../shared/domain/diagnosis.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { aCustomer, idOf, onHub, onLaptop } from '../../support/builders.ts'
import { diagnosisIds } from './diagnosis-scenes.ts'
import { aDesk, contextFor, ids, samples } from './scenes.ts'

const answer = { ...samples['guideRun.answer'] }
type Wrote = ReturnType<typeof aDesk>
const rowsOf = <Name extends TableName>(world: Wrote, table: Name): readonly Row<Name>[] => world.all(table)
const entriesOf = (world: ReturnType<typeof aDesk>): readonly AskedTried[] =>
  rowsOf(world, 'askedTried').filter(({ id }) => id !== diagnosisIds.entry)

describe('a diagnosis', () => {
  test('takes along what the asset runs in', () => {
    const world = aDesk()
    const asset = rowsOf(world, 'assets')[0]
    world.run('diagnosis.set', samples['diagnosis.set'], onHub())
    expect(rowsOf(world, 'diagnoses')).toMatchObject([
      { id: ids.ticket, symptom: 'does not pair', assetId: ids.asset, environment: asset?.environment },
    ])
  })

  test('asks field by field when somebody else was first, and only about what differs', () => {
    const world = aDesk()
    world.run('diagnosis.set', samples['diagnosis.set'], onHub())
    const mine = {
      ticketId: ids.ticket,
      fields: [{ field: 'symptom' as const, seen: null, value: 'blinks red' }],
    }
    expect(world.decide('diagnosis.set', mine, onHub())).toMatchObject({
      kind: 'conflict',
      conflict: { fields: [{ field: 'symptom', mine: 'blinks red', theirs: 'does not pair' }] },
    })
    expect(world.decide('diagnosis.set', samples['diagnosis.set'], onHub())).toEqual({
      kind: 'changes',
      changes: [],
    })
  })

  test('takes no asset of somebody else', () => {
    const world = aDesk()
    const asset = rowsOf(world, 'assets')[0]
    if (asset) world.put('assets', { ...asset, customerId: idOf(42) })
    expect(world.decide('diagnosis.set', samples['diagnosis.set'], onHub()).kind).toBe('rejected')
    expect(world.decide('remote.start', samples['remote.start'], onHub()).kind).toBe('rejected')
  })

  test('takes what stands in another record of the same person', () => {
    const world = aDesk()
    const asset = rowsOf(world, 'assets')[0]
    if (asset) world.put('assets', { ...asset, customerId: idOf(42) })
    world.put('customers', aCustomer({ id: idOf(42), mergedIntoId: ids.customer }))
    expect(world.decide('diagnosis.set', samples['diagnosis.set'], onHub()).kind).toBe('changes')
    expect(world.decide('remote.start', samples['remote.start'], onHub()).kind).toBe('changes')
  })
})

describe('a guide at work', () => {
  test('goes on to the next step, tells so, and the ledger has what was tried', () => {
    const world = aDesk()
    world.run('guideRun.answer', answer, onHub())
    expect(rowsOf(world, 'guideRuns')).toMatchObject([{ stepId: 'pair', state: 'running' }])
    expect(entriesOf(world)).toMatchObject([
      { kind: 'tried', words: 'Step update', source: 'guide', stepId: 'update', runId: diagnosisIds.run },
    ])
    expect(rowsOf(world, 'events').map(({ type }) => type)).toContain('guide.answered')
  })

  test('takes an answer back, and the ledger with it', () => {
    const world = aDesk()
    world.run('guideRun.answer', answer, onHub())
    const back = { ...answer, answer: null, seen: 'done' }
    world.run('guideRun.answer', back, onHub({ derivedId: index => idOf(0x300 + index) }))
    expect(rowsOf(world, 'guideRuns')).toMatchObject([{ stepId: 'update', state: 'running', answers: [] }])
    expect(entriesOf(world)).toEqual([])
  })

  test('asks when a colleague answered the same step otherwise, not when they said the same', () => {
    const world = aDesk()
    world.run('guideRun.answer', { ...answer, answer: 'stuck' }, onHub())
    expect(world.decide('guideRun.answer', answer, onHub()).kind).toBe('conflict')
    expect(world.decide('guideRun.answer', { ...answer, answer: 'stuck' }, onHub())).toEqual({
      kind: 'changes',
      changes: [],
    })
  })

  test('keeps the version it began with when another is written', () => {
    const world = aDesk()
    world.run('guide.set', samples['guide.set'], contextFor('guide.set'))
    expect(rowsOf(world, 'guides')).toHaveLength(2)
    world.run('guideRun.answer', answer, onHub())
    expect(rowsOf(world, 'guideRuns')).toMatchObject([
      { guideId: diagnosisIds.guide, version: 1, stepId: 'pair' },
    ])
  })

  test('refuses a step it does not wait at', () => {
    const early = { ...answer, stepId: 'pair', answer: 'paired' }
    expect(aDesk().decide('guideRun.answer', early, onHub())).toMatchObject({ kind: 'rejected' })
  })

  test('guides are written by supervisors only, and another version written meanwhile is asked about', () => {
    const world = aDesk()
    expect(world.decide('guide.set', samples['guide.set'], onHub()).kind).toBe('rejected')
    world.run('guide.set', samples['guide.set'], contextFor('guide.set'))
    const mine = { ...samples['guide.set'], content: { ...samples['guide.set'].content, title: 'Mine' } }
    expect(world.decide('guide.set', mine, contextFor('guide.set')).kind).toBe('conflict')
  })
})

describe('what has to be known', () => {
  const remove = samples['requiredDetails.remove']
  const asSupervisor = contextFor('requiredDetails.remove')

  test('is asked no more once its list is deleted, and answers stay with their tickets', () => {
    const world = aDesk()
    const before = rowsOf(world, 'requiredDetails')
    const entries = rowsOf(world, 'askedTried')
    expect(world.decide('requiredDetails.remove', remove, onHub()).kind).toBe('rejected')
    world.run('requiredDetails.remove', remove, asSupervisor)
    expect(before).toHaveLength(1)
    expect(rowsOf(world, 'requiredDetails')).toEqual([])
    expect(rowsOf(world, 'askedTried')).toEqual(entries)
    expect(world.run('requiredDetails.remove', remove, asSupervisor)).toEqual([])
  })

  test('a list that was changed since is not deleted unasked', () => {
    const world = aDesk()
    world.run('requiredDetails.set', samples['requiredDetails.set'], contextFor('requiredDetails.set'))
    expect(world.decide('requiredDetails.remove', remove, asSupervisor)).toMatchObject({
      kind: 'conflict',
      conflict: { reason: 'changed-since', fields: [{ field: 'version', seen: 3, theirs: 4 }] },
    })
  })

  test('undo gives the list back as it was', () => {
    const world = aDesk()
    world.run('requiredDetails.set', samples['requiredDetails.set'], contextFor('requiredDetails.set'))
    const mutation = mutationByName('requiredDetails.remove')
    const args = { ...remove, seen: 4 }
    const inverse = mutation.invert(world.load(mutation, args).rows as never, args)
    const [list] = rowsOf(world, 'requiredDetails')
    world.run('requiredDetails.remove', args, asSupervisor)
    expect(inverse?.name).toBe('requiredDetails.set')
    world.run('requiredDetails.set', inverse?.args as never, contextFor('requiredDetails.set'))
    expect(rowsOf(world, 'requiredDetails')).toMatchObject([
      { key: list?.key, products: list?.products, items: list?.items },
    ])
  })
})

describe('the ledger', () => {
  test('has the questions of a reply, the same on both sides, and none of its courtesies', () => {
    const reply = {
      ...samples['ticket.reply'],
      bodyText: 'Which version is it? Can I help with anything else?',
    }
    const [laptop, hub] = [aDesk(), aDesk()]
    laptop.run('ticket.reply', reply, onLaptop())
    hub.run('ticket.reply', reply, contextFor('ticket.reply'))
    expect(entriesOf(hub)).toMatchObject([
      { kind: 'asked', words: 'Which version is it?', source: 'message', messageId: reply.messageId },
    ])
    expect(entriesOf(laptop)).toEqual(entriesOf(hub))
  })

  test('an answer that somebody else has written down is asked about', () => {
    const world = aDesk()
    world.run('askedTried.close', samples['askedTried.close'], onHub())
    const mine = { ...samples['askedTried.close'], outcome: '8.3' }
    expect(world.decide('askedTried.close', mine, onHub())).toMatchObject({
      kind: 'conflict',
      conflict: { fields: [{ field: 'outcome', mine: '8.3', theirs: '8.2' }] },
    })
  })

  test('what a guide says cannot be taken off', () => {
    const world = aDesk()
    world.run('guideRun.answer', answer, onHub())
    const entryId = entriesOf(world)[0]?.id ?? ''
    expect(world.decide('askedTried.remove', { entryId }, onHub())).toMatchObject({ kind: 'rejected' })
  })
})

describe('a look from afar', () => {
  test('that was refused never began', () => {
    const world = aDesk()
    world.run('remote.start', { ...samples['remote.start'], consent: 'refused' }, onHub())
    const refused = rowsOf(world, 'remoteSessions').find(({ id }) => id === ids.made)
    expect(refused).toMatchObject({ consent: 'refused', endedAtMs: refused?.startedAtMs })
    const end = { ...samples['remote.end'], sessionId: ids.made }
    expect(world.decide('remote.end', end, onHub())).toMatchObject({ kind: 'rejected' })
  })

  test('says how long it took, and what was done stays open to better words', () => {
    const world = aDesk()
    world.run('remote.end', samples['remote.end'], onHub())
    const seen = { done: 'Set the time server', endedAtMs: samples['remote.end'].endedAtMs }
    world.run(
      'remote.end',
      { ...samples['remote.end'], done: 'Set it to their own', seen },
      onHub({ derivedId: n => idOf(0x400 + n) }),
    )
    const told = rowsOf(world, 'events').map(({ type, facts }) => [type, facts['minutes']])
    expect(told).toEqual([
      ['remote.ended', 10],
      ['remote.described', 10],
    ])
  })
})
