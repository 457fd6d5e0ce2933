import type { Locator } from '@playwright/test'
import type { Console } from '../../support/console.ts'
import { readHub } from '../../support/hub-view.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'
import { run } from '../access/support/walk.ts'

// The demo workspace has past cases, stories and colleagues who thank each other.
test.use({ houseName: 'training with the demo' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const ANAS = 'Charged twice, and the scanner still will not pair'
const dialog = (desk: Console, name: string): Locator => desk.page.getByRole('dialog', { name })
const together = (desk: Console): Locator => dialog(desk, 'Learning together')

async function pick(desk: Console, field: Locator, name: string): Promise<void> {
  await field.click()
  await field.fill(name)
  await desk.page.getByRole('option', { name }).click()
}

test('a colleague is thanked and a story kept without a network, and neither says who the customer is', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.openTicket(ANAS)
  cable.pull()
  await desk.offline()

  await desk.leaveField()
  await desk.press('Control+Shift+K')
  const thanks = dialog(desk, 'Thank a colleague')
  await pick(desk, thanks.getByRole('combobox', { name: 'Whom' }), 'Lena K.')
  await thanks
    .getByRole('textbox', { name: 'What for' })
    .fill('You stayed with Ana Ruiz until she could sell again.')
  await thanks.getByRole('button', { name: 'Say thanks' }).click()
  await expect(thanks).toHaveCount(0)
  await expect(desk.page.getByText(/thanked Lena K\./u).first()).toBeVisible()

  await run(seat, 'kudos.open')
  const week = together(desk).getByRole('region', { name: 'This week' })
  await expect(week.getByText('You stayed with [name] until she could sell again.')).toBeVisible()
  await desk.page.keyboard.press('Escape')

  // It begins with the ticket's own words, without the person; nothing is kept before somebody has read it.
  await run(seat, 'story.keep')
  const form = dialog(desk, 'Keep as a story')
  const body = form.getByRole('textbox', { name: /^What happened/u })
  await expect(body).not.toHaveValue('')
  expect(await body.inputValue()).not.toMatch(/ana|ruiz|faro/iu)
  await form.getByRole('textbox', { name: 'What it is called' }).fill('Two troubles, one answer for Ana Ruiz')
  await body.fill('A bookseller saw two charges and a scanner that would not pair. We began with the money.')
  await form.getByRole('textbox', { name: 'Why it was good' }).fill('One of us wrote, two of us worked.')
  await expect(form.getByRole('button', { name: 'Keep the story' })).toBeDisabled()
  await form.getByRole('checkbox', { name: /I have read it/u }).check()
  await form.getByRole('button', { name: 'Keep the story' }).click()
  await expect(form).toHaveCount(0)

  await run(seat, 'stories.open')
  const stories = together(desk)
  await stories.getByRole('searchbox', { name: 'Find a story' }).fill('bookseller pair')
  const entries = stories.getByRole('list', { name: 'Stories' }).getByRole('listitem')
  await expect(entries).toHaveCount(1)
  await entries.getByRole('button').click()
  await expect(stories.getByRole('heading', { name: 'Two troubles, one answer for [name]' })).toBeVisible()
  await desk.page.keyboard.press('Escape')

  await plugIn(seat)
  const rows = await readHub(house.hub.url, login)
  expect(
    rowsWhere(rows, 'kudos', { words: 'You stayed with [name] until she could sell again.' }),
  ).toHaveLength(1)
  expect(rowsWhere(rows, 'stories', { title: 'Two troubles, one answer for [name]' })).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('a past case is practised without a network, and the answer reaches nobody', async ({ house, sit }) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  cable.pull()
  await desk.offline()
  const before = (await readHub(house.hub.url, login)).get('messages')?.length

  await run(seat, 'practice.open')
  const training = together(desk)
  await training.getByRole('list', { name: 'Service' }).getByRole('button').first().click()
  await training
    .getByRole('textbox', { name: 'What would you answer?' })
    .fill('I am sorry that this took so long. I look at it now, and write to you before noon.')
  await training.getByRole('button', { name: 'Show what was answered then' }).click()
  await expect(training.getByText('How it ended')).toBeVisible()
  await training.getByRole('radiogroup', { name: 'Heard how they feel' }).getByText('Good').click()
  await training.getByRole('textbox', { name: 'What you take along' }).fill('Say when, not only that.')
  await training.getByRole('button', { name: 'Done' }).click()

  // It stands among what was practised, and one colleague is shown it.
  const runs = training.getByRole('list', { name: 'Practised' })
  await runs.getByRole('button').first().click()
  await expect(training.getByText('Heard how they feel: Good')).toBeVisible()
  await pick(desk, training.getByRole('combobox', { name: 'Show it to a colleague' }), 'Sofia N.')
  await expect(training.getByRole('listitem').filter({ hasText: 'Sofia N.' })).toBeVisible()
  await desk.page.keyboard.press('Escape')

  await plugIn(seat)
  const rows = await readHub(house.hub.url, login)
  expect(rowsWhere(rows, 'practiceRuns', { thoughts: 'Say when, not only that.' })).toHaveLength(1)
  expect(rows.get('messages')?.length).toBe(before)
  expect(complaints).toEqual([])
})

test('first steps tick themselves off by what is really done, and are put aside and called back', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  cable.pull()
  await desk.offline()

  await run(seat, 'firstSteps.open')
  await expect(together(desk).getByText(/Yuki S\. · 6 of 11 done · next: Hold a ticket/u)).toBeVisible()
  await together(desk).getByRole('button', { name: 'Begin', exact: true }).click()
  const own = together(desk).getByRole('region', { name: 'Your first steps' })
  await expect(own.getByText('0 of 11 done')).toBeVisible()
  await desk.page.keyboard.press('Escape')

  const line = desk.page.getByRole('button', { name: /^First steps: / })
  await expect(line).toHaveText('First steps: 0 of 11')
  await desk.show('pending')
  await desk.show('mine')
  await desk.openTicket(ANAS)
  await desk.note('The reservation falls off on Friday.')
  // Looking at a view, the note, and the palette that opened the list a second time.
  await run(seat, 'firstSteps.open')
  await expect(own.getByText('3 of 11 done')).toBeVisible()
  await own
    .getByRole('listitem')
    .filter({ hasText: 'repair shop' })
    .getByRole('button', { name: 'Done' })
    .click()
  await expect(own.getByText('4 of 11 done')).toBeVisible()
  await own.getByRole('button', { name: 'Put aside' }).click()
  await desk.page.keyboard.press('Escape')
  await expect(line).toHaveCount(0)

  await run(seat, 'firstSteps.open')
  await own.getByRole('button', { name: /^Show below the list/u }).click()
  await desk.page.keyboard.press('Escape')
  await expect(line).toHaveText('First steps: 4 of 11')
  await plugIn(seat)
  expect(complaints).toEqual([])
})
