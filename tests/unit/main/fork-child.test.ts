import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forkChild } from '../../../main/data-process/fork-child.ts'
import { systemClock } from '../../../main/data/system-clock.ts'
import { createRpcClient } from '../../../shared/rpc/client.ts'

/** Answers how it stands, and then tells of each change. */
const SCRIPT = `
process.on('message', ({ id }) => {
  process.send({ kind: 'answer', id, ok: true, value: 0 })
  for (let count = 1; count <= 5; count += 1) process.send({ kind: 'event', name: 'changed', payload: count })
})`

function keepBusy(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

test('an answer is passed on before the events that came behind it, however late both are taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-fork-'))
  const script = join(folder, 'child.cjs')
  writeFileSync(script, SCRIPT)
  const child = forkChild(script, process.execPath)
  try {
    const link = createRpcClient(child.port, systemClock)
    const heard: unknown[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    link.on('changed', payload => {
      heard.push(payload)
      if (payload === 5) resolve()
    })
    await link.call('status', {})
    await promise
    heard.length = 0
    const all = Promise.withResolvers<void>()
    link.on('changed', payload => {
      if (payload === 5) all.resolve()
    })
    // As main passes it on: several promises lie between the channel and the window.
    const passedOn = async (): Promise<void> => {
      const value = await link.call('status', {})
      await Promise.resolve()
      heard.push(`answer ${String(value)}`)
    }
    const done = passedOn()
    keepBusy(150)
    await Promise.all([done, all.promise])
    expect(heard).toEqual(['answer 0', 1, 2, 3, 4, 5])
  } finally {
    child.kill()
    await child.exited
    rmSync(folder, { recursive: true, force: true })
  }
})
