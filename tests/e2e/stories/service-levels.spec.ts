import { expect, plugIn, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })
test.use({ houseName: 'levels' })

const PASSWORD = 'a quiet desk by the window'

test('a supervisor sets opening hours and a promise without a network, and new tickets get clocks by it', async ({
  house,
  sit,
}) => {
  const email = `lea-${process.pid}-${Date.now()}@example.com`
  await house.hub.run(
    ['agent', 'add', email, '--name', 'Lea Lind', '--role', 'supervisor', '--password-stdin'],
    `${PASSWORD}\n`,
  )
  const seat = await sit({ who: null })
  const { desk, window, cable } = seat
  await desk.signIn({ url: cable.url, email, password: PASSWORD })
  await desk.settled()
  cable.pull()
  await desk.offline()

  await window.keyboard.press('Control+,')
  const settings = window.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Service levels' }).click()
  await settings.getByText('Opening hours', { exact: true }).first().click()
  await settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Night desk')
  await settings.getByLabel('Time zone').fill('Mars/Olympus')
  await expect(settings.getByRole('status')).toContainText('This time zone is not known')
  await settings.getByLabel('Time zone').fill('Europe/Madrid')
  await expect(settings.getByRole('status')).toContainText('it waits on this laptop')
  await settings.getByRole('button', { name: 'Set from now on' }).click()
  await desk.waiting(1)

  await settings.getByText('Service', { exact: true }).first().click()
  // A rule reads as one sentence: its fields begin on one line, however many lines the list of clocks takes.
  const rules = settings.getByRole('region', { name: 'When a clock warns or runs out' })
  await rules.getByRole('button', { name: 'Rule', exact: true }).click()
  const top = async (label: string) =>
    (await rules.getByText(label, { exact: true }).last().boundingBox())?.y ?? null
  expect(await top('When a clock')).not.toBeNull()
  expect(await top('When a clock')).toBe(await top('of'))
  await rules.getByRole('button', { name: 'Remove this rule' }).last().click()

  await settings.getByRole('textbox', { name: 'normal, first reply' }).fill('2:00')
  await settings.getByRole('textbox', { name: 'normal, resolve' }).fill('16 h')
  await expect(settings.getByRole('region', { name: 'A ticket arriving now' })).toContainText('first reply')
  await settings.getByRole('button', { name: 'Set from now on' }).click()
  await desk.waiting(2)

  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  const [calendar] = rowsWhere(rows, 'calendars', { key: 'night-desk' })
  expect(calendar).toMatchObject({ name: 'Night desk', timeZone: 'Europe/Madrid', version: 1 })
  const [policy] = rowsWhere(rows, 'slaPolicies', { kind: 'service' })
  expect(policy).toMatchObject({
    version: 1,
    targets: { normal: { calendarId: calendar?.['id'], firstMinutes: 120, solveMinutes: 960 } },
  })
  await settings.getByText('One version').click()
  await expect(settings.getByText('Service, version 1')).toBeVisible()
  await window.keyboard.press('Escape')

  const made = await house.jonas.ticket({
    customer: 'Mia Sand',
    subject: 'After the promise',
    text: 'Hello?',
  })
  const [thread] = rowsWhere(await house.rows(), 'threads', { id: made.threadIds[0] })
  expect(thread).toMatchObject({ clocks: { policyId: policy?.['id'] } })
})
