import { join } from 'node:path'
import { Console } from '../../support/console.ts'
import { startFaultProxy } from '../../support/fault-proxy.ts'
import type { Fault } from '../../support/fault-proxy.ts'
import { expect, PASSWORD, rowsWhere, syncNow, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 150_000 })

const DAY_MS = 86_400_000

/** A hub of before: it knows no protocol of this console. */
const olderHub: Fault = async (request, forward) => {
  if (!request.url.startsWith('/v1/sync') && !request.url.startsWith('/v1/live')) return forward()
  const error = { code: 'hub-too-old', message: 'The hub does not serve this protocol yet', details: {} }
  return {
    status: 426,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ error })),
  }
}

test('a hub swapped for an older one is named, work goes on, and all of it leaves when the hub is new again', async ({
  house,
  sit,
}) => {
  const subject = 'Before the swap'
  await house.jonas.ticket({ customer: 'Uwe Sander', subject, text: 'Still there?' })
  const proxy = await startFaultProxy(house.hub.url)
  const nothing = (): void => undefined
  const cable = {
    url: proxy.url,
    pull: nothing,
    plug: nothing,
    swallowAnswers: nothing,
    close: () => proxy.close(),
  }
  const { desk, window } = await sit({ cable })
  await desk.show('all-open')
  await desk.openTicket(subject)
  proxy.setFault(olderHub)
  proxy.blockSockets(true)
  await syncNow(desk)
  await expect(desk.status).toContainText('The hub is older than this console.', { timeout: 40_000 })
  await desk.reply('Written while the hub was old.')
  await expect(desk.status).toContainText('changes wait')
  await window.screenshot({ path: 'out/e2e/bad-days/older-hub.png' })
  proxy.setFault(null)
  proxy.blockSockets(false)
  await syncNow(desk)
  await desk.settled()
  await expect
    .poll(
      async () =>
        rowsWhere(await house.rows(), 'messages', { bodyText: 'Written while the hub was old.' }).length,
      { timeout: 40_000 },
    )
    .toBe(1)
  await proxy.close()
})

for (const [which, shiftMs] of [
  ['ahead', DAY_MS],
  ['behind', -DAY_MS],
] as const) {
  test(`with a clock a day ${which} a reply still stands where it was written`, async ({ house, launch }) => {
    const subject = `A clock ${which}`
    const words = `Written with a clock ${which}.`
    await house.jonas.ticket({ customer: 'Tim Ewald', subject, text: 'What time is it?' })
    const { window } = await launch({
      env: {
        NODE_OPTIONS: `--require ${join(import.meta.dirname, '../../support/shifted-clock.cjs')}`,
        CLOCK_SHIFT_MS: String(shiftMs),
      },
    })
    await window.clock.install({ time: Date.now() + shiftMs })
    const desk = new Console(window)
    await desk.signIn({ url: house.hub.url, email: 'mira@example.com', password: PASSWORD })
    await desk.settled()
    await desk.show('all-open')
    await desk.openTicket(subject)
    await desk.reply(words)
    const writtenAtMs = async (): Promise<number> =>
      Number(rowsWhere(await house.rows(), 'messages', { bodyText: words })[0]?.['writtenAtMs'])
    await expect
      .poll(async () => Math.abs((await writtenAtMs()) - Date.now()), { timeout: 40_000 })
      .toBeLessThan(120_000)
    // In the conversation the answer stands below the question, whatever the laptop's clock says.
    await expect(desk.conversation.getByRole('article').last()).toContainText(words)
    await window.screenshot({ path: `out/e2e/bad-days/clock-${which}.png` })
  })
}
