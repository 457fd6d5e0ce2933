import { expect, openBox, plugIn, rowsWhere, test } from '../../support/house.ts'
import type { House, Seat } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 150_000 })

const threadOnHub = async (
  house: House,
  threadId: string | undefined,
): Promise<Readonly<Record<string, unknown>> | undefined> =>
  rowsWhere(await house.rows(), 'threads', { id: threadId })[0]

/** The cards of the dialog, found by the subject of their ticket. */
const cardOf = ({ window }: Seat, subject: string) =>
  window.getByRole('dialog', { name: 'Needs attention' }).getByRole('listitem').filter({ hasText: subject })

test('a state changed on both sides is asked about; "use mine" and "keep theirs" are one key each', async ({
  house,
  sit,
}) => {
  const [mineStays, theirsStays] = ['Mine will stand', 'Theirs will stand']
  const first = await house.jonas.ticket({ customer: 'Gerda Holm', subject: mineStays, text: 'One.' })
  const second = await house.jonas.ticket({ customer: 'Hugo Stein', subject: theirsStays, text: 'Two.' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  cable.pull()
  await desk.offline()
  for (const subject of [mineStays, theirsStays]) {
    await desk.show('all-open')
    await desk.openTicket(subject)
    await desk.leaveField()
    await desk.press('Shift+P')
    await expect(desk.conversation.getByRole('button', { name: 'State: Pending' })).toBeVisible()
  }
  for (const { threadIds } of [first, second]) {
    const [threadId] = threadIds
    await house.jonas.push([
      {
        name: 'thread.setState',
        args: { threadId, state: 'solved', seen: 'open', seenUpToSeq: 1, restore: null },
      },
    ])
  }
  await plugIn(seat)
  await expect(window.getByRole('button', { name: '2 need attention' })).toBeVisible({ timeout: 30_000 })

  // From here on by keyboard alone.
  await window.keyboard.press('Control+Shift+A')
  const dialog = window.getByRole('dialog', { name: 'Needs attention' })
  await expect(dialog).toContainText('2 tickets hold work that was not accepted.')
  await expect(cardOf(seat, mineStays)).toBeFocused()
  for (const subject of [mineStays, theirsStays]) {
    const card = cardOf(seat, subject)
    await expect(card).toHaveAttribute('aria-current', 'true')
    await expect(card).toContainText('Held back: somebody changed it since you looked.')
    const row = card.getByRole('row').filter({ has: window.getByRole('rowheader', { name: 'State' }) })
    await expect(row.getByRole('cell')).toHaveText(['Open', 'Pending', 'Solved'])
    await window.keyboard.press('ArrowDown')
  }
  await window.keyboard.press('ArrowUp')
  await expect(cardOf(seat, mineStays)).toBeFocused()
  await window.keyboard.press('m')
  await expect(cardOf(seat, mineStays)).toHaveCount(0)
  await expect(cardOf(seat, theirsStays)).toBeFocused()
  await window.keyboard.press('t')
  await expect(dialog).toContainText('Everything was accepted.')
  await window.keyboard.press('Escape')
  await desk.settled()
  await expect(desk.status).not.toContainText('attention')

  expect(await threadOnHub(house, first.threadIds[0])).toMatchObject({ state: 'pending' })
  expect(await threadOnHub(house, second.threadIds[0])).toMatchObject({ state: 'solved' })
  await desk.show('pending')
  await desk.openTicket(mineStays)
  await expect(desk.conversation.getByRole('button', { name: 'State: Pending' })).toBeVisible()
  await desk.show('solved')
  await desk.openTicket(theirsStays)
  await expect(desk.conversation.getByRole('button', { name: 'State: Solved' })).toBeVisible()
})

test('a reply written while a colleague answered is held with the newer message in sight, and can be sent anyway', async ({
  house,
  sit,
}) => {
  const subject = 'Answered by two'
  const work = await house.jonas.ticket({ customer: 'Ida Krog', subject, text: 'When will it come?' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()
  await desk.reply('It leaves us tomorrow.')
  await house.jonas.push([
    {
      name: 'ticket.reply',
      args: {
        messageId: work.ticketId.replace(/.$/, 'e'),
        ticketId: work.ticketId,
        threadId: work.threadIds[0],
        channel: 'email',
        to: [{ name: 'Ida Krog', address: 'ida.krog@example.com' }],
        cc: [],
        bodyText: 'It left us an hour ago.',
        bodyHtml: null,
        attachments: [],
        seenUpToSeq: 1,
        confirmed: false,
      },
    },
  ])
  await plugIn(seat)
  await expect(window.getByRole('button', { name: '1 needs attention' })).toBeVisible({ timeout: 30_000 })
  // Nothing has left; what was said meanwhile is in sight beside the held words.
  expect(rowsWhere(await house.rows(), 'messages', { bodyText: 'It leaves us tomorrow.' })).toEqual([])
  await expect(desk.conversation.getByText('It left us an hour ago.')).toBeVisible()
  await expect(
    desk.conversation.getByRole('article').filter({ hasText: 'It leaves us tomorrow.' }),
  ).toContainText('not accepted')

  await window.keyboard.press('Control+Shift+A')
  const card = cardOf(seat, subject)
  await expect(card).toContainText('there are newer messages you had not seen')
  await expect(card).toContainText('It leaves us tomorrow.')
  await expect(card).toBeFocused()
  await window.keyboard.press('m')
  await expect(card).toHaveCount(0)
  await window.keyboard.press('Escape')
  await desk.settled()
  const rows = await house.rows()
  expect(rowsWhere(rows, 'messages', { bodyText: 'It leaves us tomorrow.', seq: 3 })).toHaveLength(1)
  expect(rowsWhere(rows, 'messages', { bodyText: 'It left us an hour ago.', seq: 2 })).toHaveLength(1)
})

test('a held reply goes back into the box, is changed, sent, and leaves nothing behind', async ({
  house,
  sit,
}) => {
  const subject = 'Back into the draft'
  const work = await house.jonas.ticket({ customer: 'Jens Falk', subject, text: 'Is it broken?' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()
  await desk.reply('I think so.')
  await house.jonas.push([
    {
      name: 'ticket.reply',
      args: {
        messageId: work.ticketId.replace(/.$/, 'e'),
        ticketId: work.ticketId,
        threadId: work.threadIds[0],
        channel: 'email',
        to: [],
        cc: [],
        bodyText: 'No, it is not.',
        bodyHtml: null,
        attachments: [],
        seenUpToSeq: 1,
        confirmed: false,
      },
    },
  ])
  await plugIn(seat)
  await expect(window.getByRole('button', { name: '1 needs attention' })).toBeVisible({ timeout: 30_000 })
  await window.keyboard.press('Control+Shift+A')
  await expect(cardOf(seat, subject)).toBeFocused()
  await window.keyboard.press('e')
  const reply = window.getByRole('textbox', { name: 'Reply to customer' })
  await expect(reply).toHaveValue('I think so.')
  await expect(reply).toBeFocused()
  await reply.fill('As my colleague says: it is not.')
  await reply.press('Control+Enter')
  await expect(reply).toHaveValue('')
  await desk.settled()
  const rows = await house.rows()
  expect(rowsWhere(rows, 'messages', { bodyText: 'I think so.' })).toEqual([])
  expect(rowsWhere(rows, 'messages', { bodyText: 'As my colleague says: it is not.' })).toHaveLength(1)
  // Elsewhere and back: the box is empty, no draft has come again.
  await window.reload()
  await expect(desk.conversation.getByText('As my colleague says: it is not.')).toBeVisible({
    timeout: 20_000,
  })
  await expect(await openBox(desk, 'reply')).toHaveValue('')
})
