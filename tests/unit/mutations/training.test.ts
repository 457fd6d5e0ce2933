import { expect, test } from 'vitest'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { mutationNames } from '../../../shared/mutations/index.ts'
import { actorOf, anAgent, onHub, onLaptop } from '../../support/builders.ts'
import { aDesk, contextFor, ids, samples } from './scenes.ts'
import { trainingIds } from './training-scenes.ts'

const practising: readonly MutationName[] = mutationNames.filter(name => name.startsWith('practice.'))

test('nothing practised becomes anything but a row of practice: no message, no note, no draft, no event', () => {
  expect(practising).toEqual(['practice.keep', 'practice.share'])
  for (const name of practising)
    for (const context of [contextFor(name), onLaptop()]) {
      const decision = aDesk().decide(name, samples[name], context)
      expect(decision.kind).toBe('changes')
      if (decision.kind !== 'changes') continue
      expect(new Set(decision.changes.map(({ table }) => table))).toEqual(new Set(['practiceRuns']))
    }
})

test('thanks name no customer, and the ticket they are about tells of them', () => {
  const desk = aDesk()
  const words = 'You heard what Ana Ruiz did not say.'
  const changes = desk.run('kudos.give', { ...samples['kudos.give'], words }, onHub())
  expect(changes.map(({ table }) => table)).toEqual(['kudos', 'events'])
  expect(desk.get('kudos', samples['kudos.give'].kudosId)).toMatchObject({
    words: 'You heard what [name] did not say.',
  })
  expect(JSON.stringify(changes[0])).not.toContain(ids.ticket)
})

test('nobody thanks themselves, and nobody takes back what others said', () => {
  const desk = aDesk()
  expect(desk.decide('kudos.give', { ...samples['kudos.give'], toId: ids.me }, onHub()).kind).toBe('rejected')
  const other = onHub({ actor: actorOf(anAgent({ id: ids.colleague })) })
  expect(desk.decide('kudos.takeBack', { kudosId: trainingIds.kudos }, other).kind).toBe('rejected')
})

test('a word that was read stays read, and its answer stands in both copies', () => {
  const desk = aDesk()
  const noteId = trainingIds.received
  desk.run('coaching.answer', { noteId, answer: null }, onHub())
  desk.run('coaching.answer', { noteId, answer: 'Thanks.' }, onHub())
  for (const id of [noteId, trainingIds.receivedTwin])
    expect(desk.get('coachingNotes', id)).toMatchObject({ answer: 'Thanks.', readAtMs: expect.any(Number) })
})

test('only a supervisor begins first steps for somebody else, and only to accompany them', () => {
  const desk = aDesk()
  const begin = { ...samples['firstSteps.begin'], newAgentId: ids.colleague, companionId: ids.me }
  expect(desk.decide('firstSteps.begin', begin, onHub()).kind).toBe('rejected')
  const supervisor = { actor: actorOf(anAgent({ id: ids.me, role: 'supervisor' })) }
  expect(desk.decide('firstSteps.begin', begin, onHub(supervisor)).kind).toBe('changes')
  const alone = { ...begin, companionId: null }
  expect(desk.decide('firstSteps.begin', alone, onHub(supervisor)).kind).toBe('rejected')
})
