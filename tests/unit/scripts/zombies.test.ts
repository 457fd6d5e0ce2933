import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { isAlive as isAliveForHub } from '../../../server/db/embedded/owner-lock.ts'
import { isAlive as isAliveForScripts } from '../../../scripts/lib/end-tree.mjs'
import { skipUnless } from '../../support/has.ts'

test('a process that ended but is waited for by nobody counts as ended', async context => {
  skipUnless(context, 'linux')
  // The shell becomes a program that never waits for the child it inherited; the child ends when its input does.
  const parent = spawn('sh', ['-c', 'cat <&3 >/dev/null & echo $!; exec sleep 60 3<&-'], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })
  try {
    const [printed] = (await once(parent.stdout as Readable, 'data')) as [Buffer]
    const pid = Number(printed.toString())
    await vi.waitFor(() => expect(readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n'))
    expect(isAliveForHub(pid)).toBe(true)
    ;(parent.stdio[3] as Writable).end()
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
