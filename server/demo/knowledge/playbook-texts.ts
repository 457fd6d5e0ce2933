import type { ArticleText } from './article-texts.ts'

const page = (title: string, tags: string, body: string): ArticleText => ({
  title,
  language: 'en',
  kind: null,
  tags: ['playbook', ...tags.split(' ')],
  body: body.trim(),
})

/** How the team works, at hand where the work is: found by search, also without a network. */
export const playbookArticles: readonly ArticleText[] = [
  page(
    'Our principles',
    'principles tone',
    `
1. First say that you have understood, then what you will do, then ask. In this order.
2. Nobody is asked twice. What was asked and tried stands on the ticket, whoever has it now.
3. One question at a time is kind; four questions in one mail are faster. Choose by how they write.
4. A promise has a date. If you do not know yet, promise when you will know.
5. Service is done when the person is content, support is done when the thing works. A ticket with both needs both.
6. A workaround is help, not an answer. Say which of the two it is.
7. What we learn is written down where the next one looks for it.`,
  ),
  page(
    'Playbook: a bug for engineering',
    'bug-report escalation tier-2',
    `
Engineering can work when it can see. Before you pass something on:

- Steps from a fresh start to the fault, each on a line, with what you saw and what you expected.
- Version of everything on the way: device, app, operating system.
- How often, since when, how many customers. One sentence about what it costs them.
- The log, with names and numbers masked. "Make a redacted copy" in the viewer does it and keeps the original.
- What was tried, and how it went. It goes along by itself.

Then tell the customer by when they hear from you, not when it will be repaired.`,
  ),
  page(
    'Playbook: a device leaves service',
    'disposal end-of-life wipe take-back',
    `
Run the checklist "End of life: wipe and take back" on the ticket: it remembers who did what, also offline.

The owner asks for it in writing. Settings are exported first, because nothing comes back. The wipe shows a code; the code is the proof. Only then the device is taken off the account and the label is sent.

Batteries stay inside. For customers who must prove the erasure there is a certificate; ask before you send one.`,
  ),
  page(
    'Playbook: an upgrade without a bad morning',
    'upgrade till maintenance',
    `
Run the checklist "Upgrade of a till". Half an hour outside of opening hours, in their time zone, with a backup of the same day.

Afterwards one sale, one return and one receipt. Write the new versions down on the assets: the next one who looks at them decides by what stands there.

A call of two minutes the next morning saves the ticket of the day after.`,
  ),
  page(
    'Playbook: what customers wish for',
    'feedback product digest',
    `
A wish is not a bug and not a complaint. Write it down in the customer's words, with what they wanted to reach: "wants to sort by margin" says less than "orders every Monday by what sells".

Do not promise it. Say that the product team reads all of them, and mean it.

If three customers ask for the same in a month, say so in the team's channel.`,
  ),
]
