import { readFile } from 'node:fs/promises'
import { isAccessible } from '../../support/accessible.ts'
import { addSupervisor, expect, plugIn, rowsWhere, test } from '../../support/house.ts'
import { openHubWriter } from '../../support/hub-writer.ts'

test.use({ houseName: 'fields' })
test.describe.configure({ mode: 'serial', timeout: 240_000 })

const field = (key: string, name: string) => ({
  key,
  label: { en: name },
  type: 'text',
  options: [],
  isRequired: false,
  isEarly: true,
})

test('a supervisor says which fields tickets have, and whoever works offline fills them in', async ({
  house,
  sit,
}) => {
  const lea = await addSupervisor(house, 'Lea Lind')
  const lead = await openHubWriter(house.hub.url, lea)
  const floors = { ...field('floors', 'Floors'), type: 'number' }
  const asked = [field('component', 'Component'), field('build', 'Build'), floors]
  const support = { kind: 'support', items: asked }
  await lead.push([{ name: 'ticketForm.set', args: { seen: 0, content: support } }])
  const subject = 'The invoice has the wrong address'
  const made = await house.jonas.ticket({ customer: 'Rosa Almeida', subject, text: 'Please correct it.' })
  const seat = await sit({ who: null })
  const { desk, window, cable } = seat
  await desk.signIn({ url: cable.url, ...lea })
  await desk.settled()

  // The form of a kind of work is written like everything the team shares.
  await desk.press('Control+Comma')
  const settings = window.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Fields' }).click()
  await settings.getByRole('button', { name: /^Service/ }).click()
  await settings.getByRole('button', { name: 'Add a field' }).click()
  await settings.getByRole('textbox', { name: 'Name of field 1' }).fill('Topic')
  await settings.getByRole('combobox', { name: 'What field 1 holds' }).click()
  await window.getByRole('option', { name: 'Choice' }).click()
  await settings.getByRole('textbox', { name: 'Option 1' }).fill('Billing')
  await settings.getByRole('textbox', { name: 'Option 2' }).fill('Something else')
  await settings.getByRole('checkbox', { name: 'Asked for in a new ticket' }).check()
  await settings.getByRole('checkbox', { name: 'Needed when closing' }).check()
  await isAccessible(window, 'a form being written')
  await settings.getByText('German', { exact: true }).click()
  await settings.getByRole('textbox', { name: 'Name of field 1' }).fill('Thema')
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(settings.getByRole('button', { name: /^Service/ })).toContainText('Topic')
  await window.keyboard.press('Escape')
  await desk.settled()

  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()

  // The pane follows the form; one key writes where it stands.
  const pane = window.getByRole('region', { name: 'Service engagement' })
  await expect(pane.getByText('Still needed:')).toBeVisible()
  await desk.leaveField()
  await desk.press('Shift+Z')
  const topic = pane.getByRole('combobox', { name: 'Topic' })
  await expect(topic).toBeFocused()
  await isAccessible(window, 'components/ticket-fields-form')
  await topic.click()
  await window.getByRole('option', { name: 'Billing' }).click()
  await pane.getByRole('button', { name: 'Save' }).click()
  await expect(pane.getByRole('button', { name: 'Topic: Billing' })).toBeVisible()
  await expect(desk.conversation.getByText(/wrote down: Topic/)).toBeVisible()

  // Another kind has another form; what was written stays.
  await house.jonas.push([
    {
      name: 'ticket.setFields',
      args: { ticketId: made.ticketId, fields: [{ name: 'build', seen: null, value: '77' }] },
    },
  ])
  await desk.conversation
    .getByRole('button', { name: /^Kind: / })
    .first()
    .click()
  await window.getByRole('menuitem', { name: 'Support', exact: true }).click()
  const technical = window.getByRole('region', { name: 'Technical support' })
  await expect(technical.getByRole('button', { name: 'Topic: Billing' })).toBeVisible()
  await technical.getByRole('button', { name: 'Component', exact: true }).click()
  await technical.getByRole('textbox', { name: 'Component' }).fill('Invoice printing')
  await window.keyboard.press('Enter')
  await expect(technical.getByRole('button', { name: 'Component: Invoice printing' })).toBeVisible()

  await plugIn(seat)
  await desk.settled()
  await expect(technical.getByRole('button', { name: 'Build: 77' })).toBeVisible()
  const rows = await house.rows()
  expect(rowsWhere(rows, 'tickets', { id: made.ticketId })).toMatchObject([
    { fields: { topic: 'billing', component: 'Invoice printing', build: '77' } },
  ])
  expect(rowsWhere(rows, 'ticketForms', { kind: 'service' })).toMatchObject([
    { items: [{ key: 'topic', label: { en: 'Topic', de: 'Thema' }, isRequired: true }] },
  ])
})

