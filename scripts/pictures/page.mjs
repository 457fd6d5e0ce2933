import { setTimeout as rest } from 'node:timers/promises'

const POLL_MS = 100
const WITHIN_MS = 180_000
/** Moving things have come to rest, and numbers that come late are there. */
const SETTLED_MS = 1_500

/**
 * A page of the console, driven through Chromium's debugging port.
 * @typedef {object} Page
 * @property {(expression: string) => Promise<unknown>} evaluate
 * @property {(expression: string, what: string) => Promise<void>} until the expression is true
 * @property {(text: string) => Promise<void>} write where the focus is
 * @property {(shot: Shot) => Promise<Buffer>} shot
 *
 * @typedef {object} Shot
 * @property {number} width of the window in pixels of the page
 * @property {number} height
 * @property {number} [zoom] 2: as a window twice as wide at 200 %
 * @property {'light' | 'dark'} [theme]
 * @property {string} [part] CSS of what is cut out
 */

/**
 * @param {number} port
 * @param {string} title words the title of the page has
 * @returns {Promise<Page>}
 */
export async function openPage(port, title) {
  const address = await addressOf(port, title)
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', () => reject(new Error(`Nothing listens at ${address}`)), { once: true })
  })
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data))
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  /**
   * @param {string} method
   * @param {object} [params]
   * @returns {Promise<any>}
   */
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)))
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  return pageOver(send)
}

/**
 * @param {number} port
 * @param {string} title
 * @returns {Promise<string>}
 */
async function addressOf(port, title) {
  for (const deadline = performance.now() + WITHIN_MS; performance.now() < deadline;) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null)
    const targets = answer ? /** @type {any[]} */ (await answer.json()) : []
    const found = targets.find(target => target.type === 'page' && target.title.includes(title))
    if (found) return found.webSocketDebuggerUrl
    await rest(POLL_MS)
  }
  throw new Error(`No window is called ${title}`)
}

/**
 * @param {(method: string, params?: object) => Promise<any>} send
 * @returns {Page}
 */
function pageOver(send) {
  /** @param {string} expression */
  const evaluate = async expression => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`)
    return result.value
  }
  return {
    evaluate,
    until: async (expression, what) => {
      for (const deadline = performance.now() + WITHIN_MS; performance.now() < deadline;) {
        if (await evaluate(expression)) return
        await rest(POLL_MS)
      }
      throw new Error(`It did not come: ${what}`)
    },
    write: async text => send('Input.insertText', { text }),
    shot: async ({ width, height, zoom = 1, theme = 'light', part }) => {
      const metrics = { width, height, deviceScaleFactor: zoom, mobile: false }
      await send('Emulation.setDeviceMetricsOverride', metrics)
      await send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: theme }],
      })
      await evaluate('document.fonts.ready.then(() => true)')
      await rest(SETTLED_MS)
      const box = part === undefined ? undefined : await evaluate(boxOf(part))
      const clip = box && { .../** @type {object} */ (box), scale: 1 }
      const { data } = await send('Page.captureScreenshot', { format: 'png', ...(clip ? { clip } : {}) })
      return Buffer.from(data, 'base64')
    },
  }
}

/** @param {string} part */
const boxOf = part =>
  `(() => { const { x, y, width, height } = document.querySelector(${JSON.stringify(part)}).getBoundingClientRect()
  return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) } })()`
