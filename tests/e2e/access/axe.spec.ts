import type { Page } from '@playwright/test'
import { PASSWORD, expect, test } from '../../support/house.ts'
import type { Seat } from '../../support/house.ts'
import { IN_DIALOG, IN_MENU, look, run, titles } from './support/walk.ts'
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

const byKey = (name: string, key: string): Screen => ({
  name,
  part: IN_DIALOG,
  enter: async ({ desk, window }) => {
    await desk.leaveField()
    await desk.press(key)
    await expect(window.getByRole('dialog').first()).toBeVisible()
  },
  leave: async ({ window }) => {
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)
  },
})
const menuByKey = (name: string, key: string): Screen => ({
  name,
  part: IN_MENU,
  enter: async ({ desk, window }) => {
    await desk.leaveField()
    await desk.press(key)
    await expect(window.getByRole('menu').first()).toBeVisible()
  },
  leave: async ({ window }) => {
    await window.keyboard.press('Escape')
    await expect(window.getByRole('menu')).toHaveCount(0)
  },
})
/** The first of its kind is looked at with the page behind it. */
const withPage = ({ part: _, ...screen }: Screen): Screen => screen

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

const SHOWN: readonly Screen[] = [
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
  { ...withPage(byKey('the palette', 'Control+k')), of: ['commands/palette'] },
  byKey('the key sheet', '?'),
  byKey('a new ticket', 'c'),
  byKey('a new mail', 'Shift+M'),
  byKey('needs attention', 'Control+Shift+A'),
  byKey('what is outgoing', 'Control+Shift+O'),
  byKey('why it looks so', 'Shift+Y'),
]

const OVER_IT: readonly Screen[] = [
  TICKET,
  withPage(byKey('the settings', 'Control+,')),
  byKey('snoozing', 'z'),
  byKey('linking', 'Shift+L'),
  byKey('holding it offline', 'Shift+T'),
  byKey('ready for offline', 'Control+Shift+Y'),
  {
    name: 'sync health',
    part: IN_DIALOG,
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('Control+Shift+Y')
      await window.getByRole('dialog').getByRole('button', { name: 'Sync health' }).click()
      await expect(
        window.getByRole('dialog', { name: 'Sync health' }).getByRole('term').first(),
      ).toBeVisible()
    },
    leave: async ({ window }) => {
      await window.keyboard.press('Escape')
      await expect(window.getByRole('dialog')).toHaveCount(0)
    },
  },
  withPage(menuByKey('the states', 's')),
  menuByKey('the owners', 'a'),
  menuByKey('the kinds', 'w'),
  {
    name: 'the facts',
    part: IN_DIALOG,
    enter: async ({ window }) => {
      await window.getByRole('button', { name: 'Edit facts' }).click()
      await expect(window.getByRole('dialog')).toBeVisible()
    },
    leave: async ({ window }) => {
      await window.keyboard.press('Escape')
      await expect(window.getByRole('dialog')).toHaveCount(0)
    },
  },
  {
    name: 'the contacts',
    part: IN_DIALOG,
    enter: async ({ window }) => {
      await window.getByRole('button', { name: 'Ways to reach them' }).click()
      await expect(window.getByRole('dialog')).toBeVisible()
    },
    leave: async ({ window }) => {
      await window.keyboard.press('Escape')
      await expect(window.getByRole('dialog')).toHaveCount(0)
    },
  },
  {
    name: 'what was found',
    enter: async ({ desk, window }) => {
      await desk.leaveField()
      await desk.press('/')
      await window.keyboard.type('everybody')
      await expect(window.getByRole('option').first()).toBeVisible()
    },
    leave: ({ window }) => window.keyboard.press('Escape'),
  },
  {
    name: 'a promise being added',
    enter: ({ window }) => window.getByRole('button', { name: 'Add a promise or follow-up' }).click(),
    leave: ({ window }) => window.getByRole('button', { name: 'Cancel' }).first().click(),
  },
  byKey('a view being made', 'Shift+F'),
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

/** Two walks, so that two windows can go them side by side. */
const WALKS = { 'the console and what is often open': SHOWN, 'dialogs and menus': OVER_IT } as const

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

for (const [which, screens] of Object.entries(WALKS)) {
  test(`axe finds nothing on any screen, light and dark: ${which}`, async ({ house, sit }) => {
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
    const found: string[] = []
    for (const screen of screens) {
      await screen.enter(seat)
      found.push(...(await look(seat.window, screen)))
      if (screen.part !== undefined) found.push(...(await titles(seat.window, screen.name)))
      await screen.leave?.(seat)
    }
    expect(found).toEqual([])
  })
}

test('negative control: words too pale in the dark alone, and a button without a name, are found in a part', async ({
  sit,
}) => {
  const { window } = await sit({ who: null })
  await window.evaluate(() => {
    const part = document.createElement('div')
    part.setAttribute('role', 'dialog')
    part.setAttribute('aria-label', 'Planted')
    part.setAttribute(
      'style',
      'color: #333; background: var(--mantine-color-body); position: fixed; inset: 40% 40% auto; z-index: 9999',
    )
    part.append('Hardly to be read at night', document.createElement('button'))
    document.querySelector('main')?.append(part)
  })
  const found = (await look(window, { name: 'planted', part: IN_DIALOG })).map(each => each.split(' at ')[0])
  expect(found).toEqual(['planted, light: button-name', 'planted, dark: color-contrast'])
})
