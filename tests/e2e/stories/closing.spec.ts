import { newId } from '../../../shared/domain/ids.ts'
import { addSupervisor, expect, plugIn, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 180_000 })
// A supervisor writes guides for everybody of the house.
test.use({ houseName: 'closing' })

test('a reply’s tone, a change of panes with a word, and a closing that is none, all without a network', async ({
  house,
  sit,
}) => {
  const subject = 'Scanner does not pair'
  const { ticketId } = await house.jonas.ticket({ customer: 'Petra Falk', subject, text: 'It says E-310.' })
  const seat = await sit()
  const { window, desk, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()

  // What could be said better stands at the foot of the reply, and keeps nothing from being sent.
  await desk.leaveField()
  await desk.press('r')
  const box = window.getByRole('textbox', { name: 'Reply to customer' })
  await box.fill('Hello Petra,\nyou should have read it. Per our policy we can’t!!!')
  await window.getByRole('button', { name: /^Tone: / }).click()
  const advice = window.getByRole('dialog', { name: /^Tone: / })
  await expect(advice.getByText('you should have', { exact: true })).toBeVisible()
  await window.screenshot({ path: 'out/e2e/stories/tone.png' })
  await window.keyboard.press('Escape')
  await box.fill('Hello Petra, please pair it once more. Thank you.')
  await expect(window.getByRole('button', { name: /^Tone: / })).toHaveCount(0)
  await window.keyboard.press('Control+Enter')
  await expect(desk.conversation.getByText('please pair it once more')).toBeVisible()

  // It was answered: whoever gets it next is offered a word first.
  await desk.leaveField()
  await window
    .getByRole('button', { name: /^Kind: / })
    .first()
    .click()
  await window.getByRole('menuitem', { name: 'Support', exact: true }).click()
  const handOver = window.getByRole('dialog', { name: 'Hand over' })
  await handOver.getByRole('textbox', { name: 'What they have to know' }).fill('She has tried the cradle.')
  await window.screenshot({ path: 'out/e2e/stories/hand-over.png' })
  await handOver.getByRole('button', { name: 'Hand over', exact: true }).click()
  await expect(handOver).toHaveCount(0)

  // Solved by a slip: "no" keeps it open, with a follow-up.
  await desk.leaveField()
  await window
    .getByRole('button', { name: /^State: / })
    .first()
    .click()
  await window.getByRole('menuitem', { name: /^Solved/ }).click()
  const sheet = window.getByRole('region', { name: 'Closing', exact: true })
  const first = sheet.getByText(/^Solved at first contact/)
  await expect(first).toBeVisible()
  await sheet.getByRole('radiogroup', { name: 'Resolved?' }).getByText('No', { exact: true }).click()
  await expect(first).toHaveCount(0)
  await expect(sheet.getByRole('radiogroup', { name: 'What now?' })).toBeVisible()
  await window.screenshot({ path: 'out/e2e/stories/closing-no.png' })
  await sheet.getByRole('button', { name: /^Record/ }).click()
  await expect(desk.conversation.getByText('Mira Kern kept it open: not resolved yet')).toBeVisible()
  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  expect(
    rowsWhere(rows, 'threads', { ticketId, kind: 'support', state: 'open', reopenedCount: 0 }),
  ).toHaveLength(1)
  expect(rowsWhere(rows, 'followUps', { ticketId, state: 'open' })).toHaveLength(1)
  expect(rowsWhere(rows, 'handOvers', { ticketId, toKind: 'support' })).toHaveLength(1)
  expect(seat.complaints).toEqual([])
})

test('a supervisor writes a guide and tries it before anybody else does', async ({ house, sit }) => {
  const saga = await addSupervisor(house, 'Saga Lund')
  const seat = await sit({ who: null })
  const { window, desk, cable } = seat
  await desk.signIn({ url: cable.url, ...saga })
  await desk.settled()
  await desk.press('Control+Comma')
  const dialog = window.getByRole('dialog', { name: 'Settings' })
  await dialog.getByRole('tab', { name: 'Guides' }).click()
  await dialog.getByRole('button', { name: 'Write a guide' }).click()
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Scanner pairs no more')
  await dialog.getByRole('textbox', { name: 'Step 1: what to do' }).fill('Pair once more')
  await dialog.getByRole('textbox', { name: 'Answer 1', exact: true }).fill('It is paired')
  await dialog.getByRole('combobox', { name: 'Answer 1 leads to' }).click()
  await window.getByRole('option', { name: 'It ends: solved' }).click()
  await dialog.getByRole('button', { name: 'Another answer' }).click()
  await dialog.getByRole('textbox', { name: 'Answer 2', exact: true }).fill('E-310 again')
  await dialog.getByRole('combobox', { name: 'Answer 2 leads to' }).click()
  await window.getByRole('option', { name: 'a new step' }).click()
  const second = dialog.getByRole('listitem', { name: 'Step 2' })
  await second.getByRole('textbox', { name: 'Step 2: what to do' }).fill('Update over USB')
  await second.getByRole('textbox', { name: 'Answer 1', exact: true }).fill('Done')
  await expect(dialog.getByRole('status', { name: 'What is still wrong' })).toContainText('leads to no step')
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await second.getByRole('combobox', { name: 'Answer 1 leads to' }).click()
  await window.getByRole('option', { name: 'It ends: to be passed on' }).click()
  await dialog.getByRole('switch', { name: 'Try it here' }).check()
  const trial = dialog.getByRole('region', { name: 'Trial run' })
  await trial.getByRole('button', { name: 'E-310 again' }).click()
  await trial.getByRole('button', { name: 'Done' }).click()
  await expect(trial.getByRole('status')).toHaveText('It ends here: to be passed on')
  await window.screenshot({ path: 'out/e2e/stories/guide-editor.png' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Scanner pairs no more')).toBeVisible()

  // What has to be known asks in the language of whoever is asked.
  await dialog.getByRole('button', { name: 'Another list of details' }).click()
  await dialog.getByRole('button', { name: 'Another detail' }).click()
  await dialog.getByRole('textbox', { name: 'Name of the detail, English' }).fill('Light')
  await dialog.getByRole('button', { name: 'Question to the customer: Spanish' }).click()
  await dialog.getByRole('textbox', { name: 'Question to the customer, Spanish' }).fill('¿Qué luz ve?')
  await window.screenshot({ path: 'out/e2e/stories/details-editor.png' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Every other product', { exact: true })).toBeVisible()
  await desk.settled()
  const rows = await house.rows()
  expect(
    rowsWhere(rows, 'guides', { key: 'scanner-pairs-no-more', version: 1, isActive: true }),
  ).toHaveLength(1)
  const [list] = rowsWhere(rows, 'requiredDetails', { version: 1 })
  expect(list?.['items']).toMatchObject([{ label: { en: 'Light' }, question: { es: '¿Qué luz ve?' } }])

  // A list is deleted without a line, and one click gives it back.
  cable.pull()
  await desk.offline()
  await dialog
    .getByRole('listitem')
    .filter({ hasText: 'Every other product' })
    .getByRole('button', { name: /^More for/ })
    .click()
  await window.getByRole('menuitem', { name: 'Delete the list' }).click()
  await expect(dialog.getByText('Every other product', { exact: true })).toHaveCount(0)
  await desk.press('Escape')
  await expect(dialog).toHaveCount(0)
  await desk.press('Control+Z')
  await plugIn(seat)
  await desk.settled()
  const after = rowsWhere(await house.rows(), 'requiredDetails', { key: list?.['key'] })
  expect(after.map(({ items }) => items)).toEqual([list?.['items']])
  expect(seat.complaints).toEqual([])
})

test('a fault ends with what ended it, about its thing, which works again; offline', async ({
  house,
  sit,
}) => {
  const subject = 'Printer gone in the morning'
  const text = 'Every morning.'
  const { jonas } = house
  const { ticketId, customerId } = await jonas.ticket({
    customer: 'Ida Berg',
    subject,
    text,
    kinds: ['support'],
  })
  const assetId = newId(Date.now(), Math.random)
  const thing = { assetId, customerId, productId: null, name: 'L20 printer', serial: 'SN 7', version: '3.1' }
  const downSinceMs = Date.now() - 30 * 3_600_000
  const down = [
    { field: 'state', seen: 'in-use', value: 'broken' },
    { field: 'downSinceMs', seen: null, value: downSinceMs },
  ]
  await jonas.push([{ name: 'asset.add', args: thing }])
  await jonas.push([{ name: 'asset.update', args: { assetId, fields: down } }])
  const seat = await sit()
  const { window, desk, cable } = seat
  await desk.show('all-open')
  await desk.openTicket(subject)
  const pane = window.getByRole('region', { name: 'Technical support' })
  await expect(pane).toContainText('L20 printer · SN 7')
  // Nobody has written a playbook for its life: none is offered.
  await pane.getByRole('button', { name: 'More for L20 printer' }).last().click()
  await expect(window.getByRole('menuitem', { name: 'Works again' })).toBeVisible()
  await expect(window.getByRole('menuitem', { name: /playbook/ })).toHaveCount(0)
  await window.keyboard.press('Escape')
  await expect(window.getByRole('menu')).toHaveCount(0)
  cable.pull()
  await desk.offline()
  await desk.leaveField()
  await desk.press('Shift+E')
  const sheet = window.getByRole('region', { name: 'Closing', exact: true })
  const again = sheet.getByRole('radiogroup', { name: 'L20 printer works again?' })
  await expect(again.getByRole('radio', { name: 'Yes' })).toBeChecked()
  // It was painful: the follow-up that came of it makes up for it, and is the next step unless nothing was solved.
  await expect(sheet).toContainText('It was painful')
  await expect(window.getByRole('region', { name: 'Customer 360' })).toContainText('Recovery planned')
  const next = sheet.getByRole('radiogroup', { name: 'Next step' })
  await expect(next).toHaveCount(0)
  const isResolved = sheet.getByRole('radiogroup', { name: 'Resolved?' })
  await isResolved.getByText('No', { exact: true }).click()
  await expect(next.getByRole('radio', { name: 'Follow-up' })).toBeChecked()
  await isResolved.getByText('Yes', { exact: true }).click()
  await expect(next).toHaveCount(0)
  await sheet.getByRole('combobox', { name: 'Kind of cause' }).selectOption('Network')
  await sheet.getByRole('combobox', { name: 'What ended it' }).selectOption('Answered in the community')
  await sheet.getByRole('textbox', { name: 'Cause and fix' }).fill('https://community.example/t/7')
  await window.screenshot({ path: 'out/e2e/stories/closing-support.png' })
  await desk.press('Control+Shift+Enter')
  await expect(sheet).toHaveCount(0)
  await expect(pane.getByRole('region', { name: 'Root cause' })).toContainText('Answered in the community')
  await expect(pane).not.toContainText('broken')

  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  expect(rowsWhere(rows, 'rootCauses', { ticketId })).toMatchObject([
    {
      category: 'network',
      remedy: 'community',
      url: 'https://community.example/t/7',
      assetId,
      version: '3.1',
    },
  ])
  expect(rowsWhere(rows, 'assets', { customerId })).toMatchObject([{ state: 'in-use', downSinceMs: null }])
  // How long it was down is not forgotten.
  expect(rowsWhere(rows, 'impacts', { customerId })).toMatchObject([{ assetId, downSinceMs, scope: 'down' }])
  expect(seat.complaints).toEqual([])
})
