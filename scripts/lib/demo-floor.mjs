import { openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRoot } from './paths.mjs'
import { pinnedNode } from './pinned-node.mjs'
import { start } from './processes.mjs'

/**
 * Lets simulated agents and customers work on the demo hub; they end with everything else.
 * @param {{ readyFile: string }} hub
 * @returns {{ logFile: string, exited: Promise<number> }}
 */
export function startDemoFloor({ readyFile }) {
  const folder = dirname(readyFile)
  const logFile = join(folder, 'floor.log')
  const log = openSync(logFile, 'w')
  const args = ['demo', 'floor', '--data', join(folder, 'hub'), '--ready-file', readyFile]
  const { exited } = start('floor', [pinnedNode(), inRoot('server/index.ts'), ...args], {
    stdio: ['ignore', log, log],
  })
  return { logFile, exited }
}
