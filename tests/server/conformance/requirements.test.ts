import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const page = readFileSync(join(import.meta.dirname, '../../../docs/sync-protocol.md'), 'utf8')
const tests = readdirSync(import.meta.dirname)
  .filter(name => name.endsWith('.test.ts'))
  .map(name => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')
const unique = (found: Iterable<RegExpExecArray>): readonly string[] =>
  [...new Set([...found].map(match => match[1] ?? ''))].toSorted()

test('every rule of the page has a test named after it, and no test a rule that is not there', () => {
  const rules = unique(page.matchAll(/\[([A-Z]\d+)\](?!\()/g))
  expect(rules.length).toBeGreaterThan(80)
  expect(unique(tests.matchAll(/^test\(\s*'([A-Z]\d+) /gm))).toEqual(rules)
})
