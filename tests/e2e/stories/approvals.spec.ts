import type { ElectronApplication, Page } from '@playwright/test'
import { addSupervisor, expect, plugIn, rowsWhere, syncNow, test } from '../../support/house.ts'
import { approveOffline, refundOverTheLimit } from '../../support/refund-story.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })
// The board counts everything of its house.
test.use({ houseName: 'approvals' })

async function openBoard(app: ElectronApplication, console: Page): Promise<Page> {
  const opened = app.waitForEvent('window')
  await console.getByRole('button', { name: 'Open the supervisor window' }).click()
  const board = await opened
  await expect(board.getByRole('region', { name: 'Alerts' })).toBeVisible({ timeout: 30_000 })
  return board
}

test('an amount is asked for, stands on the supervisors’ board, and is released there', async ({
  house,
  sit,
}) => {
  const subject = 'Refund for the second shop'
  const { returnId } = await refundOverTheLimit(house, {
    customer: 'Petra Falk',
    subject,
    text: 'Two of four came broken.',
    reason: 'Two came broken',
  })
  const saga = await addSupervisor(house, 'Saga Lund')
  const lead = await sit({ who: null })
  await lead.desk.signIn({ url: lead.cable.url, ...saga })
  await lead.desk.settled()
  const board = await openBoard(lead.app, lead.window)
  const alerts = board.getByRole('region', { name: 'Alerts' })

  // The agent has no line; what is asked for leaves with the next one, and stands on the board at once.
  const mira = await sit()
  await approveOffline(mira, subject)
  await expect(alerts.getByText('waits for approval')).toHaveCount(0)
  await plugIn(mira)
  await mira.desk.settled()
  await alerts.getByRole('button', { name: /amounts? waits? for approval/ }).click({ timeout: 20_000 })

  // Without a line the supervisor sees what this laptop holds, and is told so.
  const sheet = board.getByRole('dialog', { name: 'Waiting approvals' })
  const line = sheet.getByRole('listitem').filter({ hasText: 'Petra Falk' })
  await expect(line).toContainText('asked by Mira K.')
  lead.cable.pull()
  await expect(sheet.getByRole('status')).toContainText('Offline', { timeout: 20_000 })
  // The mark in the console says how old its number is.
  const main = lead.window.getByRole('navigation', { name: 'Main' })
  await expect(main.getByRole('button', { name: /^1 approval waits, as of / })).toBeVisible()
  await expect(line).toHaveCount(1)
  await plugIn(lead)
  await expect(sheet.getByRole('status')).not.toContainText('Offline', { timeout: 20_000 })
  await board.screenshot({ path: 'out/e2e/stories/approvals-board.png' })

  await line.getByRole('button', { name: 'Approve €1,296' }).click()
  await expect(line).toHaveCount(0)
  await expect(sheet.getByText('Nothing waits for you')).toBeVisible()
  await board.keyboard.press('Escape')
  await expect(alerts.getByText('waits for approval')).toHaveCount(0, { timeout: 20_000 })
  await lead.desk.settled()
  expect(rowsWhere(await house.rows(), 'returnCases', { id: returnId, state: 'approved' })).toHaveLength(1)
  await expect(main.getByRole('button', { name: /approvals? waits?/ })).toHaveCount(0)

  // The agent sees it where they asked.
  await syncNow(mira.desk)
  await expect(mira.desk.conversation.getByText(/Saga Lund released €1,296/)).toBeVisible({ timeout: 20_000 })
  expect([...mira.complaints, ...lead.complaints]).toEqual([])
})
