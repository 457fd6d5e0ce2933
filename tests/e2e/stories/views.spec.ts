import type { Locator } from '@playwright/test'
import type { Console } from '../../support/console.ts'
import { readHub } from '../../support/hub-view.ts'
import type { HubRows } from '../../support/hub-view.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'
import type { House, Seat, SitDown } from '../../support/house.ts'

// The demo workspace has tiers, macros and a supervisor; its stories are nobody else's.
test.use({ houseName: 'views with the demo' })
test.describe.configure({ timeout: 240_000 })

async function sitInDemo(house: House, sit: (options?: SitDown) => Promise<Seat>): Promise<Seat> {
  const who = await house.demo()
  const seat = await sit({ who: null })
  await seat.desk.signIn({ url: seat.cable.url, ...who })
  await seat.desk.settled()
  return seat
}
const demoRows = async (house: House): Promise<HubRows> => readHub(house.hub.url, await house.demo())

const header = (desk: Console): Locator => desk.list.getByRole('button', { name: /^View:/ })
const viewItem = (desk: Console, name: string): Locator => desk.page.getByRole('menuitem', { name })

/** The number beside the name of the view in front. */
async function countIn(desk: Console): Promise<number> {
  const text = await header(desk).innerText()
  return Number(/([\d,]+)\+?\s*$/u.exec(text.trim())?.[1]?.replaceAll(',', ''))
}

async function filterByGold(desk: Console): Promise<void> {
  await desk.leaveField()
  await desk.press('f')
  const form = desk.page.getByRole('form', { name: 'Filter' })
  await form.getByRole('combobox', { name: 'Value' }).click()
  await desk.page.getByRole('option', { name: 'gold' }).click()
  await desk.page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Done' }).click()
  await expect(desk.list.getByRole('button', { name: 'Change: Tier is gold' })).toBeVisible()
}

test('a filter becomes a view without a network, follows the work, travels to another laptop and is shared', async ({
  house,
  sit,
}) => {
  const seat = await sitInDemo(house, sit)
  const { desk, cable, complaints } = seat
  await desk.show('all-open')
  const everything = await countIn(desk)
  cable.pull()
  await desk.offline()

  await filterByGold(desk)
  await expect.poll(() => countIn(desk)).toBeLessThan(everything)
  const gold = await countIn(desk)
  expect(gold).toBeGreaterThan(2)
  await desk.leaveField()
  await desk.press('Shift+F')
  const dialog = desk.page.getByRole('dialog', { name: 'New view' })
  await expect(dialog.getByRole('status')).toContainText(`${gold} tickets now`)
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Gold, everything open')
  await desk.page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(header(desk)).toContainText('Gold, everything open')
  await expect.poll(() => countIn(desk)).toBe(gold)

  // Next and previous walk the view, and what is done leaves it.
  await desk.openRow(0)
  await expect(desk.conversation.getByText(`1 of ${gold}`)).toBeVisible()
  await desk.leaveField()
  await desk.press('j')
  await expect(desk.conversation.getByText(`2 of ${gold}`)).toBeVisible()
  for (;;) {
    const open = desk.conversation.getByRole('button', { name: 'State: Open' })
    if ((await open.count()) === 0) break
    await open.first().click()
    await desk.page.getByRole('menuitem', { name: 'Solved', exact: true }).click()
    await expect(desk.page.getByRole('menu')).toHaveCount(0)
    await expect.poll(() => countIn(desk)).toBeLessThanOrEqual(gold)
    if ((await countIn(desk)) < gold) break
  }
  await expect.poll(() => countIn(desk)).toBe(gold - 1)

  await plugIn(seat)
  await desk.settled()
  const other = await sitInDemo(house, sit)
  await header(other.desk).click()
  await viewItem(other.desk, 'Gold, everything open').click()
  await expect.poll(() => countIn(other.desk)).toBe(gold - 1)

  await header(desk).click()
  await viewItem(desk, 'Change this view').click()
  const change = desk.page.getByRole('dialog', { name: 'Change view' })
  await change.getByText('Everybody', { exact: true }).click()
  await change.getByRole('textbox', { name: 'Name' }).fill('Gold for everybody')
  await change.getByRole('button', { name: 'Save' }).click()
  await desk.settled()
  // The same view, in the other place now: whoever has it in front keeps it.
  await expect(header(other.desk)).toContainText('Gold for everybody', { timeout: 30_000 })
  const rows = await demoRows(house)
  expect(rowsWhere(rows, 'sharedViews', { name: 'Gold for everybody' })).toHaveLength(1)
  expect(rows.get('ownViews') ?? []).toEqual([])

  await header(desk).click()
  await viewItem(desk, 'Arrange views').click()
  await desk.page.getByRole('button', { name: 'Throw Gold for everybody away' }).click()
  await desk.page.keyboard.press('Escape')
  await expect(header(desk)).toContainText('My open')
  await desk.leaveField()
  await desk.page.keyboard.press('Control+z')
  await header(desk).click()
  await expect(viewItem(desk, 'Gold for everybody')).toBeVisible()
  await desk.page.keyboard.press('Escape')
  await desk.page.keyboard.press('Control+k')
  const palette = desk.page.getByRole('dialog', { name: 'Commands' })
  await desk.page.keyboard.type('gold for')
  await expect(palette.getByText('Gold for everybody')).toBeVisible()
  await desk.page.keyboard.press('Enter')
  await expect(header(desk)).toContainText('Gold for everybody')
  await desk.settled()
  expect(complaints).toEqual([])
})

