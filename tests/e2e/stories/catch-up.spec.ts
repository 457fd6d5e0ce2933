import type { Seat } from '../../support/house.ts'
import { expect, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 150_000 })

/** Tells the window of a look at the hub, as the data process does: nobody waits for a quarter of an hour here. */
async function tellPulled({ app, window }: Seat, agoMs: number): Promise<void> {
  const { value: status } = (await window.evaluate(`window.desk.call('sync.status', {})`)) as {
    readonly value: Record<string, unknown>
  }
  await app.evaluate(
    ({ BrowserWindow }, payload) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('desk.event', 'sync.changed', payload),
    { ...status, lastPulledAtMs: Date.now() - agoMs },
  )
}

test('after a long time away one calm line says what changed, shows it, and goes', async ({ house, sit }) => {
  const subject = 'Written while nobody looked'
  const seat = await sit()
  const { desk, window, complaints } = seat
  const line = window.getByRole('button', { name: /open tickets? changed since/ })
  await expect(line).toHaveCount(0)
  await tellPulled(seat, 40 * 60_000)
  await house.jonas.ticket({ customer: 'Ina Wolf', subject, text: 'Are you there?' })
  await tellPulled(seat, 0)
  await expect(line).toBeVisible()
  await window.screenshot({ path: 'out/e2e/stories/catch-up.png' })
  await line.click()
  await expect(desk.rows().filter({ hasText: subject })).toBeVisible()
  await expect(desk.list.getByRole('group', { name: 'Filter' })).toContainText('Last active')
  await expect(line).toHaveCount(0)
  expect(complaints).toEqual([])
})
