import type { ElectronApplication, Page } from '@playwright/test'
import type { DeskBridge } from '../../../shared/contract/index.ts'
import { addSupervisor, expect, plugIn, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ timeout: 180_000 })
// A board counts everything of its house: a crowd another story makes would push the newest off its sheets.
test.use({ houseName: 'floor' })

async function openBoard(app: ElectronApplication, console: Page): Promise<Page> {
  const opened = app.waitForEvent('window')
  await console.getByRole('button', { name: 'Open the supervisor window' }).click()
  const board = await opened
  await expect(board.getByRole('region', { name: 'Queues' })).toBeVisible({ timeout: 30_000 })
  return board
}

/** Calls through the page's own door; answers 'done' or the code of the refusal. */
const codesOf = (
  page: Page,
  calls: readonly (readonly [name: string, input: unknown])[],
): Promise<readonly string[]> =>
  page.evaluate(all => {
    const { desk } = window as unknown as { desk: DeskBridge }
    return Promise.all(
      all.map(async ([name, input]) => {
        const answer = await desk.call(name, input)
        return answer.ok ? 'done' : answer.error.code
      }),
    )
  }, calls)

test('a supervisor sees the floor live in a window of their own, and reassigns from it, offline too', async ({
  house,
  sit,
}) => {
  const sara = await addSupervisor(house, 'Sara Lind')
  const seat = await sit({ who: null })
  const { desk, app, window, cable } = seat
  await desk.signIn({ url: cable.url, ...sara })
  await desk.settled()
  const board = await openBoard(app, window)
  await expect(board).toHaveTitle('Tandem Supervisor')
  for (const name of ['Queues', 'Agents', 'Alerts', 'Fleet'])
    await expect(board.getByRole('region', { name })).toBeVisible()
  await expect(board.getByRole('status')).toContainText('Live')

  // Somebody writes: the queue grows without anybody touching the window.
  const subject = 'Watched from above'
  const work = await house.jonas.ticket({ customer: 'Petra Falk', subject, text: 'Where is my parcel?' })
  const queues = board.getByRole('region', { name: 'Queues' })
  await expect(queues.getByRole('button', { name: 'No team yet' }).first()).toBeVisible()
  await expect(
    board.getByRole('region', { name: 'Agents' }).getByRole('row', { name: /Sara Lind/ }),
  ).toContainText('available')

  // Behind other windows it goes on: no number is as old as the last look at it.
  const before = await board.getByRole('group', { name: 'Waiting' }).innerText()
  await app.evaluate(({ BrowserWindow }) => {
    for (const each of BrowserWindow.getAllWindows()) if (each.getTitle().includes('Supervisor')) each.hide()
  })
  await house.jonas.ticket({ customer: 'Rolf Amend', subject: 'Nobody looks now', text: 'Still there?' })
  await expect(board.getByRole('group', { name: 'Waiting' })).not.toHaveText(before)
  await window.getByRole('button', { name: 'Open the supervisor window' }).click()

  // From the number to its tickets, and to the ticket in the console.
  await queues.getByRole('button', { name: 'No team yet' }).first().click()
  const sheet = board.getByRole('dialog')
  await expect(sheet.getByRole('listitem').filter({ hasText: subject })).toBeVisible()
  await sheet.getByRole('button', { name: `Open: ${subject}` }).click()
  await expect(desk.conversation.getByRole('heading', { name: subject })).toBeVisible()

  await board.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await queues.getByRole('button', { name: /\d arrivals$/ }).click()
  await expect(sheet.getByRole('listitem').filter({ hasText: subject })).toContainText('1 message')
  await board.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  // The last step of the chart is under way.
  await queues.getByRole('toolbar').getByRole('button').last().click()
  await expect(sheet).toContainText('Arrivals and replies')
  await board.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await queues.getByRole('button', { name: 'No team yet' }).first().click()

  // Reassigned without a network: it waits like all other work, and leaves with it.
  cable.pull()
  await desk.offline()
  await expect(board.getByRole('status')).toContainText('Not connected')
  await sheet.getByRole('checkbox', { name: `Pick ${subject}` }).check()
  await sheet.getByRole('button', { name: 'Reassign to' }).click()
  await board.getByRole('menuitem', { name: /Jonas Berg/ }).click()
  await expect(sheet.getByRole('listitem').filter({ hasText: subject })).toContainText('Jonas B')
  await desk.waiting(1)
  await plugIn(seat)
  await desk.settled()
  const [thread] = rowsWhere(await house.rows(), 'threads', { id: work.threadIds[0] })
  expect(thread?.['assigneeId']).toBe(house.jonas.agentId)
  await expect(board.getByRole('status')).toContainText('Live', { timeout: 30_000 })
})

test('an agent is offered no board, and the console refuses to open one', async ({ sit }) => {
  const { window, desk } = await sit()
  await desk.settled()
  await expect(window.getByRole('button', { name: 'Open the supervisor window' })).toHaveCount(0)
  const answers = await codesOf(window, [
    ['supervisor.open', {}],
    ['board.watch', { isWatching: true }],
    ['board.threads', { filter: { by: 'waiting', kind: null } }],
  ])
  expect(answers).toEqual(['not-allowed', 'not-allowed', 'not-allowed'])
})

test('the board may ask for what it shows and nothing else', async ({ house, sit }) => {
  const sara = await addSupervisor(house, 'Sara Lind')
  const { desk, app, window, cable } = await sit({ who: null })
  await desk.signIn({ url: cable.url, ...sara })
  await desk.settled()
  const board = await openBoard(app, window)
  const refused = [
    'session.signOut',
    'settings.patch',
    'tickets.conversation',
    'app.quit',
    'attachments.read',
  ]
  const codes = await codesOf(
    board,
    refused.map(name => [name, {}]),
  )
  expect(new Set(codes)).toEqual(new Set(['not-allowed']))
  // Signing out takes the board away with the place.
  const closed = board.waitForEvent('close')
  expect(await codesOf(window, [['session.signOut', {}]])).toEqual(['done'])
  await closed
})

test('colleagues are seen where they look and write', async ({ house, sit }) => {
  const subject = 'Two at one desk'
  await house.jonas.ticket({ customer: 'Emil Storm', subject, text: 'Hello?' })
  const mira = await sit()
  const nadia = await sit({ who: 'nadia' })
  await mira.desk.show('all-open')
  await mira.desk.openTicket(subject)
  await nadia.desk.show('all-open')
  const row = nadia.desk.rows().filter({ hasText: subject })
  await expect(row).toContainText('Mira K. is viewing')
  await nadia.desk.openTicket(subject)
  await mira.desk.leaveField()
  await mira.desk.press('r')
  await mira.window.getByRole('textbox', { name: 'Reply to customer' }).pressSequentially('Good mor')
  await expect(nadia.desk.conversation.getByText('Mira K. is writing', { exact: true })).toBeVisible()
  await expect(nadia.window.getByText(/^Mira K. is writing on this ticket too/)).toBeVisible()
  // Without a network nobody is known to be anywhere.
  nadia.cable.pull()
  await nadia.desk.offline()
  await expect(nadia.desk.conversation.getByText('Mira K. is writing', { exact: true })).toHaveCount(0)
})
