export type QuotingMail = {
  readonly program: string
  readonly html: string
  /** What its writer wrote. */
  readonly own: string
  /** What it repeats. */
  readonly quoted: string
}

const gmail = (own: string, quoted: string): string =>
  `<div dir="ltr">${own}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr"
  class="gmail_attr">On Tue, 24 Nov 2026 at 09:02, Ana Ruiz &lt;<a href="mailto:ana@example.com">ana@example.com</a>&gt; wrote:<br></div>
  <blockquote class="gmail_quote" style="margin:0 0 0 .8ex"><div>${quoted}</div></blockquote></div>`
const apple = (own: string, quoted: string): string =>
  `<html><body>${own}<br><div><br><blockquote type="cite"><div>On 24 Nov 2026, at 09:02, Ana Ruiz &lt;ana@example.com&gt;
  wrote:</div><br><div>${quoted}</div></blockquote></div><br></body></html>`
const outlook = (own: string, quoted: string): string =>
  `<div class="elementToProof">${own}</div><div id="appendonsend"></div><hr style="width:98%">
  <div id="divRplyFwdMsg" dir="ltr"><font color="#000000"><b>Van:</b> Ana<br><b>Datum:</b> 24 november</font></div>
  <div>Dear Tom,</div><p>${quoted}</p>`
const word = (own: string, quoted: string): string =>
  `<div class="WordSection1"><p class="MsoNormal">${own}</p><div style="border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">
  <b>From:</b> Ana Ruiz &lt;ana@example.com&gt;<br><b>Sent:</b> Tuesday, 24 November 2026 09:02<br><b>To:</b> Support<br>
  <b>Subject:</b> Charged twice</p></div><p class="MsoNormal">${quoted}</p></div>`

const QUOTED = 'what was said before'

/** Answers as the programs of customers write them, each to one earlier mail. */
export const shortQuotingMails: readonly QuotingMail[] = [
  { program: 'Gmail', html: gmail('It works <b>now</b>.', QUOTED), own: 'It works now.', quoted: QUOTED },
  { program: 'Apple Mail', html: apple('Thanks!', QUOTED), own: 'Thanks!', quoted: QUOTED },
  {
    program: 'Outlook',
    html: outlook('Please see below.', QUOTED),
    own: 'Please see below.',
    quoted: QUOTED,
  },
  { program: 'Outlook on the desk', html: word('My answer', QUOTED), own: 'My answer', quoted: QUOTED },
]

const lines = (what: string, count: number): string =>
  Array.from({ length: count }, (_, n) => `${what} ${n} and more of it in a line of its own`).join(' ')
const paragraphs = (what: string, count: number): string =>
  Array.from(
    { length: count },
    (_, n) => `<span class="line">${what} ${n} and more of it in a line of its own</span><br>`,
  ).join(' ')

const LINES = 900

/** The same programs, long enough that a mail is shown in parts. */
export const longQuotingMails: readonly QuotingMail[] = (
  [
    ['Gmail', gmail],
    ['Apple Mail', apple],
    ['Outlook', outlook],
    ['Outlook on the desk', word],
  ] as const
).map(([program, write]) => ({
  program,
  html: write(paragraphs('own line', LINES), paragraphs('earlier line', LINES)),
  own: lines('own line', LINES),
  quoted: lines('earlier line', LINES),
}))
