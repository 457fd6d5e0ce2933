import type { Locator, Page } from '@playwright/test'
import { barriersOn, isAccessible } from '../../support/accessible.ts'
import { expect, openBox, plugIn, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })

test('sign-in, inbox with an open ticket, new ticket and Needs attention have no barriers, light and dark, and no complaints', async ({
  house,
  sit,
}) => {
  const subject = 'Seen by everybody'
  const work = await house.jonas.ticket({
    customer: 'Quinn Abel',
    subject,
    text: 'Can you hear me?\n> Can you see me?',
    kinds: ['service', 'support'],
  })
  const seat = await sit({ who: null })
  const { desk, window, cable, complaints } = seat
  await expect(window.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await isAccessible(window, 'sign-in')

  await desk.signIn({ url: cable.url, email: 'mira@example.com', password: 'a quiet desk by the window' })
  await desk.settled()
  await desk.show('all-open')
  await desk.openTicket(subject)
  await desk.note('Look **here**')
  await openBox(desk, 'reply')
  await expect(
    window.getByRole('region', { name: 'Customer 360' }).getByRole('heading', { name: 'Quinn Abel' }),
  ).toBeVisible()
  await isAccessible(window, 'inbox with an open ticket')

  await desk.leaveField()
  await desk.press('c')
  await expect(
    window.getByRole('dialog', { name: 'New ticket' }).getByText('Walk-in', { exact: true }),
  ).toBeVisible()
  await isAccessible(window, 'new ticket')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)

  cable.pull()
  await desk.offline()
  await desk.leaveField()
  await desk.press('Shift+P')
  await house.jonas.push([
    {
      name: 'thread.setState',
      args: { threadId: work.threadIds[0], state: 'solved', seen: 'open', seenUpToSeq: 1, restore: null },
    },
  ])
  await isAccessible(window, 'offline with a change that waits')
  await plugIn(seat)
  await window.getByRole('button', { name: '1 needs attention' }).click({ timeout: 30_000 })
  await expect(window.getByRole('dialog', { name: 'Needs attention' })).toContainText('Held back')
  await isAccessible(window, 'Needs attention')
  expect(complaints).toEqual([])
})

test('the theme is switched by palette and stays after a restart', async ({ sit, userDataFolder }) => {
  const first = await sit({ userDataFolder })
  const scheme = (page: Page) => page.locator('html')
  await expect(scheme(first.window)).toHaveAttribute('data-mantine-color-scheme', 'light')
  await first.window.keyboard.press('Control+k')
  await first.window.keyboard.type('dark')
  await expect(first.window.getByRole('dialog').getByText('Switch light and dark')).toBeVisible()
  await first.window.keyboard.press('Enter')
  await expect(scheme(first.window)).toHaveAttribute('data-mantine-color-scheme', 'dark')
  const dark = await first.window.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(first.complaints).toEqual([])
  // Negative controls: barriers put there by hand are found, one of colour by the look at colours alone too.
  await first.window.evaluate(() => {
    const pale = Object.assign(document.createElement('p'), { textContent: 'Hardly to be read' })
    pale.setAttribute(
      'style',
      'color: #333; background: #222; position: fixed; inset: 40% 40% auto; z-index: 9999',
    )
    document.querySelector('main')?.append(document.createElement('img'), pale)
  })
  expect((await barriersOn(first.window)).join()).toContain('image-alt')
  expect((await barriersOn(first.window, { isColourOnly: true })).join()).toContain('color-contrast')
  await first.close()
  const second = await sit({ userDataFolder, who: null, cable: first.cable })
  await expect(scheme(second.window)).toHaveAttribute('data-mantine-color-scheme', 'dark')
  expect(await second.window.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark)
  expect(second.complaints).toEqual([])
})

const leftOf = (of: Locator): Promise<number> => of.evaluate(each => each.getBoundingClientRect().left)

test('a table with more columns than fit scrolls sideways with its head, and ends where the list ends', async ({
  house,
  sit,
}) => {
  await house.jonas.ticket({ customer: 'Wide Vera', subject: 'As wide as can be', text: 'Hello.' })
  const { desk, window, complaints } = await sit()
  await desk.show('all-open')
  await desk.leaveField()
  await desk.press('v')
  await window.setViewportSize({ width: 1180, height: 800 })
  await desk.openTicket('As wide as can be')
  await desk.list.getByRole('button', { name: 'Sort and show' }).click()
  for (const name of ['Team', 'Channel', 'Health', 'Value', 'Language', 'Tags'])
    await window.getByRole('menu').getByText(name, { exact: true }).last().click()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('menu')).toHaveCount(0)

  const cells = desk.rows().filter({ hasText: 'As wide as can be' }).locator('[class*=_cell_]')
  const heads = desk.list.locator('[class*=_head_] > [class*=_cell_]')
  await expect(heads).toHaveCount(await cells.count())
  const aligned = async (): Promise<void> => {
    for (const at of [1, 6, -1])
      expect(Math.abs((await leftOf(cells.nth(at))) - (await leftOf(heads.nth(at))))).toBeLessThan(1)
  }
  await aligned()
  const rows = desk.list.locator('[data-form=table]')
  const before = await leftOf(cells.last())
  await rows.evaluate(each => each.scrollTo({ left: each.scrollWidth }))
  await expect.poll(() => leftOf(heads.last())).toBeLessThan(before)
  await aligned()
  const end = await desk.list.evaluate(each => each.getBoundingClientRect().right)
  expect(await cells.last().evaluate(each => each.getBoundingClientRect().right)).toBeLessThanOrEqual(end)
  await window.screenshot({ path: 'out/e2e/stories/wide-table.png' })
  expect(complaints).toEqual([])
})
