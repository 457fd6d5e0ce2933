import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { AUTOMATION } from '../../../shared/mutations/define.ts'
import { aDraft, anAgent, idOf, NOW_MS, onLaptop } from '../../support/builders.ts'
import { createWorld } from '../../support/row-world.ts'
import { aDesk, ids, samples } from './scenes.ts'

const words = samples['draft.save']

test('a draft is saved for a ticket that this laptop does not know any more', () => {
  const desk = createWorld()
  desk.run('draft.save', words, onLaptop())
  expect(desk.get('drafts', ids.draft)).toMatchObject({
    agentId: ids.me,
    body: 'Dear Ana, we',
    updatedAtMs: NOW_MS,
  })
})

test('saving again changes only what was written', () => {
  const desk = aDesk()
  const changes = desk.run(
    'draft.save',
    { ...words, body: 'Dear Ana', to: null, cc: null, seenUpToSeq: 0, files: null },
    onLaptop(),
  )
  expect(changes).toEqual([])
  desk.run('draft.save', words, onLaptop({ nowMs: NOW_MS + 3 }))
  expect(desk.get('drafts', ids.draft)).toMatchObject({ body: 'Dear Ana, we', updatedAtMs: NOW_MS + 3 })
})

test('files go with the draft, and a client that names none takes them away', () => {
  const desk = aDesk()
  desk.run('draft.save', words, onLaptop())
  expect(desk.get('drafts', ids.draft)?.files).toMatchObject([{ fileName: 'receipt.pdf' }])
  const { files: _files, ...bare } = words
  desk.run('draft.save', bare, onLaptop({ nowMs: NOW_MS + 1 }))
  expect(desk.get('drafts', ids.draft)?.files).toBe(null)
})

test('drafts are private: nobody else saves or discards them, nor another device', () => {
  const desk = aDesk()
  const colleague = onLaptop({ actor: anAgent({ id: ids.colleague }) })
  expect(desk.decide('draft.save', words, colleague).kind).toBe('rejected')
  expect(desk.decide('draft.discard', { draftId: ids.draft }, colleague).kind).toBe('rejected')
  expect(desk.decide('draft.save', { ...words, clientId: idOf(90) }, onLaptop()).kind).toBe('rejected')
  expect(createWorld().decide('draft.save', words, onLaptop({ actor: AUTOMATION })).kind).toBe('rejected')
})

test('drafts are quiet, and unsent savings of one draft become the last one', () => {
  const save = mutationByName('draft.save')
  expect([save.quiet, mutationByName('draft.discard').quiet]).toEqual([true, true])
  expect(save.coalesceKey(words)).toBe(`draft.save:${ids.draft}`)
  expect(save.coalesce(words, { ...words, body: 'Dear Ana, we are' })).toMatchObject({
    body: 'Dear Ana, we are',
  })
})

test('discarding removes the row, twice is once, and its inverse brings the words back', () => {
  const desk = aDesk()
  desk.put('drafts', aDraft({ ...words, files: words.files ?? null, id: ids.draft, agentId: ids.me }))
  const discard = mutationByName('draft.discard')
  const inverse = discard.invert(
    desk.load(discard, samples['draft.discard']).rows as never,
    samples['draft.discard'],
  )
  expect(inverse).toEqual({ name: 'draft.save', args: words })
  desk.run('draft.discard', { draftId: ids.draft }, onLaptop())
  expect(desk.all('drafts')).toEqual([])
  expect(desk.run('draft.discard', { draftId: ids.draft }, onLaptop())).toEqual([])
})
