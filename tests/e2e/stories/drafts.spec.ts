import { expect, openBox, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 150_000 })

test('words begun survive quitting and a restart without the hub, the last ones typed included', async ({
  house,
  sit,
  userDataFolder,
}) => {
  const subject = 'Half a sentence'
  await house.jonas.ticket({ customer: 'Karin Voss', subject, text: 'Please explain.' })
  const first = await sit({ userDataFolder })
  await first.desk.show('all-open')
  await first.desk.openTicket(subject)
  const reply = await openBox(first.desk, 'reply')
  await reply.fill('It works like this: ')
  await expect(first.window.getByText(/^draft saved/)).toBeVisible()
  await expect(first.desk.list.getByText('draft')).toBeVisible()
  const note = await openBox(first.desk, 'note')
  await note.fill('ask Jonas')
  await openBox(first.desk, 'reply')
  // The last keys and then quitting at once: nobody waits for the pause.
  await reply.pressSequentially('first you')
  await first.close()
  first.cable.pull()

  const second = await sit({ userDataFolder, who: null, cable: first.cable })
  await second.desk.offline()
  // The tab is where it was.
  await expect(second.desk.conversation.getByRole('heading', { name: subject })).toBeVisible()
  await expect(await openBox(second.desk, 'reply')).toHaveValue('It works like this: first you')
  await expect(await openBox(second.desk, 'note')).toHaveValue('ask Jonas')
  await expect(second.desk.status).toContainText('nothing waits')
})

test('a draft of another device is offered under the own one and never mixed in by itself', async ({
  house,
  sit,
}) => {
  const subject = 'Begun at the office'
  await house.jonas.ticket({ customer: 'Leo Brandt', subject, text: 'How long?' })
  const office = await sit()
  await office.desk.show('all-open')
  await office.desk.openTicket(subject)
  await (await openBox(office.desk, 'reply')).fill('About a week, because')
  const home = await sit()
  await home.desk.show('all-open')
  await home.desk.openTicket(subject)
  const box = await openBox(home.desk, 'reply')
  await box.fill('Hello Leo.')
  await expect(home.window.getByText(/Written on another device.*About a week, because/)).toBeVisible({
    timeout: 30_000,
  })
  await expect(box).toHaveValue('Hello Leo.')
  await home.window.getByRole('button', { name: 'put it below' }).click()
  await expect(box).toHaveValue('Hello Leo.\n\nAbout a week, because')
  await box.press('Control+Enter')
  await home.desk.settled()
  await home.window.getByRole('button', { name: 'throw away' }).click()
  await expect(home.window.getByText(/Written on another device/)).toHaveCount(0)
  expect(
    rowsWhere(await house.rows(), 'messages', { bodyText: 'Hello Leo.\n\nAbout a week, because' }),
  ).toHaveLength(1)
})
