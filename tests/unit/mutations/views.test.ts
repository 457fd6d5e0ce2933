import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationContext } from '../../../shared/mutations/define.ts'
import { anAgent, aSharedView, aViewBody, idOf, onHub } from '../../support/builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

const asSupervisor = (facts: Partial<MutationContext> = {}) =>
  onHub({ actor: anAgent({ id: ids.me, role: 'supervisor' }), ...facts })
const edit = samples['view.edit']
const ofShared = { ...edit, viewId: ids.sharedView, isShared: true }

test('everybody makes views for themselves, only supervisors for others', () => {
  const mine = samples['view.create']
  const shared = { ...mine, sharedWith: { teamIds: [ids.team] } }
  expect(aDesk().decide('view.create', shared, onHub()).kind).toBe('rejected')
  const desk = aDesk()
  desk.run('view.create', mine, onHub())
  expect(desk.get('ownViews', ids.made)).toMatchObject({ agentId: ids.me, name: 'Gold, waiting long' })
  desk.run('view.create', { ...shared, viewId: idOf(90) }, asSupervisor())
  expect(desk.get('sharedViews', idOf(90))).toMatchObject({ teamIds: [ids.team], createdBy: ids.me })
})

test('nobody else edits or removes a view of mine, and agents no shared one', () => {
  const colleague = onHub({ actor: anAgent({ id: ids.colleague, role: 'admin' }) })
  expect(aDesk().decide('view.edit', edit, colleague).kind).toBe('rejected')
  expect(aDesk().decide('view.remove', samples['view.remove'], colleague).kind).toBe('rejected')
  expect(aDesk().decide('view.edit', ofShared, onHub()).kind).toBe('rejected')
  const remove = { viewId: ids.sharedView, isShared: true, name: 'x' }
  expect(aDesk().decide('view.remove', remove, onHub()).kind).toBe('rejected')
  expect(aDesk().decide('view.remove', remove, asSupervisor()).kind).toBe('changes')
})

test('what somebody else changed meanwhile is asked about, field by field; of places the last one stands', () => {
  const desk = aDesk()
  desk.put('sharedViews', aSharedView({ id: ids.sharedView, name: 'Renamed', position: 7 }))
  const change = { ...ofShared, name: { seen: 'Waiting over four hours', value: 'Waiting long' } }
  const decision = desk.decide('view.edit', change, asSupervisor())
  expect(decision).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ table: 'sharedViews', field: 'name', theirs: 'Renamed', mine: 'Waiting long' }] },
  })
  const move = { ...ofShared, name: null, position: 3 }
  desk.run('view.edit', move, asSupervisor())
  expect(desk.get('sharedViews', ids.sharedView)).toMatchObject({ name: 'Renamed', position: 3 })
})

test('a rule is the same whatever order the database has brought its keys in', () => {
  const desk = aDesk()
  const { rule, sort, columns } = aViewBody()
  const turned = {
    columns,
    sort,
    rule: { groups: rule.groups.map(({ join, conditions }) => ({ conditions, join })), join: rule.join },
  }
  desk.put('sharedViews', aSharedView({ id: ids.sharedView, body: turned }))
  const body = { seen: aViewBody(), value: aViewBody({ sort: 'due' }) }
  const change = { ...ofShared, name: null, body }
  expect(desk.decide('view.edit', change, asSupervisor()).kind).toBe('changes')
})

test('a removed view comes back as it was, under its id', () => {
  const desk = aDesk()
  const before = desk.get('sharedViews', ids.sharedView)
  const remove = mutationByName('view.remove')
  const args = { viewId: ids.sharedView, isShared: true, name: 'x' }
  const inverse = remove.invert(desk.load(remove, args).rows as never, args)
  desk.run('view.remove', args, asSupervisor())
  expect(desk.get('sharedViews', ids.sharedView)).toBeNull()
  desk.run('view.create', inverse?.args as (typeof samples)['view.create'], asSupervisor())
  expect(desk.get('sharedViews', ids.sharedView)).toMatchObject({
    id: ids.sharedView,
    name: before?.name,
    body: before?.body,
    teamIds: before?.teamIds,
    position: before?.position,
  })
})

test('undoing an edit leaves alone what somebody changed since', () => {
  const mutation = mutationByName('view.edit')
  const args = { ...edit, body: { seen: aViewBody(), value: aViewBody({ sort: 'due' }) }, position: 4 }
  expect(mutation.without(args, ['name'])).toMatchObject({ name: null, position: 4 })
  expect(mutation.without({ ...edit, position: null }, ['name'])).toBeNull()
})
