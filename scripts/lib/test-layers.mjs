import { inRoot } from './paths.mjs'

/**
 * The layers of docs/testing.md in the order they run: the cheap ones first.
 * @typedef {{ name: string, kind: 'check' | 'vitest' | 'playwright', command: readonly string[], needsBuild: boolean, folder: string }} Layer
 */

const VITEST = inRoot('node_modules/vitest/vitest.mjs')

/**
 * @param {string} name
 * @param {readonly string[]} command
 * @returns {Layer}
 */
const check = (name, command) => ({ name, kind: 'check', command, needsBuild: false, folder: '' })

/**
 * @param {string} name
 * @returns {Layer}
 */
const vitest = (name, needsBuild = false) => ({
  name,
  kind: 'vitest',
  command: [VITEST, 'run', '--project', name, '--reporter=default', '--reporter=json'],
  needsBuild,
  folder: name === 'architecture' ? 'tests/support/architecture' : `tests/${name}`,
})

/** @type {readonly Layer[]} */
export const LAYERS = [
  // One checker for each project: several would each check what the project is made of, and projects go side by side.
  check('types', [inRoot('node_modules/typescript/bin/tsc'), '-b', '--checkers', '1']),
  check('lint', [inRoot('node_modules/oxlint/bin/oxlint')]),
  check('format', [inRoot('node_modules/oxfmt/bin/oxfmt'), '--check', '.']),
  vitest('architecture'),
  vitest('unit'),
  vitest('data'),
  vitest('server'),
  vitest('simulation'),
  vitest('integration', true),
  {
    name: 'e2e',
    kind: 'playwright',
    command: [inRoot('node_modules/@playwright/test/cli.js'), 'test'],
    needsBuild: true,
    folder: 'tests/e2e',
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
