import { isAccessible } from '../../support/accessible.ts'
import { expect, test } from '../../support/house.ts'

test.describe.configure({ timeout: 150_000 })

test('a defect in one part of the window leaves the rest at work, and is tried again', async ({
  house,
  sit,
}) => {
  await house.jonas.ticket({ customer: 'Karin Voss', subject: 'Half shown', text: 'Please explain.' })
  const { desk, window } = await sit()
  await desk.show('all-open')
  // What a defect in a message card would do, while the page puts it together.
  await window.evaluate(() => {
    const page = document as unknown as { createElement: (name: string, options?: unknown) => unknown }
    const make = page.createElement.bind(document)
    const broken = (name: string, options?: unknown): unknown => {
      if (name === 'article') throw new TypeError('a message of a customer')
      return make(name, options)
    }
    page.createElement = broken
    Object.assign(window, { mend: () => (page.createElement = make) })
  })
  await desk.rows().filter({ hasText: 'Half shown' }).click()
  const told = desk.conversation.getByRole('alert').filter({ hasText: 'This part cannot be shown' })
  await expect(told.first()).toBeVisible()
  await expect(desk.conversation.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(window.getByRole('region', { name: 'Service engagement' })).toBeVisible()
  await expect(
    window.getByRole('textbox', { name: 'Search' }).or(window.getByRole('searchbox')),
  ).toBeVisible()
  await isAccessible(window, 'defect', 'bad-days')
  await window.evaluate(() => (window as unknown as { mend: () => void }).mend())
  await told.first().getByRole('button', { name: 'Try again' }).click()
  await expect(desk.conversation.getByRole('article').first()).toBeVisible()
})
