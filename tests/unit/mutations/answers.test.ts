import { describe, expect, test } from 'vitest'
import { teamRuleId } from '../../../shared/domain/between.ts'
import { actorOf, anAgent, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import { MOST_VERSIONS } from '../../../shared/rules/knowledge/former-versions.ts'
import { aDesk, ids, samples } from './scenes.ts'

const as = (role: 'guest' | 'agent' | 'supervisor') => ({ actor: actorOf(anAgent({ id: ids.me, role })) })
const next = { mutationId: idOf(920) }

describe('who keeps articles and canned replies', () => {
  test.each(['article.set', 'macro.set'] as const)(
    '%s: supervisors, and agents where the team says so',
    name => {
      const desk = aDesk()
      expect(desk.decide(name, samples[name], onHub(as('agent'))).kind).toBe('rejected')
      expect(desk.decide(name, samples[name], onHub(as('supervisor'))).kind).toBe('changes')
      desk.put('teamRules', {
        id: teamRuleId('knowledge'),
        key: 'knowledge',
        content: { agentsMayWrite: true },
        updatedAtMs: NOW_MS,
      })
      expect(desk.decide(name, samples[name], onHub(as('agent'))).kind).toBe('changes')
      expect(desk.decide(name, samples[name], onHub(as('guest')))).toMatchObject({ code: 'guest-may-not' })
    },
  )
})

test('an article is written, retired and restored, with who and when', () => {
  const desk = aDesk()
  const written = samples['article.set']
  desk.run('article.set', written, onHub(as('supervisor')))
  expect(desk.get('articles', ids.made)).toMatchObject({ version: 1, updatedBy: ids.me, updatedAtMs: NOW_MS })
  const retired = { ...written, seen: 1, content: { ...written.content, state: 'archived' as const } }
  desk.run('article.set', retired, onHub({ ...as('supervisor'), ...next }))
  expect(desk.get('articles', ids.made)).toMatchObject({ version: 2, state: 'archived' })
  // Written against the version before: somebody else was first.
  const late = { ...written, seen: 1, content: { ...written.content, body: 'Other words.' } }
  expect(desk.decide('article.set', late, onHub(as('supervisor')))).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'version', seen: 1, theirs: 2 }] },
  })
})

test('what an article said before is kept, with who and when, and can be brought back as a new version', () => {
  const desk = aDesk()
  const written = samples['article.set']
  desk.run('article.set', written, onHub(as('supervisor')))
  expect(desk.all('articleVersions')).toEqual([])
  const changed = { ...written, seen: 1, content: { ...written.content, body: 'They never run out.' } }
  const other = { actor: actorOf(anAgent({ id: ids.colleague, role: 'supervisor' })) }
  desk.run('article.set', changed, onHub({ ...other, ...next, nowMs: NOW_MS + 5 }))
  const [former] = desk.all('articleVersions')
  expect(former).toMatchObject({
    articleId: ids.made,
    version: 1,
    body: written.content.body,
    writtenBy: ids.me,
    writtenAtMs: NOW_MS,
    replacedAtMs: NOW_MS + 5,
  })
  // The same again changes nothing and keeps nothing.
  desk.run('article.set', { ...changed, seen: 2 }, onHub({ ...other, mutationId: idOf(922) }))
  expect(desk.all('articleVersions')).toHaveLength(1)
  const back = { ...written, seen: 2 }
  desk.run('article.set', back, onHub({ ...as('supervisor'), mutationId: idOf(923) }))
  expect(desk.get('articles', ids.made)).toMatchObject({ version: 3, body: written.content.body })
  expect(desk.all('articleVersions').map(({ version }) => version)).toEqual([1, 2])
})

test('of many versions the oldest go', () => {
  const desk = aDesk()
  const { content } = samples['article.set']
  for (let seen = 0; seen < MOST_VERSIONS + 3; seen += 1) {
    const args = { articleId: ids.made, seen, content: { ...content, body: `Version ${seen}` } }
    desk.run(
      'article.set',
      args,
      onHub({ ...as('supervisor'), mutationId: idOf(930 + seen), nowMs: NOW_MS + seen }),
    )
  }
  const kept = desk.all('articleVersions').map(({ version }) => version)
  expect(kept.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
    Array.from({ length: MOST_VERSIONS }, (_, index) => index + 3),
  )
})

test('a canned reply that is retired keeps since when, and loses it when it comes back', () => {
  const desk = aDesk()
  const written = samples['macro.set']
  desk.run('macro.set', written, onHub(as('supervisor')))
  const retired = { ...written, seen: 1, content: { ...written.content, isRetired: true } }
  desk.run('macro.set', retired, onHub({ ...as('supervisor'), ...next }))
  expect(desk.get('macros', ids.made)).toMatchObject({ version: 2, retiredAtMs: NOW_MS })
  desk.run('macro.set', { ...written, seen: 2 }, onHub({ ...as('supervisor'), mutationId: idOf(921) }))
  expect(desk.get('macros', ids.made)).toMatchObject({ version: 3, retiredAtMs: null })
})

test('what a canned reply is for stays as it stands when an older version writes it, and goes with an undo', () => {
  const desk = aDesk()
  const written = samples['macro.set']
  desk.run('macro.set', written, onHub(as('supervisor')))
  const { family: _, ...older } = { ...written.content, title: 'Points, again' }
  desk.run('macro.set', { ...written, seen: 1, content: older }, onHub({ ...as('supervisor'), ...next }))
  expect(desk.get('macros', ids.made)).toMatchObject({ title: 'Points, again', family: 'bad-news' })
  const newer = { ...written, seen: 2, content: { ...written.content, family: 'good-news' } }
  desk.run('macro.set', newer, onHub({ ...as('supervisor'), mutationId: idOf(921) }))
  // One this version has no word for is kept as it came.
  expect(desk.get('macros', ids.made)).toMatchObject({ version: 3, family: 'good-news' })
})
