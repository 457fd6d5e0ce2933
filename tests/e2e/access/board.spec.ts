import type { Page } from '@playwright/test'
import { expect, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'
import { IN_DIALOG, IN_MENU, sitInDemo, walk } from './support/walk.ts'
import type { Screen } from './support/walk.ts'

// The demo workspace has queues, agents and laptops enough for a board.
test.use({ houseName: 'barriers with the demo' })
test.describe.configure({ timeout: 420_000 })

async function openBoard({ app, window }: Seat): Promise<Page> {
  const opened = app.waitForEvent('window')
  await window.getByRole('button', { name: 'Open the supervisor window' }).click()
  const board = await opened
  await board.emulateMedia({ reducedMotion: 'reduce' })
  await expect(board.getByRole('region', { name: 'Queues' })).toBeVisible({ timeout: 30_000 })
  return board
}

/** What a press on something opens beside the board. */
const sheet = (
  name: string,
  open: (board: Page) => Promise<unknown>,
  rest: Partial<Screen> = {},
): Screen => ({
  name,
  part: IN_DIALOG,
  enter: async ({ window }) => {
    await open(window)
    await expect(window.getByRole('dialog')).toBeVisible()
  },
  ...rest,
})
const pressNumber = (name: string) => (board: Page) =>
  board.getByRole('group', { name }).getByRole('button').first().click()

const BOARD: readonly Screen[] = [
  {
    name: 'the board',
    enter: ({ window }) => expect(window.getByRole('row').nth(3)).toBeVisible(),
    leave: async () => {},
  },
  {
    name: 'the board on a wall',
    enter: async ({ window }) => {
      await window.getByRole('button', { name: 'Wallboard' }).click()
      await expect(window.getByRole('button', { name: 'Leave wallboard' })).toBeVisible()
    },
    leave: ({ window }) => window.getByRole('button', { name: 'Leave wallboard' }).click(),
  },
  sheet('what waits', pressNumber('Waiting'), { of: ['supervisor/board-sheets'] }),
  sheet('first replies', pressNumber('First response')),
  sheet('satisfaction', pressNumber('CSAT')),
  sheet('laptops', board => board.getByRole('button', { name: 'All laptops' }).click()),
  sheet('the tickets of a queue', board =>
    board.getByRole('region', { name: 'Queues' }).getByRole('button').first().click(),
  ),
  {
    name: 'who gets them',
    part: IN_MENU,
    of: ['supervisor/reassign-menu'],
    enter: async ({ window }) => {
      await pressNumber('Waiting')(window)
      await window.getByRole('dialog').getByRole('checkbox').first().check()
      await window.getByRole('dialog').getByRole('button', { name: 'Reassign to' }).click()
      await expect(window.getByRole('menu')).toBeVisible()
    },
  },
  sheet('waiting approvals', board =>
    board
      .getByRole('region', { name: 'Alerts' })
      .getByRole('listitem')
      .filter({ hasText: /wait.*approv|approv/iu })
      .getByRole('button')
      .first()
      .click(),
  ),
]

test('axe finds nothing on the board and beside it, light and dark', async ({ house, sit }) => {
  const seat = await sitInDemo(house, sit)
  const board = await openBoard(seat)
  const complaints: string[] = []
  board.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  board.on('pageerror', error => complaints.push(error.message))
  expect(await walk({ ...seat, window: board }, BOARD)).toEqual([])
  expect(complaints).toEqual([])
})
