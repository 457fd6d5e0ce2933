import { isAccessible } from '../../support/accessible.ts'
import { addSupervisor, expect, rowsWhere, test } from '../../support/house.ts'
import { openHubWriter } from '../../support/hub-writer.ts'

test.use({ houseName: 'personal many' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const CARD = '4111 1111 1111 1111'

test('a macro for many is looked through before it leaves; what is personal can be left out', async ({
  house,
  sit,
}) => {
  const { hub } = house
  const token = (await hub.run(['engineering', 'token', '--name', 'Site'])).trim().split(' ').at(-1) ?? ''
  const file = (key: string, subject: string) =>
    fetch(`${hub.url}/v1/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        key,
        subject,
        body: 'Please help.',
        customer: { email: `${key}@example.com`, name: `Ida ${key}` },
      }),
    })
  await file('a', 'Where is my parcel')
  await file('b', `My card ${CARD} was charged`)
  const lead = await openHubWriter(hub.url, await addSupervisor(house, 'Lea Lind'))
  const macroId = '01955bb0-a580-7000-8000-0000000000f1'
  const content = {
    title: 'We look into it',
    language: null,
    kind: null,
    body: 'Hello, we look into “{{ticket.subject}}”.',
    steps: [],
    isRetired: false,
  }
  await lead.push([{ name: 'macro.set', args: { macroId, seen: 0, content } }])
  const { desk, window } = await sit()
  await desk.show('all-open')
  await expect(desk.rows()).toHaveCount(2)
  await desk.giveTimeToUndo(0)
  for (const index of [0, 1]) {
    await desk.rows().nth(index).focus()
    await window.keyboard.press('Space')
  }
  const toolbar = window.getByRole('toolbar', { name: 'With what is picked' })
  await toolbar.getByRole('button', { name: /macro/iu }).click()
  const dialog = window.getByRole('dialog', { name: 'Macros' })
  await dialog.getByRole('textbox', { name: 'Find a macro' }).fill('We look into it')
  await dialog.getByRole('button', { name: 'Run on 2 tickets' }).click()
  const question = dialog.getByRole('alert')
  await expect(question).toContainText('Is this meant to leave? In 1 reply:')
  await expect(question).toContainText(CARD)
  await expect(question).toContainText('Ida b')
  await isAccessible(window, 'components/many-question')
  await window.screenshot({ path: 'out/e2e/stories/personal-many.png' })
  await question.getByRole('button', { name: 'Leave these out' }).click()
  await expect(dialog).toHaveCount(0)
  const sent = async () =>
    rowsWhere(await house.rows(), 'messages', { direction: 'out' }).map(({ bodyText }) => bodyText)
  await expect.poll(sent, { timeout: 30_000 }).toEqual(['Hello, we look into “Where is my parcel”.'])
})
