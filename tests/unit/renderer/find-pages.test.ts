import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isFound, SETTINGS_GROUPS } from '../../../renderer/features/settings/find-pages.ts'

const Locale = z.object({
  settings: z.object({
    pages: z.record(z.string(), z.string()),
    groups: z.record(z.string(), z.string()),
    pageWords: z.record(z.string(), z.string()),
  }),
})
const localeOf = (language: string) =>
  Locale.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, `../../../renderer/locales/${language}.json`), 'utf8')),
  ).settings

/** Pages that are found in a language, in the order of the list. */
function found(language: string, query: string): readonly string[] {
  const { pages, groups, pageWords } = localeOf(language)
  return SETTINGS_GROUPS.flatMap(({ group, pages: names }) =>
    names.filter(name =>
      isFound(query, { name: pages[name] ?? '', group: groups[group] ?? '', words: pageWords[name] ?? '' }),
    ),
  )
}

test('every page stands in one group', () => {
  const listed = SETTINGS_GROUPS.flatMap(({ pages }) => [...pages])
  expect(listed.toSorted()).toEqual(Object.keys(localeOf('en').pages).toSorted())
  expect(new Set(listed).size).toBe(listed.length)
})

test.each([
  ['en', 'dark', ['look']],
  ['en', 'canned repl', ['answers']],
  ['en', 'holid', ['levels']],
  ['en', 'nps', ['surveys']],
  ['en', 'gdpr', ['keeping']],
  ['de', 'dunkel', ['look']],
  ['de', 'textbaust', ['answers']],
  ['de', 'feiertage', ['levels']],
  ['de', 'schlüssel', ['computer']],
  ['de', 'schlussel', ['computer']],
  ['de', 'löschen', ['keeping']],
  ['en', 'quux', []],
])('%s: “%s”', (language, query, pages) => expect(found(language, query)).toEqual(pages))

test('nothing looked for finds all, and the name of a group all of it', () => {
  expect(found('en', ' ')).toHaveLength(22)
  expect(found('en', 'devices data')).toEqual(['computer', 'laptops', 'keeping'])
})
