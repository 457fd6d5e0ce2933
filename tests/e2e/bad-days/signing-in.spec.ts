import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isPartAccessible } from '../../support/accessible.ts'
import { expect, openBox, PASSWORD, plugIn, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 150_000 })

test('a wrong password and a hub that does not answer are told, nothing is kept, and the next try works', async ({
  house,
  sit,
}) => {
  const { desk, window, cable, userDataFolder } = await sit({ who: null })
  const login = { url: cable.url, email: 'mira@example.com', password: PASSWORD }
  const alert = window.getByRole('alert')

  await desk.signIn({ ...login, password: 'guessed' })
  await expect(alert).toContainText('Email and password do not go together.')
  await expect(alert).toContainText('Nothing was changed.')
  await expect(window.getByRole('textbox', { name: 'Email' })).toHaveValue(login.email)
  await expect(window.getByRole('region', { name: 'On this laptop' })).toHaveCount(0)

  cable.pull()
  await desk.signIn(login)
  await expect(alert).toContainText('The hub does not answer.')
  await expect(alert).toContainText('Check the address and your network')
  const places = join(userDataFolder, 'places')
  expect(existsSync(places) ? readdirSync(places) : []).toEqual([])
  await expect(window.getByRole('textbox', { name: 'Hub address' })).toHaveValue(cable.url)

  await house.jonas.ticket({ customer: 'Asta Lund', subject: 'After the second try', text: 'Hello?' })
  cable.plug()
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
  await desk.settled()
  await desk.show('all-open')
  await desk.openTicket('After the second try')
})

test('a session ended on the hub takes no words, keeps the place open, and everything leaves once after signing in', async ({
  house,
  sit,
}) => {
  const subject = 'Signed out in the middle'
  await house.jonas.ticket({ customer: 'Bo Dahl', subject, text: 'Are you there?' })
  const { desk, window } = await sit({ who: 'nadia' })
  await desk.show('all-open')
  await desk.openTicket(subject)
  const note = await openBox(desk, 'note')
  await note.fill('A note I have only begun')

  const fresh = 'another quiet desk'
  await house.hub.run(['agent', 'password', 'nadia@example.com', '--password-stdin'], `${fresh}\n`)
  await desk.reply('Yes, and I am still writing.')
  await expect(desk.status).toContainText('The hub asks you to sign in again.', { timeout: 30_000 })
  // A reply and what it does to its thread are two changes, made as one.
  await expect(desk.status).toContainText('2 changes wait')
  await expect(desk.conversation.getByText('Yes, and I am still writing.')).toBeVisible()
  await desk.show('pending')
  await expect(desk.list.getByText(subject)).toBeVisible()
  // Work goes on.
  await desk.note('Written while signed out')
  await (await openBox(desk, 'reply')).fill('And more that I have not sent')

  await window.getByRole('button', { name: 'Sign in again' }).click()
  const dialog = window.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toContainText('3 changes leave once you are signed in.')
  await dialog.getByLabel('Password of nadia@example.com').fill('not this one')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Email and password do not go together.')
  await isPartAccessible(window, 'sign-in/sign-in-again')
  await dialog.getByLabel('Password of nadia@example.com').fill(fresh)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await desk.settled()
  await expect(window.getByRole('textbox', { name: 'Reply to customer' })).toHaveValue(
    'And more that I have not sent',
  )
  const rows = await house.rows()
  expect(rowsWhere(rows, 'messages', { bodyText: 'Yes, and I am still writing.' })).toHaveLength(1)
  expect(rowsWhere(rows, 'notes', { body: 'Written while signed out' })).toHaveLength(1)
  await house.hub.run(['agent', 'password', 'nadia@example.com', '--password-stdin'], `${PASSWORD}\n`)
})

test('what one agent left unsent is told, waits while another works here, and leaves only with its author', async ({
  house,
  sit,
}) => {
  const subject = 'Two agents, one laptop'
  await house.jonas.ticket({ customer: 'Cleo Marsh', subject, text: 'Which of you?' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.note('Mira wrote this and left')
  await desk.waiting(1)

  const signOut = async (name: string): Promise<void> => {
    await window.getByRole('button', { name: `${name}: account` }).click()
    await window.getByRole('menuitem', { name: 'Sign out' }).click()
  }
  await signOut('Mira Kern')
  const dialog = window.getByRole('dialog', { name: 'Sign out Mira Kern' })
  await expect(dialog).toContainText(
    '1 change has not left this laptop. It stays here, encrypted, and leaves after you sign in here again.',
  )
  await expect(dialog.getByRole('button', { name: 'Sign out and remove the data' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
  const places = window.getByRole('region', { name: 'On this laptop' })
  await expect(places).toContainText('1 unsent change of Mira Kern waits here', { timeout: 30_000 })

  cable.plug()
  await desk.signIn({ url: cable.url, email: 'jonas@example.com', password: PASSWORD })
  await desk.settled()
  await desk.show('all-open')
  await desk.openTicket(subject)
  await expect(desk.conversation.getByText('Mira wrote this and left')).toHaveCount(0)
  await desk.note('Jonas was here meanwhile')
  await desk.settled()
  const meanwhile = await house.rows()
  expect(rowsWhere(meanwhile, 'notes', { body: 'Jonas was here meanwhile' })).toHaveLength(1)
  expect(rowsWhere(meanwhile, 'notes', { body: 'Mira wrote this and left' })).toHaveLength(0)

  await signOut('Jonas Berg')
  await expect(window.getByRole('dialog', { name: 'Sign out Jonas Berg' })).toContainText(
    'Everything has left.',
  )
  await window.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(places).toContainText('1 unsent change of Mira Kern waits here', { timeout: 30_000 })
  await places.getByRole('button', { name: /Mira Kern/ }).click()
  await window.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
  await desk.settled()
  const rows = await house.rows()
  const [sent, ...others] = rowsWhere(rows, 'notes', { body: 'Mira wrote this and left' })
  const [mira] = rowsWhere(rows, 'agents', { name: 'Mira Kern' })
  expect(others).toEqual([])
  expect(sent?.['authorId']).toBe(mira?.['id'])
})

test('signed in once it opens without the hub, with everything in it', async ({
  house,
  sit,
  userDataFolder,
}) => {
  const subject = 'Read on the train'
  await house.jonas.ticket({ customer: 'Dora Quist', subject, text: 'No hurry.' })
  const first = await sit({ userDataFolder })
  await first.close()
  first.cable.pull()

  const seat = await sit({ userDataFolder, who: null, cable: first.cable })
  await seat.desk.offline()
  await seat.desk.show('all-open')
  await seat.desk.openTicket(subject)
  await expect(seat.desk.conversation.getByText('No hurry.')).toBeVisible()
  await seat.desk.reply('Written without any hub')
  await seat.desk.waiting(2)
  await plugIn(seat)
  await seat.desk.settled()
  expect(rowsWhere(await house.rows(), 'messages', { bodyText: 'Written without any hub' })).toHaveLength(1)
})
