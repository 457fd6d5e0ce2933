import { isAccessible } from '../../support/accessible.ts'
import { addSupervisor, expect, plugIn, rowsWhere, syncNow, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'
import { run, walk } from '../access/support/walk.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })
// Articles and canned replies are the whole workspace's.
test.use({ houseName: 'answers' })

const DIALOG = '[role=dialog]'

async function openPage(seat: Seat): Promise<void> {
  await run(seat, 'settings.open')
  await seat.window.getByRole('tab', { name: 'Answers', exact: true }).click()
}

test('a supervisor writes an article offline, colleagues find it, and what is retired is offered to nobody', async ({
  house,
  sit,
}) => {
  const lead = await sit({ who: null })
  await lead.desk.signIn({ url: lead.cable.url, ...(await addSupervisor(house, 'Saga Lund')) })
  await lead.desk.settled()
  lead.cable.pull()
  await lead.desk.offline()
  const dialog = lead.window.getByRole('dialog')
  const found = await walk(lead, [
    {
      name: 'answers',
      of: ['settings/answers/answers-page'],
      part: DIALOG,
      enter: () => openPage(lead),
      leave: async () => {},
    },
    {
      name: 'an article',
      of: ['settings/answers/article-form'],
      part: DIALOG,
      isForm: true,
      enter: () => dialog.getByRole('button', { name: 'Article', exact: true }).click(),
      leave: () => dialog.getByRole('button', { name: 'Cancel' }).click(),
    },
    {
      name: 'a canned reply',
      of: ['settings/answers/reply-form'],
      part: DIALOG,
      isForm: true,
      enter: () => dialog.getByRole('button', { name: 'Canned reply', exact: true }).click(),
      leave: () => dialog.getByRole('button', { name: 'Cancel' }).click(),
    },
  ])
  expect(found).toEqual([])

  await dialog.getByRole('button', { name: 'Article', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Ribbons in winter')
  await dialog
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('Frost makes them stiff: warm them first.')
  await lead.window.screenshot({ path: 'out/e2e/stories/answers-article.png' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('button', { name: /Ribbons in winter/ })).toContainText('version 1')

  // A folder's worth of files at once; running it again adds nothing.
  const files = [
    {
      name: 'thanks.json',
      mimeType: 'application/json',
      buffer: Buffer.from('[{"type":"reply","title":"Thanks","body":"Thank you!"}]'),
    },
    { name: 'Lost bow.md', mimeType: 'text/markdown', buffer: Buffer.from('We send another one.') },
  ]
  for (const _again of [1, 2]) {
    await lead.window.locator('input[type=file]').last().setInputFiles(files)
    await expect(dialog.getByRole('status')).toContainText('2 were brought in.')
  }
  await expect(dialog.getByRole('button', { name: /Lost bow/ })).toHaveCount(1)
  await lead.window.screenshot({ path: 'out/e2e/stories/answers-page.png' })
  await lead.window.keyboard.press('Escape')
  await plugIn(lead)
  await lead.desk.settled()

  const mira = await sit()
  await run(mira, 'answer.find')
  await mira.window.keyboard.type('ribbons frost')
  await expect(mira.desk.list.getByText('Ribbons in winter')).toBeVisible()

  // Changed, looked at what changed, and brought back as a version more.
  await openPage(lead)
  await dialog.getByRole('button', { name: /Ribbons in winter/ }).click()
  const text = dialog.getByRole('textbox', { name: 'Text', exact: true })
  await text.fill('Frost makes them stiff: iron them first.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const line = dialog.getByRole('button', { name: /Ribbons in winter/ })
  await expect(line).toContainText('version 2')
  const history = dialog.getByRole('region', { name: 'Versions' })
  const seen = await walk(lead, [
    {
      name: 'versions of an article',
      of: ['settings/answers/article-history'],
      part: DIALOG,
      isForm: true,
      enter: async () => {
        await line.click()
        await history.getByRole('button', { name: /^version 2/ }).click()
      },
      leave: async () => {},
    },
  ])
  expect(seen).toEqual([])
  await expect(history).toContainText('Changed: text')
  await expect(history.locator('ins')).toHaveText(['iron'])
  await expect(history.locator('del')).toHaveText(['warm'])
  await history.scrollIntoViewIfNeeded()
  await lead.window.screenshot({ path: 'out/e2e/stories/answers-versions.png' })
  await history.getByRole('button', { name: 'Bring back' }).click()
  await expect(text).toHaveValue('Frost makes them stiff: warm them first.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(line).toContainText('version 3')
  await line.click()
  await dialog.getByLabel('State', { exact: true }).first().click()
  await lead.window.getByRole('option', { name: 'Retired' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('button', { name: /Ribbons in winter/ })).toContainText('version 4')
  await lead.window.keyboard.press('Escape')
  await lead.desk.settled()
  await syncNow(mira.desk)
  await expect(mira.desk.list.getByText('Ribbons in winter')).toHaveCount(0, { timeout: 20_000 })
  expect([...lead.complaints, ...mira.complaints]).toEqual([])
})

test('an article begins out of a ticket that was answered, without the person in it', async ({
  house,
  sit,
}) => {
  const subject = 'Bows for Petra Falk'
  await house.jonas.ticket({
    customer: 'Petra Falk',
    subject,
    text: 'Hello,\n\ncan I buy bows alone?\n\nThanks\nPetra',
  })
  const lead = await sit({ who: null })
  await lead.desk.signIn({ url: lead.cable.url, ...(await addSupervisor(house, 'Sol Lund')) })
  await lead.desk.settled()
  await lead.desk.show('all-open')
  await lead.desk.openTicket(subject)
  await lead.desk.reply('Hello Petra,\n\nyes, ten at a time.\n\nBest wishes\nSol')
  await run(lead, 'article.fromTicket')
  const dialog = lead.window.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Bows for …')
  await expect(dialog.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue(
    'can I buy bows alone?\n\nyes, ten at a time.',
  )
  expect(lead.complaints).toEqual([])
})

test('what was looked for and not found is written out of the ticket it was missed on, and is missed no more', async ({
  house,
  sit,
}) => {
  const subject = 'Engraving for Tilda Moe'
  const text = 'Hello,\n\ncan you engrave a name?\n\nThanks\nTilda'
  await house.jonas.ticket({ customer: 'Tilda Moe', subject, text })
  const mira = await sit()
  await mira.desk.show('all-open')
  await mira.desk.openTicket(subject)
  await mira.desk.reply('Hello Tilda,\n\nyes, up to twelve letters.\n\nBest wishes\nMira')
  await mira.window.getByRole('searchbox', { name: 'Search' }).fill('engraving letters zzq')
  const flag = mira.window.getByRole('button', { name: 'An article is missing' })
  await flag.click()
  await expect(mira.window.getByText('Said to those who write articles.')).toBeVisible()
  await isAccessible(mira.window, 'search/missing', 'gaps')
  await mira.desk.settled()

  const lead = await sit({ who: null })
  await lead.desk.signIn({ url: lead.cable.url, ...(await addSupervisor(house, 'Synne Lund')) })
  await lead.desk.settled()
  lead.cable.pull()
  await lead.desk.offline()
  await openPage(lead)
  const dialog = lead.window.getByRole('dialog')
  const missed = dialog.getByRole('region', { name: 'Missed, and not written yet' })
  await expect(missed.getByRole('listitem')).toContainText('engraving letters zzq')
  await expect(missed.getByRole('listitem')).toContainText('missed once · on 1 ticket')
  await isAccessible(lead.window, 'settings/missing-articles', 'gaps')
  await missed.getByRole('button', { name: 'Draft from ticket' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue(
    'can you engrave a name?\n\nyes, up to twelve letters.',
  )
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(missed).toHaveCount(0)
  await plugIn(lead)
  await lead.desk.settled()
  expect(rowsWhere(await house.rows(), 'articleGaps', { words: 'engraving letters zzq' })).toMatchObject([
    { state: 'closed' },
  ])
  expect([...lead.complaints, ...mira.complaints]).toEqual([])
})

test('what a canned reply does beside its words is chosen in order, offline too', async ({ house, sit }) => {
  const lead = await sit({ who: null })
  await lead.desk.signIn({ url: lead.cable.url, ...(await addSupervisor(house, 'Siv Lund')) })
  await lead.desk.settled()
  lead.cable.pull()
  await lead.desk.offline()
  await openPage(lead)
  const dialog = lead.window.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Canned reply', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Wait for the florist')
  await dialog
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('We ask the florist and come back to you.')
  const steps = dialog.getByRole('region', { name: 'What it does beside its words' })
  const choose = async (name: string, within?: string): Promise<void> => {
    await steps.getByRole('button', { name: 'Add a step' }).click()
    const entry = lead.window.getByRole('menuitem', { name, exact: true })
    if (within === undefined) return entry.click()
    // Its menu opens beside it, and where there is no room, over it.
    await entry.hover()
    await lead.window.getByRole('menuitem', { name: within, exact: true }).click()
  }
  await choose('State', 'Pending')
  await choose('Priority', 'low')
  await choose('Add tags…')
  const found = await walk(lead, [
    {
      name: 'steps',
      of: ['settings/answers/steps-field', 'settings/answers/step-choices'],
      part: DIALOG,
      enter: () => expect(steps.getByRole('textbox')).toBeFocused(),
      leave: async () => {},
    },
  ])
  expect(found).toEqual([])
  await steps.getByRole('textbox').fill('florist, waits')
  await steps.getByRole('textbox').press('Enter')
  await expect(steps.getByRole('listitem')).toHaveCount(3)
  await steps.getByRole('button', { name: /^Earlier: .*florist/ }).click()
  await lead.window.screenshot({ path: 'out/e2e/stories/answers-steps.png' })
  await steps.getByRole('button', { name: /^Take away: .*low/ }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('button', { name: /Wait for the florist/ })).toContainText('version 1')
  await lead.window.keyboard.press('Escape')
  await plugIn(lead)
  await lead.desk.settled()
  expect(rowsWhere(await house.rows(), 'macros', { title: 'Wait for the florist' })).toMatchObject([
    {
      steps: [
        { mutation: 'thread.setState', args: { state: 'pending' } },
        { mutation: 'ticket.tag', args: { tags: ['florist', 'waits'] } },
      ],
    },
  ])
  expect(lead.complaints).toEqual([])
})
