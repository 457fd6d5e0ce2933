import { bringCutter, wordsOf } from './support/mail-cutter.ts'
import { expect, test } from './support/small-app.ts'

const row = (n: number): string =>
  `<tr class="line"><td style="padding:4px">Item ${n} &amp; more</td><td>${'price '.repeat(20)}${n} </td></tr>`
const table = (rows: number): string =>
  `<html><head><style>.line { color: #333 }</style></head><body><h1>Invoice</h1><table><tbody>${Array.from(
    { length: rows },
    (_, n) => row(n),
  ).join('')}</tbody></table><p>Goodbye <img src="https://shop.example.com/logo.png"></p></body></html>`

test('a long mail is cut between its elements: every word once, in order, and each part a table of its own', async ({
  small,
}) => {
  const { window } = small
  const { cut, open } = await bringCutter(window)
  const mail = table(3_000)
  const { parts, hasOwnColours, remoteImages } = await cut(mail)

  expect(parts.length).toBeGreaterThan(10)
  expect(Math.max(...parts.map(part => part.length))).toBeLessThan(40_000)
  const withoutSheet = parts.map(part => part.replace(/<style>.*?<\/style>/su, ''))
  expect(await wordsOf(window, withoutSheet)).toEqual(
    await wordsOf(window, [mail.replace(/<style>.*?<\/style>/su, '')]),
  )
  // The sender's style sheet holds for every part, and rows are rows in each.
  expect(parts.every(part => part.includes('.line { color: #333 }'))).toBe(true)
  expect(withoutSheet.slice(1, -1).every(part => part.startsWith('<table><tbody><tr'))).toBe(true)
  expect({ hasOwnColours, remoteImages }).toEqual({
    hasOwnColours: true,
    remoteImages: ['https://shop.example.com/logo.png'],
  })

  // The first part is there before the others are cut, and stays as it is then.
  const opening = await open(mail)
  expect(opening?.parts[0] === parts[0]).toBe(true)
  expect(opening?.parts).toHaveLength(1)
  expect(await open(`<style>${'.a{}'.repeat(20_000)}</style>${mail}`)).toBeNull()
  const answered = `<p>Yes.</p><blockquote type="cite">${mail}</blockquote>`
  expect((await open(answered))?.parts.join('')).toContain('Yes.')
  expect((await open(answered))?.parts.join('')).not.toContain('Invoice')
})

test('a text without elements is cut at its spaces, and what it escapes stays escaped', async ({ small }) => {
  const { window } = small
  const { cut } = await bringCutter(window)
  const log = '2026-03-02 09:00 &lt;script&gt;alert(1)&lt;/script&gt; done '.repeat(3_000)
  const { parts } = await cut(`<pre>${log}</pre>`)

  expect(parts.length).toBeGreaterThan(4)
  expect(parts.every(part => part.startsWith('<pre>') && part.endsWith('</pre>'))).toBe(true)
  expect(parts.some(part => part.includes('<script'))).toBe(false)
  expect(await wordsOf(window, parts)).toEqual(await wordsOf(window, [`<pre>${log}</pre>`]))
})

test('elements nested without end are left in one part instead of being followed down', async ({ small }) => {
  const { window } = small
  const { cut } = await bringCutter(window)
  const depth = 400
  const { parts } = await cut(`${'<div>'.repeat(depth)}${'word '.repeat(20_000)}${'</div>'.repeat(depth)}`)
  expect(parts).toHaveLength(1)
})
