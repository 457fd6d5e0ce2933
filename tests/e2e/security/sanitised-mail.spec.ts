import type { Page } from '@playwright/test'
import { bringCleaner } from './support/mail-cleaner.ts'
import { expect, test } from './support/small-app.ts'

const TRACKER = 'https://tracker.example.com'

type Cleaned = { readonly document: string; readonly remoteImages: readonly string[] }
type Options = {
  readonly shown?: Readonly<Record<string, string>>
  readonly inline?: Readonly<Record<string, string>>
}

/** The window's own sanitiser in a real page: what it does depends on the parser of the engine. */
async function sanitiser(window: Page): Promise<(html: string, options?: Options) => Promise<Cleaned>> {
  await bringCleaner(window)
  return (html, { shown = {}, inline = {} } = {}) =>
    window.evaluate(
      ([mail, remote, own]) => {
        const { mailCleaner } = window as unknown as {
          mailCleaner: { safeMail: (mail: string, options: object) => Cleaned }
        }
        const remoteImages = new Map(Object.entries(remote))
        const inlineImages = new Map(Object.entries(own))
        return mailCleaner.safeMail(mail, { remoteImages, inlineImages, ink: 'black', paper: 'white' })
      },
      [html, shown, inline] as const,
    )
}

/** Body of the cleaned document as a parser sees it: what is left, by tag and attribute. */
const leftovers = (window: Page, { document: page }: Cleaned) =>
  window.evaluate(text => {
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    const elements = [...parsed.body.querySelectorAll('*')]
    return {
      tags: [...new Set(elements.map(element => element.localName))],
      attributes: [...new Set(elements.flatMap(element => element.getAttributeNames()))],
      addresses: elements.flatMap(element => [
        ...['src', 'href', 'style'].flatMap(name => element.getAttribute(name) ?? []),
        ...(element.localName === 'style' ? [element.textContent ?? ''] : []),
      ]),
      bodyAttributes: parsed.body.getAttributeNames(),
    }
  }, page)

const HOSTILE = [
  `<script>top.hacked=1</script><p onclick="top.hacked=1" onmouseover="top.hacked=1">x</p>`,
  `<svg onload="top.hacked=1"><script>1</script></svg><math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>`,
  `<iframe srcdoc="<script>1</script>"></iframe><object data="${TRACKER}"></object><embed src="${TRACKER}">`,
  `<form action="${TRACKER}"><input name=q autofocus onfocus="top.hacked=1"><button formaction="${TRACKER}">Go</button></form>`,
  `<base href="${TRACKER}/"><link rel=stylesheet href="${TRACKER}/a.css"><meta http-equiv=refresh content="0;url=${TRACKER}">`,
  `<a href="javascript:top.hacked=1">x</a><a href="java&#10;script:top.hacked=1">y</a><a href="data:text/html,x">z</a><a href="file:///etc/passwd">f</a>`,
  `<div style="background:url(${TRACKER}/b.png);position:fixed;inset:0">cover</div>`,
  `<style>@import url(${TRACKER}/a.css); p{background:url(${TRACKER}/p.png)}</style><p>x</p>`,
  `<img srcset="${TRACKER}/a.png 1x" src="${TRACKER}/b.png"><picture><source srcset="${TRACKER}/c.webp"><img src="${TRACKER}/d.png"></picture>`,
  `<video poster="${TRACKER}/p.png" src="${TRACKER}/v.mp4"></video><audio src="${TRACKER}/a.mp3"></audio>`,
  `<table background="${TRACKER}/t.png"><tr><td background="${TRACKER}/d.png">x</td></tr></table>`,
  `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><template><script>1</script></template>`,
  `<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+">`,
  `<p id="root" name="desk">clobber</p><a id="desk" name="call">x</a>`,
]

const ALLOWED = /^(?:https?:\/\/|mailto:|tel:|data:image\/(?:png|jpe?g|gif|webp|bmp|avif);)/u

const TAGS =
  /^(?:script|iframe|object|embed|form|input|button|base|link|meta|svg|math|video|audio|source|picture|template|noscript)$/u
const ATTRIBUTES = /^on|^(?:srcset|background|formaction|ping|id|name)$/u
const ADDRESSES =
  /javascript:|java\s+script:|data:text|file:|svg\+xml|url\s*\(|position\s*:\s*fixed|tracker\.example/iu

/** Everything in a page that may not be there. */
const offences = ({
  tags,
  attributes,
  addresses,
}: Awaited<ReturnType<typeof leftovers>>): readonly string[] => [
  ...tags.filter(tag => TAGS.test(tag)),
  ...attributes.filter(name => ATTRIBUTES.test(name)),
  ...addresses.filter(address => ADDRESSES.test(address)),
]

test('what senders try is gone from the mail before it is framed', async ({ small }) => {
  const { window } = small
  const clean = await sanitiser(window)
  for (const mail of HOSTILE) {
    expect(offences(await leftovers(window, await clean(mail))), mail).toEqual([])
    // The control: as it came, each of them does hold what must not be there.
    const asItCame = { document: `<body>${mail}</body>`, remoteImages: [] }
    expect(offences(await leftovers(window, asItCame)), mail).not.toEqual([])
  }
})

test('pictures from elsewhere are named and stay away until they were granted', async ({ small }) => {
  const { window } = small
  const clean = await sanitiser(window)
  const mail = `<p>Hi</p><img src="${TRACKER}/a.png"><img src="//cdn.example.com/b.png"><img src="${TRACKER}/a.png">`

  const before = await clean(mail)
  expect(before.remoteImages).toEqual([`${TRACKER}/a.png`, 'https://cdn.example.com/b.png'])
  expect((await leftovers(window, before)).attributes).not.toContain('src')

  const after = await clean(mail, { shown: { [`${TRACKER}/a.png`]: 'app://mail-image/token' } })
  expect((await leftovers(window, after)).addresses).toEqual([
    'app://mail-image/token',
    'app://mail-image/token',
  ])
})

test('pictures that came with the mail show, links say where they lead, and the words stay', async ({
  small,
}) => {
  const { window } = small
  const clean = await sanitiser(window)
  const inline = { 'logo@x': 'data:image/png;base64,AAAA' }
  const cleaned = await clean(
    `<p>Hello <b>Ana</b></p><img src="cid:logo@x"><img src="cid:missing"><a href="https://example.com/x">here</a>`,
    { inline },
  )
  const left = await leftovers(window, cleaned)

  expect(cleaned.document).toContain('Hello <b>Ana</b>')
  expect(left.addresses).toEqual(['data:image/png;base64,AAAA', 'https://example.com/x'])
  expect(cleaned.document).toContain('title="https://example.com/x"')
  expect(left.addresses.every(address => ALLOWED.test(address))).toBe(true)
})
