import type { Page } from '@playwright/test'
import { expect, test } from '../../support/house.ts'
import { closeAll, IN_DIALOG, IN_MENU, pressed, run, sitInDemo, walk } from './support/walk.ts'
import type { Screen } from './support/walk.ts'

// Everything that differs by its ground elsewhere: what is chosen, picked, refused, full or late.
test.use({ houseName: 'barriers with the demo' })
test.describe.configure({ timeout: 300_000 })

const TICKET = 'Charged twice, and the scanner still will not pair'
const stay = async (): Promise<void> => {}

/** More contrast and the system's own colours change nothing but colours; all else is looked at in the other walks. */
const COLOURS = { isColourOnly: true } as const

const SCREENS: readonly Screen[] = [
  { name: 'a ticket', enter: ({ desk }) => desk.openTicket(TICKET), leave: stay },
  {
    name: 'the palette',
    part: IN_DIALOG,
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('Control+k')
      await window.getByRole('dialog', { name: 'Commands' }).getByRole('textbox').first().fill('assign')
      await expect(window.locator('#palette-list [data-selected]')).toHaveCount(1)
    },
  },
  {
    name: 'what was found',
    part: 'section[aria-label="Ticket list"]',
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('/')
      await window.keyboard.type('scanner')
      await expect(window.getByRole('option').nth(3)).toBeVisible()
    },
    leave: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'the table, some picked',
    part: 'section[aria-label="Ticket list"]',
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('v')
      for (const index of [1, 2]) await desk.rows().nth(index).getByRole('checkbox').check()
      await expect(window.getByRole('toolbar', { name: 'With what is picked' })).toContainText('2 picked')
    },
    leave: async seat => {
      await run(seat, 'list.pickNone')
      await seat.desk.leaveField()
      await seat.desk.press('v')
    },
  },
  pressed('the states', ({ window }) => window.getByRole('button', { name: /^State: / }).first(), {
    part: IN_MENU,
  }),
  ...(['ticket.newCall', 'issues.open', 'outreach.open', 'approvals.open'] as const).map((id): Screen => ({
    name: id,
    part: IN_DIALOG,
    isForm: true,
    enter: async seat => {
      await run(seat, id)
      await expect(seat.window.getByRole('dialog')).toBeVisible()
    },
  })),
  {
    name: 'the settings',
    part: IN_DIALOG,
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('Control+Comma')
      await expect(window.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    },
  },
]

test('axe finds nothing where the system asks for more contrast, light and dark', async ({ house, sit }) => {
  const seat = await sitInDemo(house, sit)
  const root = seat.window.locator('html')
  await expect(root).toHaveAttribute('data-contrast', 'normal')
  await seat.window.emulateMedia({ contrast: 'more' })
  await expect(root).toHaveAttribute('data-contrast', 'high')
  const found = await walk(seat, SCREENS, COLOURS)
  await seat.window.emulateMedia({ contrast: 'no-preference' })
  await expect(root).toHaveAttribute('data-contrast', 'normal')
  expect(found).toEqual([])
})

/** Colours as they come out, whatever the system calls them. */
const colours = (page: Page) =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.cssText = 'color: CanvasText; background: Canvas'
    const { color: words, backgroundColor: ground } = getComputedStyle(probe)
    probe.remove()
    const body = getComputedStyle(document.body)
    return { system: { words, ground }, worn: { words: body.color, ground: body.backgroundColor } }
  })

test("in the system's own colours what is chosen is framed, and the kinds differ without colour", async ({
  house,
  sit,
}) => {
  const seat = await sitInDemo(house, sit)
  const { desk, window } = seat
  await desk.openTicket(TICKET)
  await window.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await expect(window.locator('html')).toHaveAttribute('data-contrast', 'high')
  const { system, worn } = await colours(window)
  expect(worn).toEqual(system)
  const chosen = desk.rows().filter({ hasText: TICKET })
  await expect(chosen).toHaveCSS('outline-style', 'solid')
  await expect(chosen).toHaveCSS('outline-color', system.words)
  const [service, support] = [0, 1].map(at => chosen.locator('[aria-hidden]').first().locator('span').nth(at))
  await expect(service ?? chosen).toHaveCSS('background-image', 'none')
  await expect(support ?? chosen).toHaveCSS('background-image', /^repeating-linear-gradient/u)
  const found = await walk(seat, SCREENS.slice(0, 4), COLOURS)
  await closeAll(seat)
  await window.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
  expect(found).toEqual([])
})
