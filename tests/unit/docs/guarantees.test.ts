import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plantedFaults } from '../../simulation/faults/faults.ts'

// A page that promises tests is worth as much as the tests it names.

const root = join(import.meta.dirname, '..', '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = read('docs/guarantees.md')

type Promised = { readonly promise: string; readonly holds: string; readonly tests: string }

/** Rows of the page's tables without their heads. */
const promised: readonly Promised[] = page
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| promise |'))
  .map(line => {
    const [, promise = '', holds = '', tests = ''] = line.split('|').map(cell => cell.trim())
    return { promise, holds, tests }
  })

const PATH = /\b(?:tests|main|server|shared)\/[\w./-]*\w/g
const FILE = /(?:tests\/)?[\w./-]+\.(?:test|spec)\.ts/g

/** Files of tests in a cell; one that is named without a folder lies beside the one before it. */
function testFiles(cell: string): readonly string[] {
  let folder = ''
  return [...cell.matchAll(FILE)].map(([name]) => {
    if (name.startsWith('tests/')) folder = dirname(name)
    return name.startsWith('tests/') ? name : join(folder, name)
  })
}

const textsUnder = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true })
    .map(String)
    .filter(name => name.endsWith('.ts'))
    .map(name => read(join(folder, name)))
    .join('\n')

/** What a history of the simulation breaks with, as the page writes it. */
const invariants = (cell: string): readonly string[] =>
  [...cell.matchAll(/(?<!\*)\*(?!\*)([^*]+)\*(?!\*)/g)].map(([, words = '']) => words.replace(/^… /, ''))

const RULES = /\b([A-Z])(\d+)(?: to ([A-Z])(\d+))?\b/g

/** "L14 and L16 to L22" as single names. */
const rules = (cell: string): readonly string[] =>
  [...cell.matchAll(RULES)].flatMap(([, letter = '', first = '', , last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${letter}${Number(first) + at}`),
  )

test('the page has a table for each kind of promise', () => {
  expect(promised.length).toBeGreaterThan(40)
})

describe.each(promised)('$promise', ({ holds, tests }) => {
  test('names what holds it and what tests it, and all of it is there', () => {
    expect(holds).not.toBe('')
    const places = `${holds} ${tests}`.matchAll(PATH)
    const named = [...testFiles(tests), ...[...places].map(([path]) => path)]
    expect(named.filter(path => !existsSync(join(root, path)))).toEqual([])
    const isTested =
      named.some(path => path.startsWith('tests/')) || /simulation|conformance|the same/i.test(tests)
    expect(isTested).toBe(true)
  })
})

test('every promise of the simulation that the page quotes is one it breaks with', () => {
  const world = textsUnder('tests/simulation')
  const quoted = promised.flatMap(({ tests }) => invariants(tests))
  expect(quoted.length).toBeGreaterThan(25)
  expect(quoted.filter(words => !world.includes(words))).toEqual([])
})

test('every rule of the protocol that the page names has its test by that name', () => {
  const conformance = textsUnder('tests/server/conformance')
  const named = promised.flatMap(({ tests }) => (tests.includes('conformance') ? rules(tests) : []))
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter(rule => !new RegExp(`'${rule}(?: and [A-Z]\\d+)? `).test(conformance))).toEqual([])
})

test('the page knows how many faults are planted, and what notices them', () => {
  const byTests = plantedFaults.filter(({ noticedBy }) => typeof noticedBy !== 'number').length
  const sentence = `All ${plantedFaults.length} are noticed, ${plantedFaults.length - byTests} by a history and ${byTests} by a test`
  expect(page).toContain(sentence)
})
