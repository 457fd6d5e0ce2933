import type { Locator } from '@playwright/test'
import type { Console } from '../../support/console.ts'
import { readHub } from '../../support/hub-view.ts'
import { addSupervisor, expect, PASSWORD, plugIn, test } from '../../support/house.ts'
import { run } from '../access/support/walk.ts'

test.describe.configure({ timeout: 240_000 })

const dialog = (desk: Console, name: string): Locator => desk.page.getByRole('dialog', { name })

test('a word between two is read and answered where the work is, and nobody else has it', async ({
  house,
  sit,
}) => {
  const lead = { name: 'Noor Haddad', ...(await addSupervisor(house, 'Noor Haddad')) }
  const seat = await sit({ who: null })
  const { desk, cable } = seat
  await desk.signIn({ url: cable.url, email: lead.email, password: PASSWORD })
  await desk.settled()
  await desk.newTicket({
    who: 'Bo Larsen',
    subject: 'The drawer opens by itself',
    said: 'It opens at night.',
  })
  cable.pull()
  await desk.offline()

  await run(seat, 'coaching.write')
  const form = dialog(desk, 'A word to a colleague')
  await form.getByRole('combobox', { name: 'To' }).fill('Jonas')
  await desk.page.getByRole('option', { name: /^Jonas/u }).click()
  await form.getByRole('textbox', { name: 'Your words' }).fill('You asked for the night first. Keep that.')
  await form.getByRole('switch', { name: 'Add a scorecard' }).check({ force: true })
  await form.getByRole('radiogroup').first().getByText('A model').click()
  await form.getByRole('button', { name: 'Send it' }).click()
  await expect(form).toHaveCount(0)
  await plugIn(seat)

  const jonas = await sit({ who: 'jonas' })
  await jonas.desk.show('all-open')
  await jonas.desk.openTicket('The drawer opens by itself')
  const word = jonas.desk.page.getByRole('region', { name: 'A word for you' })
  await expect(word.getByText('You asked for the night first. Keep that.')).toBeVisible()
  jonas.cable.pull()
  await jonas.desk.offline()
  await word.getByRole('button', { name: 'A word back' }).click()
  await word.getByRole('textbox', { name: 'A word back' }).fill('Thanks. The drawer told me.')
  await word.getByRole('button', { name: 'Send back' }).click()
  await expect(word).toHaveCount(0)
  await plugIn(jonas)

  await run(seat, 'coaching.open')
  await expect(dialog(desk, 'Learning together').getByText(/Thanks\. The drawer told me\./u)).toBeVisible()
  // Mira works in the same workspace, and the hub gives her none of it.
  const others = await readHub(house.hub.url, { email: 'mira@example.com', password: PASSWORD })
  expect(others.get('coachingNotes') ?? []).toEqual([])
})
