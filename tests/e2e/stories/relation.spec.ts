import type { Locator } from '@playwright/test'
import type { Console } from '../../support/console.ts'
import { readHub } from '../../support/hub-view.ts'
import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'

// The demo workspace has plans, customers worth a word, and a supervisor; its stories are nobody else's.
test.use({ houseName: 'relation with the demo' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const service = (desk: Console): Locator => desk.page.getByRole('region', { name: 'Service engagement' })
const dialog = (desk: Console, name: string): Locator => desk.page.getByRole('dialog', { name })

/** Writes a reply that promises twice, says with one key that both are meant, and sends it. */
async function promiseInReply(desk: Console): Promise<void> {
  const text = desk.page.getByRole('textbox', { name: 'Reply to customer' })
  await text.fill(
    'Hello Ana,\n\nyou will have the 249 € back by Friday. Jonas will call you tomorrow at 12:00.\n\nBest wishes',
  )
  const chip = desk.page.getByRole('button', { name: /^2 promises\? / })
  await expect(chip).toContainText('12:00')
  await text.press('Control+Shift+P')
  await expect(desk.page.getByRole('button', { name: /^2 promises: / })).toBeVisible()
  await text.press('Control+Enter')
  await expect(text).toHaveValue('')
}

const WISHES = 'What customers said'
/** Opens it and answers its button for what the product team has read. */
async function openDigest(desk: Console): Promise<Locator> {
  await desk.leaveField()
  await desk.press('Control+K')
  const palette = dialog(desk, 'Commands')
  const field = palette.getByRole('searchbox').or(palette.getByRole('textbox')).first()
  await field.fill(WISHES)
  await desk.page.keyboard.press('Enter')
  return dialog(desk, WISHES).getByRole('button', { name: /^Note \d+ as passed on$/ })
}

test('promises are kept with the reply, a plan goes on and words are noted, all without a network', async ({
  house,
  sit,
}) => {
  const login = await house.demo()
  const seat = await sit({ who: null })
  const { desk, cable, complaints } = seat
  await desk.signIn({ url: cable.url, ...login })
  await desk.settled()
  await desk.giveTimeToUndo(0)
  await desk.openTicket('Charged twice, and the scanner still will not pair')
  const plan = service(desk).getByRole('region', { name: 'Onboarding, third shop' })
  await expect(plan).toContainText('4 of 6')
  cable.pull()
  await desk.offline()

  await promiseInReply(desk)
  const duties = service(desk).getByRole('region', { name: 'Promises and follow-ups' })
  await expect(duties.getByText('Jonas will call you tomorrow at 12:00.')).toBeVisible()

  await plan.getByRole('button', { name: 'Done: Staff training' }).click()
  await expect(plan).toContainText('5 of 6')

  await desk.leaveField()
  await desk.press('Shift+B')
  const words = dialog(desk, 'What they said about us')
  await words.getByText('Product', { exact: true }).click()
  await words.getByRole('combobox', { name: 'What it is about' }).fill('Scanner pairing')
  await words.getByRole('textbox', { name: 'In their words' }).fill('It should say which till it found.')
  await words.getByRole('button', { name: 'Add' }).click()
  await expect(words).toHaveCount(0)

  await desk.press('Control+Shift+E')
  const owed = dialog(desk, 'Due before I am back')
  await expect(owed.getByText('Jonas will call you tomorrow at 12:00.')).toBeVisible()
  await desk.page.keyboard.press('Escape')
  await expect(owed).toHaveCount(0)

  await plugIn(seat)
  const rows = await readHub(house.hub.url, login)
  expect(rowsWhere(rows, 'promises', { state: 'open' }).map(({ promise }) => promise)).toContain(
    'Jonas will call you tomorrow at 12:00.',
  )
  expect(rowsWhere(rows, 'planSteps', { title: 'Staff training', state: 'done' })).toHaveLength(1)
  expect(rowsWhere(rows, 'feedback', { text: 'It should say which till it found.' })).toMatchObject([
    { kind: 'product', area: 'Scanner pairing', state: 'open' },
  ])

  // Whoever is worth a word stands in the queue with the reason, and leaves it with what came of it.
  await desk.leaveField()
  await desk.press('Control+Shift+R')
  const queue = dialog(desk, 'Reach out')
  const entry = queue.getByRole('listitem').first()
  const name = (await entry.getByRole('button').first().innerText()).trim()
  await entry.getByRole('button', { name: 'Reached' }).click()
  await entry.getByRole('textbox', { name: 'How did it go?' }).fill('Called, all is well.')
  await desk.page.keyboard.press('Enter')
  await expect(queue.getByRole('button', { name, exact: true })).toHaveCount(0)
  await desk.page.keyboard.press('Escape')
  await expect(queue).toHaveCount(0)

  // The product team has read them: all are noted at once, and one undo takes all of it back.
  const passOn = await openDigest(desk)
  const offered = await passOn.innerText()
  await passOn.click()
  await expect(passOn).toHaveCount(0)
  await desk.page.keyboard.press('Escape')
  await expect(dialog(desk, WISHES)).toHaveCount(0)
  await desk.press('Control+Z')
  await expect(await openDigest(desk)).toHaveText(offered)
  expect(complaints).toEqual([])
})
