import { expect, test } from 'vitest'
import { badMomentId } from '../../../shared/rules/experience/public-posts.ts'
import { byAutomation, NOW_MS, onHub } from '../../support/builders.ts'
import { aWiderDesk, ids, samples } from './scenes.ts'

const place = samples['publicPost.place']
const { postId } = place
const hold = { ...samples['publicPost.hold'], postId }

test('a post nobody is known for waits once, and what was set aside stays aside', () => {
  const desk = aWiderDesk()
  expect(desk.decide('publicPost.hold', hold, onHub()).kind).toBe('rejected')
  desk.run('publicPost.setAside', { postId, isAside: true }, onHub())
  const content = { ...hold.content, stars: 3 }
  desk.run('publicPost.hold', { ...hold, content, saidAtMs: NOW_MS + 1 }, byAutomation())
  expect(desk.get('unplacedPosts', postId)).toMatchObject({ stars: 3, asideAtMs: NOW_MS })
  desk.run('publicPost.hold', { ...hold, saidAtMs: NOW_MS - 1 }, byAutomation())
  expect(desk.get('unplacedPosts', postId)).toMatchObject({ stars: 3 })
})

test('placed by a person it means what it would have meant at once, and taken back it means nothing', () => {
  const desk = aWiderDesk()
  desk.run('publicPost.place', place, onHub())
  expect(desk.get('unplacedPosts', postId)).toBeNull()
  expect(desk.get('publicPosts', postId)).toMatchObject({ customerId: ids.customer, ticketId: null })
  expect(desk.get('events', badMomentId(postId))).toMatchObject({ facts: { cause: 'review' } })
  // Told again as nobody's, it stays where a person put it.
  desk.run('publicPost.hold', { ...hold, saidAtMs: NOW_MS + 1 }, byAutomation())
  expect(desk.get('unplacedPosts', postId)).toBeNull()
  desk.run('publicPost.release', { postId, named: 'ana_r', unmark: [] }, onHub())
  expect(desk.get('unplacedPosts', postId)).toMatchObject({ named: 'ana_r', asideAtMs: null })
  expect(desk.get('publicPosts', postId)).toBeNull()
  expect(desk.get('events', badMomentId(postId))).toBeNull()
})

test('once the sender knows whose it is, it waits no more', () => {
  const desk = aWiderDesk()
  desk.run('publicPost.report', { ...samples['publicPost.report'], postId }, byAutomation())
  expect(desk.get('unplacedPosts', postId)).toBeNull()
  expect(desk.get('publicPosts', postId)).toMatchObject({ customerId: ids.customer })
  expect(desk.decide('publicPost.place', place, onHub())).toMatchObject({ kind: 'changes', changes: [] })
  const other = { postId, customerId: ids.double }
  expect(desk.decide('publicPost.place', other, onHub()).kind).toBe('gone')
})

test('what is answered with a ticket of theirs stays theirs', () => {
  const desk = aWiderDesk()
  desk.run('publicPost.answer', samples['publicPost.answer'], onHub())
  const release = { postId: ids.post, named: null, unmark: [] }
  expect(desk.decide('publicPost.release', release, onHub()).kind).toBe('rejected')
})
