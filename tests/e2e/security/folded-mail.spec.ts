import type { Page } from '@playwright/test'
import { bringCleaner } from './support/mail-cleaner.ts'
import { bringCutter, wordsOf } from './support/mail-cutter.ts'
import { longQuotingMails, shortQuotingMails } from './support/quoting-mails.ts'
import { expect, test } from './support/small-app.ts'

type Seen = { readonly hasQuoted: boolean; readonly folded: string; readonly unfolded: string }

/** Words in view of a mail as the frame shows it, folded and unfolded, by the window's own pipeline and engine. */
async function reader(window: Page): Promise<(html: string) => Promise<Seen>> {
  await bringCleaner(window)
  return html =>
    window.evaluate(async mail => {
      type Cleaner = { safeMail: (html: string, options: object) => { document: string; hasQuoted: boolean } }
      const { mailCleaner } = window as unknown as { mailCleaner: Cleaner }
      const options = { remoteImages: new Map(), inlineImages: new Map(), ink: 'black', paper: 'white' }
      const cleaned = mailCleaner.safeMail(mail, { ...options, foldsQuoted: true })
      const frame = document.createElement('iframe')
      frame.sandbox.add('allow-same-origin')
      frame.srcdoc = cleaned.document
      const isLoaded = new Promise(resolve => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await isLoaded
      const root = frame.contentDocument?.documentElement
      const words = (): string => (frame.contentDocument?.body.innerText ?? '').replace(/\s+/gu, ' ').trim()
      const folded = words()
      root?.toggleAttribute('data-unfolded', true)
      const unfolded = words()
      frame.remove()
      return { hasQuoted: cleaned.hasQuoted, folded, unfolded }
    }, html)
}

for (const { program, html, own, quoted } of shortQuotingMails) {
  test(`${program}: what only repeats earlier mails is folded, and all there when unfolded`, async ({
    small,
  }) => {
    const { window } = small
    const seen = await (await reader(window))(html)
    expect(seen.hasQuoted).toBe(true)
    expect(seen.folded).toBe(own)
    expect(seen.unfolded).toContain(quoted)
    expect(seen.unfolded.startsWith(own)).toBe(true)
  })
}

for (const { program, html, own, quoted } of longQuotingMails) {
  test(`${program}: in a long mail the parts behind the fold repeat earlier mails, and only they`, async ({
    small,
  }) => {
    const { window } = small
    const { cut } = await bringCutter(window)
    expect(html.length).toBeGreaterThan(48_000)
    const { parts, quotedFrom } = await cut(html)
    expect(quotedFrom).toBeGreaterThan(1)
    expect(parts.length).toBeGreaterThan(Number(quotedFrom) + 1)

    const fresh = await wordsOf(window, parts.slice(0, Number(quotedFrom)))
    const repeated = await wordsOf(window, parts.slice(Number(quotedFrom)))
    expect(fresh.join(' ')).toBe(own)
    expect(repeated.join(' ')).toContain(quoted)
    // Every word once and in its order: folding leaves nothing out and says nothing twice.
    expect([...fresh, ...repeated].join('')).toBe((await wordsOf(window, [html])).join(''))
    // Each part is a mail of its own to the cleaner: nothing of it is hidden there as well.
    const { folded } = await (await reader(window))(parts[Number(quotedFrom)] ?? '')
    expect(folded).toContain('earlier line 0 ')
  })
}

test('a long mail is not folded when it answers below or between, passes one on, or is nothing but a quotation', async ({
  small,
}) => {
  const { window } = small
  const { cut } = await bringCutter(window)
  const long = '<p>a line that was written before, and a little more of it</p>'.repeat(1_200)
  const quotation = `<blockquote type="cite">${long}</blockquote>`
  for (const html of [
    `<p>See below</p>${quotation}<p>My answer stands here.</p>`,
    quotation,
    `<p>FYI</p><div class="gmail_quote"><div>---------- Forwarded message ---------</div><blockquote>${long}</blockquote></div>`,
    `<p class="tandem-quote-head">mine</p>${long}`,
  ]) {
    expect((await cut(html)).quotedFrom, html.slice(0, 120)).toBeNull()
  }
  // What nobody reads is no answer.
  const silent = await cut(
    `<p>Thanks</p>${quotation}<!-- [if mso] x --><script>answer()</script><p>\u00a0</p>`,
  )
  expect(silent.quotedFrom).toBe(1)
})

test('a mail cannot have its own words folded by naming them like what is folded', async ({ small }) => {
  const { window } = small
  const read = await reader(window)
  for (const html of [
    '<p>first</p><p class="tandem-quoted">second</p>',
    '<p>first</p><div class="tandem-quote-tandem-quote-headhead">a</div><p>second</p><p>third</p>',
    `<p>first</p>${shortQuotingMails[0]?.html ?? ''}<p class="tandem-quoted">second</p>`,
  ]) {
    const seen = await read(html)
    expect(seen.folded, html).toContain('second')
  }
})
