import type { PageSocket } from '../page-socket.ts'
import { HEADING } from './actions.ts'
import type { Action } from './actions.ts'
import { atRest, ENTER, SLASH, sendKey } from './press.ts'

const GIVE_UP_MS = 20_000

/** Waits for an expression of the page to hold. */
async function until(page: PageSocket, holds: string): Promise<void> {
  await page.evaluate(`new Promise((resolve, reject) => {
    const endMs = performance.now() + ${GIVE_UP_MS}
    const look = () => {
      if (${holds}) resolve()
      else if (performance.now() > endMs) reject(new Error(${JSON.stringify(holds)} + ' never held'))
      else setTimeout(look, 30)
    }
    look()
  })`)
}

type Wanted = { readonly id: string; readonly number: number; readonly isShown: string }

/** Enter on the one hit of a ticket's number: the ticket is shown that nobody looked at before. */
export const openByNumber = ({ id, number, isShown }: Wanted): Action => ({
  id,
  what: `Enter on the hit for #${number}, until its words are on the screen`,
  key: ENTER,
  isShown: `${HEADING} && ${HEADING} !== window.tandemBefore && (${isShown})`,
  before: `${HEADING} ?? ''`,
  prepare: async page => {
    await sendKey(page, SLASH)
    await until(page, `document.activeElement?.matches('[role="searchbox"]')`)
    await page.send('Input.insertText', { text: String(number) })
    await until(page, `document.querySelector('#hit-0')?.textContent.includes('#${number} ')`)
    await atRest(page)
  },
  restore: async () => {},
})
