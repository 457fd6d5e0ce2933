import { expect, test } from './support/small-app.ts'
import { watchedServer } from './support/watched-server.ts'

test('the page has no Node, no Electron, and of ours only the one door', async ({ small }) => {
  const { window } = small
  const seen = await window.evaluate(() => ({
    node: ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'setImmediate'].filter(
      name => name in globalThis,
    ),
    electron: ['electron', 'ipcRenderer', 'electronStore'].filter(name => name in globalThis),
    door: Object.keys(desk).sort(),
    isFrozen: Object.isFrozen(desk),
    isSecure: isSecureContext,
    origin: origin,
  }))
  expect(seen).toEqual({
    node: [],
    electron: [],
    door: ['call', 'on'],
    isFrozen: true,
    isSecure: true,
    origin: 'app://tandem',
  })
})

test('every window is sandboxed, isolated and without Node by its own settings', async ({ small }) => {
  const { app } = small
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(window => {
      const contents = window.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    }),
  )
  expect(preferences).toHaveLength(1)
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  })
})

test('a script that found its way into the page does not run', async ({ small }) => {
  const { window } = small
  const violations = await window.evaluate(async () => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', event => seen.push(event.effectiveDirective))
    const settled = async (count: number): Promise<void> => {
      while (seen.length < count) await new Promise(resolve => requestAnimationFrame(resolve))
    }
    const inline = document.createElement('script')
    inline.textContent = 'window.wasHacked = true'
    document.body.append(inline)
    await settled(1)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.wasHacked = true')
    image.setAttribute('src', 'data:image/png;base64,broken')
    document.body.append(image)
    await settled(2)
    const remote = document.createElement('script')
    remote.src = 'https://example.com/evil.js'
    document.body.append(remote)
    await settled(3)
    return { seen, wasHacked: 'wasHacked' in window }
  })
  expect(violations).toEqual({
    seen: ['script-src-elem', 'script-src-attr', 'script-src-elem'],
    wasHacked: false,
  })
})

test("the page's own script runs, but cannot make code out of text", async ({ launchSmall }) => {
  const { window } = await launchSmall({
    probe: `
      window.ranItself = true
      try { eval('window.evalRan = true') } catch (error) { window.evalError = error.name }
      try { new Function('window.functionRan = true')() } catch (error) { window.functionError = error.name }
      setTimeout('window.timerRan = true', 0)
      import('data:text/javascript,window.importRan=true').catch(error => { window.importError = error.name })
      try { new Worker(URL.createObjectURL(new Blob(['']))).onerror = () => { window.workerError = true } } catch { window.workerError = true }
    `,
  })
  await window.waitForFunction(() => 'importError' in window && 'workerError' in window)
  const names = ['ranItself', 'evalRan', 'evalError', 'functionRan', 'functionError', 'timerRan', 'importRan']
  const seen = await window.evaluate(all => all.filter(name => name in window), names)
  expect(seen).toEqual(['ranItself', 'evalError', 'functionError'])
})

test('the page reaches no server, not even on this machine', async ({ small }) => {
  const server = await watchedServer()
  const { window, app } = small
  const attempts = await window.evaluate(async url => {
    const failed = async (name: string, attempt: () => Promise<unknown>): Promise<string> => {
      try {
        await attempt()
        return `${name} went out`
      } catch {
        return `${name} refused`
      }
    }
    const loads = (element: HTMLElement, attributes: Record<string, string>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.addEventListener('load', resolve)
        element.addEventListener('error', reject)
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
        document.body.append(element)
      })
    const opens = (socket: WebSocket): Promise<unknown> =>
      new Promise((resolve, reject) => {
        socket.addEventListener('open', resolve)
        socket.addEventListener('error', reject)
      })
    return Promise.all([
      failed('fetch', () => fetch(url)),
      failed('image', () => loads(document.createElement('img'), { src: `${url}/pixel.png` })),
      failed('style', () =>
        loads(document.createElement('link'), { rel: 'stylesheet', href: `${url}/a.css` }),
      ),
      failed('socket', async () => opens(new WebSocket(url.replace('http', 'ws')))),
      failed('events', async () => {
        const source = new EventSource(`${url}/events`)
        await new Promise((resolve, reject) => {
          source.addEventListener('open', resolve)
          source.addEventListener('error', reject)
        })
      }),
      failed('font', () => new FontFace('x', `url(${url}/a.woff2)`).load()),
    ])
  }, server.url)
  expect(attempts).toEqual(
    ['fetch', 'image', 'style', 'socket', 'events', 'font'].map(name => `${name} refused`),
  )
  // The second wall stands without the first: Chromium itself may not load it in this session either.
  const direct = await app.evaluate(
    ({ session }, url) =>
      session.defaultSession.fetch(url).then(
        () => 'went out',
        () => 'refused',
      ),
    server.url,
  )
  expect(direct).toBe('refused')
  expect(server.hits()).toEqual([])
  // Negative control: the server does answer, and counts.
  await fetch(`${server.url}/control`)
  expect(server.hits()).toEqual(['GET /control'])
  await server.close()
})

test('files outside the page cannot be read through our own protocol', async ({ small }) => {
  const { window } = small
  const statuses = await window.evaluate(() =>
    Promise.all(
      [
        './index.html',
        './../main/index.cjs',
        './%2e%2e/main/index.cjs',
        './..%2f..%2fpackage.json',
        './..%5c..%5cpackage.json',
        'app://mail-image/guess',
        'app://elsewhere/index.html',
        'file:///etc/hostname',
      ].map(async path => {
        try {
          return (await fetch(path)).status
        } catch {
          return 'refused'
        }
      }),
    ),
  )
  expect(statuses).toEqual([200, 404, 404, 404, 404, 'refused', 'refused', 'refused'])
})
