import { makeId } from '../ids.ts'
import type { Tables } from '../tables.ts'
import { lena, me, putCustomer } from './people.ts'
import { putMessage, putTicket } from './tickets.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The rest of the list of the pictures. */
export function putOthers(tables: Tables, nowMs: number): void {
  const add = (name: string, language: string, timeZone = 'Europe/Berlin') =>
    putCustomer(tables, {
      name,
      mail: `${name.split(' ')[0]?.toLowerCase() ?? 'x'}@example.com`,
      change: { language, timeZone },
    })
  const rows = [
    {
      customer: add('Tomasz Wiśniewski', 'pl', 'Europe/Warsaw'),
      subject: 'Label printer drops off the network after the update',
      kinds: ['support'],
      agoMs: 26 * MINUTE,
      thread: { dueAtMs: nowMs + 3 * HOUR + 10 * MINUTE },
      ticket: { tags: ['KE-118'] },
    },
    {
      customer: add('Priya Natarajan', 'en', 'Asia/Kolkata'),
      subject: 'Which plan fits 40 shops? We open six in spring',
      kinds: ['service'],
      agoMs: 41 * MINUTE,
      thread: { dueAtMs: nowMs + 65 * MINUTE },
    },
    {
      customer: add('鈴木 陽子', 'ja', 'Asia/Tokyo'),
      subject: '返品の返金はいつ届きますか',
      kinds: ['service'],
      agoMs: 62 * MINUTE,
      thread: { waitingSinceMs: null },
      ticket: { tags: ['refund RC-2041'] },
    },
    {
      customer: add('Marek Dvořák', 'cs', 'Europe/Prague'),
      subject: 'Two-factor codes rejected since Monday',
      kinds: ['support'],
      agoMs: 75 * MINUTE,
      thread: { waitingSinceMs: null },
      ticket: { tags: ['tier 2'] },
    },
    {
      customer: add('Oluwaseun Adeyemi', 'en', 'Africa/Lagos'),
      subject: 'Onboarding: step 3 of 6, import of 1,200 items',
      kinds: ['service'],
      agoMs: 2 * HOUR,
      thread: { waitingSinceMs: null, dueAtMs: nowMs + 25 * MINUTE },
      ticket: { tags: ['onboarding'] },
    },
    {
      customer: add('Fatima Zahra El Idrissi', 'ar', 'Africa/Casablanca'),
      subject: 'الماسح الضوئي لا يقرأ الرموز',
      kinds: ['support'],
      agoMs: 3 * HOUR,
      thread: { state: 'pending', waitingSinceMs: null },
    },
    {
      customer: add('Grace Lindqvist', 'sv', 'Europe/Stockholm'),
      subject: 'Thank you, and a question about loyalty points',
      kinds: ['service'],
      agoMs: 3 * HOUR + 20 * MINUTE,
      thread: { waitingSinceMs: null },
    },
    {
      customer: add('Henrik Sørensen', 'da', 'Europe/Copenhagen'),
      subject: 'Invoice 88-2107 shows the old address',
      kinds: ['service'],
      agoMs: 5 * HOUR,
      thread: { state: 'snoozed', snoozedUntilMs: nowMs + 4 * HOUR - 11 * MINUTE, waitingSinceMs: null },
    },
    {
      customer: add('Chloé Martin', 'fr', 'Europe/Paris'),
      subject: 'Export fails with E-1042 on large catalogues',
      kinds: ['support'],
      agoMs: 6 * HOUR,
      ticket: { tags: ['KE-121', '12 customers'] },
    },
    {
      customer: add(
        'Bartholomew Featherstonehaugh-Cholmondeley of the Greater Northumberland Trading Company',
        'en',
      ),
      subject: `A subject that somebody wrote without ever stopping ${'and going on and on '.repeat(20)}`,
      kinds: ['service', 'support'],
      agoMs: 7 * HOUR,
      ticket: { tags: Array.from({ length: 60 }, (_, index) => `tag ${index}`) },
    },
    {
      customer: add('', 'en'),
      subject: '',
      kinds: ['service'],
      agoMs: 9 * HOUR,
      ticket: { channel: 'phone' },
    },
  ] as const
  for (const row of rows) {
    const ticket = putTicket(tables, nowMs, { ...row, ticket: ('ticket' in row ? row.ticket : {}) as never })
    if (ticket.subject.startsWith('Thank you')) {
      putMessage(tables, {
        ticket,
        customer: row.customer,
        words:
          'Dear Grace,\n\nyour points are on your account: 1,240 of them. They stay valid until the end of next year.\n\nKind regards\nMira',
        atMs: nowMs - 20 * MINUTE,
        change: {
          direction: 'out',
          authorKind: 'agent',
          authorId: me.id,
          seq: null,
          from: null,
          to: [{ name: 'Grace Lindqvist', address: 'grace@example.com' }],
          delivery: 'queued',
        },
      })
    }
    if (ticket.subject.startsWith('Export')) putHtml(tables, ticket.id, nowMs)
  }
  for (let index = 0; index < 120; index += 1) {
    const customer = add(`Customer ${index + 1}`, 'en')
    putTicket(tables, nowMs, {
      customer,
      subject: `Question number ${index + 1} about an order`,
      kinds: [index % 2 ? 'service' : 'support'],
      agoMs: (10 + index) * HOUR,
      thread: { assigneeId: index % 3 ? null : lena.id },
    })
  }
}

const HTML = `<html><body style="font-family:Georgia"><p>Bonjour,</p><p>l’export <b>échoue</b> avec <code>E-1042</code> dès que le catalogue dépasse 5&nbsp;000 articles.</p>
<table border="1" cellpadding="4"><tr><th>Catalogue</th><th>Articles</th><th>Résultat</th></tr><tr><td>Nord</td><td>4 120</td><td>bon</td></tr><tr><td>Sud</td><td>6 310</td><td>E-1042</td></tr></table>
<p><img src="https://tracker.example.com/pixel.gif?u=1" width="1" height="1"><a href="https://example.com/log" onclick="alert(1)">le journal</a></p><script>document.title='pwned'</script><p>Cordialement<br>Chloé Martin</p><blockquote>Le 20 novembre, vous avez écrit: quelle version?</blockquote></body></html>`

function putHtml(tables: Tables, ticketId: string, nowMs: number): void {
  const message = tables.all('messages').find(each => each.ticketId === ticketId)
  if (!message) return
  tables.put('messages', { ...message, bodyHtml: HTML, bodyText: 'Bonjour, l’export échoue avec E-1042 …' })
  const own = {
    ticketId,
    customerId: message.customerId,
    messageId: message.id,
    noteId: null,
    proposalId: null,
    sha256: '0'.repeat(64),
    contentId: null,
  }
  tables.put('attachments', {
    ...own,
    id: makeId(),
    fileName: 'export.log',
    mediaType: 'text/plain',
    sizeBytes: 48_213,
  })
  tables.put('attachments', {
    ...own,
    id: makeId(),
    fileName: 'invoice.pdf.exe',
    mediaType: 'application/octet-stream',
    sizeBytes: 1_048_213,
  })
  const ticket = tables.get('tickets', ticketId)
  const customer = ticket && tables.get('customers', ticket.customerId)
  if (!ticket || !customer) return
  putMessage(tables, {
    ticket,
    customer,
    words:
      'On Tue, Nov 24, 2026 at 9:02 AM Chloé wrote: see below.\n\nI attach the log. The last line is the interesting one: https://example.com/log?id=42.\n\n> Which version do you run?\n> And how many items?',
    atMs: nowMs - 30 * MINUTE,
  })
}
