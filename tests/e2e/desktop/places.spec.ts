import type { ElectronApplication } from '@playwright/test'
import { isPartAccessible } from '../../support/accessible.ts'
import { expect, PASSWORD, plugIn, rowsWhere, test } from '../../support/house.ts'
import { notices, watchSystem } from './support/system-watch.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })

/** As a second start hands it over. */
const openLink = (app: ElectronApplication, link: string): Promise<unknown> =>
  app.evaluate(({ app: electron }, args) => electron.emit('second-instance', {}, [], '', { args }), [link])

test('switching to another agent keeps both signed in, says what is unsent, and comes back offline', async ({
  house,
  sit,
}) => {
  const subject = 'Shared laptop at the front desk'
  await house.jonas.ticket({ customer: 'Ulla Brandt', subject, text: 'Who is there?' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.note('Mira, before the change of shift')
  await desk.waiting(1)

  const switchPlace = async (name: string) => {
    await window.getByRole('button', { name: `${name}: account` }).click()
    await window.getByRole('menuitem', { name: 'Switch agent or workspace' }).click()
    return window.getByRole('dialog', { name: 'Switch agent or workspace' })
  }
  const dialog = await switchPlace('Mira Kern')
  await expect(dialog).toContainText('1 change of yours has not left this laptop. It waits here, encrypted,')
  await dialog.getByRole('button', { name: 'Sign in somewhere else' }).click()
  const places = window.getByRole('region', { name: 'On this laptop' })
  await expect(places).toContainText('1 unsent change of Mira Kern waits here', { timeout: 30_000 })

  cable.plug()
  await desk.signIn({ url: cable.url, email: 'nadia@example.com', password: PASSWORD })
  await desk.settled()
  const notesOf = async () =>
    rowsWhere(await house.rows(), 'notes', { body: 'Mira, before the change of shift' })
  expect(await notesOf()).toEqual([])

  cable.pull()
  const back = await switchPlace('Nadia Ott')
  await expect(back).toContainText('Everything of yours has left.')
  await back.getByRole('button', { name: /Mira Kern/ }).click()
  // Without a password, without a network, where she was.
  await expect(desk.conversation.getByText('Mira, before the change of shift')).toBeVisible({
    timeout: 30_000,
  })
  await desk.waiting(1)
  await plugIn(seat)
  await desk.settled()
  expect(await notesOf()).toHaveLength(1)
})

test('a copied link opens its ticket, and one into another workspace says so', async ({ house, sit }) => {
  const subject = 'Linked from a chat'
  const work = await house.jonas.ticket({ customer: 'Vera Holm', subject, text: 'See above' })
  const { desk, window, app } = await sit()
  await desk.show('all-open')
  await desk.openTicket(subject)
  await desk.leaveField()
  await desk.press('Control+Shift+C')
  await expect(window.getByText('Copied')).toBeVisible()
  const link = await app.evaluate(({ clipboard }) => clipboard.readText())
  const [ticket] = rowsWhere(await house.rows(), 'tickets', { id: work.ticketId })
  expect(link).toMatch(
    new RegExp(`^tandem://ticket/${String(ticket?.['number'])}\\?workspace=[0-9a-f-]{36}$`),
  )

  await desk.press('Control+w')
  await expect(desk.conversation.getByRole('heading', { name: subject })).toHaveCount(0)
  await openLink(app, link)
  await expect(desk.conversation.getByRole('heading', { name: subject })).toBeVisible()

  await openLink(app, `tandem://customer/${work.customerId}`)
  await expect(
    window.getByRole('region', { name: 'Customer 360' }).getByRole('heading', { name: 'Vera Holm' }),
  ).toBeVisible()
  await openLink(app, 'tandem://customer/01890000-0000-7000-8000-0000000000ff')
  await expect(window.getByText('This customer is not on this laptop.').first()).toBeVisible()

  await openLink(app, link.replace(/workspace=.*/, 'workspace=01890000-0000-7000-8000-0000000000ff'))
  const dialog = window.getByRole('dialog', { name: 'This link belongs to another workspace' })
  await expect(dialog).toContainText('You are working in House')
  await isPartAccessible(window, 'sign-in/elsewhere-dialog')
  await dialog.getByRole('button', { name: 'Stay here' }).click()
  await expect(dialog).toBeHidden()
})

test('a link that starts the app waits for the sign-in and then opens', async ({ house, launch }) => {
  const subject = 'Opened from a mail'
  const work = await house.jonas.ticket({ customer: 'Wim Kok', subject, text: 'Hello' })
  const [ticket] = rowsWhere(await house.rows(), 'tickets', { id: work.ticketId })
  const { window } = await launch({ args: [`tandem://ticket/${String(ticket?.['number'])}`] })
  await window.getByRole('textbox', { name: 'Hub address' }).fill(house.hub.url)
  await window.getByRole('textbox', { name: 'Email' }).fill('mira@example.com')
  await window.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
  // Asked for before anything was here: it opens at the end of the first fill.
  const conversation = window.getByRole('region', { name: 'Conversation' })
  await expect(conversation.getByRole('heading', { name: subject })).toBeVisible({ timeout: 60_000 })
})

test('a colleague’s assignment and mention are told by the system, and a click opens the ticket', async ({
  house,
  sit,
}) => {
  const subject = 'Told while looking away'
  const work = await house.jonas.ticket({ customer: 'Xenia Rau', subject, text: 'Is somebody there?' })
  const { desk, app } = await sit()
  const [mira] = rowsWhere(await house.rows(), 'agents', { name: 'Mira Kern' })
  await watchSystem(app)
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => false
  })
  const [threadId] = work.threadIds
  await house.jonas.push([
    {
      name: 'thread.assign',
      args: { threadId, team: null, assignee: { seen: null, value: mira?.['id'] } },
    },
    {
      name: 'note.add',
      args: {
        noteId: crypto
          .randomUUID()
          .replace(/^(.{14})4/u, '$17')
          .replace(/^(.{19})./u, '$18'),
        ticketId: work.ticketId,
        threadId: null,
        body: 'Could you take this one, @Mira?',
        attachments: [],
      },
    },
  ])
  await expect
    .poll(async () => (await notices(app)).map(({ title, body }) => [title, body]), { timeout: 30_000 })
    .toEqual(
      expect.arrayContaining([
        ['Assigned to you', `Xenia Rau · ${subject}`],
        ['You are mentioned in a note', `Xenia Rau · ${subject}\nCould you take this one, @Mira?`],
      ]),
    )
  await app.evaluate(() => (globalThis as never as { shown: { click: () => void }[] }).shown.at(-1)?.click())
  await expect(desk.conversation.getByRole('heading', { name: subject })).toBeVisible()
})
