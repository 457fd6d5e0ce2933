import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isAlive } from '../../../scripts/lib/end-tree.mjs'
import { skipUnless } from '../../support/has.ts'

const MODULE = new URL('../../../scripts/lib/processes.mjs', import.meta.url).href

/** A script that starts a child with a grandchild, and one that leaves its group as Playwright's windows do. */
const SCRIPT = `
  import { start, endAllOnSignals } from ${JSON.stringify(MODULE)}
  const idle = 'setInterval(() => {}, 1000)'
  const family = "const { spawn } = require('node:child_process');" +
    "const below = (detached) => spawn(process.execPath, ['-e', '" + idle + "'], { detached, stdio: 'ignore' }).pid;" +
    "console.log([process.pid, below(false), below(true)].join(' '));" + idle
  endAllOnSignals()
  start('family', [process.execPath, '-e', family], { stdio: ['ignore', 'inherit', 'inherit'] })
`

let script: ChildProcess | undefined
let pids: readonly number[] = []

afterEach(() => {
  for (const pid of [script?.pid, ...pids])
    if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGKILL')
})

async function startScript(): Promise<{ script: ChildProcess; pids: readonly number[] }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  script = child
  for await (const line of createInterface({ input: child.stdout })) {
    pids = line.split(' ').map(Number)
    break
  }
  return { script: child, pids }
}

describe('everything a script started ends with it', () => {
  test.for(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('on %s', async (signal, context) => {
    skipUnless(context, 'linux')
    const started = await startScript()
    expect(started.pids).toHaveLength(3)
    expect(started.pids.every(isAlive)).toBe(true)

    started.script.kill(signal)

    await vi.waitFor(() => expect(started.pids.filter(isAlive)).toEqual([]), {
      timeout: 15_000,
      interval: 20,
    })
  })
})
