import { isAccessible } from '../../support/accessible.ts'
import { addColleague, expect, plugIn, test } from '../../support/house.ts'

// What is kept is the whole house's: no other story shares it.
test.use({ houseName: 'keeping' })
test.describe.configure({ mode: 'default', timeout: 180_000 })

test('an administrator sees what would go before it is switched on, and switches it off again', async ({
  house,
  sit,
}) => {
  const adam = await addColleague(house, 'Adam Falk', 'admin')
  const seat = await sit({ who: null })
  const { desk, window } = seat
  await desk.signIn({ url: seat.cable.url, ...adam })
  await desk.settled()
  await window.keyboard.press('Control+,')
  const settings = window.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Keeping' }).click()
  const on = settings.getByRole('button', { name: 'Remove it, and go on removing' })
  await expect(on).toBeDisabled()
  await settings.getByRole('textbox', { name: 'Closed tickets of service, months' }).fill('24')
  await settings.getByRole('button', { name: 'Show what would go' }).click()
  const preview = settings.getByRole('list', { name: 'What would go now' })
  await expect(preview).toContainText('Would remove 0 tickets of 0 customers.')
  await expect(on).toBeEnabled()
  await isAccessible(window, 'settings/keeping-page', 'keeping')
  // Other numbers have to be looked at anew, and without a connection nobody can.
  const people = settings.getByRole('textbox', { name: 'People without contact, months' })
  await people.fill('36')
  await expect(on).toBeDisabled()
  seat.cable.pull()
  await desk.offline()
  await expect(settings.getByRole('button', { name: 'Needs a connection' })).toBeDisabled()
  await plugIn(seat)
  await settings.getByRole('button', { name: 'Show what would go' }).click()
  await on.click()
  await expect(settings.getByText('The hub removes by itself, a little every ten minutes.')).toBeVisible()
  await settings.getByRole('button', { name: 'Stop removing' }).click()
  await expect(on).toBeVisible()
  await expect(people).toHaveValue('36')
})
