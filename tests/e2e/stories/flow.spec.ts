import { newId } from '../../../shared/domain/ids.ts'
import { expect, openBox, rowsWhere, syncNow, test } from '../../support/house.ts'
import type { House, Seat } from '../../support/house.ts'

test.describe.configure({ timeout: 180_000 })

test('a reply by mail can be taken back with its receivers, and otherwise leaves once by itself', async ({
  house,
  sit,
}) => {
  const subject = 'Sent too soon'
  await house.jonas.ticket({ customer: 'Vera Lind', subject, text: 'Is it ready?' })
  const seat = await sit({ undoSeconds: 6 })
  const { desk } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  const box = await openBox(desk, 'reply')
  await box.fill('It is ready tomorow.')
  await box.press('Control+Enter')
  await expect(desk.conversation.getByText(/leaves in \d s/)).toBeVisible()
  await expect(box).toHaveValue('')
  // In an empty composer the key belongs to the act, not to the text.
  await box.press('Control+z')
  await expect(box).toHaveValue('It is ready tomorow.')
  await expect(desk.conversation.getByText(/leaves in/)).toHaveCount(0)
  await expect(desk.conversation.getByRole('button', { name: 'State: Open' })).toBeVisible()

  await box.fill('It is ready tomorrow.')
  await box.press('Control+Enter')
  await expect(desk.conversation.getByText(/leaves in \d s/)).toBeVisible()
  await desk.settled()
  const messages = rowsWhere(await house.rows(), 'messages', { direction: 'out' })
  expect(messages.filter(({ bodyText }) => bodyText === 'It is ready tomorow.')).toHaveLength(0)
  expect(messages.filter(({ bodyText }) => bodyText === 'It is ready tomorrow.')).toHaveLength(1)
})

test('a reply whose time to be taken back is over offline waits on this laptop, and can be taken back still', async ({
  house,
  sit,
}) => {
  const subject = 'Answered on a train'
  await house.jonas.ticket({ customer: 'Vera Lind', subject, text: 'Is it ready?' })
  const { desk, window } = await sit({ undoSeconds: 2 })
  await desk.show('all-open')
  await desk.openTicket(subject)
  const cable = window.getByRole('switch', { name: 'Work offline' })
  await cable.click()
  await expect(desk.status).toContainText('Offline by choice')
  await desk.reply('It is ready, says the train.')
  const card = desk.conversation.getByRole('article').filter({ hasText: 'says the train' })
  await expect(card).toContainText('waits on this laptop')
  await expect(card).not.toContainText('leaves in')
  await desk.leaveField()
  await desk.press('Control+Shift+O')
  const reply = window
    .getByRole('dialog', { name: 'Outgoing' })
    .getByRole('row')
    .filter({ hasText: 'Reply to' })
  await reply.getByRole('button', { name: 'Take back' }).click()
  await window.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await cable.click()
  await desk.settled()
})

const COUNT = 200
const id = (): string => newId(Date.now(), Math.random)

/** Many tickets of as many customers, told apart by a word in their subject. */
async function aCrowd(house: House, word: string): Promise<void> {
  const one = (index: number) => {
    const customerId = id()
    const mail = `${word}${index}@example.com`
    const customer = {
      customerId,
      name: `Crowd ${index}`,
      organisationId: null,
      jobTitle: null,
      language: index % 2 === 0 ? 'en' : 'de',
      timeZone: null,
      preferredChannel: null,
      labels: [],
      facts: '',
      contactPoints: [{ id: id(), kind: 'email', value: mail, label: null, isPrimary: true }],
    }
    const thread = {
      id: id(),
      kind: 'service',
      state: 'open',
      priority: (['low', 'normal', 'high'] as const)[index % 3],
      teamId: null,
      assigneeId: null,
    }
    const message = {
      id: id(),
      direction: 'in',
      from: { name: `Crowd ${index}`, address: mail },
      to: [],
      cc: [],
      bodyText: 'Hello?',
      bodyHtml: null,
      attachments: [],
    }
    const ticket = {
      ticketId: id(),
      customerId,
      subject: `${word} ${index}`,
      channel: 'email',
      tags: index % 5 === 0 ? ['vip'] : [],
      fields: {},
      threads: [thread],
      message,
      note: null,
    }
    return [
      { name: 'customer.create', args: customer },
      { name: 'ticket.create', args: ticket },
    ]
  }
  const PER_PUSH = 40
  for (let from = 0; from < COUNT; from += PER_PUSH) {
    await house.jonas.push(Array.from({ length: PER_PUSH }, (_, index) => one(from + index)).flat())
  }
}

/** Everything of the crowd's threads and tickets that undo restores. */
async function standing(house: House, word: string) {
  const rows = await house.rows()
  const tickets = (rows.get('tickets') ?? []).filter(row => String(row['subject']).startsWith(`${word} `))
  const own = new Set(tickets.map(row => row['id']))
  const threads = (rows.get('threads') ?? []).filter(row => own.has(row['ticketId']))
  return {
    threads: threads
      .map(({ lastActivityAtMs: _, ...row }) => row)
      .toSorted((a, b) => String(a['id']).localeCompare(String(b['id']))),
    tags: tickets
      .map(row => [row['id'], row['tags']] as const)
      .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  }
}

