import { expect, test } from 'vitest'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { eventually, PASSWORD, SEED_AGENTS } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import { openHubWriter } from '../support/hub-writer.ts'
import { noteOn, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'

/** Without any hint a laptop looks again after a minute. */
const FAR_BELOW_A_MINUTE_MS = 20_000

const hub = fileHub()
const cleanUps = cleaningUp()

const hears = (laptop: WholeLaptop, noteId: string): Promise<unknown> =>
  eventually(
    () => laptop.content()['notes'] ?? [],
    notes => notes.some(note => note['id'] === noteId),
    FAR_BELOW_A_MINUTE_MS,
  )

test('where WebSockets are blocked a colleague’s note still arrives at once, by long polling', async () => {
  const work = await addCase(hub)
  const line = await startFaultProxy(hub.url)
  cleanUps.push(line.close)
  line.blockSockets(true)
  const lena = await sitDown({ hubUrl: line.url, name: 'lena', cleanUps })
  await lena.settled()
  await eventually(
    () => line.seen.filter(what => what === 'GET /v1/live/poll').length,
    polls => polls > 0,
    20_000,
  )
  const tom = await openHubWriter(hub.url, { email: SEED_AGENTS.tom.email, password: PASSWORD })
  for (const body of ['One', 'Two']) {
    const note = noteOn(work, body)
    await tom.push([{ name: 'note.add', args: note }])
    await hears(lena, note.noteId)
  }
  expect(line.sockets()).toBe(0)
})

test('a WebSocket that dies in mid-life is followed by polling, and nothing said meanwhile is missed', async () => {
  const work = await addCase(hub)
  const line = await startFaultProxy(hub.url)
  cleanUps.push(line.close)
  const lena = await sitDown({ hubUrl: line.url, name: 'lena', cleanUps })
  await lena.settled()
  await eventually(
    () => line.sockets(),
    open => open === 1,
    20_000,
  )
  expect(line.seen).not.toContain('GET /v1/live/poll')
  const tom = await openHubWriter(hub.url, { email: SEED_AGENTS.tom.email, password: PASSWORD })
  line.blockSockets(true)
  const note = noteOn(work, 'Said into the gap')
  await tom.push([{ name: 'note.add', args: note }])
  await hears(lena, note.noteId)
})
