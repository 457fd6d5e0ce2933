import { addSupervisor, expect, openBox, plugIn, rowsWhere, syncNow, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'
import { approveOffline, refundOverTheLimit } from '../../support/refund-story.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })

/** Asks the palette for something, as an agent does. */
async function ask({ desk, window }: Seat, words: string): Promise<void> {
  await desk.leaveField()
  await desk.press('Control+k')
  await window.keyboard.type(words)
  await window.keyboard.press('Enter')
}

test('a refund over the limit: asked for offline, released by a supervisor, told to the customer', async ({
  house,
  sit,
}) => {
  const subject = 'Rückgabe der Bestellung 7633'
  const { returnId } = await refundOverTheLimit(house, {
    customer: 'Katharina Vogel',
    subject,
    text: 'Wohin schicken wir das?',
    reason: 'Second shop given up',
  })
  const saga = await addSupervisor(house, 'Saga Lund')

  // Offline, the agent approves it: more than she may give alone, so it is asked for and says so.
  const mira = await sit()
  const pane = await approveOffline(mira, subject)
  await plugIn(mira)
  await mira.desk.settled()
  expect(rowsWhere(await house.rows(), 'returnCases', { id: returnId, state: 'requested' })).toHaveLength(1)

  // The supervisor finds it in the list of what waits and releases it with one press.
  const seat = await sit({ who: null })
  await seat.desk.signIn({ url: seat.cable.url, ...saga })
  await seat.desk.settled()
  await ask(seat, 'Waiting approvals')
  const waiting = seat.window
    .getByRole('dialog', { name: 'Waiting approvals' })
    .getByRole('listitem')
    .filter({ hasText: 'Katharina Vogel' })
  await expect(waiting).toContainText('asked by Mira K.')
  await waiting.getByRole('button', { name: 'Approve €1,296' }).click()
  await expect(waiting).toHaveCount(0)
  await seat.window.screenshot({ path: 'out/e2e/stories/over-limit-supervisor.png' })
  await seat.desk.settled()

  // The agent sees it, and tells the customer in their words.
  await syncNow(mira.desk)
  await expect(mira.desk.conversation.getByText(/Saga Lund released €1,296/)).toBeVisible({ timeout: 20_000 })
  await expect(pane.getByText('approved', { exact: true }).first()).toBeVisible()
  const line = pane.getByRole('listitem').filter({ hasText: 'Second shop given up' }).first()
  await line.hover()
  await line.getByRole('button', { name: /^More for/ }).click()
  await mira.window.getByRole('menuitem', { name: 'Put the status into the reply' }).click()
  const box = mira.window.getByRole('textbox', { name: 'Reply to customer' })
  await expect(box).toContainText(/refund R-.* for €1,296 is approved/)
  await mira.window.screenshot({ path: 'out/e2e/stories/over-limit.png' })
  expect([...mira.complaints, ...seat.complaints]).toEqual([])
})

test('a complaint with its plan and a gesture, all of it without a network', async ({ house, sit }) => {
  const subject = 'Queremos cancelar el contrato'
  const { ticketId } = await house.jonas.ticket({
    customer: 'Beatriz Molina',
    subject,
    text: 'Cuatro sin caja.',
  })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()
  const pane = window.getByRole('region', { name: 'Service engagement' })

  await ask(seat, 'Open a complaint')
  const complaint = window.getByRole('dialog', { name: 'Complaint' })
  await complaint
    .getByRole('textbox', { name: 'What went wrong', exact: true })
    .fill('Seven hours without tills')
  await complaint.getByText('critical', { exact: true }).click()
  await complaint.getByRole('checkbox', { name: 'Likely to write about it in public' }).check()
  await complaint.getByRole('button', { name: 'Open it' }).click()
  await expect(complaint).toHaveCount(0)
  await expect(pane.getByText('review risk')).toBeVisible()
  const step = pane.getByRole('checkbox', { name: 'Call them and listen' })
  await step.click()
  await expect(step).toBeChecked()

  await ask(seat, 'Give goodwill')
  const goodwill = window.getByRole('dialog', { name: 'Goodwill' })
  await goodwill.getByRole('textbox', { name: /^Amount/ }).fill('15')
  await goodwill.getByRole('textbox', { name: 'Why' }).fill('A morning without tills')
  await goodwill.getByRole('button', { name: 'Give it' }).click()
  await expect(goodwill).toHaveCount(0)
  await expect(pane.getByText('Requested: a supervisor decides')).toBeVisible()
  await window.screenshot({ path: 'out/e2e/stories/complaint.png' })

  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  expect(rowsWhere(rows, 'complaints', { ticketId, severity: 'critical', state: 'recovering' })).toHaveLength(
    1,
  )
  expect(rowsWhere(rows, 'goodwills', { ticketId, state: 'requested', amountMinor: 1_500 })).toHaveLength(1)
  expect(rowsWhere(rows, 'approvals', { ticketId, subjectKind: 'goodwill' })).toHaveLength(1)
  await openBox(desk, 'reply')
  expect(seat.complaints).toEqual([])
})
