import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAccessible } from '../../support/accessible.ts'
import { expect, openBox, plugIn, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })

type Kept = { readonly databaseKey: string; readonly clientId: string; readonly next?: object }

/** What is kept of the key of the one place, as it lies in the file of secrets where there is no keychain. */
function keptIn(userDataFolder: string): Kept {
  const secrets = JSON.parse(readFileSync(join(userDataFolder, 'secrets.json'), 'utf8')) as Record<
    string,
    { data: string }
  >
  const kept = Object.entries(secrets).find(([name]) => name.endsWith('.keys'))?.[1].data ?? ''
  return JSON.parse(Buffer.from(kept, 'base64').toString('utf8')) as Kept
}

test('the key of the data is replaced offline, and what was written before leaves under the new one', async ({
  house,
  sit,
  userDataFolder,
}) => {
  const subject = 'Written under the old key'
  await house.jonas.ticket({ customer: 'Ingrid Moe', subject, text: 'Is it safe?' })
  const seat = await sit({ userDataFolder })
  const { desk, window, complaints } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  seat.cable.pull()
  await desk.offline()
  const note = await openBox(desk, 'note')
  await note.fill('It is, under any key.')
  await note.press('Control+Enter')
  await desk.waiting(1)
  const before = keptIn(userDataFolder)

  await window.keyboard.press('Control+,')
  const settings = window.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'This computer' }).click()
  await settings.getByRole('button', { name: 'Replace the key' }).click()
  await expect(settings.getByText(/Tandem pauses for about \d+ seconds/)).toBeVisible()
  await isAccessible(window, 'data-key', 'data-key')
  await settings.getByRole('button', { name: 'Replace now' }).click()
  await expect(window.getByText('The key was replaced.')).toBeVisible({ timeout: 60_000 })
  await expect(settings.getByText(new RegExp(`Made: .*${new Date().getFullYear()}`, 'u'))).toBeVisible()
  await window.keyboard.press('Escape')

  const after = keptIn(userDataFolder)
  expect(after.databaseKey).not.toBe(before.databaseKey)
  expect(after).toMatchObject({ clientId: before.clientId })
  expect(after.next).toBeUndefined()
  const [placeId = ''] = readdirSync(join(userDataFolder, 'places'))
  const left = readdirSync(join(userDataFolder, 'places', placeId)).filter(name => name.includes('rekeying'))
  expect(left).toEqual([])

  // Everything is where it was; what waits leaves with the next connection, once.
  await desk.waiting(1)
  await desk.openTicket(subject)
  await expect(desk.conversation.getByText('It is, under any key.')).toBeVisible()
  await plugIn(seat)
  await desk.settled()
  expect(rowsWhere(await house.rows(), 'notes', { body: 'It is, under any key.' })).toHaveLength(1)
  expect(complaints).toEqual([])
})
