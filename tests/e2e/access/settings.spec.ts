import type { Locator } from '@playwright/test'
import { expect, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'
import { IN_DIALOG, said, sitInDemo, walk } from './support/walk.ts'
import type { Screen } from './support/walk.ts'

// A supervisor sees every page, and the demo workspace has guides, plans and questions to change.
test.use({ houseName: 'barriers with the demo' })
test.describe.configure({ timeout: 420_000 })

const settings = ({ window }: Seat): Locator => window.getByRole('dialog', { name: 'Settings' })

const page = (name: string): Screen => ({
  name,
  part: IN_DIALOG,
  enter: async seat => {
    await settings(seat)
      .getByRole('tab', { name: said(`settings.pages.${name}`), exact: true })
      .click()
    await expect(
      settings(seat).getByRole('tabpanel').getByRole('progressbar', { name: 'Loading' }),
    ).toHaveCount(0)
  },
  leave: async () => {},
})

/** What a button of the page opens, empty and filled; left with Cancel. */
const editor = (name: string, target: (dialog: Locator) => Locator, of?: string): Screen => ({
  name,
  part: IN_DIALOG,
  isForm: true,
  ...(of === undefined ? {} : { of: [of] }),
  enter: async seat => {
    await target(settings(seat)).click()
    await expect(settings(seat).getByRole('button', { name: 'Cancel' })).toBeVisible()
  },
  leave: async seat => {
    // By key: a list of choices that is still open would lie over it.
    await settings(seat).getByRole('button', { name: 'Cancel' }).press('Enter')
    await expect(settings(seat).getByRole('button', { name: 'Cancel' })).toHaveCount(0)
  },
})
const button = (name: string | RegExp) => (dialog: Locator) => dialog.getByRole('button', { name }).first()
const choice = (name: string): Screen => ({
  name,
  part: IN_DIALOG,
  enter: seat => settings(seat).getByRole('tabpanel').getByText(name, { exact: true }).first().click(),
  leave: async () => {},
})

const PAGES: readonly Screen[] = [
  { ...page('look'), of: ['settings/settings-dialog'] },
  page('work'),
  page('notifications'),
  page('keys'),
  {
    name: 'keys that are taken',
    part: IN_DIALOG,
    enter: async seat => {
      await settings(seat)
        .getByRole('button', { name: /^Assign: /u })
        .click()
      await seat.window.keyboard.press('s')
      await expect(settings(seat).getByRole('alert')).toBeVisible()
    },
    leave: seat => settings(seat).getByRole('button', { name: 'Leave it' }).click(),
  },
  page('computer'),
  editor('a new key for the data', button(said('dataKey.replace'))),
  page('laptops'),
  page('levels'),
  choice(said('kind.support')),
  choice(said('levels.hours')),
  page('sending'),
  page('allowances'),
  page('forms'),
  page('guides'),
  editor('a new guide', button(said('guideEditor.newGuide')), 'settings/guides/guide-form'),
  editor('a guide that is there', dialog =>
    dialog.getByRole('tabpanel').getByRole('listitem').getByRole('button').first(),
  ),
  editor('what has to be known', button(/^Another list/u), 'settings/guides/details-form'),
  page('plans'),
  editor('a template', button(said('relation.template.add')), 'settings/content-form'),
  page('outreach'),
  editor('whom a rule is about', button(/whom it is about/u), 'settings/outreach/segment-form'),
  page('surveys'),
  page('questions'),
  editor('a likely question', button(said('growth.questions.add'))),
  page('between'),
  page('portrait'),
  { ...page('training'), of: ['settings/training-page'] },
]

test('axe finds nothing on any page of the settings, light and dark', async ({ house, sit }) => {
  const seat = await sitInDemo(house, sit)
  await seat.desk.press('Control+Comma')
  expect(await walk(seat, PAGES)).toEqual([])
})
