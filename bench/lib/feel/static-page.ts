import type { PageSocket } from '../page-socket.ts'
import { rest } from '../windows.ts'
import { atRest, sendKey } from './press.ts'
import type { Action } from './actions.ts'

/** Pieces of a page that differ before and after a key: by the place of the element, as markup. */
export type Patch = readonly { readonly path: readonly number[]; readonly html: string }[]
export type Still = {
  readonly head: string
  readonly body: string
  readonly root: string
  readonly after: Patch
  readonly before: Patch
}

/** The smallest elements of two states of the document that hold all the difference between them. */
const DIFFERENCE = `(() => {
  const [from, to] = [window.tandemStill, document.body.cloneNode(true)]
  const own = node => node.cloneNode(false).outerHTML
  const found = []
  const compare = (a, b, path) => {
    if (a.isEqualNode(b)) return
    const isSame = own(a) === own(b) && a.childElementCount === b.childElementCount &&
      a.childElementCount > 0 && a.childNodes.length === a.childElementCount && b.childNodes.length === b.childElementCount
    if (isSame || path.length === 0) [...b.children].forEach((child, index) => {
      if (a.children[index]) compare(a.children[index], child, [...path, index])
      else found.push({ path: [...path, index], before: '<i hidden></i>', after: child.outerHTML })
    })
    else found.push({ path, before: a.outerHTML, after: b.outerHTML })
  }
  compare(from, to, [])
  return found
})()`

/** Looks at the console before and after a key: what a page would have to be that does nothing else. */
export async function stillOf(page: PageSocket, action: Action): Promise<Still> {
  await action.prepare(page)
  await atRest(page)
  const seen = (await page.evaluate(`(() => {
    window.tandemStill = document.body.cloneNode(true)
    const root = [...document.documentElement.attributes].map(({ name, value }) => [name, value])
    return { head: document.head.innerHTML, body: document.body.innerHTML, root: JSON.stringify(root) }
  })()`)) as Pick<Still, 'head' | 'body' | 'root'>
  await sendKey(page, action.key)
  await rest(300)
  await atRest(page)
  const found = (await page.evaluate(DIFFERENCE)) as readonly {
    readonly path: readonly number[]
    readonly before: string
    readonly after: string
  }[]
  await action.restore(page)
  return {
    ...seen,
    after: found.map(({ path, after }) => ({ path, html: after })),
    before: found.map(({ path, before }) => ({ path, html: before })),
  }
}

/** Stops a console's own scripts: what is left is its styles and fonts. */
export async function silence(page: PageSocket): Promise<void> {
  await page.send('Network.enable')
  await page.send('Network.setBlockedURLs', { urls: ['*.js', '*.mjs'] })
  await page.send('Page.enable')
  await page.send('Page.reload')
  await rest(1_000)
}

/** Makes the page the still, and its key the one change. */
export async function showStill(page: PageSocket, still: Still): Promise<void> {
  await page.evaluate(`(() => {
    const still = ${JSON.stringify(still)}
    for (const [name, value] of JSON.parse(still.root)) document.documentElement.setAttribute(name, value)
    document.head.innerHTML = still.head
    document.body.innerHTML = still.body
    const put = patch => {
      // Paths hold for the whole page before the change: found first, replaced then.
      const places = patch.map(({ path, html }) => {
        const parent = path.slice(0, -1).reduce((node, index) => node.children[index], document.body)
        return { parent, old: parent.children[path.at(-1)], html }
      })
      for (const { parent, old, html } of places) {
        if (old) old.outerHTML = html
        else parent.insertAdjacentHTML('beforeend', html)
      }
    }
    window.tandemReset = () => put(still.before)
    window.tandemIsShown = false
    removeEventListener('keydown', window.tandemKey)
    window.tandemKey = () => {
      put(still.after)
      document.body.dataset.shown = String(Math.random())
      window.tandemIsShown = true
    }
    addEventListener('keydown', window.tandemKey)
  })()`)
  await rest(300)
  await atRest(page)
}
