import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAccessible } from '../../support/accessible.ts'
import { addSupervisor, expect, openBox, plugIn, rowsWhere, test } from '../../support/house.ts'
import type { House } from '../../support/house.ts'
import { openHubWriter } from '../../support/hub-writer.ts'

test.use({ houseName: 'diagnosis' })
test.describe.configure({ mode: 'default', timeout: 240_000 })

const GUIDES = join(import.meta.dirname, '../../../server/demo/guides')
const guideFile = (name: string) =>
  JSON.parse(readFileSync(join(GUIDES, `${name}.json`), 'utf8')) as Record<string, object>

/** A supervisor who has written a guide and said what has to be known. */
async function writeGuides(house: House): Promise<void> {
  const lead = await openHubWriter(house.hub.url, await addSupervisor(house, 'Lea Lind'))
  await lead.push([
    { name: 'guide.set', args: { seen: 0, isActive: true, content: guideFile('pairing-fails')['guide'] } },
  ])
  await lead.push([
    { name: 'requiredDetails.set', args: { seen: 0, content: guideFile('details-general')['details'] } },
  ])
}

const LOG = ['10:01 scan ok', '10:02 E-310 refused for ana@example.com', '10:03 scan ok'].join('\n')

test('offline, a fault is written down, asked about, led through by a guide, and a log is masked', async ({
  house,
  sit,
}) => {
  await writeGuides(house)
  const subject = 'The scanner does not pair'
  const made = await house.jonas.ticket({
    customer: 'Rosa Almeida',
    subject,
    text: 'It blinks red and the app says E-310.',
    kinds: ['support'],
  })
  const seat = await sit()
  const { desk, window, cable } = seat
  const pane = window.getByRole('region', { name: 'Technical support' })
  const diagnosis = pane.getByRole('region', { name: 'Diagnosis' })
  await desk.show('all-open')
  await desk.openTicket(subject)
  cable.pull()
  await desk.offline()

  // What is wrong, in a form that one key opens.
  await desk.leaveField()
  await desk.press('Shift+X')
  await diagnosis.getByRole('textbox', { name: 'Symptom' }).fill('does not pair')
  await diagnosis.getByRole('textbox', { name: 'Error code' }).fill('E-310')
  await diagnosis.getByRole('button', { name: 'Save' }).click()
  await expect(diagnosis).toContainText('Symptom: does not pair, E-310')
  await expect(diagnosis).toContainText('1 of 5 known')

  // One key asks for what is missing; sent, the questions are in the ledger.
  await desk.leaveField()
  await desk.press('Shift+Q')
  const box = window.getByRole('textbox', { name: 'Reply to customer' })
  await expect(box).toHaveValue(/Since when does it happen\?/)
  await box.press('Control+Enter')
  await expect(diagnosis).toContainText('4 asked, 0 tried')

  // Asking again shows that it was asked, and leaves the question out.
  await openBox(desk, 'reply')
  await box.fill('Hello Rosa. Which version does the device show now?')
  const before = window.getByRole('status', { name: 'Asked before:' })
  await expect(before).toContainText('Which version does the device show?')
  await isAccessible(window, 'a question that was asked before')
  await before.getByRole('button', { name: 'Leave it out' }).click()
  await expect(box).toHaveValue('Hello Rosa. ')
  await expect(before).toHaveCount(0)
  await box.fill('')

  // The guide says why it fits, and leads from answer to answer.
  const guides = pane.getByRole('region', { name: 'Guides' })
  await expect(guides).toContainText('because E-310')
  await guides.getByRole('button', { name: 'Run the guide Pairing fails' }).click()
  await guides.getByRole('button', { name: 'Below 2.3', exact: true }).click()
  await guides.getByRole('button', { name: 'Yes', exact: true }).click()
  await guides.getByRole('button', { name: 'It says 2.3 now' }).click()
  await expect(guides.getByRole('heading', { name: 'Pair once more' })).toBeVisible()
  await isAccessible(window, 'a guide at work')
  await guides.getByRole('button', { name: 'Back to: Update to 2.3 over USB' }).click()
  await guides.getByRole('button', { name: 'It says 2.3 now' }).click()
  await guides.getByRole('button', { name: 'It is paired' }).click()
  await expect(guides).toContainText('solved')
  await expect(desk.conversation.getByText(/Pair once more → It is paired/)).toBeVisible()
  await expect(diagnosis).toContainText('Tried: Update to 2.3 over USB, Pair once more')

  // A log is searched and masked; the copy is with a note, the original beside it.
  const note = await openBox(desk, 'note')
  await desk.conversation
    .locator('input[type=file]')
    .setInputFiles({ name: 'till.log', mimeType: 'application/octet-stream', buffer: Buffer.from(LOG) })
  await note.fill('The log of the till')
  // A file goes along once it is kept.
  await expect(desk.conversation.getByRole('button', { name: 'Add note' })).toBeEnabled()
  await note.press('Control+Enter')
  await expect(note).toHaveValue('')
  await desk.conversation.getByRole('button', { name: /till\.log/ }).click()
  const viewer = window.getByRole('dialog', { name: 'till.log' })
  await viewer.getByRole('textbox', { name: 'Search in the file' }).fill('e-310')
  await expect(viewer.getByText('1 of 1')).toBeVisible()
  await viewer.getByRole('button', { name: 'Make a redacted copy' }).click()
  await expect(viewer).toContainText('refused for [email]')
  await isAccessible(window, 'a log that is masked')
  await viewer.getByRole('button', { name: 'Keep the copy' }).click()
  await expect(desk.conversation.getByText('Redacted copy of till.log')).toBeVisible()

  // A look from afar that nobody had noted is written down with the times it had.
  await desk.leaveField()
  await desk.press('Control+K')
  const palette = window.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('searchbox').or(palette.getByRole('textbox')).first().fill('Remote help')
  await desk.page.keyboard.press('Enter')
  const remote = pane.getByRole('region', { name: 'Remote help' })
  const tool = { name: 'With which program' }
  await remote.getByRole('combobox', tool).or(remote.getByRole('textbox', tool)).first().fill('Quick Assist')
  await remote.getByLabel('Since when').last().fill('2026-01-05T10:00')
  await remote.getByRole('button', { name: 'They allow it: begin' }).click()
  await remote.getByRole('button', { name: 'End and say what was done' }).click()
  await remote.getByRole('textbox', { name: 'What was done' }).fill('Paired it together.')
  await remote.getByLabel('Until when').last().fill('2026-01-05T10:20')
  await remote.getByRole('button', { name: 'Save' }).click()
  await expect(remote).toContainText('20 m')

  await plugIn(seat)
  await desk.settled()
  const rows = await house.rows()
  const of = { ticketId: made.ticketId }
  expect(rowsWhere(rows, 'diagnoses', of)).toMatchObject([{ symptom: 'does not pair', errorCode: 'E-310' }])
  expect(rowsWhere(rows, 'guideRuns', of)).toMatchObject([
    { state: 'finished', outcome: 'solved', version: 1 },
  ])
  const [session] = rowsWhere(rows, 'remoteSessions', { ...of, tool: 'Quick Assist' })
  expect(Number(session?.['endedAtMs']) - Number(session?.['startedAtMs'])).toBe(20 * 60_000)
  expect(rowsWhere(rows, 'askedTried', { ...of, source: 'message' })).toHaveLength(4)
  expect(rowsWhere(rows, 'askedTried', { ...of, kind: 'tried' })).toMatchObject([
    { words: 'Update to 2.3 over USB', result: 'helped', source: 'guide' },
    { words: 'Pair once more', result: 'fixed', source: 'guide' },
  ])
  const names = rowsWhere(rows, 'attachments', of).map(({ fileName }) => fileName)
  expect(new Set(names)).toEqual(new Set(['till.log', 'till-redacted.log']))
})
