import type { PageSocket } from '../page-socket.ts'

/** A key as Chromium gets it from the system. */
export type Key = { readonly key: string; readonly code: string; readonly ctrl?: boolean }

export const letter = (key: string): Key => ({ key, code: `Key${key.toUpperCase()}` })
export const digit = (key: string, ctrl = false): Key => ({ key, code: `Digit${key}`, ctrl })
export const ESCAPE: Key = { key: 'Escape', code: 'Escape' }
export const ENTER: Key = { key: 'Enter', code: 'Enter' }
export const SLASH: Key = { key: '/', code: 'Slash' }

const CODES: Readonly<Record<string, number>> = { Escape: 27, Enter: 13, '/': 191 }
const keyCodeOf = ({ key }: Key): number => CODES[key] ?? key.toUpperCase().charCodeAt(0)

export async function sendKey(page: PageSocket, of: Key): Promise<void> {
  const { key, code, ctrl } = of
  const event = { key, code, windowsVirtualKeyCode: keyCodeOf(of), modifiers: ctrl ? 2 : 0 }
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
}

const GIVE_UP_MS = 15_000

/**
 * Waits in the page for what a key shall show. As soon as it stands in the document a mark is put beside it: both are in
 * one frame, and Element Timing tells when that frame was on the screen. Answers ms from the key's own time stamp.
 */
const arm = (isShown: string): string => `(() => {
  let pressedAtMs = null
  addEventListener('keydown', event => { pressedAtMs ??= event.timeStamp }, { capture: true, once: true })
  const isShown = () => Boolean(${isShown})
  const name = 'feel-' + Math.random()
  window.tandemPressed = new Promise((resolve, reject) => {
    const end = () => {
      observer.disconnect()
      removeEventListener('focusin', look)
      document.removeEventListener('load', look, true)
      clearTimeout(timer)
    }
    const timer = setTimeout(() => {
      end()
      reject(new Error(${JSON.stringify(isShown)} + ' did not come: ' + document.body.innerText.slice(0, 400)))
    }, ${GIVE_UP_MS})
    const look = () => {
      if (pressedAtMs === null || !isShown()) return
      end()
      const mark = document.createElement('span')
      mark.setAttribute('elementtiming', name)
      mark.style.cssText = 'position: fixed; left: 2px; bottom: 2px; z-index: 99999; font-size: 10px'
      mark.textContent = 'x'
      new PerformanceObserver((list, self) => {
        const found = list.getEntries().find(entry => entry.identifier === name)
        if (!found) return
        self.disconnect()
        mark.remove()
        resolve(found.renderTime - pressedAtMs)
      }).observe({ type: 'element', buffered: true })
      document.body.append(mark)
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    addEventListener('focusin', look)
    // A frame's page is no part of this document; that it came is heard on the way down.
    document.addEventListener('load', look, true)
  })
  window.tandemPressed.catch(() => {})
})()`

/** Presses a key and answers how long it took, ms, until the frame with what it shows was presented. */
export async function pressUntil(page: PageSocket, key: Key, isShown: string): Promise<number> {
  await page.evaluate(arm(isShown))
  await sendKey(page, key)
  return Number(await page.evaluate('window.tandemPressed'))
}

/** Nothing changes in the document for a while: the next key meets a window at rest. */
export async function atRest(page: PageSocket): Promise<void> {
  await page.evaluate(`new Promise(resolve => {
    const enough = () => { observer.disconnect(); clearTimeout(most); resolve() }
    let timer = setTimeout(enough, 80)
    const most = setTimeout(enough, 400)
    const observer = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(enough, 80) })
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  })`)
}
