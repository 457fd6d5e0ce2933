import { addSupervisor, expect, plugIn, syncNow, test } from '../../support/house.ts'
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

  await openPage(lead)
  await dialog.getByRole('button', { name: /Ribbons in winter/ }).click()
  await dialog.getByLabel('State', { exact: true }).first().click()
  await lead.window.getByRole('option', { name: 'Retired' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('button', { name: /Ribbons in winter/ })).toContainText('version 2')
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
