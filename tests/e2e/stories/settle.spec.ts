import { newId } from '../../../shared/domain/ids.ts'
import { isAccessible } from '../../support/accessible.ts'
import { expect, openBox, plugIn, rowsWhere, test } from '../../support/house.ts'
import type { House, Seat } from '../../support/house.ts'

test.describe.configure({ timeout: 420_000 })
test.use({ houseName: 'settle' })

const id = (): string => newId(Date.now(), Math.random)

const jonasReplies = (house: House, work: Awaited<ReturnType<House['jonas']['ticket']>>, bodyText: string) =>
  house.jonas.push([
    {
      name: 'ticket.reply',
      args: {
        messageId: id(),
        ticketId: work.ticketId,
        threadId: work.threadIds[0],
        channel: 'email',
        to: [],
        cc: [],
        bodyText,
        bodyHtml: null,
        attachments: [],
        seenUpToSeq: 1,
        confirmed: false,
      },
    },
  ])

const attention = ({ window }: Seat) => window.getByRole('dialog', { name: 'Needs attention' })

test('a reply held by a newer message stands below it with its ways out, and stays as a note for colleagues', async ({
  house,
  sit,
}) => {
  const subject = 'Two at once'
  const work = await house.jonas.ticket({ customer: 'Lia Brandt', subject, text: 'Where is it?' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()
  await desk.reply('It leaves us on Monday.')
  await jonasReplies(house, work, 'It left us this morning.')
  await plugIn(seat)
  const held = desk.conversation.getByRole('region', { name: 'Held back on this ticket' })
  await expect(held).toContainText('there are newer messages you had not seen', { timeout: 30_000 })
  await expect(held).toContainText('It leaves us on Monday.')
  await expect(desk.conversation.getByText('It left us this morning.')).toBeVisible()

  await window.keyboard.press('Control+Shift+A')
  const since = attention(seat).getByRole('region', { name: /since you looked/ })
  await expect(since).toContainText('Jonas Berg')
  await expect(since).toContainText('It left us this morning.')
  await isAccessible(window, 'held-reply', 'settle')
  await window.keyboard.press('n')
  await expect(attention(seat)).toContainText('Everything was accepted.')
  await window.keyboard.press('Escape')
  await desk.settled()
  await expect(held).toHaveCount(0)
  await expect(
    desk.conversation.getByRole('article', { name: /note/i }).filter({ hasText: 'It leaves us on Monday.' }),
  ).toBeVisible()
  await expect(desk.conversation.getByText(/decided about held work: kept as a note/)).toBeVisible()
  const rows = await house.rows()
  expect(rowsWhere(rows, 'messages', { bodyText: 'It leaves us on Monday.' })).toEqual([])
  expect(rowsWhere(rows, 'notes', { body: 'It leaves us on Monday.' })).toHaveLength(1)
})

test('two consoles edit one card offline: field by field, both together where they fit, and both see who decided', async ({
  house,
  sit,
}) => {
  const subject = 'Whose card'
  const work = await house.jonas.ticket({ customer: 'Nora Falk', subject, text: 'It is me again.' })
  const mira = await sit()
  await mira.desk.show('all-open')
  await mira.desk.openTicket(subject)
  mira.cable.pull()
  await mira.desk.offline()
  const edit = (
    fields: readonly { readonly field: string; readonly seen: unknown; readonly value: unknown }[],
  ) => ({
    customerId: work.customerId,
    facts: null,
    labels: null,
    fields,
  })
  await mira.window.evaluate(
    args =>
      (globalThis as unknown as { desk: { call: (name: string, input: unknown) => unknown } }).desk.call(
        'customer.editFacts',
        args,
      ),
    edit([
      { field: 'name', seen: 'Nora Falk', value: 'Nora Falk (Lyon)' },
      { field: 'language', seen: 'en', value: 'fr' },
    ]),
  )
  await house.jonas.push([
    {
      name: 'customer.editFacts',
      args: edit([
        { field: 'name', seen: 'Nora Falk', value: 'Dr Nora Falk' },
        { field: 'language', seen: 'en', value: 'de' },
      ]),
    },
  ])
  await plugIn(mira)
  await expect(mira.window.getByRole('button', { name: '1 needs attention' })).toBeVisible({
    timeout: 30_000,
  })
  await mira.window.keyboard.press('Control+Shift+A')
  const dialog = attention(mira)
  const name = dialog.getByRole('row').filter({ has: mira.window.getByRole('rowheader', { name: 'Name' }) })
  await expect(name.getByRole('cell')).toHaveText([
    'Nora Falk',
    'Nora Falk (Lyon)',
    'Dr Nora Falk',
    'Dr Nora Falk (Lyon)',
  ])
  await expect(name.getByRole('radio', { name: 'Dr Nora Falk (Lyon)' })).toBeChecked()
  await isAccessible(mira.window, 'field-by-field', 'settle')
  await dialog.getByRole('radio', { name: 'French', exact: true }).click()
  await mira.window.keyboard.press('c')
  await expect(dialog).toContainText('Everything was accepted.')
  await mira.window.keyboard.press('Escape')
  await mira.desk.settled()
  expect(rowsWhere(await house.rows(), 'customers', { id: work.customerId })).toMatchObject([
    { name: 'Dr Nora Falk (Lyon)', language: 'fr' },
  ])
  const decided = rowsWhere(await house.rows(), 'events', { type: 'conflict.decided' }).filter(
    row => row['customerId'] === work.customerId,
  )
  expect(decided.map(row => (row['facts'] as { taken: string }).taken).toSorted()).toEqual(['merged', 'mine'])
})

const COUNT = 200
const PER_PUSH = 40

/** As many tickets as a bad day brings, each open and nobody's. */
async function aBadDay(house: House): Promise<readonly string[]> {
  const threadIds: string[] = []
  const one = (index: number) => {
    const [customerId, threadId] = [id(), id()]
    threadIds.push(threadId)
    return [
      {
        name: 'customer.create',
        args: {
          customerId,
          name: `Storm ${index}`,
          organisationId: null,
          jobTitle: null,
          language: null,
          timeZone: null,
          preferredChannel: null,
          labels: [],
          facts: '',
          contactPoints: [],
        },
      },
      {
        name: 'ticket.create',
        args: {
          ticketId: id(),
          customerId,
          subject: `Storm damage ${index}`,
          channel: 'phone',
          tags: [],
          fields: {},
          threads: [
            {
              id: threadId,
              kind: 'service',
              state: 'open',
              priority: 'normal',
              teamId: null,
              assigneeId: null,
            },
          ],
          message: null,
          note: null,
        },
      },
    ]
  }
  for (let from = 0; from < COUNT; from += PER_PUSH)
    await house.jonas.push(Array.from({ length: PER_PUSH }, (_, index) => one(from + index)).flat())
  return threadIds
}

test('a day of two hundred conflicts is cleared by keyboard within five minutes', async ({ house, sit }) => {
  const threadIds = await aBadDay(house)
  const seat = await sit()
  const { desk, window, cable } = seat
  cable.pull()
  await desk.offline()
  await window.evaluate(async ids => {
    const { call } = (
      globalThis as unknown as {
        desk: { call: (name: string, input: unknown) => Promise<unknown> }
      }
    ).desk
    for (const threadId of ids)
      await call('thread.setPriority', { threadId, priority: 'high', seen: 'normal' })
  }, threadIds)
  for (let from = 0; from < COUNT; from += PER_PUSH)
    await house.jonas.push(
      threadIds.slice(from, from + PER_PUSH).map(threadId => ({
        name: 'thread.setPriority',
        args: { threadId, priority: 'low', seen: 'normal' },
      })),
    )
  await plugIn(seat)
  await expect(window.getByRole('button', { name: `${COUNT} need attention` })).toBeVisible({
    timeout: 90_000,
  })

  const began = Date.now()
  await window.keyboard.press('Control+Shift+A')
  const dialog = attention(seat)
  await expect(dialog).toContainText(`1 of ${COUNT}`)
  await window.screenshot({ path: 'out/e2e/settle/two-hundred.png' })
  // Next and previous, then one by one: mine, theirs, mine …
  await window.keyboard.press('j')
  await expect(dialog).toContainText(`2 of ${COUNT}`)
  await window.keyboard.press('k')
  const BY_HAND = 60
  for (let left = COUNT; left > COUNT - BY_HAND; left -= 1) {
    await expect(dialog).toContainText(`${left} tickets hold work`)
    await window.keyboard.press(left % 2 === 0 ? 'm' : 't')
  }
  await expect(dialog).toContainText(`${COUNT - BY_HAND} tickets hold work`)
  // And the rest, which is all of one kind, at once.
  await window.keyboard.press('Shift+T')
  await expect(dialog).toContainText('Everything was accepted.', { timeout: 60_000 })
  expect(Date.now() - began).toBeLessThan(300_000)
  await window.keyboard.press('Escape')
  await desk.settled()
  const rows = await house.rows()
  const own = new Set(threadIds)
  const priorities = (rows.get('threads') ?? []).filter(row => own.has(String(row['id'])))
  expect(priorities.filter(row => row['priority'] === 'high')).toHaveLength(BY_HAND / 2)
  expect(priorities.filter(row => row['priority'] === 'low')).toHaveLength(COUNT - BY_HAND / 2)
  expect(
    rowsWhere(rows, 'events', { type: 'conflict.decided' }).filter(row => own.has(String(row['threadId']))),
  ).toHaveLength(COUNT)
})

test('killed in the undo window a reply is kept, says so at the next start, and can still be taken back', async ({
  house,
  sit,
  userDataFolder,
}) => {
  const subject = 'Second thoughts'
  await house.jonas.ticket({ customer: 'Pia Holt', subject, text: 'Will it arrive?' })
  const before = await sit({ userDataFolder, undoSeconds: 30 })
  await before.desk.show('all-open')
  await before.desk.openTicket(subject)
  const box = await openBox(before.desk, 'reply')
  await expect(before.desk.conversation.getByText('rests 30 s')).toBeVisible()
  await box.fill('Never mind that.')
  await box.press('Control+Enter')
  const resting = before.desk.conversation.getByRole('group', { name: 'A reply rests here' })
  await expect(resting).toContainText(/\d+ s left/)
  await isAccessible(before.window, 'resting', 'settle')
  await before.kill()

  const after = await sit({ userDataFolder, who: null, cable: before.cable, undoSeconds: 30 })
  const said = after.window.getByText('A reply had not left when Tandem closed. It is safe here.')
  await expect(said).toBeVisible({ timeout: 30_000 })
  await after.window.getByRole('button', { name: 'Show', exact: true }).click()
  const outgoing = after.window.getByRole('dialog', { name: 'Outgoing' })
  await expect(outgoing).toContainText('Reply to')
  await isAccessible(after.window, 'outgoing', 'settle')
  await after.window.keyboard.press('Escape')
  await after.window.getByRole('button', { name: 'Take back' }).first().click()
  await expect(after.window.getByRole('textbox', { name: 'Reply to customer' })).toHaveValue(
    'Never mind that.',
  )
  await after.desk.settled()
  expect(rowsWhere(await house.rows(), 'messages', { bodyText: 'Never mind that.' })).toEqual([])
})

test('offline, every field says why it looks so, and the ledger what is still here', async ({
  house,
  sit,
}) => {
  const subject = 'Why so'
  await house.jonas.ticket({ customer: 'Rolf Adler', subject, text: 'Hello?' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()
  await desk.leaveField()
  await desk.press('Shift+P')
  await expect(desk.conversation.getByRole('button', { name: 'State: Pending' })).toBeVisible()
  await desk.press('Shift+Y')
  const why = window.getByRole('dialog', { name: 'Why does this look so?' })
  const state = why.getByRole('listitem').filter({ has: window.getByRole('heading', { name: 'State' }) })
  await expect(state).toContainText('Pending')
  await expect(state).toContainText('On the hub: Open')
  await expect(state).toContainText('Mira Kern')
  await expect(state).toContainText(/receipt [0-9a-f]{8}/)
  await isAccessible(window, 'why', 'settle')
  await window.keyboard.press('Escape')
  await desk.press('Control+Shift+O')
  await expect(window.getByRole('dialog', { name: 'Outgoing' })).toContainText('Set state to Pending')
  await window.keyboard.press('Escape')
  await plugIn(seat)
  await desk.settled()
  await desk.press('Shift+Y')
  await expect(state).toContainText('Changed by Mira Kern')
  await expect(state).toContainText('from this laptop, accepted')
})
