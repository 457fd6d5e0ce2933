import { expect, test } from 'vitest'
import { badMoments } from '../../../shared/rules/experience/bad-moments.ts'
import { experienceRule } from '../../../shared/rules/experience/experience-rule.ts'
import { takeBackExperience } from '../../../shared/mutations/take-back-experience.ts'
import { anEvent, NOW_MS, onHub } from '../../support/builders.ts'
import { aWiderDesk, ids, samples } from './scenes.ts'

const report = samples['experience.report']
const { momentId } = report

test('what an agent noted counts as a bad moment, never before it was written down, and can be taken back', () => {
  const desk = aWiderDesk()
  desk.run('experience.report', { ...report, atMs: NOW_MS + 86_400_000 }, onHub())
  const noted = desk.get('events', momentId)
  expect(noted).toMatchObject({ atMs: NOW_MS, actorId: ids.me, facts: { cause: 'courier' } })
  const evidence = { events: noted ? [noted] : [], ratings: [], down: [] }
  expect(badMoments(evidence, experienceRule(null), NOW_MS + 1)).toMatchObject([
    { kind: 'reported', detail: { cause: 'courier' } },
  ])
  desk.run('experience.takeBack', { momentId }, onHub())
  expect(desk.get('events', momentId)).toBeNull()
  expect(desk.all('events').map(({ type }) => type)).toEqual(['experience.taken-back'])
})

test('taking it back is undone word for word', () => {
  const desk = aWiderDesk()
  desk.run('experience.report', report, onHub())
  const before = desk.get('events', momentId)
  const inverse = takeBackExperience.invert({ moment: before }, takeBackExperience.args.parse({ momentId }))
  desk.run('experience.takeBack', { momentId }, onHub())
  expect(inverse).toMatchObject({ name: 'experience.report', args: report })
  desk.run('experience.report', report, onHub())
  expect(desk.get('events', momentId)).toEqual(before)
})

test('what the console found by itself, and what is no bad moment, is not taken back here', () => {
  for (const event of [
    anEvent({ id: ids.moment, type: 'experience.negative', facts: { cause: 'review' } }),
    anEvent({ id: ids.moment, type: 'ticket.created', facts: { cause: 'shop' } }),
  ]) {
    const desk = aWiderDesk()
    desk.put('events', event)
    expect(desk.decide('experience.takeBack', { momentId: ids.moment }, onHub()).kind).toBe('rejected')
  }
})
