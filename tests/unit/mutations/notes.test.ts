import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { aNote, aThread, byAutomation, idOf, NOW_MS, onHub, onLaptop } from '../../support/builders.ts'
import { aDesk, aFile, aPairedDesk, ids, samples } from './scenes.ts'

const note = samples['note.add']
const BEFORE = 'Bank confirms one charge.\nShe waits.'

test('a note has its author and its files, and counts as activity without ending the wait', () => {
  const desk = aPairedDesk()
  desk.run('note.add', note, onHub({ nowMs: NOW_MS + 7 }))
  expect(desk.get('notes', ids.made)).toMatchObject({
    authorKind: 'agent',
    authorId: ids.me,
    threadId: ids.service,
  })
  expect(desk.all('attachments')).toMatchObject([{ sha256: aFile.sha256, noteId: ids.made, messageId: null }])
  for (const thread of desk.all('threads')) {
    expect(thread).toMatchObject({ lastActivityAtMs: NOW_MS + 7, waitingSinceMs: NOW_MS - 60_000 })
  }
})

test('a note of the hub itself says so', () => {
  const desk = aDesk()
  desk.run('note.add', note, byAutomation())
  expect(desk.get('notes', ids.made)).toMatchObject({ authorKind: 'automation', authorId: null })
})

test('closed tickets take notes, threads of other tickets do not', () => {
  const desk = aDesk()
  desk.put(
    'threads',
    aThread({ state: 'closed', solvedAtMs: NOW_MS }),
    aThread({ id: idOf(40), ticketId: ids.otherTicket }),
  )
  expect(desk.decide('note.add', note, onHub()).kind).toBe('changes')
  expect(desk.decide('note.add', { ...note, threadId: idOf(40) }, onHub()).kind).toBe('rejected')
})

test('edits of two people in different lines are both in', () => {
  const desk = aDesk()
  desk.put('notes', aNote({ id: ids.note, body: 'Bank confirms one charge.\nShe is at the counter.' }))
  desk.run(
    'note.edit',
    { noteId: ids.note, seen: BEFORE, body: 'Bank confirms two charges.\nShe waits.' },
    onHub(),
  )
  expect(desk.get('notes', ids.note)).toMatchObject({
    body: 'Bank confirms two charges.\nShe is at the counter.',
    editedAtMs: NOW_MS,
  })
  expect(desk.all('events')).toEqual([])
})

test('edits of the same words are both kept, marked, and recorded', () => {
  const desk = aDesk()
  desk.put('notes', aNote({ id: ids.note, body: 'Bank confirms three charges.\nShe waits.' }))
  desk.run(
    'note.edit',
    { noteId: ids.note, seen: BEFORE, body: 'Bank confirms two charges.\nShe waits.' },
    onHub(),
  )
  const body = desk.get('notes', ids.note)?.body ?? ''
  expect(body).toContain('[[two | three]] charges')
  expect(desk.all('events')).toMatchObject([{ type: 'note.both-kept', facts: { places: 1 } }])
})

test('two unsent edits of a note become one from what was seen first', () => {
  const edit = mutationByName('note.edit')
  const joined = edit.coalesce(
    { noteId: ids.note, seen: 'a', body: 'ab' },
    { noteId: ids.note, seen: 'ab', body: 'abc' },
  )
  expect(joined).toEqual({ noteId: ids.note, seen: 'a', body: 'abc' })
})

test('undoing an edit restores the words and keeps what a colleague added since', () => {
  const desk = aDesk()
  desk.put('notes', aNote({ id: ids.note, body: BEFORE }))
  const edit = mutationByName('note.edit')
  const args = { noteId: ids.note, seen: BEFORE, body: 'Bank confirms two charges.\nShe waits.' }
  const inverse = edit.invert(desk.load(edit, args).rows as never, args)
  desk.run('note.edit', args, onHub())
  const after = desk.get('notes', ids.note)
  if (after) desk.put('notes', { ...after, body: `${after.body}\nCalled back.` })
  desk.run('note.edit', inverse?.args as typeof args, onLaptop())
  expect(desk.get('notes', ids.note)?.body).toBe(`${BEFORE}\nCalled back.`)
})