test('two hundred tickets are changed at once, and one undo restores every field on the hub', async ({
  house,
  sit,
}) => {
  const word = 'Bulk'
  await aCrowd(house, word)
  const before = await standing(house, word)
  expect(before.threads).toHaveLength(COUNT)
  const seat = await sit()
  const { desk, window } = seat
  await desk.show('unassigned')
  await expect(desk.rows().first()).toBeVisible()
  await desk.leaveField()
  await desk.press('Alt+1')
  await window.keyboard.press('Control+a')
  await expect(window.getByRole('toolbar', { name: 'With what is picked' })).toContainText('picked')
  await window.getByRole('button', { name: 'Change', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Take', exact: true }).click()
  const all = new RegExp(`Take it · \\d+ tickets`)
  await expect(window.getByText(all)).toBeVisible({ timeout: 30_000 })
  await desk.settled()
  const mira = (await house.rows()).get('agents')?.find(row => row['name'] === 'Mira Kern')?.['id']
  expect((await standing(house, word)).threads.every(row => row['assigneeId'] === mira)).toBe(true)

  await desk.leaveField()
  await window.keyboard.press('Control+z')
  await expect(window.getByText('Undone.')).toBeVisible({ timeout: 60_000 })
  await desk.settled()
  expect(await standing(house, word)).toEqual(before)

  // Offline the same, with a part of them.
  seat.cable.pull()
  await desk.offline()
  await desk.show('all-open')
  await expect(desk.rows().first()).toBeVisible()
  await desk.press('Alt+1')
  await expect(desk.list.locator(':focus')).toHaveCount(1)
  await window.keyboard.press('ArrowDown')
  for (let step = 0; step < 5; step += 1) await window.keyboard.press('Shift+ArrowDown')
  await expect(window.getByText('6 picked')).toBeVisible()
  await window.getByRole('button', { name: 'Change', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Tags …' }).click()
  await window.getByRole('dialog').getByLabel('Tags', { exact: true }).fill('storm')
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: 'Change 6 tickets' }).click()
  await expect(window.getByText(/storm · 6 tickets/)).toBeVisible()
  await desk.leaveField()
  await window.keyboard.press('Control+z')
  await expect(window.getByText('Undone.')).toBeVisible()
  seat.cable.plug()
  await syncNow(desk)
  await desk.settled()
  expect(await standing(house, word)).toEqual(before)
})

test('the view in front, tabs, and where reading stopped, survive a restart; a closed tab comes back with its words', async ({
  house,
  sit,
  userDataFolder,
}) => {
  const [first, second] = ['Long story', 'Short story']
  const { ticketId, threadIds } = await house.jonas.ticket({
    customer: 'Otto Lang',
    subject: first,
    text: 'Chapter 1',
  })
  for (let chapter = 2; chapter <= 30; chapter += 1) {
    await house.jonas.push([
      {
        name: 'note.add',
        args: {
          noteId: id(),
          ticketId,
          threadId: threadIds[0],
          body: `Chapter ${chapter}\n\nwith some words\n\nto fill a page.`,
          attachments: [],
        },
      },
    ])
  }
  await house.jonas.ticket({ customer: 'Olga Kurz', subject: second, text: 'The end.' })
  const before = await sit({ userDataFolder })
  await before.desk.show('all-open')
  await before.desk.openTicket(first)
  const log = before.window.getByRole('log', { name: 'Messages' })
  await expect(log.getByText('Chapter 30')).toBeVisible()
  await log.hover()
  await before.window.mouse.wheel(0, -1_500)
  await expect(log.getByText('Chapter 30')).toBeHidden()
  const inSight = async (seat: Seat): Promise<readonly string[]> => {
    const box = await seat.window.getByRole('log', { name: 'Messages' }).boundingBox()
    const items = await seat.window.getByText(/^Chapter \d+/).all()
    const found: string[] = []
    for (const item of items) {
      const place = await item.boundingBox()
      if (box && place && place.y >= box.y && place.y + place.height <= box.y + box.height)
        found.push((await item.innerText()).split('\n')[0] ?? '')
    }
    return found.toSorted()
  }
  let seen: readonly string[] = []
  // Until the list has come to rest.
  const isStill = async (): Promise<boolean> => {
    const last = seen
    seen = await inSight(before)
    return seen.length > 0 && seen.join() === last.join()
  }
  await expect.poll(isStill).toBe(true)
  await before.desk
    .rows()
    .filter({ hasText: second })
    .first()
    .click({ modifiers: ['Control'] })
  await expect(before.desk.conversation.getByRole('heading', { name: second })).toBeVisible()
  const box = await openBox(before.desk, 'reply')
  await box.fill('Almost')
  await before.window.keyboard.press('Control+w')
  await before.window.keyboard.press('Control+Shift+T')
  await expect(await openBox(before.desk, 'reply')).toHaveValue('Almost')
  await expect(before.window.getByText(/^draft saved/)).toBeVisible()
  await before.close()

  const after = await sit({ userDataFolder, who: null, cable: before.cable })
  await expect(after.desk.conversation.getByRole('heading', { name: second })).toBeVisible()
  await expect(after.desk.list.getByRole('button', { name: /^View:/ })).toContainText('All open')
  await expect(await openBox(after.desk, 'reply')).toHaveValue('Almost')
  await after.window.keyboard.press('Control+Tab')
  await expect(after.desk.conversation.getByRole('heading', { name: first })).toBeVisible()
  await expect.poll(async () => (await inSight(after))[0]).toEqual(seen[0])
  await expect(after.window.getByRole('log', { name: 'Messages' }).getByText('Chapter 30')).toBeHidden()
})
