import type { ElectronApplication, Page } from '@playwright/test'
import { expect, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 150_000 })

type Shape = { readonly width: number; readonly height: number; readonly zoom: number }

const resize = (app: ElectronApplication, { width, height, zoom }: Shape): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, wanted) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setContentSize(wanted.width, wanted.height)
      window?.webContents.setZoomFactor(wanted.zoom)
    },
    { width, height, zoom },
  )

/**
 * A window that is just being shown may lose a size, and one that was lost counts as set: asking for the same again
 * would change nothing. So another is asked for in between, until the page has the wanted one.
 */
async function shape(
  { app, window }: { readonly app: ElectronApplication; readonly window: Page },
  wanted: Shape,
) {
  const goal = wanted.width / wanted.zoom
  let turns = 0
  await expect
    .poll(async () => {
      const width = await window.evaluate(() => innerWidth)
      if (width !== goal) await resize(app, { ...wanted, width: wanted.width - (turns % 2) * wanted.zoom })
      turns += 1
      return width
    })
    .toBe(goal)
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('at 1024 by 700 the list folds, the panes become tabs, and a reply can be sent', async ({
  house,
  sit,
}) => {
  const subject = 'A small screen'
  await house.jonas.ticket({ customer: 'Ida Berg', subject, text: 'Can you read this?' })
  const { app, desk, window, complaints } = await sit()
  await shape({ app, window }, { width: 1024, height: 700, zoom: 1 })
  await desk.press('Alt+1')
  await desk.show('all-open')
  await desk.openTicket(subject)
  const customer = window.getByRole('region', { name: 'Customer 360' })
  await expect(customer.getByRole('tab', { name: /Service/ })).toBeVisible()
  await expect(customer.getByRole('tab', { name: /Support/ })).toBeVisible()
  await desk.reply('Yes, every word.')
  expect(await overflow(window)).toBeLessThanOrEqual(0)
  await window.screenshot({ path: 'out/e2e/bad-days/1024x700.png' })
  await desk.settled()
  await expect
    .poll(async () => rowsWhere(await house.rows(), 'messages', { bodyText: 'Yes, every word.' }).length, {
      timeout: 40_000,
    })
    .toBe(1)
  expect(complaints).toEqual([])
})

test('at 200 and at 400 % one column shows at a time, and the whole way to a sent reply is there', async ({
  house,
  sit,
}) => {
  const { app, desk, window, complaints } = await sit()
  for (const zoom of [2, 4]) {
    const percent = zoom * 100
    const subject = `Large letters ${percent}`
    const words = `Read at ${percent} percent.`
    await house.jonas.ticket({ customer: 'Olga Stern', subject, text: 'I see badly.' })
    await shape({ app, window }, { width: 1280, height: 800, zoom })
    await desk.show('all-open')
    await desk.openTicket(subject)
    await expect(desk.list).toHaveCount(0)
    await desk.reply(words)
    expect(await overflow(window)).toBeLessThanOrEqual(0)
    await window.screenshot({ path: `out/e2e/bad-days/zoom-${percent}.png` })
    await window.getByRole('button', { name: 'Customer 360' }).click()
    await expect(window.getByRole('region', { name: 'Customer 360' })).toBeVisible()
    expect(await overflow(window)).toBeLessThanOrEqual(0)
    await window.screenshot({ path: `out/e2e/bad-days/zoom-${percent}-customer.png` })
    await window.getByRole('button', { name: 'Conversation' }).click()
    await window.getByRole('button', { name: /All open/ }).click()
    await expect(desk.list).toBeVisible()
    await desk.settled()
    await expect
      .poll(async () => rowsWhere(await house.rows(), 'messages', { bodyText: words }).length, {
        timeout: 40_000,
      })
      .toBe(1)
  }
  expect(complaints).toEqual([])
})
