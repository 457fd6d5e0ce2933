import { inRoot } from './paths.mjs'

/**
 * The layers of docs/testing.md in the order they run: the cheap ones first.
 * @typedef {{ name: string, kind: 'check' | 'vitest' | 'playwright', command: readonly string[], needsBuild: boolean, folder: string, beside: string }} Layer
 * `beside` names a later layer that waits more than it computes: while that one runs, this one runs behind it.
 */

const VITEST = inRoot('node_modules/vitest/vitest.mjs')

/**
 * @param {string} name
 * @param {readonly string[]} command
 * @returns {Layer}
 */
const check = (name, command) => ({ name, kind: 'check', command, needsBuild: false, folder: '', beside: '' })

/**
 * @param {string} name
 * @param {{ needsBuild?: boolean, beside?: string }} [options]
 * @returns {Layer}
 */
const vitest = (name, { needsBuild = false, beside = '' } = {}) => ({
  name,
  kind: 'vitest',
  command: [VITEST, 'run', '--project', name, '--reporter=default', '--reporter=json'],
  needsBuild,
  beside,
  folder: name === 'architecture' ? 'tests/support/architecture' : `tests/${name}`,
})

/** @type {readonly Layer[]} */
export const LAYERS = [
  check('types', [inRoot('node_modules/typescript/bin/tsc'), '-b']),
  check('lint', [inRoot('node_modules/oxlint/bin/oxlint')]),
  check('format', [inRoot('node_modules/oxfmt/bin/oxfmt'), '--check', '.']),
  vitest('architecture'),
  vitest('unit'),
  vitest('data'),
  vitest('server'),
  vitest('simulation', { beside: 'integration' }),
  vitest('integration', { needsBuild: true }),
  {
    name: 'e2e',
    kind: 'playwright',
    command: [inRoot('node_modules/@playwright/test/cli.js'), 'test'],
    needsBuild: true,
    folder: 'tests/e2e',
    beside: '',
  },
]

/** `lint` stands for everything that reads the code without running it. */
const GROUPS = /** @type {Record<string, string[]>} */ ({ lint: ['types', 'lint', 'format', 'architecture'] })

/**
 * @param {readonly string[]} only names as typed; none means all
 * @returns {{ layers: readonly Layer[], unknown: readonly string[] }}
 */
export function chooseLayers(only) {
  if (only.length === 0) return { layers: LAYERS, unknown: [] }
  const names = new Set(only.flatMap(name => GROUPS[name] ?? [name]))
  const unknown = [...names].filter(name => !LAYERS.some(layer => layer.name === name))
  return { layers: LAYERS.filter(layer => names.has(layer.name)), unknown }
}