test('a new ticket asks for the fields of its kind, and closing names what is still needed', async ({
  house,
  sit,
}) => {
  const subject = 'Where is my parcel'
  const made = await house.jonas.ticket({ customer: 'Ivo Kral', subject, text: 'It should be here.' })
  const seat = await sit()
  const { desk, window, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()
  await desk.leaveField()
  await desk.press('c')
  const dialog = window.getByRole('dialog', { name: 'New ticket' })
  await expect(dialog.getByRole('combobox', { name: 'Topic' })).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Component' })).toHaveCount(0)
  await dialog.getByText('Support', { exact: true }).click()
  await expect(dialog.getByRole('combobox', { name: 'Topic' })).toHaveCount(0)
  await dialog.getByRole('textbox', { name: 'Component' }).fill('Drawer')
  await isAccessible(window, 'a new ticket with the fields of its kind')
  // What does not fit would be left out without a word.
  const create = dialog.getByRole('button', { name: 'Create' })
  await dialog.getByRole('button', { name: /Ivo Kral/ }).click()
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('A drawer for every floor')
  await expect(create).toBeEnabled()
  await dialog.getByRole('textbox', { name: 'Floors' }).fill('two')
  await expect(dialog.getByText('Not a number: write it like 12.5')).toBeVisible()
  await expect(create).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Floors' }).fill('2')
  await expect(create).toBeEnabled()
  await window.keyboard.press('Escape')

  await desk.conversation
    .getByRole('button', { name: /^State: / })
    .first()
    .click()
  await window.getByRole('menuitem', { name: /^Solved/ }).click()
  const sheet = window.getByRole('region', { name: 'Closing', exact: true })
  await expect(sheet.getByText('Still needed:')).toBeVisible()
  await sheet.getByRole('combobox', { name: 'Topic' }).click()
  await window.getByRole('option', { name: 'Something else' }).click()
  await isAccessible(window, 'a closing that names a field')
  await sheet.getByRole('button', { name: /^Record/ }).click()
  await expect(sheet).toHaveCount(0)
  await plugIn(seat)
  await desk.settled()
  expect(rowsWhere(await house.rows(), 'tickets', { id: made.ticketId })).toMatchObject([
    { fields: { topic: 'something-else' } },
  ])
})

test('views ask for fields of the forms, the table and its file name them as people do', async ({
  house,
  sit,
}, info) => {
  const ticket = (subject: string) =>
    house.jonas.ticket({ customer: 'Ivo Kral', subject, text: 'Please help.' })
  const billed = await ticket('Charged for two months')
  await ticket('Colour of the receipt')
  await house.jonas.push([
    {
      name: 'ticket.setFields',
      args: { ticketId: billed.ticketId, fields: [{ name: 'topic', seen: null, value: 'billing' }] },
    },
  ])
  const seat = await sit()
  const { desk, window, cable, app } = seat
  await desk.show('all-open')
  await expect(desk.rows().filter({ hasText: 'Colour of the receipt' })).toBeVisible()
  cable.pull()
  await desk.offline()
  await desk.leaveField()
  await desk.press('f')
  const form = window.getByRole('form', { name: 'Filter' })
  await form.getByRole('combobox', { name: 'Field' }).click()
  await window.getByRole('option', { name: 'Topic', exact: true }).click()
  await form.getByRole('combobox', { name: 'Value' }).click()
  await window.getByRole('option', { name: 'Billing' }).click()
  await window.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Done' }).click()
  await expect(desk.list.getByRole('button', { name: 'Change: Topic is Billing' })).toBeVisible()
  await expect(desk.rows().filter({ hasText: 'Charged for two months' })).toBeVisible()
  await expect(desk.rows().filter({ hasText: 'Colour of the receipt' })).toHaveCount(0)

  const savePath = info.outputPath('list.csv')
  await app.evaluate(({ session }, path) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path))
  }, savePath)
  const menu = desk.list.getByRole('button', { name: 'Sort and show' })
  await menu.click()
  await window.getByRole('menuitem', { name: 'As a table' }).click()
  await menu.click()
  await window.getByRole('menuitem', { name: 'Topic', exact: true }).click()
  await isAccessible(window, 'columns of the list, fields of forms among them')
  await window.getByRole('menuitem', { name: 'Save the list as CSV' }).click()
  await expect(desk.list.getByText('Topic', { exact: true })).toBeVisible()
  await expect(desk.list.getByText('Billing', { exact: true }).first()).toBeVisible()
  await expect
    .poll(() => readFile(savePath, 'utf8').catch(() => ''))
    .toMatch(/Customer,Subject,.*Topic,.*\r\n.*Charged for two months.*,Billing,/u)
})
