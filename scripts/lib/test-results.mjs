import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number, reasons: string[] }} Counts */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0, reasons: [] })

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
    if (suite.status === 'failed' && suite.assertionResults.length === 0) counts.failed += 1
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
  else if (status === 'failed') counts.failed += 1
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
  if (status === 'expected') counts.passed += 1
  else if (status === 'skipped') {
    counts.skipped += 1
    const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
    counts.reasons.push(`${title}: ${reason ?? 'no reason given'}`)
    // A test that passes only at the second try is not a test that passes.
  } else counts.failed += 1
}

/** @param {string} file */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
