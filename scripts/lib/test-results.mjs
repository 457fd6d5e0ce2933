import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `failures`: titles of tests that failed. `unsteady`: titles of tests that passed only at their second try, which
 * a busy machine may do to a window.
 * @typedef {{ passed: number, failed: number, skipped: number, reasons: string[], unsteady: string[],
 *   failures: string[] }} Counts
 */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0, reasons: [], unsteady: [], failures: [] })

/**
 * @param {Counts} left
 * @param {Counts} right
 * @returns {Counts}
 */
export const addCounts = (left, right) => ({
  passed: left.passed + right.passed,
  failed: left.failed + right.failed,
  skipped: left.skipped + right.skipped,
  reasons: [...left.reasons, ...right.reasons],
  unsteady: [...left.unsteady, ...right.unsteady],
  failures: [...left.failures, ...right.failures],
})

/**
 * A layer that ended badly without a failed test (a file that did not load, a crash, a lost report) counts
 * as one failure: zero failures must mean that everything ran.
 * @param {Counts} counts
 * @param {number} code
 */
export const withExitCode = (counts, code) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts

/**
 * @param {string} file JSON report of vitest
 * @returns {Counts}
 */
export function readVitestReport(file) {
  const counts = noCounts()
  for (const suite of readJson(file)?.testResults ?? []) {
    if (suite.status === 'failed' && suite.assertionResults.length === 0) countFailure(counts, suite.name)
    for (const test of suite.assertionResults) countVitest(counts, test)
  }
  return counts
}

/**
 * @param {Counts} counts
 * @param {{ status: string, fullName: string, meta?: { skipReason?: string } }} test
 */
function countVitest(counts, { status, fullName, meta }) {
  if (status === 'passed') counts.passed += 1
  else if (status === 'failed') countFailure(counts, fullName)
  else {
    counts.skipped += 1
    counts.reasons.push(`${fullName}: ${meta?.skipReason ?? 'no reason given'}`)
  }
}

/**
 * @typedef {{ title: string, tests: { status: string, annotations: { type: string, description?: string }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * @param {string} file JSON report of Playwright
 * @returns {Counts}
 */
export function readPlaywrightReport(file) {
  const counts = noCounts()
  const report = readJson(file)
  for (const spec of specsOf(report ?? {})) {
    for (const test of spec.tests) countPlaywright(counts, spec.title, test)
  }
  return counts
}

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
const specsOf = suite => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

/**
 * @param {Counts} counts
 * @param {string} title
 * @param {Spec['tests'][number]} test
 */
function countPlaywright(counts, title, { status, annotations }) {
  if (status === 'expected' || status === 'flaky') counts.passed += 1
  if (status === 'flaky') counts.unsteady.push(title)
  else if (status === 'skipped') {
    counts.skipped += 1
    const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
    counts.reasons.push(`${title}: ${reason ?? 'no reason given'}`)
  } else if (status !== 'expected') countFailure(counts, title)
}

/**
 * @param {Counts} counts
 * @param {string} title
 */
function countFailure(counts, title) {
  counts.failed += 1
  counts.failures.push(title)
}

const SCREEN = /```yaml\n(?<screen>[\s\S]*?)```/
const LINES_SHOWN = 80

/**
 * What stood on the screen when a test failed, in the words Playwright left beside its picture: a log from another
 * machine tells it, when the pictures are gone.
 * @param {string} folder
 * @returns {{ name: string, screen: string }[]}
 */
export function readScreens(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap(name => {
    const file = join(folder, name, 'error-context.md')
    if (!existsSync(file)) return []
    const screen = SCREEN.exec(readFileSync(file, 'utf8'))?.groups?.['screen'] ?? ''
    return screen ? [{ name, screen: screen.split('\n').slice(0, LINES_SHOWN).join('\n') }] : []
  })
}

/** @param {string} file */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
