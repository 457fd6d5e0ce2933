import { isAccessible } from '../../support/accessible.ts'
import { expect, plugIn, rowsWhere, syncNow, test } from '../../support/house.ts'
import type { House, Seat } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 420_000 })
test.use({ houseName: 'may have left' })

/** How messages with these words stand on the hub. */
const deliveries = async (house: House, words: string): Promise<readonly unknown[]> =>
  rowsWhere(await house.rows(), 'messages', { bodyText: words }).map(({ delivery }) => delivery)

async function answered({ desk }: Seat, house: House, subject: string): Promise<string> {
  await house.jonas.ticket({ customer: `Kim ${subject}`, subject, text: 'Where is it?' })
  await syncNow(desk)
  await desk.show('all-open')
  await desk.openTicket(subject)
  const words = `About ${subject}: it is on its way.`
  await desk.reply(words)
  await expect.poll(() => deliveries(house, words), { timeout: 30_000 }).toEqual(['queued'])
  return words
}

test('after a restore each mail that may have left is sent again or settled with one press, where it stands, offline too', async ({
  house,
  sit,
}) => {
  const seat = await sit()
  const { desk, window, cable } = seat
  const subjects = ['First parcel', 'Second parcel', 'Third parcel', 'Fourth parcel', 'Fifth parcel']
  const words: string[] = []
  for (const subject of subjects) words.push(await answered(seat, house, subject))
  const [first = '', second = '', third = '', ...rest] = words
  await house.hub.run(['epoch', 'new'])
  await syncNow(desk)
  await expect(window.getByRole('button', { name: '5 need attention' })).toBeVisible({ timeout: 60_000 })

  // In the conversation, without a network.
  cable.pull()
  await desk.offline()
  await desk.show('pending')
  await desk.openTicket('First parcel')
  await expect(desk.conversation).toContainText('outcome unknown')
  await isAccessible(window, 'doubtful-ways', 'may-have-left')
  await desk.conversation.getByRole('button', { name: 'Send again' }).click()
  await expect(desk.conversation).toContainText(/waits on this laptop|not confirmed yet/)
  await plugIn(seat)
  await expect.poll(() => deliveries(house, first), { timeout: 30_000 }).toEqual(['queued'])
  await expect(desk.conversation).toContainText('sent a message again that may have left before')

  // In Outgoing.
  await window.keyboard.press('Escape')
  await desk.leaveField()
  await desk.press('Control+Shift+O')
  const outgoing = window.getByRole('dialog', { name: 'Outgoing' })
  const line = outgoing.getByRole('row').filter({ hasText: 'Second parcel' }).filter({ hasText: 'unknown' })
  await line.getByRole('button', { name: 'It left' }).first().click()
  await expect.poll(() => deliveries(house, second), { timeout: 30_000 }).toEqual(['accepted'])
  await window.keyboard.press('Escape')

  // Under Needs attention, by key: one, then all that are left.
  await window.keyboard.press('Control+Shift+A')
  const dialog = window.getByRole('dialog', { name: 'Needs attention' })
  await expect(dialog.getByRole('region', { name: '3 messages may have left' })).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Third parcel' })).toBeFocused()
  await isAccessible(window, 'doubtful-part', 'may-have-left')
  await window.keyboard.press('r')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Fourth parcel' })).toBeFocused()
  await window.keyboard.press('Shift+L')
  await expect(dialog).toContainText('Everything was accepted.')
  await expect.poll(() => deliveries(house, third), { timeout: 30_000 }).toEqual(['queued'])
  for (const each of rest)
    await expect.poll(() => deliveries(house, each), { timeout: 30_000 }).toEqual(['accepted'])
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: /need attention/ })).toHaveCount(0)
})
