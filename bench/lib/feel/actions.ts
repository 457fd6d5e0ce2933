import type { PageSocket } from '../page-socket.ts'
import { atRest, digit, ESCAPE, letter, pressUntil, sendKey } from './press.ts'
import type { Key } from './press.ts'

/** Something an agent does with a key: what brings the window there, and how it is seen to be done. */
export type Action = {
  readonly id: string
  readonly what: string
  readonly key: Key
  /** Expression in the page; may use what `before` kept in window.tandemBefore. */
  readonly isShown: string
  /** Expression in the page, before the key. */
  readonly before: string
  readonly prepare: (page: PageSocket) => Promise<void>
  readonly restore: (page: PageSocket) => Promise<void>
}

export const HEADING = `document.querySelector('[aria-label="Conversation"] :is(h1, h2)')?.textContent`
/** A ticket is there when its head is another one and what was said stands below it. */
const SHOWN = `${HEADING} && ${HEADING} !== window.tandemBefore && document.querySelector('[role="log"] article')`
const FIRST_ROW = `document.querySelector('[aria-label="Ticket list"] [role="listitem"]')?.dataset.ticket`
const REPLY = `[aria-label="Reply to customer"]`

const nothing = async (): Promise<void> => {}
const keys =
  (...pressed: readonly Key[]) =>
  async (page: PageSocket): Promise<void> => {
    for (const key of pressed) {
      await sendKey(page, key)
      await atRest(page)
    }
  }

/** Shows a view and opens its first ticket. */
const openFirstOf =
  (view: Key) =>
  async (page: PageSocket): Promise<void> => {
    await page.evaluate(`document.activeElement?.blur()`)
    await keys(view)(page)
    await page.evaluate(`window.tandemBefore = ''`)
    await pressUntil(page, letter('j'), SHOWN)
    await atRest(page)
  }

export const ACTIONS: readonly Action[] = [
  {
    id: 'next',
    what: 'the next ticket of the view, one that was not open before, with its first messages',
    key: letter('j'),
    isShown: SHOWN,
    before: HEADING,
    prepare: openFirstOf(digit('4', true)),
    restore: nothing,
  },
  {
    id: 'reply',
    what: 'the box of a reply with the caret in it',
    key: letter('r'),
    isShown: `document.activeElement?.matches('${REPLY}, ${REPLY} *')`,
    before: 'null',
    prepare: openFirstOf(digit('4', true)),
    restore: async page => {
      await page.evaluate(`document.activeElement?.blur()`)
      await keys(ESCAPE)(page)
    },
  },
  {
    id: 'assign',
    what: 'a ticket taken: its owner is you',
    key: letter('t'),
    isShown: `document.querySelector('[aria-label="Conversation"] [aria-label="Owner: You"]')
      ?? [...document.querySelectorAll('[aria-label="Conversation"] button')].find(each => each.textContent.includes('You'))`,
    before: 'null',
    prepare: openFirstOf(digit('2', true)),
    restore: async page => {
      await page.evaluate(`window.tandemBefore = ${HEADING}`)
      await pressUntil(page, letter('j'), SHOWN)
    },
  },
  {
    id: 'filter',
    what: 'another view with its rows',
    key: digit('5', true),
    isShown: `${FIRST_ROW} && ${FIRST_ROW} !== window.tandemBefore`,
    before: FIRST_ROW,
    prepare: keys(digit('4', true)),
    restore: keys(digit('4', true)),
  },
  {
    id: 'palette',
    what: 'the palette of commands with its first ones',
    key: { key: 'k', code: 'KeyK', ctrl: true },
    isShown: `document.querySelector('[role="dialog"] [role="option"], [role="dialog"] button[data-action], [role="dialog"] [data-selected]')`,
    before: 'null',
    prepare: nothing,
    restore: keys(ESCAPE),
  },
]
