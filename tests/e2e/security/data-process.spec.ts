import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { isAlive } from '../../../scripts/lib/end-tree.mjs'
import { pinnedNode } from '../../../scripts/lib/pinned-node.mjs'
import type { forkChild } from '../../../main/data-process/fork-child.ts'
import type { utilityChild } from '../../../main/data-process/utility-child.ts'
import { expect, test } from './support/small-app.ts'
import { runFolder } from '../../support/at-the-end.ts'

/** Sends back what it got; needs no addon, so that every runtime can run it in its utility process. */
const ECHO = `
process.on('SIGINT', () => {}); process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit(0))
const port = process.parentPort
const take = message => {
  if (message === 'crash') { process.stderr.write('last words'); setTimeout(() => process.exit(7), 50) }
  else port ? port.postMessage(message) : process.send(message)
}
port ? port.on('message', event => take(event.data)) : process.on('message', take)
`
type Children = { readonly utilityChild: typeof utilityChild; readonly forkChild: typeof forkChild }

let folder = ''
test.beforeEach(async () => {
  folder = mkdtempSync(join(runFolder(), 'tandem-utility-'))
  writeFileSync(join(folder, 'package.json'), '{"name":"probe","version":"1.0.0","main":"probe.cjs"}')
  writeFileSync(join(folder, 'echo.cjs'), ECHO)
  await build({
    entryPoints: [join(import.meta.dirname, 'support/utility-probe.ts')],
    outfile: join(folder, 'probe.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    external: ['electron'],
  })
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

for (const kind of ['utility', 'fork'] as const) {
  test(`the ${kind} port carries everything whole and tells every end`, async ({ launch }) => {
    const { app } = await launch({ appFolder: folder })
    const seen = await app.evaluate(
      async (_electron, { kind: way, script, nodePath }) => {
        const { utilityChild: inUtility, forkChild: inNode } = Reflect.get(
          globalThis,
          'dataChildren',
        ) as Children
        const start = () => (way === 'utility' ? inUtility(script) : inNode(script, nodePath))

        const echo = start()
        const value = {
          at: new Date(5),
          map: new Map([[1, 'one']]),
          big: 2n ** 60n,
          bytes: new Uint8Array([0, 255]),
        }
        const back = await new Promise<typeof value>(resolve => {
          echo.port.onMessage(message => resolve(message as typeof value))
          echo.port.post(value)
        })
        const isWhole =
          back.at.getTime() === 5 &&
          back.map.get(1) === 'one' &&
          back.big === 2n ** 60n &&
          back.bytes[1] === 255
        echo.port.close()
        await new Promise<void>(resolve => echo.port.onClose(resolve))
        // A message to one that is gone disturbs nobody, and who asks late is told too.
        echo.port.post('late')
        await new Promise<void>(resolve => echo.port.onClose(resolve))

        const crashing = start()
        crashing.port.post('crash')
        const crash = await crashing.exited

        const killed = start()
        killed.kill()
        const kill = await killed.exited
        return { isWhole, crash, killReason: kill.reason }
      },
      { kind, script: join(folder, 'echo.cjs'), nodePath: pinnedNode() },
    )
    expect(seen.isWhole).toBe(true)
    expect(seen.crash).toEqual({ reason: '7', lastWords: 'last words' })
    expect(seen.killReason).not.toBe('0')
  })
}

type Answer = {
  readonly ok: boolean
  readonly value: { readonly pid: number }
  readonly error: { readonly code: string }
}

test('a data process that dies in the middle of a call is answered for, and replaced', async ({
  launchSmall,
}) => {
  const { call } = await launchSmall()
  const before = (await call('directory.get', {})) as Answer
  expect(await call('search.query', { text: 'crash' })).toMatchObject({
    ok: false,
    error: { code: 'data-unavailable' },
  })
  const after = (await call('directory.get', {})) as Answer
  expect(after.ok).toBe(true)
  expect(after.value.pid).not.toBe(before.value.pid)
})

test('one that keeps dying is given up and said so, not started for ever', async ({ launchSmall }) => {
  const { call } = await launchSmall()
  for (let crashes = 0; crashes < 6; crashes += 1) await call('search.query', { text: 'crash' })
  expect(await call('directory.get', {})).toMatchObject({ ok: false, error: { code: 'data-unavailable' } })
})

test('quitting ends the data process, and so does the death of main', async ({ launchSmall }) => {
  const quitting = await launchSmall()
  const first = (await quitting.call('directory.get', {})) as Answer
  await quitting.close()
  await expect.poll(() => isAlive(first.value.pid)).toBe(false)

  const killed = await launchSmall()
  const second = (await killed.call('directory.get', {})) as Answer
  expect(isAlive(second.value.pid)).toBe(true)
  await killed.kill()
  await expect.poll(() => isAlive(second.value.pid)).toBe(false)
})
