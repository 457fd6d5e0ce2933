import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  readPlaywrightReport,
  readScreens,
  readVitestReport,
  withExitCode,
} from '../../../scripts/lib/test-results.mjs'
import { passingFolder } from '../../support/at-the-end.ts'

function reportFile(content: unknown): string {
  const file = join(passingFolder('report'), 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('vitest results are counted and skips keep their reason', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'a', meta: {} },
    { status: 'failed', fullName: 'b', meta: {} },
    { status: 'skipped', fullName: 'c', meta: { skipReason: 'needs root' } },
    { status: 'todo', fullName: 'd' },
  ]
  expect(readVitestReport(reportFile({ testResults: [{ status: 'failed', assertionResults }] }))).toEqual({
    passed: 1,
    failed: 1,
    skipped: 2,
    reasons: ['c: needs root', 'd: no reason given'],
    unsteady: [],
    failures: ['b'],
  })
})

test('a test file that did not load counts as a failure', () => {
  const report = { testResults: [{ status: 'failed', name: 'tests/a.test.ts', assertionResults: [] }] }
  expect(readVitestReport(reportFile(report))).toMatchObject({ failed: 1, failures: ['tests/a.test.ts'] })
})

test('Playwright results are counted through nested suites, and one that needed two tries is named', () => {
  const spec = (title: string, status: string, annotations: readonly object[] = []) => ({
    title,
    tests: [{ status, annotations }],
  })
  const inner = { specs: [spec('b', 'flaky'), spec('c', 'unexpected')] }
  const skipped = spec('d', 'skipped', [{ type: 'skip', description: 'needs gnome-keyring' }])
  expect(
    readPlaywrightReport(
      reportFile({ suites: [{ specs: [spec('a', 'expected'), skipped], suites: [inner] }] }),
    ),
  ).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    reasons: ['d: needs gnome-keyring'],
    unsteady: ['b'],
    failures: ['c'],
  })
})

test('a layer that ends badly or leaves no report is never counted as fine', () => {
  const nothing = readVitestReport('/nowhere/report.json')
  expect(withExitCode(nothing, 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(withExitCode({ ...nothing, passed: 3 }, 139)).toMatchObject({ passed: 3, failed: 1 })
  expect(withExitCode({ ...nothing, passed: 3 }, 0)).toMatchObject({ passed: 3, failed: 0 })
})

test('what stood on the screen of a failed test is read from what Playwright left', () => {
  const folder = passingFolder('screens')
  mkdirSync(join(folder, 'signing-in'))
  mkdirSync(join(folder, 'passed'))
  writeFileSync(
    join(folder, 'signing-in/error-context.md'),
    'words\n```yaml\n- button "Sign in"\n```\nsource',
  )
  expect(readScreens(folder)).toEqual([{ name: 'signing-in', screen: '- button "Sign in"\n' }])
  expect(readScreens(join(folder, 'nowhere'))).toEqual([])
})
