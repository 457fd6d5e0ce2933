import { expect, openBox, test } from '../../support/house.ts'
import { IN_DIALOG, IN_MENU, closeAll, run, sitInDemo, walk, pressed } from './support/walk.ts'
import type { Screen } from './support/walk.ts'

// The demo workspace has tickets, articles and known issues to find, and work to do to many at once.
test.use({ houseName: 'barriers of the list with the demo' })
test.describe.configure({ timeout: 420_000 })

const FILES = 'section[aria-label="Conversation"]'
const LIST = 'section[aria-label="Ticket list"]'
const stay = async (): Promise<void> => {}

/** Many picked, and what can be done with them. */
const MANY: readonly Screen[] = [
  pressed('the views', seat => seat.desk.list.getByRole('button', { name: /^View:/u }), {
    part: IN_MENU,
    of: ['inbox/view-menu'],
  }),
  {
    name: 'the table, everything picked',
    part: LIST,
    enter: async seat => {
      await seat.desk.leaveField()
      await seat.desk.press('v')
      await run(seat, 'list.pickAll')
      await expect(seat.desk.list.getByRole('toolbar', { name: 'With what is picked' })).toBeVisible()
    },
    leave: stay,
  },
  pressed('columns and order', seat => seat.desk.list.getByRole('button', { name: 'Sort and show' }), {
    part: IN_MENU,
    of: ['inbox/inbox-header'],
  }),
  pressed('what to change', seat => seat.desk.list.getByRole('button', { name: 'Change', exact: true }), {
    part: IN_MENU,
    of: ['inbox/bulk-menu'],
  }),
  {
    name: 'tags of many',
    part: IN_DIALOG,
    of: ['inbox/bulk-tags-dialog'],
    isForm: true,
    enter: async seat => {
      await seat.desk.list.getByRole('button', { name: 'Change', exact: true }).click()
      await seat.window.getByRole('menuitem', { name: 'Tags …' }).click()
      await expect(seat.window.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'a macro for many',
    part: IN_DIALOG,
    enter: async seat => {
      await run(seat, 'macro.open')
      await expect(
        seat.window.getByRole('dialog', { name: 'Macros' }).getByRole('option').first(),
      ).toBeVisible()
    },
    leave: async seat => {
      await closeAll(seat)
      await run(seat, 'list.pickNone')
      await seat.desk.leaveField()
      await seat.desk.press('v')
    },
  },
]

/** Searching, and reading what was found. */
const FOUND: readonly Screen[] = [
  {
    name: 'what was found',
    part: LIST,
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('/')
      await window.keyboard.type('scanner')
      await expect(window.getByRole('option').nth(5)).toBeVisible()
    },
    leave: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'nothing found',
    part: LIST,
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('/')
      await window.keyboard.type('qqqxyz')
      await expect(desk.list.getByText(/qqqxyz/u)).toBeVisible()
    },
    leave: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'an article',
    part: IN_DIALOG,
    of: ['knowledge/reader-dialog'],
    enter: async seat => {
      await run(seat, 'playbook.find')
      await seat.window.getByRole('option').first().click()
      await expect(seat.window.getByRole('dialog')).toBeVisible()
    },
    leave: async seat => {
      await closeAll(seat)
      await seat.desk.leaveField()
      await seat.desk.press('/')
      await seat.window.keyboard.press('Escape')
    },
  },
  {
    name: 'a known issue',
    part: IN_DIALOG,
    enter: async seat => {
      await run(seat, 'issues.open')
      await seat.window.getByRole('dialog').getByRole('listitem').getByRole('button').first().click()
      await expect(seat.window.getByRole('radiogroup', { name: 'Parts of the issue' })).toBeVisible()
    },
    leave: stay,
  },
  ...(
    [
      ['tickets', /tickets?$/u, 'issues/issue-tickets'],
      ['tell', /^Tell /u, 'issues/tell-all'],
      ['reach', 'Who is next', 'issues/reach-out'],
    ] as const
  ).map(([name, label, of]): Screen => ({
    name: `a known issue, ${name}`,
    part: IN_DIALOG,
    of: [of],
    isForm: true,
    enter: ({ window }) =>
      window.getByRole('radiogroup', { name: 'Parts of the issue' }).getByText(label).first().click(),
    leave: stay,
  })),
  {
    name: 'a known issue, who is next and can be written to',
    part: IN_DIALOG,
    isForm: true,
    enter: async ({ window }) => {
      const register = window.getByRole('dialog')
      await register.getByRole('textbox', { name: /^Find an issue/u }).fill('KE-117')
      await register.getByRole('listitem').filter({ hasText: 'KE-117' }).getByRole('button').first().click()
      await register.getByText('Who is next').click()
      await expect(
        register.getByRole('group', { name: 'Goes to' }).getByRole('checkbox').first(),
      ).toBeVisible()
    },
    leave: stay,
  },
  {
    name: 'a known issue, how many it would be',
    part: IN_DIALOG,
    of: ['issues/next-count'],
    enter: async ({ window }) => {
      const register = window.getByRole('dialog')
      await register.getByRole('checkbox', { name: /^And everybody beyond this laptop/u }).check()
      await expect(register.getByRole('status').filter({ hasText: 'Beyond this laptop' })).toBeVisible()
      await window.screenshot({ path: 'out/e2e/stories/issue-next-count.png' })
    },
  },
]

