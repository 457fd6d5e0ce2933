import type { Page } from '@playwright/test'
import { PASSWORD, expect, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'
import { IN_DIALOG, look, run, walk } from './support/walk.ts'
import type { Screen } from './support/walk.ts'

test.describe.configure({ timeout: 420_000 })

/** A list of choices that is open and longer than its box: its field says that it controls the very box that scrolls. */
async function openedList(window: Page, field: string): Promise<void> {
  const form = window.getByRole('form', { name: 'Filter' })
  const box = form.getByRole('combobox', { name: field })
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  const list = form.getByRole('listbox')
  await expect(list).toHaveCount(1)
  await expect.poll(() => list.evaluate(each => each.scrollHeight > each.clientHeight + 20)).toBe(true)
  expect(await box.getAttribute('aria-controls')).toBe(await list.getAttribute('id'))
}

const opens = async ({ desk, window }: Seat, key: string, role: 'dialog' | 'menu'): Promise<void> => {
  await desk.leaveField()
  await desk.press(key)
  await expect(window.getByRole(role).first()).toBeVisible()
}
const closes = async ({ window }: Seat, role: 'dialog' | 'menu'): Promise<void> => {
  await window.keyboard.press('Escape')
  await expect(window.getByRole(role)).toHaveCount(0)
}
/** With the page behind it: the others are looked at alone. */
const byKey = (name: string, key: string, role: 'dialog' | 'menu'): Screen => ({
  name,
  enter: seat => opens(seat, key, role),
  leave: seat => closes(seat, role),
})

const toggled = (name: string, key: string): Screen => {
  const press = async ({ desk }: Seat): Promise<void> => {
    await desk.leaveField()
    await desk.press(key)
  }
  return { name, enter: press, leave: press }
}

const TICKET: Screen = {
  name: 'a ticket',
  enter: async ({ desk }) => {
    await desk.show('all-open')
    await desk.openTicket('Seen by everybody')
  },
}

const SCREENS: readonly Screen[] = [
  { name: 'nothing open', enter: ({ desk }) => desk.show('all-open') },
  {
    name: 'an empty view',
    enter: ({ desk }) => desk.show('snoozed'),
    leave: ({ desk }) => desk.show('all-open'),
  },
  TICKET,
  {
    name: 'the note',
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('n')
      // What is typed before it has the focus would be a command.
      await expect(window.getByRole('textbox', { name: 'Internal note' })).toBeFocused()
    },
    leave: ({ desk }) => desk.leaveField(),
  },
  toggled('the table', 'v'),
  toggled('the timeline', 'y'),
  { ...byKey('the palette', 'Control+k', 'dialog'), of: ['commands/palette'] },
  byKey('the settings', 'Control+,', 'dialog'),
  byKey('the states', 's', 'menu'),
  {
    name: 'a filter being added, its fields open',
    of: ['inbox/filter-row'],
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('f')
      await openedList(window, 'Field')
    },
    leave: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'a filter being added, its tags open',
    enter: async ({ window }) => {
      const form = window.getByRole('form', { name: 'Filter' })
      await form.getByRole('combobox', { name: 'Field' }).fill('Tags')
      await form.getByRole('option', { name: 'Tags', exact: true }).click()
      await form.getByRole('combobox', { name: 'Value' }).click()
      await openedList(window, 'Value')
    },
    leave: async ({ window }) => {
      await window.keyboard.press('Escape')
      await window.keyboard.press('Escape')
      await expect(window.getByRole('form', { name: 'Filter' })).toHaveCount(0)
    },
  },
]

/** Looked at in the walks of the demo workspace, opened by their names there. */
const BY_KEY = {
  dialog: [
    '?',
    'c',
    'Shift+M',
    'Control+Shift+A',
    'Control+Shift+O',
    'Shift+Y',
    'z',
    'Shift+L',
    'Shift+T',
    'Control+Shift+Y',
    'Shift+F',
  ],
  menu: ['a', 'w'],
} as const

test('axe finds nothing on the page for signing in, nor on what it says', async ({ house, sit }) => {
  const seat = await sit({ who: null })
  const { window, desk } = seat
  await expect(window.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const found = await look(window, { name: 'sign-in/sign-in-form' })
  await desk.signIn({ url: house.hub.url, email: 'mira@example.com', password: 'not this one' })
  await expect(window.getByRole('alert')).toContainText('Email and password do not go together.')
  found.push(...(await look(window, { name: 'signing in with another password' })))
  await desk.signIn({ url: house.hub.url, email: 'mira@example.com', password: PASSWORD })
  await desk.settled()

  await run(seat, 'session.signOut')
  await window.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  found.push(...(await look(window, { name: 'a place that is known' })))
  expect(found).toEqual([])
})

test('axe finds nothing on any page, light and dark; every key opens what is looked at alone', async ({
  house,
  sit,
}) => {
  const { ticketId } = await house.jonas.ticket({
    customer: 'Vera Blick',
    subject: 'Seen by everybody',
    text: 'Is it readable?',
    kinds: ['service', 'support'],
  })
  // More tags than a list of choices has room for.
  const tags = Array.from({ length: 24 }, (_, n) => `tag ${n + 1}`)
  await house.jonas.push([{ name: 'ticket.tag', args: { ticketId, tags } }])
  const seat = await sit()
  expect(await walk(seat, SCREENS)).toEqual([])
  for (const role of ['dialog', 'menu'] as const)
    for (const key of BY_KEY[role])
      await test.step(key, async () => {
        await opens(seat, key, role)
        await closes(seat, role)
      })
})

for (const [where, parent] of [
  ['in a part', 'main'],
  ['in front', 'body'],
] as const)
  test(`negative control: words too pale in the dark alone, and a button without a name, are found ${where}`, async ({
    sit,
  }) => {
    const { window } = await sit({ who: null })
    // What is planted before the page is whole goes with the screen that comes first.
    await expect(window.getByRole('form', { name: 'Connect to a hub' })).toBeVisible()
    await window.evaluate(selector => {
      const part = document.createElement('div')
      part.setAttribute('role', 'dialog')
      part.setAttribute('aria-label', 'Planted')
      part.setAttribute(
        'style',
        'color: #333; background: var(--mantine-color-body); position: fixed; inset: 40% 40% auto; z-index: 9999',
      )
      part.append('Hardly to be read at night', document.createElement('button'))
      document.querySelector(selector)?.append(part)
    }, parent)
    const found = (await look(window, { name: 'planted', part: IN_DIALOG })).map(
      each => each.split(' at ')[0],
    )
    expect(found).toEqual(['planted, light: button-name', 'planted, dark: color-contrast'])
  })
