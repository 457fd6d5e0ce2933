import type { Page } from '@playwright/test'
import { expect, plugIn, syncNow, test } from '../../support/house.ts'
import type { House, Seat } from '../../support/house.ts'
import { IN_DIALOG, run, walk } from './support/walk.ts'
import type { Screen } from './support/walk.ts'

// What laptops hold is the whole house's: no other file shares it.
test.use({ houseName: 'barriers that come seldom' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const MINE = 'Open to everybody'
const HELD = 'Held by a colleague'
const FAR = 'Of a team far away'
const stay = async (): Promise<void> => {}

/** A ticket that a colleague holds offline: what is done to many does not reach it. */
async function held({ jonas }: House): Promise<void> {
  const { ticketId } = await jonas.ticket({ customer: 'Odd Vik', subject: HELD, text: 'Does it work now?' })
  const lease = { leaseId: ticketId.replace(/.$/u, 'd'), ticketId, agentId: jonas.agentId }
  await jonas.push([{ name: 'lease.take', args: { ...lease, forMs: 7_200_000, seen: null } }])
}

/** A ticket that is on the hub only: of another team, on a hub whose laptops hold the queues of their own. */
async function farAway({ hub, jonas, rows }: House): Promise<void> {
  const { threadIds } = await jonas.ticket({ customer: 'Tove Lind', subject: FAR, text: 'Is anybody there?' })
  await hub.run(['team', 'add', 'Devices', '--kind', 'support'])
  const teams = (await rows()).get('teams') ?? []
  const value = String(teams.find(({ name }) => name === 'Devices')?.['id'])
  const args = { threadId: threadIds[0], team: { seen: null, value }, assignee: null }
  await jonas.push([{ name: 'thread.assign', args }])
  await hub.run(['policy', 'set', '--queues', 'own', '--fetch', 'any'])
}

/** The cross of the window, as the system presses it. */
const closeWindow = ({ app }: Seat): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

const asked = (window: Page) => window.getByRole('dialog', { name: 'Quit Tandem' })

const SELDOM: readonly Screen[] = [
  {
    name: 'many changed, some not',
    part: 'section[aria-label="Ticket list"]',
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('v')
      const all = window.getByRole('checkbox', { name: 'Pick all of this view' })
      await all.click()
      await expect(all).toBeChecked()
      await desk.list.getByRole('button', { name: 'Change', exact: true }).click()
      await window.getByRole('menuitem', { name: 'Hold while offline', exact: true }).click()
      await window
        .getByRole('dialog')
        .getByRole('button', { name: /^Hold until/u })
        .click()
      await expect(desk.list.getByRole('button', { name: 'Show why' })).toBeVisible()
    },
    leave: stay,
  },
  {
    name: 'which were not, and why',
    of: ['inbox/bulk-result-dialog'],
    part: IN_DIALOG,
    enter: async ({ desk, window }) => {
      await desk.list.getByRole('button', { name: 'Show why' }).click()
      const dialog = window.getByRole('dialog')
      await expect(dialog.getByRole('listitem').filter({ hasText: HELD })).toContainText('offline')
      await expect(dialog.getByRole('listitem').filter({ hasText: MINE })).toHaveCount(0)
    },
  },
  {
    name: 'what the hub found',
    part: 'section[aria-label="Ticket list"]',
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('/')
      await window.keyboard.type('far away')
      await window.getByRole('button', { name: 'Search on the hub too' }).click()
      await expect(window.getByRole('region', { name: 'On the hub' }).getByText(FAR)).toBeVisible()
    },
    leave: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'answers that are not there',
    part: 'section[aria-label="Ticket list"]',
    enter: async seat => {
      await run(seat, 'playbook.find')
      await expect(seat.window.getByRole('radiogroup', { name: 'Where to search' })).toBeVisible()
      await seat.window.getByRole('searchbox', { name: 'Search' }).fill('far away')
      await expect(seat.desk.list.getByText('Nothing on this laptop holds “far away”')).toBeVisible()
    },
    leave: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'quitting with unsent work',
    of: ['sign-in/quit-dialog'],
    part: IN_DIALOG,
    enter: async seat => {
      const { desk, window, cable } = seat
      await desk.openTicket(MINE)
      cable.pull()
      await desk.offline()
      await desk.note('It waits here')
      await desk.waiting(1)
      await closeWindow(seat)
      await expect(asked(window)).toContainText('1 change has not left this laptop.')
    },
    leave: async ({ window }) => {
      await asked(window).getByRole('button', { name: 'Stay', exact: true }).click()
      await expect(asked(window)).toHaveCount(0)
    },
  },
]

test('axe finds nothing on what comes seldom: partial failures, answers of the hub, quitting', async ({
  house,
  sit,
}) => {
  await house.jonas.ticket({ customer: 'Ossian Falk', subject: MINE, text: 'Hello.' })
  await held(house)
  await farAway(house)
  const seat = await sit()
  await seat.desk.show('all-open')
  await syncNow(seat.desk)
  await expect(seat.desk.rows().filter({ hasText: FAR })).toHaveCount(0)
  expect(await walk(seat, SELDOM)).toEqual([])
  expect(seat.complaints).toEqual([])
})

/** Something of ours that the hub held back, since a colleague changed the same. */
async function conflict(seat: Seat, { jonas }: House, subject: string): Promise<void> {
  const { desk, window, cable } = seat
  const { threadIds } = await jonas.ticket({ customer: 'Gerda Holm', subject, text: 'One.' })
  await desk.show('all-open')
  await desk.openTicket(subject)
  await desk.leaveField()
  cable.pull()
  await desk.offline()
  await desk.press('Shift+P')
  await expect(desk.conversation.getByRole('button', { name: 'State: Pending' })).toBeVisible()
  const args = { threadId: threadIds[0], state: 'solved', seen: 'open', seenUpToSeq: 1, restore: null }
  await jonas.push([{ name: 'thread.setState', args }])
  await plugIn(seat)
  await window.getByRole('button', { name: '1 needs attention' }).click({ timeout: 30_000 })
}

test('axe finds nothing on a conflict, in high contrast and in the colours of the system too', async ({
  house,
  sit,
}) => {
  const seat = await sit()
  const { window } = seat
  await conflict(seat, house, 'Changed on both sides')
  const dialog = window.getByRole('dialog', { name: 'Needs attention' })
  await expect(dialog.getByRole('row').filter({ hasText: 'Solved' })).toBeVisible()
  const screen: Screen = { name: 'a conflict', part: IN_DIALOG, enter: stay, leave: stay }
  const found: (readonly string[])[] = [await walk(seat, [screen])]
  await window.emulateMedia({ contrast: 'more' })
  found.push(await walk(seat, [screen], { isColourOnly: true }))
  await window.screenshot({ path: 'out/e2e/access/conflict-high.png' })
  await window.emulateMedia({ contrast: 'no-preference', forcedColors: 'active' })
  found.push(await walk(seat, [screen], { isColourOnly: true }))
  await window.screenshot({ path: 'out/e2e/access/conflict-system.png' })
  await window.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
  expect(found.flat()).toEqual([])
})
