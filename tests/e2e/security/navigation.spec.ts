import { expect, test } from './support/small-app.ts'
import { watchedServer } from './support/watched-server.ts'
import type { WatchedServer } from './support/watched-server.ts'

let server: WatchedServer
test.beforeEach(async () => {
  server = await watchedServer()
})
test.afterEach(() => server.close())

test('the page cannot be led anywhere else', async ({ small }) => {
  const { app, window, call } = small
  const ways: readonly ((url: string) => void)[] = [
    url => location.assign(url),
    url => location.replace(url),
    url => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
    },
    url => {
      const form = document.createElement('form')
      form.action = url
      form.method = 'post'
      document.body.append(form)
      form.submit()
    },
    () => location.assign('file:///etc/hostname'),
    () => location.assign('data:text/html,<h1>elsewhere</h1>'),
    () => location.assign('app://mail-image/anything'),
    () => location.assign('app://tandem/other.html'),
    () => location.assign('tandem://ticket/1'),
  ]
  for (const way of ways) {
    await window.evaluate(way, `${server.url}/elsewhere`)
    // A call that is answered afterwards proves that the page is still ours and alive.
    expect(await call('directory.get', {})).toMatchObject({ ok: true })
    expect(window.url()).toBe('app://tandem/index.html')
  }
  expect(app.windows()).toHaveLength(1)
  expect(server.hits()).toEqual([])
})

test('the page can open no window', async ({ small }) => {
  const { app, window } = small
  const opened = await window.evaluate(
    url =>
      [url, 'about:blank', 'app://tandem/index.html', 'file:///etc/hostname', ''].map(
        address => globalThis.open(address) !== null,
      ),
    server.url,
  )
  expect(opened).toEqual([false, false, false, false, false])
  await window.evaluate(url => {
    const link = document.createElement('a')
    link.href = url
    link.target = '_blank'
    document.body.append(link)
    link.click()
  }, server.url)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(server.hits()).toEqual([])
})

test('the page can frame nothing from elsewhere', async ({ small }) => {
  const { window, call } = small
  await window.evaluate(url => {
    for (const src of [url, 'app://tandem/index.html', 'data:text/html,elsewhere', 'file:///etc/hostname']) {
      document.body.append(Object.assign(document.createElement('iframe'), { src }))
    }
    // This one may be there, and shows that the frames had the time to load.
    const own = Object.assign(document.createElement('iframe'), { srcdoc: 'own text' })
    return new Promise(resolve => {
      own.addEventListener('load', resolve)
      document.body.append(own)
    })
  }, server.url)
  await expect(window.frameLocator('iframe >> nth=4').locator('body')).toHaveText('own text')
  // Refused frames show Chromium's own error page or stay empty.
  for (const frame of window.frames().slice(1, 5))
    expect(frame.url()).toMatch(/^($|:|about:blank|chrome-error:)/)
  expect(await call('directory.get', {})).toMatchObject({ ok: true })
  expect(server.hits()).toEqual([])
})

test('a file that only a server could send is not downloaded', async ({ launchSmall }) => {
  const { app, window } = await launchSmall()
  await app.evaluate(({ session }) => {
    Object.assign(globalThis, { downloads: [] })
    session.defaultSession.on('will-download', (event, item) => {
      Reflect.get(globalThis, 'downloads').push([item.getURL().slice(0, 5), event.defaultPrevented])
      // The allowed one would open a dialog of the system.
      item.cancel()
    })
  })
  await window.evaluate(url => {
    for (const address of [url, URL.createObjectURL(new Blob(['an attachment']))]) {
      const link = document.createElement('a')
      link.href = address
      link.download = 'file.txt'
      document.body.append(link)
      link.click()
    }
  }, server.url)
  const downloads = () => app.evaluate(() => Reflect.get(globalThis, 'downloads') as unknown)
  await expect.poll(downloads).toEqual([['blob:', false]])
  expect(server.hits()).toEqual([])
})
