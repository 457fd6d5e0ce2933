import { expect, rowsWhere, test } from '../../support/house.ts'

test.describe.configure({ mode: 'default', timeout: 150_000 })

test('a morning by keyboard alone: walk, read, answer, note, solve', async ({ house, sit }) => {
  for (const [customer, subject] of [
    ['Mona Riis', 'Third in line'],
    ['Nils Berg', 'Second in line'],
    ['Olga Sand', 'First in line'],
  ] as const) {
    await house.jonas.ticket({ customer, subject, text: `About: ${subject}` })
  }
  const { desk, window, complaints } = await sit()
  const keys = window.keyboard
  const open = (subject: string): Promise<void> =>
    expect(desk.conversation.getByRole('heading', { name: subject })).toBeVisible()

  await keys.press('Control+4')
  await expect(desk.rows().first()).toContainText('First in line')
  for (const [key, subject] of [
    ['j', 'First in line'],
    ['j', 'Second in line'],
    ['j', 'Third in line'],
    ['k', 'Second in line'],
  ] as const) {
    await keys.press(key)
    await open(subject)
    await expect(desk.rows().filter({ hasText: subject })).toHaveAttribute('aria-current', 'true')
  }

  // In one go: no letter behind the command is taken for another one.
  await keys.type('rDear Nils, just now.')
  const reply = window.getByRole('textbox', { name: 'Reply to customer' })
  await expect(reply).toHaveValue('Dear Nils, just now.')
  await keys.press('Control+Enter')
  await expect(reply).toHaveValue('')
  await expect(
    desk.conversation.getByRole('article').filter({ hasText: 'Dear Nils, just now.' }),
  ).toBeVisible()

  // Letters are letters while somebody writes; Escape gives the keys back to the window.
  await keys.press('Escape')
  await keys.press('n')
  const note = window.getByRole('textbox', { name: 'Internal note' })
  await expect(note).toBeFocused()
  await keys.type('jkrn: these are only letters')
  await open('Second in line')
  await keys.press('Control+Enter')
  await expect(desk.conversation.getByText('jkrn: these are only letters')).toBeVisible()
  await keys.press('Escape')

  // A tag: the field is not there before it is asked for, and has the focus as soon as it is.
  const tag = window.getByRole('textbox', { name: 'Tag', exact: true })
  await expect(tag).toHaveCount(0)
  await keys.press('l')
  await expect(tag).toBeFocused()
  await keys.type('night shift')
  await keys.press('Enter')
  await expect(desk.conversation.getByText('night shift', { exact: true })).toBeVisible()
  await expect(tag).toHaveCount(0)

  // Whoever types on at once loses no letter to a palette that still opens.
  await keys.press('Control+k')
  await keys.type('solve')
  const palette = window.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('textbox')).toHaveValue('solve')
  await keys.press('Enter')
  await expect(palette).toBeHidden()
  await expect(desk.conversation.getByRole('button', { name: 'State: Solved' })).toBeVisible()

  await keys.press('Control+7')
  await expect(desk.rows().filter({ hasText: 'Second in line' })).toBeVisible()
  await desk.settled()
  const rows = await house.rows()
  const [ticket] = rowsWhere(rows, 'tickets', { subject: 'Second in line' })
  expect(
    rowsWhere(rows, 'messages', { ticketId: ticket?.['id'], bodyText: 'Dear Nils, just now.' }),
  ).toHaveLength(1)
  expect(
    rowsWhere(rows, 'notes', { ticketId: ticket?.['id'], body: 'jkrn: these are only letters' }),
  ).toHaveLength(1)
  expect(rowsWhere(rows, 'threads', { ticketId: ticket?.['id'] })).toMatchObject([{ state: 'solved' }])
  expect(complaints).toEqual([])
})

test('search finds by word, by part of a word, by number, by error code and in Japanese, and Enter opens', async ({
  house,
  sit,
}) => {
  const scanner = 'The handheld keeps beeping'
  await house.jonas.ticket({
    customer: 'Petra Lind',
    subject: scanner,
    text: 'It shows E-4012 and a Barcodeleser would help.',
    kinds: ['support'],
  })
  const refund = '返品について'
  await house.jonas.ticket({
    customer: '佐藤 花子',
    subject: refund,
    text: '返品の返金はいつになりますか。',
    language: 'ja',
  })
  const { desk, window } = await sit()
  const [ticket] = rowsWhere(await house.rows(), 'tickets', { subject: scanner })
  const box = window.getByRole('searchbox', { name: 'Search' })
  const results = window.getByRole('listbox', { name: 'Results' })

  const search = async (text: string): Promise<void> => {
    await desk.leaveField()
    await desk.press('/')
    await expect(box).toBeFocused()
    await window.keyboard.type(text)
  }
  const finds = async (text: string, subject: string): Promise<void> => {
    await search(text)
    await expect(results.getByRole('option').filter({ hasText: subject }).first()).toBeVisible()
  }
  for (const [text, subject] of [
    ['beeping', scanner],
    ['barcodel', scanner],
    ['e-4012', scanner],
    ['4012', scanner],
    [String(ticket?.['number']), scanner],
    ['petra lind', 'Petra Lind'],
    ['返金', refund],
    ['花子', '佐藤 花子'],
  ] as const) {
    await finds(text, subject)
    await window.keyboard.press('Escape')
    await expect(results).toHaveCount(0)
  }

  await finds('返金', refund)
  await window.keyboard.press('Enter')
  await expect(desk.conversation.getByRole('heading', { name: refund })).toBeVisible()
  await search('nothing-has-this-word')
  await expect(desk.list).toContainText('Nothing on this laptop holds “nothing-has-this-word”.')
})

test('the palette has the focus before the next key comes, for an input method editor too', async ({
  sit,
}) => {
  const { desk, window, complaints } = await sit()
  await desk.leaveField()
  await desk.press('Control+k')
  const palette = window.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('textbox')).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)

  await window.emulateMedia({ reducedMotion: 'no-preference' })
  const isThere = await window.evaluate(() => {
    const key = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new KeyboardEvent('keydown', key))
    return document.activeElement?.closest('[role=dialog]') !== null
  })
  expect(isThere).toBe(true)
  // The editor's first word begins in the field and stays there.
  const session = await window.context().newCDPSession(window)
  await session.send('Input.imeSetComposition', { text: 'かい', selectionStart: 2, selectionEnd: 2 })
  await session.send('Input.insertText', { text: '解決' })
  await expect(palette.getByRole('textbox')).toHaveValue('解決')
  await expect(palette).toContainText('No command that is possible here fits these letters.')
  await window.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('what is typed right after the key of a note or a reply is in it, not a command', async ({
  house,
  sit,
}) => {
  const subject = 'Typed without a pause'
  await house.jonas.ticket({ customer: 'Petra Lind', subject, text: 'Fast?' })
  const { desk, window } = await sit()
  await desk.show('all-open')
  await desk.openTicket(subject)
  for (const [key, name] of [
    ['n', 'Internal note'],
    ['r', 'Reply to customer'],
  ] as const) {
    await desk.leaveField()
    const focused = await window.evaluate(pressed => {
      const at = { key: pressed, code: `Key${pressed.toUpperCase()}`, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new KeyboardEvent('keydown', at))
      return document.activeElement?.getAttribute('aria-label')
    }, key)
    expect(focused).toBe(name)
  }
})
