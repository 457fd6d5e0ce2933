import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { close, openWriter } from '../../../main/data/db/open.ts'
import { isAccessible } from '../../support/accessible.ts'
import { Console } from '../../support/console.ts'
import { flipBitIn, leavesOf } from '../../support/damage.ts'
import { startAgain } from '../../support/second-start.ts'
import { dataProcessOf, expect, openBox, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 150_000 })

test('a data process killed in the middle of a reply comes back by itself, and the reply is on the hub once', async ({
  house,
  sit,
}) => {
  const subject = 'Killed in the middle'
  await house.jonas.ticket({ customer: 'Emil Roth', subject, text: 'Does it hold?' })
  const { app, desk, window, complaints } = await sit()
  await desk.show('all-open')
  await desk.openTicket(subject)
  const reply = await openBox(desk, 'reply')
  await reply.fill('Half a sent')
  const first = await dataProcessOf(app)
  process.kill(first, 'SIGKILL')
  // Typing goes on while a fresh process starts.
  await reply.pressSequentially('ence, and the rest of it.')
  await expect(reply).toHaveValue('Half a sentence, and the rest of it.')
  await expect.poll(() => dataProcessOf(app).catch(() => first), { timeout: 30_000 }).not.toBe(first)
  await expect(window.getByText(/^draft saved/)).toBeVisible({ timeout: 30_000 })

  // Killed between Send and its answer: the words are in the conversation or still in the box, never gone.
  const second = await dataProcessOf(app)
  process.kill(second, 'SIGSTOP')
  await reply.press('Control+Enter')
  process.kill(second, 'SIGKILL')
  const sent = desk.conversation.getByRole('article').getByText('Half a sentence, and the rest of it.')
  await expect
    .poll(
      async () =>
        (await reply.inputValue()) === 'Half a sentence, and the rest of it.' || (await sent.count()) === 1,
    )
    .toBe(true)
  await expect.poll(() => dataProcessOf(app).catch(() => second), { timeout: 30_000 }).not.toBe(second)
  await expect(desk.list.getByText(subject)).toBeVisible({ timeout: 30_000 })
  if ((await sent.count()) === 0) await reply.press('Control+Enter')
  await expect(sent).toBeVisible()
  await expect(reply).toHaveValue('')
  await desk.settled()
  expect(
    rowsWhere(await house.rows(), 'messages', { bodyText: 'Half a sentence, and the rest of it.' }),
  ).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('settings that cannot be read are put aside and told, and the console starts with its own', async ({
  launch,
  userDataFolder,
}) => {
  writeFileSync(join(userDataFolder, 'settings.json'), '{"theme": "dark", "den')
  const { window } = await launch({ userDataFolder })
  await expect(window.getByText('The settings could not be read.')).toBeVisible()
  await expect(window.getByText('They were put aside; tickets and words are untouched.')).toBeVisible()
  await expect(window.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const aside = readdirSync(userDataFolder).filter(name => name.startsWith('settings.json.'))
  expect(aside).toHaveLength(1)
  expect(readFileSync(join(userDataFolder, aside[0] ?? ''), 'utf8')).toBe('{"theme": "dark", "den')
})

/** The key of the one place, as it lies in the file of secrets where there is no keychain. */
function keyIn(userDataFolder: string): string {
  const secrets = JSON.parse(readFileSync(join(userDataFolder, 'secrets.json'), 'utf8')) as Record<
    string,
    { data: string }
  >
  const kept = Object.entries(secrets).find(([name]) => name.endsWith('.keys'))?.[1].data ?? ''
  return (JSON.parse(Buffer.from(kept, 'base64').toString('utf8')) as { databaseKey: string }).databaseKey
}

test('data of a newer Tandem is not touched, and the page says so; so does the next try', async ({
  sit,
  launch,
  userDataFolder,
}) => {
  const first = await sit({ userDataFolder })
  await first.close()
  const [placeId = ''] = readdirSync(join(userDataFolder, 'places'))
  const path = join(userDataFolder, 'places', placeId, 'tandem.db')
  const db = openWriter({ path, key: keyIn(userDataFolder) })
  db.handle.pragma('user_version = 999999')
  close(db)
  const fingerprint = (): string => createHash('sha256').update(readFileSync(path)).digest('hex')
  const before = fingerprint()

  const { window, close: quit } = await launch({ userDataFolder })
  const trouble = window.getByRole('alert')
  await expect(trouble).toContainText('The data was made by a newer Tandem.', { timeout: 30_000 })
  await expect(trouble).toContainText('Nothing was changed, and nothing is lost.')
  await expect(trouble).toContainText('db-from-future')
  await isAccessible(window, 'from-the-future', 'bad-days')
  await window.getByRole('button', { name: 'Try again' }).click()
  await expect(trouble).toContainText('The data was made by a newer Tandem.')
  await window.getByRole('button', { name: 'Open something else' }).click()
  await expect(window.getByRole('region', { name: 'On this laptop' })).toContainText('Mira Kern', {
    timeout: 30_000,
  })
  await quit()
  expect(fingerprint()).toBe(before)
})

test('a damaged data file is told; what was not sent is saved first, and everything else comes again from the hub', async ({
  house,
  sit,
  launch,
  userDataFolder,
}) => {
  const subject = 'Written before the damage'
  const words = 'This was still on the laptop.'
  await house.jonas.ticket({ customer: 'Ines Falk', subject, text: 'Is it still there?' })
  const seat = await sit({ userDataFolder })
  await seat.desk.show('all-open')
  await seat.desk.openTicket(subject)
  seat.cable.pull()
  const note = await openBox(seat.desk, 'note')
  await note.fill(words)
  await note.press('Control+Enter')
  await expect(seat.desk.conversation.getByRole('article').getByText(words)).toBeVisible()
  await seat.kill()
  const [placeId = ''] = readdirSync(join(userDataFolder, 'places'))
  const path = join(userDataFolder, 'places', placeId, 'tandem.db')
  // The data process closes its file when its parent is gone.
  await expect.poll(() => existsSync(`${path}-wal`), { timeout: 30_000 }).toBe(false)
  for (const table of ['tickets', 'threads'])
    for (const page of leavesOf(path, table, keyIn(userDataFolder))) flipBitIn(path, page)

  const { window } = await launch({ userDataFolder })
  const trouble = window.getByRole('alert')
  await expect(trouble).toContainText('The data file is damaged.', { timeout: 30_000 })
  await expect(trouble).toContainText('What the hub has accepted is safe there.')
  await isAccessible(window, 'damaged', 'bad-days')
  await window.getByRole('button', { name: 'Save unsent work and build anew' }).click()
  await expect(trouble).toContainText('A fresh data file is ready.', { timeout: 30_000 })
  await expect(trouble).toContainText('1 unsent change was saved.')
  await expect(trouble).not.toContainText('could not be read')
  await isAccessible(window, 'rebuilt', 'bad-days')
  await window.getByRole('button', { name: 'Open', exact: true }).click()
  seat.cable.plug()
  const desk = new Console(window)
  await desk.settled()
  await desk.show('all-open')
  await desk.openTicket(subject)
  await expect(desk.conversation.getByRole('article').getByText(words)).toBeVisible({ timeout: 30_000 })
  await expect
    .poll(async () => rowsWhere(await house.rows(), 'notes', { body: words }).length, { timeout: 30_000 })
    .toBe(1)
})

test('a second start shows the first window and ends; the first goes on as it was', async ({
  house,
  sit,
  userDataFolder,
}) => {
  const subject = 'Started twice'
  await house.jonas.ticket({ customer: 'Finn Olsen', subject, text: 'Once is enough.' })
  const { app, desk, window } = await sit({ userDataFolder })
  await desk.show('all-open')
  await desk.openTicket(subject)
  await (await openBox(desk, 'reply')).fill('Still here')
  expect(await startAgain(app, userDataFolder)).toBe(0)
  expect(app.windows()).toHaveLength(1)
  await expect(window.getByRole('textbox', { name: 'Reply to customer' })).toHaveValue('Still here')
  await window.getByRole('textbox', { name: 'Reply to customer' }).press('Control+Enter')
  await desk.settled()
  expect(rowsWhere(await house.rows(), 'messages', { bodyText: 'Still here' })).toHaveLength(1)
})
