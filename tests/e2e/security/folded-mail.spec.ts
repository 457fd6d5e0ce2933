import type { Page } from '@playwright/test'
import { bringCleaner } from './support/mail-cleaner.ts'
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

const GMAIL = `<div dir="ltr">It works <b>now</b>.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr"
  class="gmail_attr">On Tue, 24 Nov 2026 at 09:02, Ana Ruiz &lt;<a href="mailto:ana@example.com">ana@example.com</a>&gt; wrote:<br></div>
  <blockquote class="gmail_quote" style="margin:0 0 0 .8ex"><div>what was said before</div></blockquote></div>`
const APPLE = `<html><body>Thanks!<br><div><br><blockquote type="cite"><div>On 24 Nov 2026, at 09:02, Ana Ruiz &lt;ana@example.com&gt;
  wrote:</div><br><div>what was said before</div></blockquote></div><br></body></html>`
const OUTLOOK = `<div class="elementToProof">Please see below.</div><div id="appendonsend"></div><hr style="width:98%">
  <div id="divRplyFwdMsg" dir="ltr"><font color="#000000"><b>Van:</b> Ana<br><b>Datum:</b> 24 november</font></div>
  <div>Dear Tom,</div><p>what was said before</p>`
const WORD = `<div class="WordSection1"><p class="MsoNormal">My answer</p><div style="border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">
  <b>From:</b> Ana Ruiz &lt;ana@example.com&gt;<br><b>Sent:</b> Tuesday, 24 November 2026 09:02<br><b>To:</b> Support<br>
  <b>Subject:</b> Charged twice</p></div><p class="MsoNormal">what was said before</p></div>`

for (const [program, html, own] of [
  ['Gmail', GMAIL, 'It works now.'],
  ['Apple Mail', APPLE, 'Thanks!'],
  ['Outlook', OUTLOOK, 'Please see below.'],
  ['Outlook on the desk', WORD, 'My answer'],
] as const) {
  test(`${program}: what only repeats earlier mails is folded, and all there when unfolded`, async ({
    launchSmall,
  }) => {
    const { window } = await launchSmall()
    const seen = await (await reader(window))(html)
    expect(seen.hasQuoted).toBe(true)
    expect(seen.folded).toBe(own)
    expect(seen.unfolded).toContain('what was said before')
    expect(seen.unfolded.startsWith(own)).toBe(true)
  })
}

test('a mail cannot have its own words folded by naming them like what is folded', async ({
  launchSmall,
}) => {
  const { window } = await launchSmall()
  const read = await reader(window)
  for (const html of [
    '<p>first</p><p class="tandem-quoted">second</p>',
    '<p>first</p><div class="tandem-quote-tandem-quote-headhead">a</div><p>second</p><p>third</p>',
    `<p>first</p>${GMAIL}<p class="tandem-quoted">second</p>`,
  ]) {
    const seen = await read(html)
    expect(seen.folded, html).toContain('second')
  }
})
