import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { aCustomer, idOf, NOW_MS, onHub, onLaptop } from '../../support/builders.ts'
import { aRelation } from '../../support/relation-builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

const merge = samples['customer.merge']
const inverseOf = (name: 'customer.merge' | 'customer.unmerge' | 'relation.remove', desk = aDesk()) => {
  const mutation = mutationByName(name)
  const args = mutation.args.parse(samples[name])
  return mutation.invert(desk.load(mutation, args).rows as never, args)
}

test('merging moves nothing: one field says who the record is a duplicate of, and the history of the other tells', () => {
  const desk = aDesk()
  const before = desk.all('tickets')
  desk.run('customer.merge', merge, onHub())
  expect(desk.get('customers', ids.double)?.mergedIntoId).toBe(ids.customer)
  expect(desk.all('tickets')).toEqual(before)
  expect(desk.all('events')).toMatchObject([
    { customerId: ids.customer, type: 'customer.merged', facts: { mergedId: ids.double } },
  ])
})

test('taking it back leaves exactly what was there, and both histories tell', () => {
  const desk = aDesk()
  const before = desk.all('customers')
  desk.run('customer.merge', merge, onHub())
  const back = inverseOf('customer.merge')
  expect(back).toEqual({ name: 'customer.unmerge', args: { customerId: ids.double, seen: ids.customer } })
  desk.run(
    'customer.unmerge',
    { customerId: ids.double, seen: ids.customer },
    onHub({ mutationId: ids.madeToo }),
  )
  expect(desk.all('customers')).toEqual(before)
  const told = desk.all('events').filter(({ type }) => type === 'customer.separated')
  expect(told.map(({ customerId }) => customerId).toSorted()).toEqual([ids.customer, ids.double].toSorted())
  expect(inverseOf('customer.unmerge')).toEqual({
    name: 'customer.merge',
    args: { customerId: ids.mergedDouble, intoId: ids.customer, seen: null, takes: null },
  })
})

test('what the card took over goes back with the record, also when that turns out to be a third person', () => {
  const desk = aDesk()
  desk.put('customers', aCustomer({ id: ids.double, labels: ['café'], jobTitle: 'Owner' }))
  const before = desk.get('customers', ids.customer)
  const takes = [{ field: 'jobTitle' as const, seen: before?.jobTitle ?? null }]
  desk.run('customer.merge', { ...merge, takes }, onHub())
  expect(desk.get('customers', ids.customer)).toMatchObject({ jobTitle: 'Owner' })
  expect(desk.get('customers', ids.customer)?.labels).toContain('café')

  const elsewhere = aCustomer({ id: idOf(0x7_001), jobTitle: null, labels: [] })
  desk.put('customers', elsewhere)
  const again = { customerId: ids.double, intoId: elsewhere.id, seen: ids.customer, takes: [] }
  desk.run('customer.merge', again, onHub({ mutationId: ids.madeToo }))
  expect(desk.get('customers', ids.customer)).toEqual(before)
  expect(desk.get('customers', elsewhere.id)?.labels).toEqual(['café'])

  const apart = { customerId: ids.double, seen: elsewhere.id }
  desk.run('customer.unmerge', apart, onHub({ mutationId: idOf(0x7_002) }))
  expect(desk.get('customers', elsewhere.id)).toEqual(elsewhere)
  expect(desk.get('customers', ids.double)?.givenAway).toBeNull()
})

test('a colleague who merged the record with somebody else is asked about', () => {
  const desk = aDesk()
  desk.put('customers', aCustomer({ id: ids.double, mergedIntoId: idOf(90) }))
  expect(desk.decide('customer.merge', merge, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'changed-since', fields: [{ field: 'mergedIntoId', theirs: idOf(90) }] },
  })
  expect(desk.decide('customer.merge', { ...merge, seen: idOf(90) }, onHub()).kind).toBe('changes')
  expect(desk.decide('customer.unmerge', { customerId: ids.double, seen: null }, onHub()).kind).toBe(
    'conflict',
  )
})

test('the other way round at the same time is no circle: they are one person already', () => {
  const desk = aDesk()
  desk.put('customers', aCustomer({ mergedIntoId: ids.double }))
  expect(desk.decide('customer.merge', merge, onHub())).toEqual({ kind: 'changes', changes: [] })
  expect(desk.decide('customer.merge', merge, onLaptop())).toEqual({ kind: 'changes', changes: [] })
})

test('who stands two steps further is refused, one step is fine', () => {
  const desk = aDesk()
  desk.put('customers', aCustomer({ mergedIntoId: idOf(90) }), aCustomer({ id: idOf(90) }))
  expect(desk.decide('customer.merge', merge, onHub())).toMatchObject({ changes: { length: 2 } })
  desk.put('customers', aCustomer({ id: idOf(90), mergedIntoId: idOf(91) }))
  expect(desk.decide('customer.merge', merge, onHub())).toEqual({ kind: 'rejected', code: 'not-allowed' })
})

test('a relation names a customer or a person, never both and never nobody', () => {
  const desk = aDesk()
  const given = samples['relation.add']
  const { args } = mutationByName('relation.add')
  expect(args.safeParse({ ...given, otherName: 'Marta' }).success).toBe(false)
  expect(args.safeParse({ ...given, otherCustomerId: null }).success).toBe(false)
  expect(args.safeParse({ ...given, otherCustomerId: ids.customer }).success).toBe(false)
  const named = { ...given, otherCustomerId: null, otherName: ' ' }
  expect(desk.decide('relation.add', named, onHub()).kind).toBe('rejected')
  desk.run('relation.add', given, onHub())
  expect(desk.get('relations', ids.made)).toMatchObject({
    otherCustomerId: ids.double,
    otherName: null,
    kind: 'assistant',
    endedAtMs: null,
  })
  expect(desk.run('relation.add', { ...given, relationId: ids.madeToo }, onHub())).toEqual([])
})

test('what is over stays in the record, and may be said anew', () => {
  const desk = aDesk()
  desk.run('relation.end', samples['relation.end'], onHub())
  expect(desk.get('relations', ids.relation)?.endedAtMs).toBe(NOW_MS)
  const again = {
    ...samples['relation.add'],
    otherCustomerId: null,
    otherName: 'Marta Vidal',
    kind: 'decision-maker' as const,
  }
  expect(desk.run('relation.add', again, onHub({ mutationId: ids.madeToo })).length).toBe(2)
  expect(desk.decide('relation.end', { ...samples['relation.end'], endedAtMs: null }, onHub()).kind).toBe(
    'conflict',
  )
})

test('a kind and a note colleagues changed are asked about; a kind of a newer hub is never written back', () => {
  const desk = aDesk()
  desk.put('relations', aRelation({ id: ids.relation, kind: 'other', note: 'newer' }))
  const edit = mutationByName('relation.edit')
  const args = edit.args.parse(samples['relation.edit'])
  expect(desk.decide('relation.edit', samples['relation.edit'], onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'kind' }, { field: 'note', theirs: 'newer' }] },
  })
  expect(edit.invert(desk.load(edit, args).rows as never, args)).toMatchObject({
    args: { fields: [{ field: 'note', value: 'newer' }] },
  })
  expect(edit.without(args, ['kind'])).toMatchObject({ fields: [{ field: 'note' }] })
  expect(edit.without(args, ['kind', 'note'])).toBeNull()
})

test('taking a relation away can be undone with all it said', () => {
  expect(inverseOf('relation.remove')).toMatchObject({
    name: 'relation.add',
    args: { relationId: ids.relation, otherName: 'Marta Vidal', kind: 'decision-maker' },
  })
})