const LOG = '2026-01-12 till 3: pairing refused for ana@example.com\n2026-01-12 till 3: E-310\n'
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Writing: what is found in the words, what goes along, and how it is sent. */
const WRITING: readonly Screen[] = [
  {
    name: 'tone',
    part: IN_DIALOG,
    of: ['components/advice-chip'],
    enter: async seat => {
      const box = seat.window.getByRole('textbox', { name: 'Reply to customer' })
      await box.fill('You should have read it. Per our policy we can’t!!! I will call you on Friday.')
      await seat.window.getByRole('button', { name: /^Tone: /u }).click()
      await expect(seat.window.getByRole('dialog', { name: /^Tone: /u })).toBeVisible()
    },
  },
  pressed('promises', ({ window }) => window.getByRole('button', { name: /^1 promise\? /u }), {
    part: IN_MENU,
    of: ['composer/promise-chips'],
  }),
  pressed('send and', ({ window }) => window.getByRole('button', { name: 'Send and', exact: true }), {
    part: IN_MENU,
    of: ['composer/send-button'],
  }),
  {
    name: 'the reply, written',
    part: FILES,
    enter: async () => {},
    leave: async ({ desk, window }) => {
      await window.getByRole('textbox', { name: 'Reply to customer' }).fill('')
      await desk.leaveField()
    },
  },
  {
    name: 'a log',
    part: IN_DIALOG,
    of: ['ticket/file-viewer'],
    enter: async ({ desk, window }) => {
      const note = await openBox(desk, 'note')
      await desk.conversation.locator('input[type=file]').setInputFiles([
        { name: 'till.log', mimeType: 'application/octet-stream', buffer: Buffer.from(LOG) },
        { name: 'till.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') },
        { name: 'no picture.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Only words') },
      ])
      await note.fill('The log of the till')
      await expect(desk.conversation.getByRole('button', { name: 'Add note' })).toBeEnabled()
      await note.press('Control+Enter')
      await expect(note).toHaveValue('')
      const none = desk.conversation.getByRole('button', { name: /no picture\.jpg/u })
      await expect(none.locator('svg')).toBeVisible()
      await expect(none.locator('img')).toHaveCount(0)
      await desk.conversation.getByRole('button', { name: /till\.log/u }).click()
      const viewer = window.getByRole('dialog', { name: 'till.log' })
      await viewer.getByRole('textbox', { name: 'Search in the file' }).fill('e-310')
      await viewer.getByRole('button', { name: 'Make a redacted copy' }).click()
      await expect(viewer).toContainText('refused for [email]')
    },
  },
  {
    name: 'a picture',
    part: IN_DIALOG,
    enter: async ({ desk, window }) => {
      await desk.conversation
        .getByRole('button', { name: /till\.png/u })
        .first()
        .click()
      const viewer = window.getByRole('dialog', { name: 'till.png' })
      await viewer.getByRole('button', { name: 'Make a redacted copy' }).click()
    },
  },
  pressed('tags', ({ desk }) => desk.conversation.getByRole('button', { name: 'Add a tag' }), {
    part: FILES,
    of: ['ticket/tag-list'],
    leave: ({ window }) => window.keyboard.press('Escape'),
  }),
  pressed('oneself', ({ window }) => window.getByRole('navigation').getByRole('button').last(), {
    part: IN_MENU,
    of: ['shell/rail'],
  }),
  {
    name: 'closing',
    part: FILES,
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await window
        .getByRole('button', { name: /^State: /u })
        .first()
        .click()
      await window.getByRole('menuitem', { name: /^Solved/u }).click()
      await expect(window.getByRole('region', { name: 'Closing', exact: true })).toBeVisible()
    },
    leave: stay,
  },
]

test('axe finds nothing on the list, what is found and what is written, light and dark', async ({
  house,
  sit,
}) => {
  const seat = await sitInDemo(house, sit)
  await seat.desk.openTicket('Charged twice, and the scanner still will not pair')
  expect(await walk(seat, [...MANY, ...FOUND, ...WRITING])).toEqual([])
})