test('a mail begun without a network has its copies, its file and what its macro does, and leaves once', async ({
  house,
  sit,
}) => {
  const seat = await sitInDemo(house, sit)
  const { desk, cable } = seat
  cable.pull()
  await desk.offline()
  await desk.leaveField()
  await desk.press('c')
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByText('Outgoing mail', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Customer' }).fill('Nora Quell')
  await desk.page.getByText('Somebody new: Nora Quell').click()
  await dialog.getByRole('textbox', { name: 'To', exact: true }).fill('nora@example.org')
  await dialog.getByRole('button', { name: 'Add Cc' }).click()
  await dialog.getByRole('textbox', { name: 'Cc' }).fill('Bo Larsen <bo@example.org>')
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Papers for the fair')
  await dialog.getByRole('textbox', { name: 'Message' }).fill('Here they are.')
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'papers.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('stand 12'),
  })
  await dialog.getByRole('combobox', { name: 'Macro' }).fill('Mine, and')
  await desk.page.getByRole('option', { name: 'Mine, and call back tomorrow' }).click()
  await expect(dialog.getByRole('list', { name: 'What it will do' })).toContainText('Set state to Pending')
  await expect(dialog.getByRole('combobox', { name: 'State' })).toHaveValue('Pending')
  await dialog.getByRole('button', { name: 'Send and create ticket' }).click()
  await expect(desk.conversation.getByRole('heading', { name: 'Papers for the fair' })).toBeVisible()
  await expect(desk.conversation.getByRole('button', { name: 'State: Pending' })).toBeVisible()
  await expect(desk.page.getByText('Call Nora Quell back').first()).toBeVisible()

  await plugIn(seat)
  await desk.settled()
  const rows = await demoRows(house)
  const [ticket, ...more] = rowsWhere(rows, 'tickets', { subject: 'Papers for the fair' })
  expect(more).toEqual([])
  const ticketId = ticket?.['id']
  expect(rowsWhere(rows, 'messages', { ticketId })).toMatchObject([
    { direction: 'out', cc: [{ name: 'Bo Larsen', address: 'bo@example.org' }] },
  ])
  expect(rowsWhere(rows, 'attachments', { ticketId })).toMatchObject([{ fileName: 'papers.txt' }])
  expect(rowsWhere(rows, 'threads', { ticketId })).toMatchObject([{ state: 'pending' }])
  expect(rowsWhere(rows, 'followUps', { ticketId })).toMatchObject([{ title: 'Call Nora Quell back' }])
})

test('a macro runs on all that are picked, and one undo takes it back', async ({ house, sit }) => {
  const { desk } = await sitInDemo(house, sit)
  const snoozedBefore = rowsWhere(await demoRows(house), 'threads', { state: 'snoozed' }).length
  await desk.show('all-open', 'support')
  await desk.rows().first().click()
  await desk.leaveField()
  await desk.press('Alt+1')
  for (const index of [0, 1, 2]) {
    await desk.rows().nth(index).focus()
    await desk.page.keyboard.press('Space')
  }
  const toolbar = desk.page.getByRole('toolbar', { name: 'With what is picked' })
  await expect(toolbar).toContainText('3 picked')
  await toolbar.getByRole('button', { name: /macro/iu }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Macros' })
  await dialog.getByRole('textbox', { name: 'Find a macro' }).fill('Part of the outage')
  await dialog.getByRole('button', { name: 'Run on 3 tickets' }).click()
  // All went well: the bar at the foot says so, with the way back.
  await expect(desk.page.getByText(/Macro: Part of the outage E-1042/u).first()).toBeVisible()
  await desk.settled()
  const rows = await demoRows(house)
  const noted = (rows.get('notes') ?? []).filter(({ body }) =>
    String(body).startsWith('Part of the outage KE-121;'),
  )
  const ticketIds = noted.map(({ ticketId }) => ticketId)
  expect(new Set(ticketIds).size).toBe(3)
  for (const id of ticketIds) {
    const [ticket] = rowsWhere(rows, 'tickets', { id })
    expect(ticket?.['tags']).toEqual(expect.arrayContaining(['E-1042', 'outage']))
    expect(rowsWhere(rows, 'threads', { ticketId: id, kind: 'support' })).toMatchObject([
      { state: 'snoozed', priority: 'high' },
    ])
  }

  await desk.leaveField()
  await desk.page.keyboard.press('Control+z')
  await expect(desk.page.getByText('Undone.')).toBeVisible()
  await desk.settled()
  const after = await demoRows(house)
  expect(rowsWhere(after, 'threads', { state: 'snoozed' })).toHaveLength(snoozedBefore)
})
