import { describe, expect, test } from 'vitest'
import { findCycles } from './support/architecture/cycles.ts'
import { readSources } from './support/architecture/read-sources.ts'
import { breaches, featureBreaches } from './support/architecture/rules.ts'
import { type Source, factsOf } from './support/architecture/source-facts.ts'

const PRODUCT_FOLDERS = ['shared', 'main', 'renderer', 'server']
const OTHER_FOLDERS = ['tests', 'bench', 'scripts']
const MAX_LINES = 400
const MAX_MEDIAN_LINES = 90

const product = readSources(PRODUCT_FOLDERS).map(factsOf)
const others = readSources(OTHER_FOLDERS).map(factsOf)
const all = [...product, ...others]

const problemsOf = (source: Source): readonly string[] => {
  const facts = factsOf(source)
  return [...breaches(facts), ...featureBreaches(facts)]
}

describe('the house as it stands', () => {
  test('the scan sees the whole product', () => {
    const seen = PRODUCT_FOLDERS.map(
      folder => product.filter(({ path }) => path.startsWith(`${folder}/`)).length,
    )

    expect(Math.min(...seen)).toBeGreaterThan(20)
    expect(product.length).toBeGreaterThan(150)
    expect(product.flatMap(({ imports }) => imports).length).toBeGreaterThan(400)
  })

  test('every file keeps to the import table and the forbidden list', () => {
    expect(all.flatMap(facts => [...breaches(facts), ...featureBreaches(facts)])).toEqual([])
  })

  test('no file of the project imports itself around a corner', () => {
    expect(findCycles(all)).toEqual([])
  })

  test('every relative import names a file that is there', () => {
    const files = new Set(all.map(({ path }) => path))
    const missing = all.flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => /^(shared|main|renderer|server)\/.*\.tsx?$/.test(from) && !files.has(from))
        .map(({ from }) => `${path} -> ${from}`),
    )
    expect(missing).toEqual([])
  })

  test('files are small', () => {
    const long = [...product, ...others.filter(({ path }) => path.startsWith('scripts/'))].filter(
      ({ lines }) => lines > MAX_LINES,
    )
    const sizes = product.map(({ lines }) => lines).toSorted((left, right) => left - right)

    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(MAX_MEDIAN_LINES)
  })
})

describe('the scanner itself finds', () => {
  const offenders: readonly (Source & { readonly rule: RegExp })[] = [
    { path: 'shared/a.ts', text: `import { x } from '../server/x.ts'`, rule: /nothing but zod/ },
    { path: 'shared/a.ts', text: `import { readFile } from 'node:fs'`, rule: /nothing but zod/ },
    { path: 'shared/a.ts', text: `export type { X } from '../main/x.ts'`, rule: /nothing but zod/ },
    { path: 'shared/rules/a.ts', text: `export const x = () => Date.now()`, rule: /time and chance/ },
    { path: 'shared/rules/a.ts', text: `export const x = () => Date['now']()`, rule: /time and chance/ },
    { path: 'main/data/sync/a.ts', text: `setTimeout(() => {}, 1)`, rule: /time is passed in/ },
    { path: 'server/sync/a.ts', text: `export const x = Math.random()`, rule: /time and chance/ },
    { path: 'main/app/a.ts', text: `import { x } from '../data/db/open.ts'`, rule: /through its port/ },
    {
      path: 'main/app/a.ts',
      text: `const x = await import('../../server/x.ts')`,
      rule: /main imports shared/,
    },
    { path: 'main/app/a.ts', text: `window.webContents.send('x')`, rule: /webContents\.send belongs/ },
    { path: 'main/app/a.ts', text: `import { ipcMain } from 'electron'`, rule: /ipcMain belongs/ },
    { path: 'main/data/handlers/a.ts', text: `import { app } from 'electron'`, rule: /without Electron/ },
    {
      path: 'main/data/handlers/a.ts',
      text: `import { x } from '../../app/x.ts'`,
      rule: /shared and itself/,
    },
    { path: 'main/data/handlers/a.ts', text: `import Database from 'better-sqlite3'`, rule: /opens SQLite/ },
    { path: 'main/data/handlers/a.ts', text: 'db.prepare(`SELECT id FROM x`)', rule: /SQL lives/ },
    { path: 'main/data/queries/a.ts', text: 'db.prepare(`\n  SELECT * FROM x`)', rule: /columns are named/ },
    { path: 'server/db/queries/a.ts', text: `query('select t.* from t')`, rule: /columns are named/ },
    { path: 'server/http/a.ts', text: `const x = process.env.HOME`, rule: /environment/ },
    { path: 'server/http/a.ts', text: `const x = require('electron')`, rule: /no Electron/ },
    { path: 'renderer/lib/a.ts', text: `window.desk.call('x')`, rule: /through desk\.ts/ },
    { path: 'renderer/lib/a.ts', text: `import fs from 'node:fs'`, rule: /no Node/ },
    {
      path: 'renderer/lib/a.tsx',
      text: `import { x } from '../../main/x.ts'`,
      rule: /window imports shared/,
    },
    {
      path: 'renderer/components/a.tsx',
      text: `import { x } from '../features/inbox/x.tsx'`,
      rule: /put together/,
    },
    {
      path: 'renderer/features/inbox/a.tsx',
      text: `import { x } from '../ticket/x.tsx'`,
      rule: /another feature/,
    },
    { path: 'renderer/features/inbox/a.tsx', text: `import { x } from '../../app.tsx'`, rule: /nor the app/ },
    { path: 'server/a.ts', text: `// ${'TO'}DO later`, rule: /unfinished/ },
    { path: 'server/a.ts', text: `// oxlint-disable-next-line max-params\nf()`, rule: /says why/ },
    { path: 'server/a.ts', text: `// @ts-expect-error\nf()`, rule: /says why/ },
  ]

  test.each(offenders)('$rule in $path', ({ rule, ...source }) => {
    expect(problemsOf(source)).toEqual([expect.stringMatching(rule)])
  })

  test('a cycle, but not one of types alone', () => {
    const pair = (kind: string) => [
      factsOf({ path: 'shared/a.ts', text: `import ${kind} { b } from './b.ts'` }),
      factsOf({ path: 'shared/b.ts', text: `import { a } from './a.ts'` }),
    ]
    expect(findCycles(pair(''))).toEqual(['shared/a.ts -> shared/b.ts -> shared/a.ts'])
    expect(findCycles(pair('type'))).toEqual([])
  })

  test('nothing in comments, look-alikes and reasons given', () => {
    const innocent = [
      {
        path: 'shared/a.ts',
        text: `// Date.now and import x from '../server/x.ts'\nexport const x = 'Math.random'`,
      },
      {
        path: 'server/a.ts',
        text: '// oxlint-disable-next-line max-params -- the library calls it with four\nf()',
      },
      { path: 'renderer/a.ts', text: `const label = 'Select all'` },
      { path: 'renderer/features/inbox/a.tsx', text: `import { x } from './x.tsx'` },
    ]
    expect(innocent.flatMap(problemsOf)).toEqual([])
  })

  test('a file it cannot read instead of passing over it', () => {
    expect(() => factsOf({ path: 'shared/a.ts', text: 'import {' })).toThrow(/cannot be parsed/)
  })
})
