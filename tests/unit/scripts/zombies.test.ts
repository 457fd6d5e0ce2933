import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { isAlive as isAliveForHub } from '../../../server/db/embedded/owner-lock.ts'
import { isAlive as isAliveForScripts } from '../../../scripts/lib/end-tree.mjs'
import { skipUnless } from '../../support/has.ts'

test('a process that ended but is waited for by nobody counts as ended', async context => {
  skipUnless(context, 'linux')
  // The shell becomes a program that never waits for the child it inherited.
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [printed] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(printed.toString())
    await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '))

    expect(process.kill(pid, 0)).toBe(true)
    expect(isAliveForHub(pid)).toBe(false)
    expect(isAliveForScripts(pid)).toBe(false)
    expect(isAliveForHub(process.pid)).toBe(true)
    expect(isAliveForScripts(process.pid)).toBe(true)
  } finally {
    parent.kill('SIGKILL')
  }
})
