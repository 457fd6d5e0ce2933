import { expect, test } from 'vitest'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { addCase } from '../support/hub-work.ts'
import { contentOnHub, replyTo, sitDown } from '../support/whole-laptop.ts'

const DAY_MS = 86_400_000
const MONTH_MS = 30 * DAY_MS
const NEAR_MS = 60_000

const hub = fileHub()
const cleanUps = cleaningUp()

const writtenAt = async (text: string): Promise<{ writtenAtMs: number; acceptedAtMs: number }> => {
  const rows = (await contentOnHub(hub.url, 'lena'))['messages'] ?? []
  const found = rows.filter(row => row['bodyText'] === text)
  expect(found).toHaveLength(1)
  return found[0] as { writtenAtMs: number; acceptedAtMs: number }
}

test('a laptop whose clock is a day ahead, then a month behind, works, says so, and writes with the hub’s time', async () => {
  const work = await addCase(hub)
  const line = await startFaultProxy(hub.url)
  cleanUps.push(line.close)
  hub.clock.shift(-DAY_MS)
  const lena = await sitDown({ hubUrl: line.url, name: 'lena', cleanUps })
  await lena.settled()
  const ahead = await lena.status()
  expect(Math.abs((ahead.skewMs ?? 0) - DAY_MS)).toBeLessThan(NEAR_MS)

  await lena.call('ticket.reply', replyTo(work, 'From tomorrow'))
  await lena.settled()
  const fromTomorrow = await writtenAt('From tomorrow')
  expect(Math.abs(fromTomorrow.writtenAtMs - hub.clock.now())).toBeLessThan(NEAR_MS)
  expect(fromTomorrow.writtenAtMs).toBeLessThanOrEqual(fromTomorrow.acceptedAtMs)

  // The hub's clock is set right by a jump: every access token has run out meanwhile.
  hub.clock.shift(DAY_MS + MONTH_MS)
  await lena.call('ticket.reply', replyTo(work, 'From last month', 2))
  await lena.settled()
  const behind = await lena.status()
  expect(Math.abs((behind.skewMs ?? 0) + MONTH_MS)).toBeLessThan(NEAR_MS)
  const fromLastMonth = await writtenAt('From last month')
  expect(Math.abs(fromLastMonth.writtenAtMs - hub.clock.now())).toBeLessThan(NEAR_MS)
  expect(fromLastMonth.writtenAtMs).toBeLessThanOrEqual(fromLastMonth.acceptedAtMs)

  // Places in the conversation come from the hub's counting, not from any clock.
  expect(await lena.said(work.ticket.id)).toEqual([work.message.bodyText, 'From tomorrow', 'From last month'])
  expect(lena.content()).toEqual(await contentOnHub(hub.url, 'lena'))
})
