import { expect, test } from 'vitest'
import { withClockOff } from '../support/data-process.ts'
import type { Patch } from '../support/data-process.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { addCase } from '../support/hub-work.ts'
import { contentOnHub, noteOn, OFFLINE_FACTS, ONLINE, replyTo, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'

const TEN_YEARS_MS = 10 * 365 * 86_400_000
const NEAR_MS = 60_000

const hub = fileHub()
const cleanUps = cleaningUp()

type Written = { readonly writtenAtMs: number; readonly acceptedAtMs: number }
async function messageOnHub(text: string): Promise<Written> {
  const rows = (await contentOnHub(hub.url, 'lena'))['messages'] ?? []
  const found = rows.filter(row => row['bodyText'] === text)
  expect(found).toHaveLength(1)
  return found[0] as Written
}

test.each([
  { which: 'ahead', shiftMs: TEN_YEARS_MS },
  { which: 'behind', shiftMs: -TEN_YEARS_MS },
])(
  'a machine whose clock is ten years $which works, loses its unsent work to no change of the clock, and writes with the hub’s time',
  async ({ which, shiftMs }) => {
    const work = await addCase(hub)
    const wrong = await sitDown({
      hubUrl: hub.url,
      name: 'lena',
      machine: withClockOff(shiftMs),
      cleanUps,
    })
    await wrong.settled()
    expect(Math.abs(((await wrong.status()).skewMs ?? 0) - shiftMs)).toBeLessThan(NEAR_MS)
    const sent = `Ten years ${which}`
    await wrong.call('ticket.reply', replyTo(work, sent))
    await wrong.settled()
    const { writtenAtMs, acceptedAtMs } = await messageOnHub(sent)
    expect(Math.abs(writtenAtMs - Date.now())).toBeLessThan(NEAR_MS)
    expect(writtenAtMs).toBeLessThanOrEqual(acceptedAtMs)

    // Unsent when the process dies; the next start has the clock ten years off the other way, the one after has it right.
    await wrong.call('data.setNetwork', OFFLINE_FACTS)
    const unsent = `Unsent, ten years ${which}`
    await wrong.call('ticket.reply', replyTo(work, unsent, 2))
    const offline = { ...wrong.input, network: OFFLINE_FACTS }
    const other = await wrong.restartedClosed(withClockOff(-shiftMs))
    await other.call('data.open', offline)
    const later = `Unsent too, ten years off the other way than ${which}`
    await other.call('ticket.reply', replyTo(work, later, 2))
    expect(await other.status()).toMatchObject({ waiting: 2 })
    const right = await other.restarted({})
    await right.settled()
    for (const text of [unsent, later]) await messageOnHub(text)
    // What was written with a wrong clock and left with a right one keeps the wrong time, so its place is not looked at.
    const said = await right.said(work.ticket.id)
    expect(said.toSorted()).toEqual([work.message.bodyText, sent, unsent, later].toSorted())
    expect(right.content()).toEqual(await contentOnHub(hub.url, 'lena'))
  },
)

/** A push that failed once while the clock was ten years ahead, and the clock set right afterwards. */
async function restsUntilFarAway(
  patch: Patch | null,
): Promise<{ readonly lena: WholeLaptop; readonly text: string }> {
  const work = await addCase(hub)
  const line = await startFaultProxy(hub.url)
  cleanUps.push(line.close)
  const machine = withClockOff(TEN_YEARS_MS)
  const ahead = await sitDown({ hubUrl: line.url, name: 'lena', patch, machine, cleanUps })
  await ahead.settled()
  let failures = 0
  const failed = new Promise<void>(resolve => {
    line.setFault(async (request, forward) => {
      if (!request.url.startsWith('/v1/sync/push')) return forward()
      failures += 1
      if (failures === 3) resolve()
      return { status: 500, headers: {}, body: Buffer.from('{}') }
    })
  })
  const text = `Failed ten years from now on ${work.ticket.id}`
  await ahead.call('note.add', noteOn(work, text))
  await failed
  await ahead.until(({ phase }) => phase.state === 'trouble')
  const lena = await ahead.restartedClosed({})
  line.setFault(null)
  await lena.call('data.open', { ...lena.input, network: ONLINE })
  return { lena, text }
}
const timesOnHub = async (text: string): Promise<number> =>
  ((await contentOnHub(hub.url, 'lena'))['notes'] ?? []).filter(note => note['body'] === text).length

test('a rest that was reckoned with a clock ten years ahead ends when the clock is right again', async () => {
  const { lena, text } = await restsUntilFarAway(null)
  await lena.settled()
  expect(await timesOnHub(text)).toBe(1)
})

/** Believes every time it has written down. */
const TRUSTING: Patch = {
  file: 'main/data/sync/pick-batch.ts',
  from: 'entry.nextAttemptAtMs > nowMs + LONGEST_REST_MS ? 0 : entry.nextAttemptAtMs',
  to: 'entry.nextAttemptAtMs',
}

test('negative control: a product that trusts such a rest holds the work back for ten years', async () => {
  const { lena, text } = await restsUntilFarAway(TRUSTING)
  await lena.call('sync.wake', {})
  const { waiting } = await lena.until(({ phase, isFilled }) => phase.state === 'idle' && isFilled)
  expect(waiting).toBe(1)
  expect(await timesOnHub(text)).toBe(0)
})
