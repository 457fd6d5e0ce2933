import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })

test('offline, support is solved and recorded, the relationship step comes back, is waived, and all of it reaches the hub', async ({
  house,
  sit,
}) => {
  const subject = 'Tills down since six'
  const made = await house.jonas.ticket({
    customer: 'Ulla Brandt',
    subject,
    text: 'Both tills are down and nobody answers.',
  })
  const seat = await sit()
  const { desk, window, cable } = seat
  const keys = window.keyboard
  await desk.show('all-open')
  cable.pull()
  await desk.offline()
  await desk.openTicket(subject)

  // Support is asked to help: the ticket has both parts, and the note waits in the other pane.
  await desk.leaveField()
  await desk.press('h')
  const give = window.getByRole('dialog', { name: 'Hand over' })
  await expect(give.getByText('Goes along by itself')).toBeVisible()
  await give
    .getByRole('textbox', { name: 'What they have to know' })
    .fill('Both tills, since six. Restarted twice.')
  await give.getByRole('button', { name: 'Hand over', exact: true }).click()
  const support = window.getByRole('region', { name: 'Technical support' })
  await expect(support.getByText('Restarted twice.')).toBeVisible()
  await support.getByRole('button', { name: 'I have read it' }).click()
  await expect(support.getByText('Restarted twice.')).toHaveCount(0)

  // Support is solved with one key; the sheet asks for the cause, and Enter records it.
  await desk.leaveField()
  await desk.press('x')
  await desk.press('Shift+E')
  const sheet = window.getByRole('region', { name: 'Closing', exact: true })
  await expect(sheet.getByText('Resolved?')).toBeVisible()
  await sheet.getByRole('textbox', { name: 'Cause and fix' }).fill('Licence file replaced by the update')
  await keys.press('Enter')
  await expect(sheet).toHaveCount(0)
  await expect(desk.conversation.getByText(/recorded the cause/)).toBeVisible()

  // What is left is the word to the customer: waived, with a reason.
  const line = desk.conversation.getByRole('group', { name: 'Relationship step' })
  await expect(line).toContainText('the relationship step is open')
  await line.getByRole('button', { name: 'Waive' }).click()
  const waive = window.getByRole('dialog', { name: 'Waive the relationship step' })
  await waive.getByRole('button', { name: 'The customer knows already' }).click()
  await waive.getByRole('button', { name: 'Waive', exact: true }).click()
  await expect(line).toContainText('was waived: The customer knows already')

  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  const of = { ticketId: made.ticketId }
  expect(rowsWhere(rows, 'threads', of).map(({ state }) => state)).toEqual(['solved', 'solved'])
  expect(rowsWhere(rows, 'closings', { ...of, kind: 'support' })).toMatchObject([
    { answers: { resolved: true, cause: 'Licence file replaced by the update' } },
  ])
  expect(rowsWhere(rows, 'closings', { ...of, kind: 'service' })).toMatchObject([
    { relationship: 'waived', reason: 'The customer knows already' },
  ])
  expect(rowsWhere(rows, 'handOvers', of)).toMatchObject([{ toKind: 'support', isQuestion: false }])
})

test('a ticket that comes back is one bad experience: the list and the card say so, and one key plans a recovery', async ({
  house,
  sit,
}) => {
  const subject = 'The receipt shows the wrong tax'
  const made = await house.jonas.ticket({ customer: 'Ida Lund', subject, text: 'The tax is wrong.' })
  const [threadId] = made.threadIds
  const set = (state: 'solved' | 'open', seen: string) =>
    house.jonas.push([
      { name: 'thread.setState', args: { threadId, state, seen, seenUpToSeq: 9, restore: null } },
    ])
  await set('solved', 'open')
  await set('open', 'solved')
  const { desk, window, cable } = await sit()
  await desk.show('all-open')
  await expect(desk.rows().filter({ hasText: subject })).toContainText('1 bad experience')
  cable.pull()
  await desk.offline()
  await desk.openTicket(subject)
  const customer = window.getByRole('region', { name: 'Customer 360' })
  await expect(customer.getByRole('note')).toContainText('Solved, and it came back')
  await desk.leaveField()
  await desk.press('b')
  await expect(customer.getByRole('note')).toContainText('Recovery planned')
  await expect(
    window.getByRole('region', { name: 'Service engagement' }).getByText('Make up for it'),
  ).toBeVisible()
})
