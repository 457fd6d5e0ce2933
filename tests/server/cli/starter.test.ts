import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorkspace } from '../../../server/auth/administration.ts'
import { starterLanguage, starterLine } from '../../../server/cli/commands/starter.ts'
import { addStarterSet } from '../../../server/starter/add-starter-set.ts'
import { readStarterSet, STARTER_LANGUAGES } from '../../../server/starter/read-set.ts'
import { stageRows } from '../../../server/sync/admin.ts'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { isSound } from '../../../shared/rules/saved-views/problems.ts'
import { freshId } from '../../support/builders.ts'
import { startTestHub } from '../../support/hub.ts'
import type { HubUnderTest } from '../../support/hub.ts'

let hub: HubUnderTest
beforeAll(async () => {
  hub = await startTestHub()
})
afterAll(() => hub.stop())

const keysOf = (language: (typeof STARTER_LANGUAGES)[number]) => {
  const { pages, plans, replies, guides, views } = readStarterSet(language)
  const guideKeys = guides.map(read => (read.kind === 'details' ? read.details.key : read.guide.key))
  return {
    pages: pages.map(({ key }) => key),
    plans: plans.map(({ key }) => key),
    replies: replies.map(({ key }) => key),
    guideKeys,
    views: views.map(({ key, body }) => ({ key, body })),
  }
}
const titlesOf = async (table: string, column: string, workspaceId: string): Promise<readonly string[]> => {
  const { rows } = await hub.deps.database.owner.query<{ name: string }>(
    `SELECT ${column} AS name FROM tandem.${table} WHERE workspace_id = $1 ORDER BY 1`,
    [workspaceId],
  )
  return rows.map(({ name }) => name)
}
const emptyWorkspace = (slug: string) => createWorkspace(hub.deps, { name: slug, slug })

test('both languages say the same things, every step is one a macro can take, and every view lists', () => {
  expect(keysOf('de')).toEqual(keysOf('en'))
  for (const language of STARTER_LANGUAGES)
    for (const { steps } of readStarterSet(language).replies)
      for (const { mutation } of steps) expect(mutationByName(mutation as MutationName).name).toBe(mutation)
  for (const { body } of readStarterSet('en').views) expect(isSound(body.rule)).toBe(true)
})

test('a new workspace has what a team begins with, in its language, and replies in every one', async () => {
  const id = await emptyWorkspace('beginners')
  const added = await addStarterSet(hub.deps, id, 'de')
  expect(starterLine(added)).toBe(
    'Added 8 pages, 5 guides, 1 list of details, 2 forms, 3 plans, 28 canned replies, 3 views.',
  )
  expect(await titlesOf('articles', 'title', id)).toContain('Unsere Grundsätze')
  expect(await titlesOf('articles', 'title', id)).not.toContain('Our principles')
  const macros = await titlesOf('macros', 'title', id)
  expect(macros).toEqual(expect.arrayContaining(['Noch etwas?', 'Anything else?']))
  expect(await titlesOf('guides', 'key', id)).toContain('first-diagnosis')
  expect(await titlesOf('plan_templates', 'name', id)).toContain('Ein Kunde, der gehen will')
  expect(await titlesOf('shared_views', 'name', id)).toContain('Kunden, die gehen könnten')
})

test('run again it adds nothing; what a team has changed or named alike stays theirs', async () => {
  const id = await emptyWorkspace('settled')
  const own = { id: freshId(), title: 'Anything else?', language: 'en', kind: null, body: 'Ours.', steps: [] }
  await stageRows(hub.deps, id, [[{ table: 'macros', row: own }]])
  const first = await addStarterSet(hub.deps, id, 'en')
  expect(first.macros).toBe(27)
  await hub.deps.database.owner.query(
    `UPDATE tandem.articles SET title = 'House rules' WHERE workspace_id = $1 AND title = 'Our principles'`,
    [id],
  )
  const again = await addStarterSet(hub.deps, id, 'en')
  expect(await titlesOf('articles', 'title', id)).toContain('House rules')
  expect(await titlesOf('articles', 'title', id)).not.toContain('Our principles')
  expect(starterLine(again)).toBe('Everything of the starter set is there already.')
  expect((await titlesOf('macros', 'title', id)).filter(title => title === 'Anything else?')).toHaveLength(1)
})

test('a language nobody has written is said, none is none', () => {
  expect(() => starterLanguage('tlh')).toThrow('en and de')
  expect(starterLanguage('none')).toBeNull()
})
